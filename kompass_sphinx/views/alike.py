"""Which municipalities of the archive are like one, and what likeness means."""

from __future__ import annotations

from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.municipality import Municipality
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.rich import Rich, joined, listed, rich


@dataclass(frozen=True, slots=True)
class Alike:
    """Municipalities with an evaluation that are like one, and the rule."""

    sentences: Rich
    rule: str


def alike(context: Context, municipality: Municipality) -> Alike:
    """The evaluated municipalities of the same group, then those of the same county in another group."""
    archive = context.archive
    group = [one for one in archive.of_group.get(municipality.group_code, ()) if one != municipality]
    county = [
        one for one in archive.of_county.get(municipality.county_code, ()) if one.group_code != municipality.group_code
    ]
    sentences: list[Rich] = []
    if group:
        sentences.append(
            rich(
                context.text("In the same group, %(group)s: %(list)s."),
                group=municipality.group.lower(),
                list=listed(context.language, (context.municipality_link(one.name) for one in group)),
            )
        )
    else:
        sentences.append(
            (
                context.text(
                    "The archive has no other municipality of the same group, %(group)s.",
                    group=municipality.group.lower(),
                ),
            )
        )
    if county:
        sentences.append(
            rich(
                context.text("In the same county, another group: %(list)s."),
                list=listed(context.language, (context.municipality_link(one.name) for one in county)),
            )
        )
    return Alike(joined(sentences), alike_rule(context))


def alike_rule(context: Context) -> str:
    """The rule of likeness, written wherever it is used."""
    return context.text(
        "Alike means the same group in SKR's Kommungruppsindelning 2023, then the same county: "
        "today's group, not the one of the year of the evaluation."
    )
