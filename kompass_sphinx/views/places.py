"""The register of good examples by place: those outside the country's municipalities, and an index of the others."""

from __future__ import annotations

from itertools import groupby

from kompass_sphinx.archive.contributions import Named
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.views.area_results import place_kind
from kompass_sphinx.views.backlinks import Backlink, backlink
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.lists import more_sentence
from kompass_sphinx.views.targets import Target, municipality_target

MOST_PLACES = 200
MOST_OF_A_PLACE = 5


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place outside the registry, what it is, and what it was named for; ``more`` as in PlaceList."""

    name: str
    what: str
    named: tuple[Backlink, ...]
    more: str


@dataclass(frozen=True, slots=True)
class PlaceList:
    """Such places; ``more`` says how many namings are not listed."""

    entries: tuple[PlaceEntry, ...]
    more: str


@dataclass(frozen=True, slots=True)
class NamedMunicipality:
    """A municipality that evaluators pointed to, its page there, and how often."""

    name: str
    target: Target
    times: str


def places(context: Context) -> PlaceList:
    """Places outside the registry in the order of their names, each with the latest that it was named for."""

    def place_of(named: Named) -> tuple[str, str]:
        return named.item.example.name, place_kind(context, named.item.example)

    found = [(*place, list(named)) for place, named in groupby(context.archive.named_outside, key=place_of)]
    return PlaceList(
        tuple(
            PlaceEntry(
                name,
                what,
                tuple(backlink(context, one) for one in named[:MOST_OF_A_PLACE]),
                more_sentence(context, len(named) - MOST_OF_A_PLACE),
            )
            for name, what, named in found[:MOST_PLACES]
        ),
        more_sentence(context, sum(len(named) for _, _, named in found[MOST_PLACES:])),
    )


def named_municipalities(context: Context) -> tuple[NamedMunicipality, ...]:
    """The municipalities that evaluators pointed to, in the order of their names."""
    archive = context.archive.outlines
    return tuple(
        NamedMunicipality(
            municipality.name,
            municipality_target(municipality.slug).at("utpekad"),
            _times(context, sum(not one.by_itself for one in archive.named_by_municipality[municipality.name])),
        )
        for municipality in archive.with_page
        if municipality.name in archive.named_by_municipality
    )


def _times(context: Context, count: int) -> str:
    """How often others pointed to a municipality; those only held up at home are told apart."""
    if count == 0:
        return context.text("in its own report")
    return context.plural("%(n)s time", "%(n)s times", count, n=count)
