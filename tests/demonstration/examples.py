"""Whom a made-up report points to as good examples."""

from __future__ import annotations

from functools import cache

from kompass_sphinx.model.evaluation import PlaceKind
from tests.archives import catalogue, registry
from tests.demonstration.draws import Draws
from tests.demonstration.figures import Figures
from tests.demonstration.levels import theme_level
from tests.demonstration.phrases import topic
from tests.demonstration.schedule import Key, edition_of, municipalities
from tests.demonstration.vocabulary import subject_of, subjects

_NEAR = 110
"""So many municipalities an archive of 300 evaluations has: most of those named are in the archive themselves."""
_NAMED = 30

_OUTSIDE: tuple[tuple[str, PlaceKind, dict[str, str]], ...] = (
    ("Påhitteberga", "district", {"part_of": "Påhittestad"}),
    ("Norra Låtsas", "district", {"part_of": "Påhittestad"}),
    ("Påhittvik", "foreign", {"country": "Norge"}),
    ("Sagosund", "foreign", {"country": "Danmark"}),
    ("Låtsasniemi", "foreign", {"country": "Finland"}),
    ("Påhittade Verken AB", "company", {}),
    ("Låtsasbanken", "company", {}),
    ("Påhittade jämförelsenätverket", "network", {}),
)

_SETTLED = {("helsingborg", 2014): {"municipality": "Örnsköldsvik", "area": "4", "question": "4.3"}}
"""The real report points there too; what it would be an example of is made up like the rest."""


@cache
def _good_at(theme: str) -> tuple[str, ...]:
    """Municipalities that evaluators may name, best first."""
    near = sorted(municipalities()[:_NEAR], key=lambda slug: -theme_level(slug, theme))
    return tuple(registry().by_slug[slug].name for slug in near[:_NAMED])


def examples_of(key: Key, figures: Figures) -> list[dict[str, str]]:
    """The examples of a report, as keys and values of its file."""
    draws = Draws("examples", *key)
    examples = [_example(key, figures, draws) for _ in range(draws.between(3, 14))]
    if key in _SETTLED:
        settled = _SETTLED[key]
        examples.append({**settled, "topic": topic(subject_of(edition_of(key[1]), settled["question"]), draws)})
    return sorted(examples, key=lambda example: example["area"])


def _example(key: Key, figures: Figures, draws: Draws) -> dict[str, str]:
    edition = catalogue().editions[edition_of(key[1])]
    area = draws.one(list(edition.areas.values()))
    theme = catalogue().theme_of(edition.id, area.number).id
    question = draws.one(list(area.questions)) if area.questions and draws.chance(0.85) else None
    subject = subject_of(edition.id, question) if question else draws.one(subjects(theme))
    is_strong = figures.areas[area.number].exact >= 70_000
    place = {"question": question} if question else {}
    return {**_who(key, theme, is_strong, draws), "area": str(area.number), **place, "topic": topic(subject, draws)}


def _who(key: Key, theme: str, is_strong: bool, draws: Draws) -> dict[str, str]:
    own = registry().by_slug[key[0]].name
    if is_strong and draws.chance(0.25):
        return {"municipality": own}
    if draws.chance(0.06):
        name, kind, more = draws.one(_OUTSIDE)
        return {"place": name, "kind": kind, **more}
    if draws.chance(0.12):
        names = [municipality.name for municipality in registry()]
        return {"municipality": draws.one([name for name in names if name != own])}
    names = [name for name in _good_at(theme) if name != own]
    # The better of two draws: the best are named most.
    return {"municipality": names[min(draws.below(len(names)), draws.below(len(names)))]}
