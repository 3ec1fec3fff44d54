"""How "Lär av andra" chooses, in the sentences that stand beside it."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum

from kompass_sphinx.views.alike import alike_rule
from kompass_sphinx.views.context import Context


class Ground(Enum):
    """What those to learn from were chosen by."""

    MEDIAN = "results on a sub-question that has a median"
    FEW = "evidence on a sub-question that too few have for a median"
    AREA = "evidence on a whole area"
    POINTS = "points on a whole area alone"


def learn_rule(context: Context, grounds: Collection[Ground]) -> tuple[str, ...]:
    """How the weakest and those to learn from were chosen: a sentence for each ground, and what likeness means."""
    sentences = {
        Ground.MEDIAN: context.text(
            "Weakest: farthest below the edition's median. Doing well: the edition's highest quarter, with five to "
            "seven evaluations above the median; also on the same or a reworded sub-question of the edition beside. "
            "Only like municipalities, the highest first."
        ),
        Ground.FEW: context.text(
            "Fewer than five evaluations have the sub-question: the area's lowest, with those named for it, strengths "
            "noted on it, and those higher on the area. Like municipalities first, marked so; the others unmarked."
        ),
        Ground.AREA: context.text(
            "Areas: those whom evaluators named on the area in the same edition, then evaluations with more points on "
            "it, none below its median. Like municipalities first, marked so; the others unmarked."
        ),
        Ground.POINTS: context.text(
            "Areas without sub-questions: evaluations of the same edition with more points, none below the median, at "
            "most three. Like municipalities first, marked so; the others unmarked."
        ),
    }
    used = tuple(sentence for ground, sentence in sentences.items() if ground in grounds)
    return (*used, alike_rule(context)) if used else ()
