"""The page that compares evaluations: what is the same whichever are chosen. The script compare.js does the rest."""

from __future__ import annotations

from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.rich import Link
from kompass_sphinx.views.targets import EDITIONS, EVALUATIONS, Target, compare_target, evaluation_target


@dataclass(frozen=True, slots=True)
class CompareView:
    """``some_page`` is the page of the evaluation ``some_id``: the script makes the address of any other from it.

    ``suggestion`` is None when the archive has no two evaluations of one edition with points by area.
    """

    themes: tuple[str, ...]
    evaluations: Target
    editions: Target
    some_id: str
    some_page: Target | None
    suggestion: Link | None


def compare_view(context: Context) -> CompareView:
    """The page, with two evaluations to begin with."""
    latest = next(iter(context.archive.outlines.latest_first), None)
    return CompareView(
        themes=tuple(context.archive.catalogue.themes),
        evaluations=Target(EVALUATIONS),
        editions=Target(EDITIONS),
        some_id=f"{context.archive.municipality(latest).slug}/{latest.year}" if latest else "",
        some_page=evaluation_target(context.archive, latest) if latest else None,
        suggestion=_suggestion(context),
    )


def _suggestion(context: Context) -> Link | None:
    """The latest two evaluations of one edition, of different municipalities, that both have points in every area."""
    seen: dict[int, Evaluation] = {}
    for one in context.archive.outlines.latest_first:
        if len(one.area_points) < len(context.archive.edition(one).areas):
            continue
        other = seen.setdefault(one.edition, one)
        if other.municipality != one.municipality:
            text = context.text("%(one)s and %(other)s", one=other.title, other=one.title)
            return Link(text, compare_target(context.archive, other, one))
    return None
