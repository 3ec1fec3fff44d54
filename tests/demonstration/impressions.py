"""Made-up impressions of an area and of the whole, in a sentence or two that agree with the figures."""

from __future__ import annotations

from kompass_sphinx.model.edition import Area
from tests.archives import catalogue
from tests.demonstration.draws import Draws
from tests.demonstration.figures import AreaFigures, Figures
from tests.demonstration.phrases import topic
from tests.demonstration.schedule import Key, edition_of, years_of
from tests.demonstration.vocabulary import subjects

_HIGH, _LOW = 67_000, 47_000
_OPENINGS = {
    1: (
        "Ett starkt område",
        "Här har kommunen kommit långt",
        "Mycket är på plats",
        "Arbetet är inarbetat och uppskattat",
    ),
    0: ("Grunden finns", "Ett område på väg", "Goda ansatser", "Bra på sina håll men ojämnt"),
    -1: ("Här återstår mycket", "Arbetet är i sin början", "Ett svagt område", "Sammanhållningen saknas ännu"),
}
_NEXT = ("Nästa steg är {}.", "Det som återstår är {}.", "Mest att vinna finns i {}.", "Framåt handlar det om {}.")
_TOTALS = {
    1: ("En kommun som håller ihop styrning och vardag.", "Ett högt resultat med jämn kvalitet."),
    0: ("Ett resultat med både starka och svaga sidor.", "Ambitionerna är goda och mycket är på gång."),
    -1: ("Det mesta av utvecklingsarbetet ligger framför kommunen.", "Viljan finns men strukturerna saknas."),
}


def impression(key: Key, area: Area, figures: AreaFigures) -> str:
    """The impression of an area."""
    draws = Draws("impression", *key, area.number)
    theme = catalogue().theme_of(area.edition, area.number).id
    opening = draws.one(_OPENINGS[_height(figures.exact)])
    ahead = draws.one(_NEXT).format(topic(draws.one(subjects(theme)), draws))
    if not figures.questions:
        return f"{opening}. {ahead}"
    best = max(figures.questions, key=lambda number: figures.questions[number].level)
    return f"{opening}, allra mest i fråga om {_lower(area.questions[best].name)}. {ahead}"


def summary(key: Key, figures: Figures) -> str:
    """The impression of the whole."""
    edition = catalogue().editions[edition_of(key[1])]
    draws = Draws("summary", *key)
    ordered = sorted(edition.areas, key=lambda number: (-figures.areas[number].exact, number))
    time = "En första utvärdering. " if key[1] == years_of(key[0])[0] else ""
    opening = draws.one(_TOTALS[_height(sum(area.exact for area in figures.areas.values()) // len(figures.areas))])
    best, worst = (_lower(edition.areas[number].name) for number in (ordered[0], ordered[-1]))
    return f"{time}{opening} Starkast är området {best}. Mest återstår inom {worst}."


def _height(exact: int) -> int:
    return (exact >= _HIGH) - (exact < _LOW)


def _lower(name: str) -> str:
    return name if name[:2].isupper() else name[0].lower() + name[1:]
