"""The draft of an evaluation file: what was read, and a mark with its reason wherever that is not certain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kompass_sphinx.importing.crosscheck import crosschecked
from kompass_sphinx.importing.doubts import Doubt
from kompass_sphinx.language import Language, message_id
from kompass_sphinx.model.scalars import LONGEST_TEXT
from kompass_sphinx.reading.marks import RESTATE, UNSURE
from kompass_sphinx.writing.scalar_text import scalar_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kompass_sphinx.importing.pointed_out import PointedOut
    from kompass_sphinx.importing.readings import Read
    from kompass_sphinx.importing.report import ReadArea, ReadScore, Report
    from kompass_sphinx.model.edition import Area, Edition
    from kompass_sphinx.model.municipality import Registry

# Evaluation files are Swedish, whoever runs the command.
_LANGUAGE = Language("sv")
MODELINE = "# yaml-language-server: $schema=../evaluation.schema.json"
_NOT_FOUND = Doubt(message_id("Not found in the report."))


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft: its text, what it is unsure of by line (from 1), and where it belongs when that could be told."""

    text: str
    unsure: tuple[tuple[int, str], ...]
    slug: str | None
    year: int | None


def draft_of(report: Report, registry: Registry, edition: Edition) -> Draft:
    """The draft of a report; figures that cannot all be right are marked, whatever they were read from."""
    lines = _Lines()
    checked = crosschecked(report, edition)
    _head(lines, checked)
    _facts(lines, checked)
    _areas(lines, checked, edition)
    _pointed_out(lines, checked.pointed_out)
    _source(lines, checked)
    for text in checked.unplaced:
        lines.add_comment(Doubt(message_id("Belongs to no area that could be told: %(text)s"), text=text.value))
    lines.add_list()
    municipality = checked.municipality and registry.find(checked.municipality.value)
    return Draft(
        lines.text,
        tuple(lines.unsure),
        municipality.slug if municipality else None,
        checked.year.value if checked.year else None,
    )


class _Lines:
    """The lines of a draft, and which of them are in doubt."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self.unsure: list[tuple[int, str]] = []

    @property
    def text(self) -> str:
        """All lines."""
        return "".join(f"{line}\n" for line in self._lines)

    def add(self, line: str, doubt: Doubt | None = None) -> None:
        """A line, and beside it why it is in doubt."""
        if doubt is None:
            self._lines.append(line)
            return
        reason = _on_one_line(doubt.text(_LANGUAGE))
        before = f"{line}  " if line else ""
        self._lines.append(f"{before}# {UNSURE} {reason}")
        self.unsure.append((len(self._lines), reason))

    def add_missing(self, line: str, doubt: Doubt = _NOT_FOUND) -> None:
        """A key without a value, as a comment to fill in."""
        key = line.lstrip()
        reason = doubt.text(_LANGUAGE)
        self._lines.append(f"{line[: -len(key)]}# {key}  # {UNSURE} {reason}")
        self.unsure.append((len(self._lines), f"{key} {reason}"))

    def add_comment(self, doubt: Doubt) -> None:
        """A doubt that belongs to no key."""
        self.add("", doubt)

    def add_list(self) -> None:
        """All doubts once more, by line, at the end of the draft; without the mark, which each line has already."""
        title = _LANGUAGE.gettext(
            message_id("What the import was unsure of, by the lines of this draft as it was written:")
        )
        self._lines += ["", f"# {title}"]
        for line, reason in self.unsure:
            entry = _LANGUAGE.gettext(message_id("line %(line)s: %(reason)s")) % {"line": line, "reason": reason}
            self._lines.append(f"#   {entry}")

    def add_restate(self, line: str) -> None:
        """A line above texts that are the report's own."""
        how = _LANGUAGE.gettext(message_id("in your own words, some fifteen each"))
        self._lines.append(f"{line}  # {RESTATE} {how}")


def _head(lines: _Lines, report: Report) -> None:
    lines.add(MODELINE)
    head = _LANGUAGE.gettext(message_id("A draft made by a program. Hold every line against the report."))
    lines.add(f"# {head}")
    for key, read in (("municipality", report.municipality), ("year", report.year), ("edition", report.edition)):
        if read is None:
            lines.add_missing(f"{key}:")
        else:
            lines.add(f"{key}: {_text(str(read.value), key)}", read.doubt)


