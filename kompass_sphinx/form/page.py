"""What the form shows, as plain frozen data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kompass_sphinx.form.draft import ORIGIN, Draft, Row, name_of
from kompass_sphinx.form.draft_value import items_of
from kompass_sphinx.form.layout import (
    AREA,
    EVALUATORS,
    EXAMPLES,
    FACTS,
    FINDINGS,
    NOTES,
    QUESTION,
    SOURCES,
    Entry,
    RowKind,
)
from kompass_sphinx.language import Language
from kompass_sphinx.model.edition import Area, Catalogue, Edition
from kompass_sphinx.model.municipality import Registry
from kompass_sphinx.reading.marks import RESTATE, UNSURE
from kompass_sphinx.reading.problems import Code, Loc, Problem
from kompass_sphinx.writing.nodes import Value

Base = dict[str, Value] | None
_ONE_OF = ("edition", "area", "question", "choice")


@dataclass(frozen=True, slots=True)
class Field:
    """A field: ``options`` are the values to choose from, each with what it is called; nothing for free text."""

    name: str
    label: str
    control: str
    value: str
    hint: str = ""
    options: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowView:
    """A list item: its fields, and the name and value of the hidden field that says where it comes from."""

    name: str
    legend: str
    origin_name: str
    origin: str
    fields: tuple[Field, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """A list of the file."""

    name: str
    legend: str
    hint: str
    add: str
    rows: tuple[RowView, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A sub-question and its two figures; ``description`` and ``maximum`` may be empty."""

    number: str
    name: str
    description: str
    maximum: str
    points: Field
    percent: Field


@dataclass(frozen=True, slots=True)
class AreaView:
    """An area with all that the file says of it; ``glance`` is that in short."""

    name: str
    number: str
    title: str
    glance: str
    fields: tuple[Field, ...]
    questions: tuple[QuestionView, ...]
    findings: tuple[ListView, ...]
    has_problems: bool


@dataclass(frozen=True, slots=True)
class ProblemEntry:
    """A problem, or a piece of advice, in the list of all.

    ``field`` is the name of what it is about, or empty. ``button`` is what the button beside it does, ``label`` what
    that is called; both empty without one. ``line`` is 0 when it is about many.
    """

    line: int
    text: str
    field: str
    is_advice: bool
    button: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """The problems by the name of the field, row or list that they are about, and all of them in their order."""

    by_name: Mapping[str, tuple[str, ...]]
    entries: tuple[ProblemEntry, ...]

    @property
    def problems(self) -> int:
        """How many things there are to mend."""
        return sum(not entry.is_advice for entry in self.entries)

    @property
    def advice(self) -> int:
        """How many things there are to look at."""
        return len(self.entries) - self.problems


@dataclass(frozen=True, slots=True)
class FormPage:
    """The whole page.

    ``digest`` tells which text the fields were made of, ``seen`` what the file held when it was opened. ``text`` is the
    file's text when that is what is edited. ``conflict`` is the text that could not be saved since the file has changed
    meanwhile, to what ``changed_to`` tells.
    """

    title: str
    path: str
    language: str
    digest: str
    seen: str
    message: str
    facts: tuple[Field, ...]
    lists: tuple[ListView, ...]
    areas: tuple[AreaView, ...]
    benchmarks: tuple[str, ...]
    municipalities: tuple[str, ...]
    told: Told
    open_at: str
    text: str | None
    can_be_form: bool
    conflict: str
    changed_to: str


