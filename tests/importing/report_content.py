"""What a made-up report says: figures that agree, findings, pointers and the facts of its front page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from kompass_sphinx.model.edition import Edition
from kompass_sphinx.reading.yaml_text import load
from tests.archives import catalogue, registry
from tests.demonstration.draws import Draws
from tests.demonstration.examples import examples_of
from tests.demonstration.figures import AreaFigures, Figures, figures_of
from tests.demonstration.impressions import impression, summary
from tests.demonstration.reports import Findings, Kind, findings_of
from tests.demonstration.schedule import LAST_LIKELY_YEAR, Key, municipalities

_WORDINGS = Path(__file__).parent / "words" / "questions.yaml"

_PEOPLE = ("Stina Låtsasdotter", "Ove Påhittsson", "Märta von Låtsas", "Åke Sagolin", "Görel Påhitt-Ek", "Bo Sagesson")
_EMPLOYERS = ("Sveriges Kommuner och Landsting", "SKL", "f.d. SKL", "Påhittstads kommun", "Låtsasnätverket AB", "")


@dataclass(frozen=True, slots=True)
class Question:
    """A sub-question as it is printed: its sentence and its figures, each of which may be missing."""

    number: str
    wording: str
    points: str | None = None
    maximum: str | None = None
    percent: str | None = None
    earlier: str | None = None
    """Points of an earlier year, in a column beside: never this year's."""
    level: int = 0
    """The measured share in thousandths, which the figures are rounded from."""


@dataclass(frozen=True, slots=True)
class Area:
    """A chapter on an area, and its table."""

    number: int
    name: str
    points: str | None
    sum: str | None
    """Points in the sum row of the area's table, which a report may print wrong."""
    impression: str
    questions: tuple[Question, ...]
    strengths: tuple[str, ...]
    improvements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pointer:
    """Whom the evaluators point to in an area: a municipality, or a place outside the registry."""

    name: str
    area: int
    topic: str
    kind: str | None = None
    of: str = ""
    """The city or the country of a place outside the registry."""


@dataclass(frozen=True, slots=True)
class Evaluator:
    """One of those who made the evaluation."""

    name: str
    affiliation: str


@dataclass(frozen=True, slots=True)
class Content:
    """All that a report says. Of a made-up report there are two: the truth, and what is printed."""

    municipality: str
    slug: str
    year: int
    edition: int
    month: int
    """The month of the visit, in ``year``."""
    published: str
    first: bool
    interviews: int
    evaluators: tuple[Evaluator, ...]
    total: str
    summary: str
    areas: tuple[Area, ...]
    pointers: tuple[Pointer, ...]
    appendix: tuple[Content, ...] = field(default=())
    """Evaluations whose tables stand at the end: other municipalities', or an earlier year's."""

    @property
    def visited(self) -> str:
        """Year and month of the visit."""
        return f"{self.year}-{self.month:02}"

    @property
    def edition_facts(self) -> Edition:
        """The edition that was used."""
        return catalogue().editions[self.edition]

    def area(self, number: int) -> Area:
        """The area with this number."""
        return next(area for area in self.areas if area.number == number)

    def with_area(self, area: Area) -> Content:
        """The same with one area in the place of that with its number."""
        return replace(self, areas=tuple(area if area.number == one.number else one for one in self.areas))

    def with_question(self, question: Question) -> Content:
        """The same with one sub-question in the place of that with its number."""
        area = self.area(int(question.number[0]))
        questions = tuple(question if question.number == one.number else one for one in area.questions)
        return self.with_area(replace(area, questions=questions))


def made_content(seed: int, edition: int) -> Content:
    """A made-up evaluation, the same for the same seed on every machine."""
    draws = Draws("report", edition, seed)
    facts = catalogue().editions[edition]
    slug = draws.one(municipalities())
    key = (slug, draws.between(facts.first_year, facts.last_year or LAST_LIKELY_YEAR))
    figures = figures_of(key)
    month, wait = draws.between(1, 9), draws.between(1, 3)
    return Content(
        municipality=registry().by_slug[slug].name,
        slug=slug,
        year=key[1],
        edition=edition,
        month=month,
        published=f"{key[1]}-{month + wait:02}-{draws.between(1, 28):02}",
        first=draws.chance(0.5),
        interviews=draws.between(3, 12) * 5,
        evaluators=_evaluators(draws),
        total=figures.total,
        summary=summary(key, figures),
        areas=_areas(key, facts, figures, draws),
        pointers=_pointers(key, figures),
    )


def _evaluators(draws: Draws) -> tuple[Evaluator, ...]:
    return tuple(
        Evaluator(name, employer)
        for name, employer in zip(draws.some(_PEOPLE, 2), draws.some(_EMPLOYERS, 2), strict=True)
    )


def _areas(key: Key, edition: Edition, figures: Figures, draws: Draws) -> tuple[Area, ...]:
    findings = findings_of(key, Kind.REPORT, figures)
    # Reports of edition 2002 that are known give no figures for sub-questions; some of ours give percent.
    has_figures = edition.has_maximums or draws.chance(0.5)
    seen: set[str] = set()
    return tuple(
        Area(
            number=number,
            name=area.name,
            points=figures.areas[number].points,
            sum=figures.areas[number].points,
            impression=impression(key, area, figures.areas[number]),
            questions=_questions(edition, number, figures.areas[number], has_figures),
            strengths=_texts(findings[number], "strengths", seen),
            improvements=_texts(findings[number], "improvements", seen),
        )
        for number, area in edition.areas.items()
    )


def _texts(findings: Findings, kind: str, seen: set[str]) -> tuple[str, ...]:
    """The texts of findings, without those that another text of the report nearly is."""
    kept = []
    for finding in getattr(findings, kind):
        beginning = finding.text[:24]
        if beginning not in seen:
            seen.add(beginning)
            kept.append(finding.text)
    return tuple(kept)


def _questions(edition: Edition, number: int, figures: AreaFigures, has_figures: bool) -> tuple[Question, ...]:
    return tuple(
        Question(
            number=question,
            wording=wordings(edition.id)[question],
            points=one.points if has_figures else None,
            maximum=str(edition.areas[number].questions[question].maximum or "") or None,
            percent=one.percent if has_figures else None,
            level=one.level,
        )
        for question, one in figures.questions.items()
    )


def _pointers(key: Key, figures: Figures) -> tuple[Pointer, ...]:
    return tuple(
        Pointer(
            name=example.get("municipality") or example["place"],
            area=int(example["area"]),
            topic=example["topic"],
            kind=example.get("kind"),
            of=example.get("part_of") or example.get("country") or "",
        )
        for example in examples_of(key, figures)
    )


@cache
def wordings(edition: int) -> dict[str, str]:
    """The sub-questions of an edition as sentences."""
    data: dict[str, dict[str, str]] = load(_WORDINGS.read_text(encoding="utf-8"))
    return data[str(edition)]
