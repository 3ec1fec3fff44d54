"""The parts of the page that show a draft: its single fields, its lists, its areas."""

from __future__ import annotations

from dataclasses import dataclass

from kompass_sphinx.form.choices import Choices, has_choices
from kompass_sphinx.form.draft import ORIGIN, Draft, Row, name_of
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
from kompass_sphinx.form.page import AreaView, Field, ListView, QuestionView, RowView
from kompass_sphinx.form.told import Told
from kompass_sphinx.language import Language
from kompass_sphinx.model.edition import Area
from kompass_sphinx.reading.problems import Loc


@dataclass(frozen=True, slots=True)
class FormBuilder:
    """Makes them; ``told`` is what there is to say beside the fields."""

    draft: Draft
    told: Told
    choices: Choices
    language: Language

    def facts(self) -> tuple[Field, ...]:
        """The fields about the evaluation as a whole."""
        return tuple(self._field(entry, (entry.key,)) for entry in FACTS)

    def lists(self) -> tuple[ListView, ...]:
        """The lists that are not an area's."""
        return tuple(self._list(kind, (kind.key,)) for kind in (EVALUATORS, EXAMPLES, SOURCES, NOTES))

    def areas(self) -> tuple[AreaView, ...]:
        """The areas of the edition."""
        edition = self.choices.edition
        return tuple(self._area(area) for area in edition.areas.values()) if edition else ()

    def _area(self, area: Area) -> AreaView:
        number = str(area.number)
        way: Loc = ("areas", number)
        findings = tuple(self._list(kind, (*way, kind.key), number) for kind in FINDINGS)
        name = name_of(way)
        to_mend = [entry.field for entry in self.told.entries]
        has_problems = any(one == name or one.startswith(f"{name}/") for one in to_mend)
        return AreaView(
            name=name,
            number=number,
            title=area.name,
            glance=self._glance(way),
            fields=tuple(self._field(entry, (*way, entry.key)) for entry in AREA),
            questions=tuple(self._question(area, question) for question in self._questions(area)),
            findings=findings,
            has_problems=has_problems,
        )

    def _glance(self, way: Loc) -> str:
        language = self.language
        points = self.draft.values.get((*way, "points"), "")
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
        own = {str(loc[3]) for loc in self.draft.values if len(loc) == 5 and loc[:3] == way}
        return [*area.questions, *sorted(own - area.questions.keys())]

    def _question(self, area: Area, number: str) -> QuestionView:
        known = area.questions.get(number)
        way: Loc = ("areas", str(area.number), "questions", number)
        points, percent = (self._field(entry, (*way, entry.key)) for entry in QUESTION)
        name = known.name if known else self.language.gettext("not a sub-question of this edition")
        maximum = str(known.maximum) if known and known.maximum else ""
        return QuestionView(number, name, known.description if known else "", maximum, points, percent)

    def _list(self, kind: RowKind, loc: Loc, area: str = "") -> ListView:
        rows = tuple(self._row(kind, loc, index, row, area) for index, row in enumerate(self._rows(loc)))
        name = name_of(loc)
        legend, hint, add = map(self._text, (kind.legend, kind.hint, kind.add))
        return ListView(name, legend, hint, add, rows, self._problems(name))

    def _rows(self, loc: Loc) -> list[Row]:
        return self.draft.rows.get(loc, [])

    def _row(self, kind: RowKind, loc: Loc, index: int, row: Row, area: str) -> RowView:
        way = (*loc, index)
        name = name_of(way)
        fields = tuple(self._field(entry, (*way, entry.key), row, area) for entry in kind.entries)
        origin = "" if row.origin is None else str(row.origin)
        legend = self._text(kind.item) % {"number": index + 1}
        return RowView(name, legend, name_of((*way, ORIGIN)), origin, fields, self._problems(name))

    def _field(self, entry: Entry, loc: Loc, row: Row | None = None, area: str = "") -> Field:
        value = self.draft.values.get(loc, "") if row is None else row.values.get(entry.key, "")
        name = name_of(loc)
        label, hint = self._text(entry.label), self._text(entry.hint)
        options = self.choices.of(entry, value, area) if has_choices(entry) else ()
        control = "choice" if has_choices(entry) else entry.control
        return Field(name, label, control, value, hint, options, self._problems(name))

    def _problems(self, name: str) -> tuple[str, ...]:
        return self.told.by_name.get(name, ())

    def _text(self, message: str) -> str:
        return self.language.gettext(message) if message else ""
