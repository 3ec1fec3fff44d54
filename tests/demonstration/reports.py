"""How much a made-up report says, and its strengths and improvements."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from kompass_sphinx.model.edition import Area
from tests.archives import catalogue
from tests.demonstration.draws import Draws
from tests.demonstration.figures import AreaFigures, Figures
from tests.demonstration.phrases import improvement, strength
from tests.demonstration.schedule import ALWAYS, Key, edition_of
from tests.demonstration.vocabulary import Subject, subject_of, subjects

Writer = Callable[[Subject, Draws], str]


class Kind(Enum):
    """How much the archive has of an evaluation, with the share of evaluations that are so."""

    REPORT = 0.70
    AREAS = 0.15
    TOTAL = 0.10
    WORDS = 0.05


@dataclass(frozen=True, slots=True)
class Finding:
    """A strength or an improvement."""

    text: str
    question: str | None


@dataclass(frozen=True, slots=True)
class Findings:
    """The strengths and improvements of an area."""

    strengths: tuple[Finding, ...]
    improvements: tuple[Finding, ...]


def kind_of(key: Key) -> Kind:
    """How much there is of an evaluation."""
    if key in ALWAYS:  # the pages on how to contribute show the file of a total alone
        return Kind.TOTAL if key == ("helsingborg", 2017) else Kind.REPORT
    share = Draws("kind", *key).share()
    for kind in Kind:
        share -= kind.value
        if share < 0:
            return kind
    return Kind.REPORT


def findings_of(key: Key, kind: Kind, figures: Figures) -> dict[int, Findings]:
    """Strengths and improvements by area; no text is there twice."""
    edition = catalogue().editions[edition_of(key[1])]
    seen: set[str] = set()
    return {
        number: Findings(
            _written(strength, key, kind, area, figures.areas[number], seen),
            _written(improvement, key, kind, area, figures.areas[number], seen),
        )
        for number, area in edition.areas.items()
    }


def _written(
    write: Writer, key: Key, kind: Kind, area: Area, figures: AreaFigures, seen: set[str]
) -> tuple[Finding, ...]:
    draws = Draws(write.__name__, *key, area.number)
    choices = subjects(catalogue().theme_of(area.edition, area.number).id)
    written = []
    for question in _questions(write, kind, figures, draws):
        text = ""
        while not text or text in seen:
            text = write(subject_of(area.edition, question) if question else draws.one(choices), draws)
        seen.add(text)
        written.append(Finding(text, question))
    return tuple(written)


def _questions(write: Writer, kind: Kind, figures: AreaFigures, draws: Draws) -> Iterator[str | None]:
    """The sub-question of each finding to write; None for one that belongs to no single sub-question."""
    if kind in (Kind.AREAS, Kind.TOTAL):
        yield from [None] * (draws.below(2) if kind is Kind.AREAS else 0)
        return
    for number, question in figures.questions.items():
        level = question.level / 1000
        # The better the result, the more strengths and the fewer improvements; never sure to be none.
        share = max(1.5 * level - 0.1, 0.05) if write is strength else max(1.35 - 1.25 * level, 0.05)
        share *= 0.35 if kind is Kind.WORDS else 1
        yield from [number] * (draws.chance(share) + draws.chance(share / 4))
    yield from [None] * (draws.below(3) if figures.questions else draws.between(3, 6))
