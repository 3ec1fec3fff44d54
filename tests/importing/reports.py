"""Made-up reports with known answers: what each says is known, so that what is read out of it can be judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from kompass_sphinx.importing.document import Document, Line
from tests.demonstration.draws import Draws
from tests.importing import report_wear as wear
from tests.importing.report_blocks import Block
from tests.importing.report_changes import fits
from tests.importing.report_content import Content, Question, made_content
from tests.importing.report_layout import Layout
from tests.importing.report_lines import lines_of, plain_text
from tests.importing.report_setting import set_report
from tests.importing.report_shapes import Shape

_BEGINNING = 30
"""So many letters tell a finding from all else in a report."""

EDITIONS = (2002, 2010, 2016, 2020)


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A made-up report: ``truth`` is what an importer is to find, or to be unsure of, ``printed`` what stands there.

    ``blocks`` are for files with a form of their own (HTML, Word, PDF), which no wear of lines has touched;
    ``lines`` are worn.
    """

    truth: Content
    printed: Content
    doubtful: frozenset[str]
    """Figures that the report gives twice and differently, both times so that they fit: "1.2 points"."""
    blocks: tuple[Block, ...]
    lines: tuple[Line, ...]

    @property
    def document(self) -> Document:
        """What the reader of a file hands over."""
        return Document(self.lines)

    @property
    def pages(self) -> dict[str, int | None]:
        """The page that each finding begins on, for those whose beginning can be found in the lines."""
        texts = [text for area in self.truth.areas for text in (*area.strengths, *area.improvements)]
        found = {text: [line.page for line in self.lines if text[:_BEGINNING] in line.text] for text in texts}
        return {text: pages[0] for text, pages in found.items() if len(pages) == 1}

    @property
    def text(self) -> str:
        """The report as a plain text with form feeds between its pages."""
        return plain_text(self.lines, with_pages=True)


def made_report(seed: int, edition: int, shape: Shape) -> MadeReport:
    """A made-up report in a shape, the same for the same seed."""
    content = made_content(seed, edition)
    said = reduce(
        lambda said, change: change(said, Draws("change", shape.name, edition, seed)), shape.changes, (content, content)
    )
    truth, printed = said
    layout = shape.layout
    blocks = set_report(printed, layout)
    lines = reduce(
        lambda lines, worn: worn(lines, Draws("wear", shape.name, edition, seed)), shape.wears, lines_of(blocks)
    )
    tables = [*_tables(printed, layout)]
    truth = _with_what_nobody_can_tell(truth, printed, layout) if layout.has_tables else truth
    truth = _with_questions(truth, _told(tables), has_tables=layout.has_tables)
    truth = _with_what_is_printed(truth, layout, has_tables=bool(tables))
    # What cannot be read is not said a second time.
    is_legible = not {*shape.wears} & {wear.damaged_figures, wear.damaged_numbers}
    doubtful = frozenset(_doubtful(tables) if is_legible else ())
    return MadeReport(truth, printed, doubtful, blocks, lines)


def _tables(printed: Content, layout: Layout) -> Iterator[Content]:
    """Whose tables on this evaluation the report has: its own, and those of its appendices."""
    if layout.has_tables:
        yield printed
    if layout.kind != "press":
        yield from (one for one in printed.appendix if (one.slug, one.year) == (printed.slug, printed.year))


def _questions(content: Content) -> dict[str, Question]:
    return {question.number: question for area in content.areas for question in area.questions}


def _told(tables: Sequence[Content]) -> dict[str, Question]:
    """The sub-questions whose figures stand in one of the tables, as the first of them has them."""
    told: dict[str, Question] = {}
    for content in tables:
        for number, question in _questions(content).items():
            if question.points or question.percent:
                told.setdefault(number, question)
    return told


def _with_questions(content: Content, told: Mapping[str, Question], *, has_tables: bool) -> Content:
    """The content with the figures of an appendix that its own tables lack, but for those that cannot be right."""
    for number, question in _questions(content).items():
        if has_tables and (question.points or question.percent):
            continue
        one = told.get(number, replace(question, points=None, percent=None))
        content = content.with_question(one if fits(one) else question)
    return content


def _with_what_nobody_can_tell(content: Content, printed: Content, layout: Layout) -> Content:
    """The content with figures that are printed instead of its own where nothing beside them speaks against it."""
    has_both = {"points", "percent"} <= {*layout.columns}
    said = _questions(printed)
    for number, question in _questions(content).items():
        one = said.get(number, question)
        other = replace(one, maximum=question.maximum)
        is_told = "maximum" in layout.columns and one.maximum != question.maximum
        if not is_told and (fits(other) or not has_both):
            content = content.with_question(other)
    return content


def _doubtful(tables: Sequence[Content]) -> Iterator[str]:
    said = _questions(tables[0]) if tables else {}
    for question in (question for other in tables[1:] for question in _questions(other).values()):
        first = said.get(question.number)
        if first is None or (first.points is first.percent is None):
            continue
        if question.points != first.points and fits(question):
            yield f"{question.number} points"
        if question.percent != first.percent and fits(question):
            yield f"{question.number} percent"


def _with_what_is_printed(truth: Content, layout: Layout, *, has_tables: bool) -> Content:
    """The truth without what the layout leaves out: an importer that gives it nevertheless has made it up."""
    columns = layout.columns if has_tables else ()
    has_points = layout.kind == "press" or layout.has_box or layout.has_area_table or (has_tables and layout.has_sums)
    areas = tuple(
        replace(
            area,
            points=area.points if has_points else None,
            questions=tuple(
                replace(
                    question,
                    points=question.points if "points" in columns else None,
                    percent=question.percent if "percent" in columns else None,
                )
                for question in area.questions
            ),
        )
        for area in truth.areas
    )
    return replace(truth, areas=areas, pointers=truth.pointers if layout.has_pointers else ())
