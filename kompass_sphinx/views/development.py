"""The sentences on how a municipality has developed, never across a change of edition."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.context import Context


def development(context: Context, evaluations: Sequence[Evaluation]) -> str:
    """The evaluations of a municipality, earliest first, in two or three sentences."""
    # By edition, since in the year of a new one both the old and the new are in use.
    evaluations = sorted(evaluations, key=lambda one: (one.edition, one.year))
    with_total = [one for one in evaluations if one.total is not None]
    sentences = [_how_many(context, evaluations)]
    groups = [list(group) for _, group in groupby(with_total, key=lambda one: one.edition)]
    if not with_total:
        sentences.append(context.text("None of them has a total in the sources that the archive has."))
    elif any(len(group) > 1 for group in groups):
        sentences += [_change(context, group) for group in groups]
    else:
        sentences += [_single_total(context, with_total, len(evaluations))]
    if len({one.edition for one in with_total}) > 1:
        sentences.append(context.text("Between editions the points cannot be read as a straight line."))
    return " ".join(sentences)


def _how_many(context: Context, evaluations: Sequence[Evaluation]) -> str:
    counted = [(edition, len(list(group))) for edition, group in groupby(evaluations, key=lambda one: one.edition)]
    count = len(evaluations)
    language = context.language
    if len(counted) == 1:
        if count == 1:
            return context.text("One evaluation, in edition %(edition)s.", edition=counted[0][0])
        message = (
            context.text("%(count)s evaluations, both in edition %(edition)s.")
            if count == 2
            else context.text("%(count)s evaluations, all in edition %(edition)s.")
        )
        return message % {"count": language.capitalized(language.count(count)), "edition": counted[0][0]}
    parts = (
        context.text("%(count)s in edition %(edition)s", count=language.count(number), edition=edition)
        for edition, number in counted
    )
    return context.text(
        "%(count)s evaluations, %(parts)s.",
        count=language.capitalized(language.count(count)),
        parts=language.listing(parts),
    )


def _change(context: Context, evaluations: Sequence[Evaluation]) -> str:
    """How the total changed within an edition, from the first evaluation to the last; for a single one, its total."""
    if len(evaluations) == 1:
        return context.text(
            "In edition %(edition)s the total is %(total)s (%(year)s).",
            edition=evaluations[0].edition,
            total=context.language.number(evaluations[0].total or 0),
            year=evaluations[0].year,
        )
    first, *between, last = evaluations
    if first.total is None or last.total is None:
        return ""
    values = {
        "edition": first.edition,
        "first": context.language.number(first.total),
        "first_year": first.year,
        "last": context.language.number(last.total),
        "last_year": last.year,
    }
    if first.total == last.total:
        sentence = context.text(
            "Within edition %(edition)s the total was %(first)s both in %(first_year)s and in %(last_year)s.", **values
        )
    elif first.total < last.total:
        sentence = context.text(
            "Within edition %(edition)s the total rose from %(first)s (%(first_year)s) to %(last)s (%(last_year)s).",
            **values,
        )
    else:
        sentence = context.text(
            "Within edition %(edition)s the total fell from %(first)s (%(first_year)s) to %(last)s (%(last_year)s).",
            **values,
        )
    if not between:
        return sentence
    via = context.language.listing(
        f"{context.language.number(one.total)} ({one.year})" for one in between if one.total is not None
    )
    in_between = context.text("In between it was %(via)s.", via=via)
    return f"{sentence} {in_between}"


def _single_total(context: Context, with_total: Sequence[Evaluation], count: int) -> str:
    number = context.language.number
    if count == 1 and with_total[0].total is not None:
        return context.text("The total is %(total)s of 800.", total=number(with_total[0].total))
    totals = context.language.listing(f"{number(one.total or 0)} ({one.year})" for one in with_total)
    return context.plural(
        "The only known total is %(totals)s.", "The totals are %(totals)s.", len(with_total), totals=totals
    )
