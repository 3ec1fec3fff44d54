"""The register of good examples by place: those outside the country's municipalities, and an index of the others."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from kompass_sphinx.views.area_results import place_kind
from kompass_sphinx.views.backlinks import Backlink, backlink
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.lists import LONGEST_LIST, more_sentence
from kompass_sphinx.views.targets import Target, municipality_target


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place outside the registry, what it is, and what it was named for."""

    name: str
    what: str
    named: tuple[Backlink, ...]


@dataclass(frozen=True, slots=True)
class PlaceList:
    """All such places; ``more`` says how many namings are not listed."""

    entries: tuple[PlaceEntry, ...]
    more: str


@dataclass(frozen=True, slots=True)
class NamedMunicipality:
    """A municipality that evaluators pointed to, its page there, and how often."""

    name: str
    target: Target
    times: str


def places(context: Context) -> PlaceList:
    """Places outside the registry in the order of their names, each with all that it was named for, latest first."""
    found = context.archive.named_outside
    shown = ((one.item.example.name, place_kind(context, one.item.example), one) for one in found[:LONGEST_LIST])
    return PlaceList(
        tuple(
            PlaceEntry(name, what, tuple(backlink(context, one) for _, _, one in group))
            for (name, what), group in groupby(shown, key=lambda entry: entry[:2])
        ),
        more_sentence(context, len(found) - LONGEST_LIST),
    )


def named_municipalities(context: Context) -> tuple[NamedMunicipality, ...]:
    """The municipalities that evaluators pointed to, in the order of their names."""
    archive = context.archive
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
