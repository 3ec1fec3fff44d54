"""How "Lär av andra" chooses, in the sentences that stand beside it."""

from __future__ import annotations

from kompass_sphinx.views.alike import alike_rule
from kompass_sphinx.views.context import Context


def learn_rule(context: Context) -> tuple[str, ...]:
    """How the weakest and those to learn from are chosen, in sentences."""
    return (
        context.text(
            "Weakest: farthest below the edition's median. Doing well: the edition's highest quarter, with five to "
            "seven evaluations above the median; also on the same or a reworded sub-question of the edition beside. "
            "The link leads to the strength noted there, if any."
        ),
        alike_rule(context) + " " + context.text("Among them the highest first. The unlike do not fill the list up."),
        context.text(
            "Fewer than five evaluations: the area's lowest sub-question, with those named for it, strengths noted "
            "on it, and those higher on the area."
        ),
    )


def learn_rule_of_areas(context: Context) -> tuple[str, ...]:
    """How those to learn from are chosen where an evaluation has points by area alone."""
    return (
        context.text(
            "Shown are evaluations of the same edition with more points on the whole area: like municipalities first, "
            "then the highest, at most three."
        ),
        alike_rule(context),
    )
