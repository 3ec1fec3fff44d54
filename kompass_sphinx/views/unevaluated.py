"""The page of a municipality that the archive has no evaluation of: what is known all the same."""

from __future__ import annotations

from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.municipality import Municipality
from kompass_sphinx.views.alike import Alike, alike
from kompass_sphinx.views.backlinks import Backlinks, backlinks
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.register import KnownOf, known_of
from kompass_sphinx.views.targets import CONTRIBUTE, Target


@dataclass(frozen=True, slots=True)
class UnevaluatedView:
    """Everything on the page; ``known`` is None when the register has nothing of the municipality."""

    title: str
    description: str
    crumbs: tuple[tuple[str, Target | None], ...]
    kicker: str
    lede: str
    backlinks: Backlinks
    known: KnownOf | None
    contribute: Target
    alike: Alike


def unevaluated_view(context: Context, slug: str) -> UnevaluatedView:
    """The page of the municipality with this slug, which is named as an example or in the register."""
    municipality = context.archive.registry.by_slug[slug]
    lede = _lede(context, municipality)
    return UnevaluatedView(
        title=municipality.name,
        description=lede,
        crumbs=context.crumbs((municipality.name, None)),
        kicker=f"{municipality.county} · {municipality.group}",
        lede=lede,
        backlinks=backlinks(context, municipality.name),
        known=known_of(context, municipality),
        contribute=Target(CONTRIBUTE),
        alike=alike(context, municipality),
    )


def _lede(context: Context, municipality: Municipality) -> str:
    """That there is no evaluation, how many are known, and how often evaluators named the municipality."""
    sentences = [context.text("The archive has no evaluation of %(municipality)s.", municipality=municipality.name)]
    entries = context.archive.without_report.get(municipality.name, ())
    # One without a year may be the same as another.
    sure = max(sum(entry.year is not None for entry in entries), 1)
    if len(entries) > sure:
        sentences.append(
            context.plural(
                "At least one is known, but its report is not here.",
                "At least %(count)s are known, but their reports are not here.",
                sure,
            )
        )
    elif entries:
        sentences.append(
            context.plural(
                "One is known, but its report is not here.",
                "%(count)s are known, but their reports are not here.",
                sure,
            )
        )
    times = len(context.archive.named_by_municipality.get(municipality.name, ()))
    sentences.append(
        context.plural(
            "Evaluators named it as a good example once, in another municipality's report.",
            "Evaluators named it as a good example %(count)s times, in other municipalities' reports.",
            times,
        )
        if times
        else context.text("No evaluation in the archive points to it as a good example.")
    )
    return " ".join(context.language.capitalized(sentence) for sentence in sentences)
