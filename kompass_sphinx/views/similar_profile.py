"""Evaluations whose eight areas have a similar shape, and how that is measured."""

from __future__ import annotations

from kompass_sphinx.archive.similar_profile import AREAS, FEWEST_PROFILES, SimilarProfile
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.rich import Rich, rich
from kompass_sphinx.views.targets import Target, compare_target


@dataclass(frozen=True, slots=True)
class SimilarEntry:
    """An evaluation with a similar profile, and the page that lays the two side by side."""

    text: Rich
    compare: Target


@dataclass(frozen=True, slots=True)
class SimilarProfiles:
    """The nearest profiles, or without them a word on why there are none."""

    entries: tuple[SimilarEntry, ...]
    note: str


def similar_profiles(context: Context, evaluation: Evaluation) -> SimilarProfiles | None:
    """The evaluations with the most similar profile, or None where the evaluation has no whole profile itself."""
    if len(evaluation.area_points) < AREAS:
        return None
    profiles = context.archive.profiles[evaluation.edition]
    nearest = profiles.nearest(evaluation.municipality, evaluation.year)
    if nearest:
        note = context.text(
            "Similar in form means that the same areas lie above and below the evaluation's own mean, about as far: "
            "sought among %(n)s evaluations of edition %(edition)s.",
            n=profiles.n,
            edition=evaluation.edition,
        )
    elif profiles.n >= FEWEST_PROFILES:
        note = context.text("No other municipality has all areas in edition %(edition)s.", edition=evaluation.edition)
    else:
        note = context.plural(
            "Similar profiles are sought among at least eight evaluations with all areas; edition %(edition)s has "
            "%(count)s.",
            "Similar profiles are sought among at least eight evaluations with all areas; edition %(edition)s has "
            "%(count)s.",
            profiles.n,
            edition=evaluation.edition,
        )
    return SimilarProfiles(tuple(_entry(context, evaluation, one) for one in nearest), note)


def _entry(context: Context, evaluation: Evaluation, similar: SimilarProfile) -> SimilarEntry:
    number = context.language.number
    one, points = similar.evaluation, similar.total
    total = context.text("total missing") if points is None else context.text("total %(total)s", total=number(points))
    message = context.text("%(evaluation)s (%(total)s): the areas differ by %(distance)s points on average in form.")
    distance = number(round(similar.distance, 1))
    text = rich(message, evaluation=context.evaluation_link(one), distance=distance, total=total)
    return SimilarEntry(text, compare_target(context.archive, evaluation, one))
