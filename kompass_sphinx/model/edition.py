"""The editions of Kommunkompassen: their areas and sub-questions, and the themes that run through them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator


def area_of_question(number: str) -> int:
    """The number of the area that the sub-question with this number belongs to."""
    return int(number.partition(".")[0])


@dataclass(frozen=True, slots=True)
class Question:
    """A sub-question of an area.

    ``maximum`` is in points; edition 2002 publishes none. ``description`` says in a sentence what it is about: the
    archive's own reading, not the publisher's.
    """

    edition: int
    number: str
    name: str
    maximum: int | None = None
    description: str = ""

    @property
    def area(self) -> int:
        """The number of the area it belongs to."""
        return area_of_question(self.number)


@dataclass(frozen=True, slots=True)
class Area:
    """One of an edition's eight areas, each worth 100 points. ``also`` holds other names in use."""

    edition: int
    number: int
    name: str
    also: tuple[str, ...] = ()
    questions: dict[str, Question] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edition:
    """A version of the instrument. ``last_year`` is None while it is in use."""

    id: int
    first_year: int
    last_year: int | None
    areas: dict[int, Area]

    def question(self, number: str) -> Question | None:
        """The sub-question with this number."""
        area, _, _ = number.partition(".")
        found = self.areas.get(int(area)) if len(area) == 1 and area.isdecimal() else None
        return found.questions.get(number) if found else None

    @property
    def has_questions(self) -> bool:
        """Whether the sub-questions of the edition are known."""
        return any(area.questions for area in self.areas.values())

    @property
    def has_maximums(self) -> bool:
        """Whether the edition publishes the maximum points of its sub-questions."""
        return any(question.maximum for area in self.areas.values() for question in area.questions.values())


@dataclass(frozen=True, slots=True)
class Theme:
    """The line of descent that areas belong to across editions: our own reading, not the publisher's.

    ``areas`` maps an edition's id to the number of the area there.
    """

    id: str
    name: str
    areas: dict[int, int]


@dataclass(frozen=True, slots=True)
class Comparability:
    """What may be held against each other between two successive editions."""

    earlier: int
    later: int
    rule: str
    source: str


Relation = Literal["same", "reworded", "partly"]


@dataclass(frozen=True, slots=True)
class Lineage:
    """Which sub-question of a later edition a sub-question became, and how near the two are."""

    earlier: tuple[int, str]
    later: tuple[int, str]
    relation: Relation
    note: str


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The same or the nearest sub-question in the edition before or after, and how near it is."""

    question: Question
    relation: Relation
    note: str
    is_earlier: bool

    @property
    def is_alike(self) -> bool:
        """Whether it asks for the same, reworded or not: results on it say something of the other."""
        return self.relation != "partly"


@dataclass(frozen=True)
class Catalogue:
    """The four editions and eight themes, in the order of their years and numbers."""

    editions: dict[int, Edition]
    themes: dict[str, Theme]
    comparability: tuple[Comparability, ...]
    lineage: tuple[Lineage, ...]

    def __iter__(self) -> Iterator[Edition]:
        return iter(self.editions.values())

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every sub-question of every edition, in the order of editions and numbers."""
        return tuple(
            question for edition in self for area in edition.areas.values() for question in area.questions.values()
        )

    def in_use(self, year: int) -> Edition:
        """The edition that evaluations were made with in a year."""
        return next(edition for edition in reversed(self.editions.values()) if edition.first_year <= year)

    def theme_of(self, edition: int, area: int) -> Theme:
        """The theme that an area belongs to."""
        return self._theme_of[edition, area]

    @cached_property
    def _theme_of(self) -> dict[tuple[int, int], Theme]:
        return {place: theme for theme in self.themes.values() for place in theme.areas.items()}

    def area_of(self, edition: int, theme: str) -> Area:
        """The area that a theme is in an edition."""
        return self.editions[edition].areas[self.themes[theme].areas[edition]]

    def neighbours(self, edition: int) -> tuple[Edition, ...]:
        """The edition before and the edition after, those that there are."""
        editions = list(self)
        position = next(index for index, one in enumerate(editions) if one.id == edition)
        return (*editions[max(position - 1, 0) : position], *editions[position + 1 : position + 2])

    def counterparts(self, question: Question) -> tuple[Counterpart, ...]:
        """The same or nearest sub-questions of the neighbouring editions, those of the edition before first.

        From the explicit lineage, never by number alone; empty when the edition has none.
        """
        return self._counterparts.get((question.edition, question.number), ())

    @cached_property
    def _counterparts(self) -> dict[tuple[int, str], tuple[Counterpart, ...]]:
        found: dict[tuple[int, str], list[Counterpart]] = defaultdict(list)
        for one in self.lineage:
            for place, other in ((one.earlier, one.later), (one.later, one.earlier)):
                question = self.editions[other[0]].question(other[1])
                assert question is not None, "the lineage names sub-questions of the catalogue"
                found[place].append(Counterpart(question, one.relation, one.note, other[0] < place[0]))
        return {
            place: tuple(sorted(counterparts, key=lambda one: not one.is_earlier))
            for place, counterparts in found.items()
        }
