"""Evaluations whose eight areas have a similar shape, and how that is measured."""

from __future__ import annotations

from dataclasses import dataclass

from kompass_sphinx.archive.similar_profile import AREAS, FEWEST_PROFILES, SimilarProfile
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.rich import Rich, rich


@dataclass(frozen=True, slots=True)
class SimilarProfiles:
    """The nearest profiles, or without them a word on why there are none."""

    entries: tuple[Rich, ...]
    note: str


def similar_profiles(context: Context, evaluation: Evaluation) -> SimilarProfiles | None:
    """The evaluations with the most similar profile, or None where the evaluation has no whole profile itself."""
    if len(evaluation.area_points) < AREAS:
        return None
    profiles = context.archive.profiles[evaluation.edition]
    nearest = profiles.nearest(evaluation)
    if nearest:
        note = context.text(
            "Shapes are compared like this: how far each area lies from the evaluation's own mean, and how much those "
            "distances differ on average between two evaluations. Among %(n)s of edition %(edition)s.",
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
    return SimilarProfiles(tuple(_entry(context, one) for one in nearest), note)


def _entry(context: Context, similar: SimilarProfile) -> Rich:
    number = context.language.number
    one = similar.evaluation
    total = (
        context.text("total missing")
        if one.total is None
        else context.text("%(total)s points in all", total=number(one.total))
    )
    message = context.text("%(evaluation)s: differs by %(distance)s points on average, %(total)s")
    distance = number(round(similar.distance, 1))
    return rich(message, evaluation=context.evaluation_link(one), distance=distance, total=total)