def _facts(lines: _Lines, report: Report) -> None:
    for key, read in (
        ("visited", report.visited),
        ("published", report.published),
        ("first", report.first),
        ("interviews", report.interviews),
    ):
        if read is None:
            lines.add_missing(f"{key}:")
        else:
            # A truth is written small in YAML; nothing else here has letters.
            lines.add(f"{key}: {str(read.value).lower()}", read.doubt)
    if report.evaluators:
        lines.add("evaluators:")
        for evaluator in report.evaluators:
            name, affiliation = evaluator.value
            lines.add(f"  - name: {_text(name, 'name')}", evaluator.doubt)
            if affiliation:
                lines.add(f"    affiliation: {_text(affiliation, 'affiliation')}", evaluator.doubt)
    else:
        lines.add_missing("evaluators:")
    if report.total is None:
        lines.add_missing("total:")
    else:
        _add_figure(lines, "total: ", report.total)


def _areas(lines: _Lines, report: Report, edition: Edition) -> None:
    filled = {number: area for number, area in report.areas.items() if _is_filled(area)}
    if not filled:
        lines.add_missing("areas:")
        return
    lines.add("areas:")
    for number, area in edition.areas.items():
        if number in filled:
            _area(lines, area, filled[number])
        else:
            lines.add_missing(f"  {number}:")


def _is_filled(area: ReadArea) -> bool:
    return bool(area.points or area.scores or area.strengths or area.improvements)


def _area(lines: _Lines, area: Area, read: ReadArea) -> None:
    lines.add(f"  {area.number}:  # {area.name}")
    if read.points is None:
        lines.add_missing("    points:")
    else:
        _add_figure(lines, "    points: ", read.points)
    if read.scores:
        lines.add("    questions:")
        for number in area.questions:
            if number in read.scores:
                _score(lines, number, read.scores[number])
            else:
                lines.add_missing(f"      {number}:")
    elif area.questions:
        lines.add_missing("    questions:")
    for key, found in (("strengths", read.strengths), ("improvements", read.improvements)):
        _findings(lines, key, found)


def _score(lines: _Lines, number: str, score: ReadScore) -> None:
    figures = {"points": score.points, "percent": score.percent}
    doubt = score.doubt
    written = []
    for key, value in figures.items():
        if value is None:
            continue
        figure, rounding = _writable(value)
        doubt = doubt or rounding
        written.append(f"{key}: {figure}")
    lines.add(f"      {number}: {{{', '.join(written)}}}", doubt)


def _add_figure(lines: _Lines, start: str, read: Read[float]) -> None:
    figure, rounding = _writable(read.value)
    lines.add(f"{start}{figure}", read.doubt or rounding)


def _writable(value: float) -> tuple[str, Doubt | None]:
    """A figure as the format has it, whole or with a half; others rounded to whole, and in doubt."""
    if value * 2 == int(value * 2):
        return f"{value:g}", None
    printed = f"{value:g}".replace(".", ",")
    return f"{round(value)}", Doubt(
        message_id("The report has %(printed)s; the format has wholes and halves."), printed=printed
    )


def _findings(lines: _Lines, key: str, found: Sequence[Read[str]]) -> None:
    if not found:
        lines.add_missing(f"    {key}:")
        return
    lines.add_restate(f"    {key}:")
    for read in found:
        text = _text(read.value[:LONGEST_TEXT], "text")
        if read.page is None:
            lines.add(f"      - {text}", read.doubt)
        else:
            lines.add(f"      - text: {text}", read.doubt)
            lines.add(f"        page: {read.page}")


def _pointed_out(lines: _Lines, pointed: Sequence[PointedOut]) -> None:
    if not pointed:
        lines.add_missing("examples:")
        return
    lines.add_restate("examples:")
    doubt = Doubt(message_id("Check that the report points to it as a good example, and for what."))
    for one in pointed:
        if one.municipality:
            lines.add(f"  - municipality: {_text(one.municipality, 'municipality')}", doubt)
        else:
            lines.add(f"  - place: {_text(one.place, 'place')}", doubt)
            kind_doubt = None if one.kind else Doubt(message_id("Choose district, foreign, company or network."))
            lines.add(f"    kind: {one.kind or 'foreign'}", kind_doubt)
            for key, value in (("part_of", one.part_of), ("country", one.country)):
                if value:
                    lines.add(f"    {key}: {_text(value, key)}")
        lines.add(f"    area: {one.area}")
        lines.add(f"    topic: {_text(one.sentence, 'topic')}")
        if one.page is not None:
            lines.add(f"    page: {one.page}")


def _source(lines: _Lines, report: Report) -> None:
    lines.add("sources:")
    lines.add(
        f"  - title: {_text(report.source, 'title')}",
        Doubt(message_id("The name of the file; write the title of the report.")),
    )
    lines.add("    kind: report", Doubt(message_id("Choose report, slides, news, press or web.")))


def _on_one_line(text: str) -> str:
    """The text with a space wherever there is white space or a sign that cannot be printed."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _text(value: str, key: str) -> str:
    """A text of the report on one line, without the signs that the format refuses."""
    return scalar_text(_on_one_line(value), key)