class FormBuilder:
    """Makes the parts of the page that show a draft."""

    def __init__(self, draft: Draft, base: Base, registry: Registry, catalogue: Catalogue, language: Language) -> None:
        self._draft = draft
        self._base = base or {}
        self._catalogue = catalogue
        self._language = language
        self._text = language.gettext
        edition = draft.values.get(("edition",), "")
        self._edition: Edition | None = catalogue.editions.get(int(edition)) if edition.isdecimal() else None
        self.municipalities = tuple(municipality.name for municipality in registry.by_name.values())

    def tell(self, problems: Iterable[tuple[Problem, Loc]], advice: Iterable[tuple[Problem, Loc]]) -> Told:
        """The problems with the names of what they are about; fields that are merely empty are one of them."""
        by_name: dict[str, tuple[str, ...]] = {}
        entries, empty = [], 0
        for is_advice, found in ((False, problems), (True, advice)):
            for problem, loc in found:
                name = self._name(loc)
                if problem.code is Code.EMPTY_VALUE and name:
                    empty += 1
                    continue
                entry = self._entry(problem, name, is_advice=is_advice)
                entries.append(entry)
                if name:
                    by_name[name] = (*by_name.get(name, ()), entry.text)
        return Told(by_name, (*entries, *self._empty(empty)))

    def _entry(self, problem: Problem, name: str, *, is_advice: bool) -> ProblemEntry:
        text = problem.text(self._text)
        mark = {Code.UNSURE: UNSURE, Code.NOT_RESTATED: RESTATE}.get(problem.code, "")
        button = f"settle {problem.line} {mark}" if mark else ""
        return ProblemEntry(problem.line, text, name, is_advice, button, self._language.gettext("Done") if mark else "")

    def _empty(self, count: int) -> Iterator[ProblemEntry]:
        if count:
            sentence = self._language.ngettext(
                "%(count)s field is empty in the file. Fill it in, or leave it out.",
                "%(count)s fields are empty in the file. Fill them in, or leave them out.",
                count,
            )
            text = self._language.capitalized(sentence % {"count": self._language.count(count)})
            yield ProblemEntry(0, text, "", False, "tidy", self._language.gettext("Leave out what is empty"))

    def _name(self, loc: Loc) -> str:
        """The name of the field, row or list that is about a place, or around it; empty when there is none."""
        position = next((index for index, part in enumerate(loc) if isinstance(part, int)), None)
        if position is not None and loc[:position] in self._draft.rows:
            way = loc[:position]
            for row in range(len(self._draft.rows[way])):
                if self._index_of(way, row) == loc[position]:
                    shown = {name_of((*way, row, key)) for key in self._draft.rows[way][row].values}
                    name = name_of((*way, row, *loc[position + 1 :]))
                    return name if name in shown else name_of((*way, row))
        for length in range(len(loc), 0, -1):
            if loc[:length] in self._draft.rows or loc[:length] in self._draft.values:
                return name_of(loc[:length])
        return name_of(loc[:2]) if loc[:1] == ("areas",) and len(loc) > 1 and self._has_area(str(loc[1])) else ""

    def _index_of(self, way: Loc, position: int) -> int | None:
        """Which item of the value a row is; None for an empty row, which is none."""
        row = self._draft.rows[way][position]
        items = items_of(self._draft, self._base, way)
        return next((index for index, item in enumerate(items) if item is row), None)

    def _has_area(self, number: str) -> bool:
        return self._edition is not None and number in map(str, self._edition.areas)

    def facts(self, told: Told) -> tuple[Field, ...]:
        """The fields about the evaluation as a whole."""
        return tuple(self._field(entry, (entry.key,), told) for entry in FACTS)

    def lists(self, told: Told) -> tuple[ListView, ...]:
        """The lists that are not an area's."""
        return tuple(self._list(kind, (kind.key,), told) for kind in (EVALUATORS, EXAMPLES, SOURCES, NOTES))

    def areas(self, told: Told) -> tuple[AreaView, ...]:
        """The areas of the edition."""
        return tuple(self._area(area, told) for area in self._edition.areas.values()) if self._edition else ()

    def _area(self, area: Area, told: Told) -> AreaView:
        number = str(area.number)
        way: Loc = ("areas", number)
        findings = tuple(self._list(kind, (*way, kind.key), told, number) for kind in FINDINGS)
        name = name_of(way)
        has_problems = any(one == name or one.startswith(f"{name}/") for one in told.by_name)
        return AreaView(
            name=name,
            number=number,
            title=area.name,
            glance=self._glance(way),
            fields=tuple(self._field(entry, (*way, entry.key), told) for entry in AREA),
            questions=tuple(self._question(area, question, told) for question in self._questions(area)),
            findings=findings,
            has_problems=has_problems,
        )

    def _glance(self, way: Loc) -> str:
        language = self._language
        points = self._draft.values.get((*way, "points"), "")
        parts = [language.gettext("%(points)s points") % {"points": points}] if points else []
        strengths, improvements = (sum(not row.is_empty for row in self._rows((*way, kind.key))) for kind in FINDINGS)
        if strengths:
            parts.append(
                language.ngettext("%(count)s strength", "%(count)s strengths", strengths) % {"count": strengths}
            )
        if improvements:
            text = language.ngettext("%(count)s improvement", "%(count)s improvements", improvements)
            parts.append(text % {"count": improvements})
        return ", ".join(parts) or language.gettext("nothing yet")

    def _questions(self, area: Area) -> list[str]:
        """The sub-questions of the edition, and those that only the file has: they can be emptied."""
        way: Loc = ("areas", str(area.number), "questions")
        own = {str(loc[3]) for loc in self._draft.values if len(loc) == 5 and loc[:3] == way}
        return [*area.questions, *sorted(own - area.questions.keys())]

    def _question(self, area: Area, number: str, told: Told) -> QuestionView:
        known = area.questions.get(number)
        way: Loc = ("areas", str(area.number), "questions", number)
        points, percent = (self._field(entry, (*way, entry.key), told) for entry in QUESTION)
        name = known.name if known else self._language.gettext("not a sub-question of this edition")
        maximum = str(known.maximum) if known and known.maximum else ""
        return QuestionView(number, name, known.description if known else "", maximum, points, percent)

    def _list(self, kind: RowKind, loc: Loc, told: Told, area: str = "") -> ListView:
        rows = tuple(self._row(kind, loc, index, row, told, area) for index, row in enumerate(self._rows(loc)))
        name = name_of(loc)
        hint = self._text(kind.hint) if kind.hint else ""
        return ListView(name, self._text(kind.legend), hint, self._text(kind.add), rows, told.by_name.get(name, ()))

    def _rows(self, loc: Loc) -> list[Row]:
        return self._draft.rows.get(loc, [])

    def _row(self, kind: RowKind, loc: Loc, index: int, row: Row, told: Told, area: str) -> RowView:
        way = (*loc, index)
        name = name_of(way)
        fields = tuple(self._field(entry, (*way, entry.key), told, row, area) for entry in kind.entries)
        origin = "" if row.origin is None else str(row.origin)
        legend = self._text(kind.item) % {"number": index + 1}
        return RowView(name, legend, name_of((*way, ORIGIN)), origin, fields, told.by_name.get(name, ()))

    def _field(self, entry: Entry, loc: Loc, told: Told, row: Row | None = None, area: str = "") -> Field:
        value = self._draft.values.get(loc, "") if row is None else row.values.get(entry.key, "")
        name = name_of(loc)
        hint = self._text(entry.hint) if entry.hint else ""
        options = self._options(entry, value, area) if entry.control in _ONE_OF else ()
        control = "choice" if entry.control in _ONE_OF else entry.control
        return Field(name, self._text(entry.label), control, value, hint, options, told.by_name.get(name, ()))

    def _options(self, entry: Entry, value: str, area: str) -> tuple[tuple[str, str], ...]:
        """What may be chosen; what stands there already always may."""
        areas = self._edition.areas if self._edition else {}
        if entry.control == "edition":
            options = [(str(edition.id), str(edition.id)) for edition in self._catalogue]
        elif entry.control == "area":
            options = [(str(one.number), f"{one.number} {one.name}") for one in areas.values()]
        elif entry.control == "question":
            within = [one for one in areas.values() if not area or str(one.number) == area]
            questions = [question for one in within for question in one.questions.values()]
            options = [(question.number, f"{question.number} {question.name}") for question in questions]
        else:
            options = [(choice, self._text(label)) for choice, label in entry.choices]
        if value and value not in dict(options):
            options.append((value, value))
        nothing = self._language.gettext("the whole area") if entry.control == "question" and area else ""
        return (("", nothing), *options)
