"""Lär av andra: who is worth looking at for the weakest sub-questions of an evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kompass_sphinx.archive.doing_well import DoingWell
from kompass_sphinx.archive.learning import (
    WeakArea,
    WeakQuestion,
    weakest_areas,
    weakest_of_all,
    weakest_of_area,
    who_does_well,
    who_is_higher,
    who_is_pointed_to,
)
from kompass_sphinx.archive.likeness import Likeness
from kompass_sphinx.archive.peers import Peer
from kompass_sphinx.archive.pointers import NamedFor, OnArea, StrengthOn
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.rich import Link, Quiet, Rich, joined, listed, rich
from kompass_sphinx.views.targets import area_anchor, evaluation_target, question_anchor

MOST_IN_BOX = 4


@dataclass(frozen=True, slots=True)
class LearnEntry:
    """Somebody to learn from; ``kind`` is the evidence: named, strength or result."""

    kind: str
    kind_name: str
    text: Rich


@dataclass(frozen=True, slots=True)
class LearnQuestion:
    """A weak sub-question, and who is worth looking at for it; ``more`` says what there is besides them."""

    heading: Rich
    entries: tuple[LearnEntry, ...]
    more: Rich


@dataclass(frozen=True, slots=True)
class Learn:
    """The box of an area: its weakest sub-question with at most four entries, and the next ones in one line.

    A page has room for no more; the pages of the sub-questions have all. ``higher`` is for an area without
    sub-questions: who has more points on it.
    """

    weakest: LearnQuestion | None
    also: Rich
    higher: Rich


@dataclass(frozen=True, slots=True)
class LearnOfAll:
    """What a municipality's latest evaluation with figures by area has to learn; ``introduction`` says which it is."""

    introduction: Rich
    questions: tuple[LearnQuestion, ...]


def learn_of_area(context: Context, evaluation: Evaluation, area: int) -> Learn | None:
    """What to learn on an area of an evaluation, or None where there is nothing to say."""
    weak = weakest_of_area(context.archive, evaluation, area)
    has_questions = area in evaluation.areas and bool(evaluation.areas[area].questions)
    higher = () if has_questions else _higher_in_line(context, evaluation, area)
    if not weak and not higher:
        return None
    weakest = None
    if weak:
        question = _question(context, evaluation, weak[0])
        weakest = replace(question, entries=_one_of_each_kind_first(question.entries))
    return Learn(weakest, _also(context, evaluation, weak[1:]), higher)


def learn_of_all(context: Context, evaluations: Sequence[Evaluation]) -> LearnOfAll | None:
    """What to learn on the weakest sub-questions of the latest evaluation that has any, or points by area.

    Where it has no sub-questions, on its lowest areas. None where no evaluation has either.
    """
    archive = context.archive
    latest = next((one for one in reversed(evaluations) if one.question_results or one.area_points), None)
    if latest is None:
        return None
    if latest.question_results:
        questions = tuple(_question(context, latest, one) for one in weakest_of_all(archive, latest))
        introduction = (
            context.text("The weakest sub-questions of %(evaluation)s.")
            if questions
            else context.text("No sub-question of %(evaluation)s is below the edition's median.")
        )
    else:
        questions = tuple(_area(context, latest, one) for one in weakest_areas(archive, latest))
        introduction = (
            context.text("%(evaluation)s has no sub-questions in the archive; its weakest areas.")
            if questions
            else context.text("No area of %(evaluation)s is below the edition's median.")
        )
    return LearnOfAll(rich(introduction, evaluation=context.evaluation_link(latest)), questions)


def learn_rule(context: Context) -> tuple[str, ...]:
    """How the weakest and those to learn from are chosen, in sentences."""
    return (
        context.text(
            "Weakest: farthest below the edition's median. Doing well: the edition's highest quarter, with five to "
            "seven evaluations above the median; also on the same or a reworded sub-question of the edition beside. "
            "The link leads to the strength noted there, if any."
        ),
        context.text(
            "Alike: the same group in SKR's Kommungruppsindelning 2023 (today's; similar size and place), then the "
            "same county (near); among them the highest first. The unlike do not fill the list up."
        ),
        context.text(
            "Fewer than five evaluations: the area's lowest sub-question, with those named for it, strengths noted "
            "on it, and those higher on the area."
        ),
    )


def _question(context: Context, evaluation: Evaluation, weak: WeakQuestion) -> LearnQuestion:
    entries, more = (
        _pointed_to(context, evaluation, weak) if weak.median is None else _does_well(context, evaluation, weak)
    )
    return LearnQuestion(_heading(context, evaluation, weak), entries, more)


def _one_of_each_kind_first(entries: tuple[LearnEntry, ...]) -> tuple[LearnEntry, ...]:
    """Four of the entries in their order: the first of each kind of evidence, then the second of each."""
    kinds = [entry.kind for entry in entries]
    chosen = sorted(range(len(entries)), key=lambda at: (kinds[:at].count(kinds[at]), at))[:MOST_IN_BOX]
    return tuple(entries[at] for at in sorted(chosen))


def _also(context: Context, evaluation: Evaluation, weak: Sequence[WeakQuestion]) -> Rich:
    """The next weakest sub-questions in one line, each with a link to who does well on it."""
    if not weak:
        return ()
    percent = context.language.percent
    reader = context.archive.municipality(evaluation).slug
    entries: list[Rich] = [
        rich(
            context.text("%(question)s (%(percent)s, median %(median)s)"),
            question=context.question_link(one.question, reader),
            percent=percent(one.percent),
            median=percent(one.median or 0),
        )
        for one in weak
    ]
    return rich(context.text("Also below the median: %(list)s."), list=listed(context.language, entries))


def _heading(context: Context, evaluation: Evaluation, weak: WeakQuestion) -> Rich:
    language = context.language
    reader = context.archive.municipality(evaluation).slug
    median = _median(context, "" if weak.median is None else language.percent(weak.median), weak.n)
    return (context.question_link(weak.question, reader), f", {language.percent(weak.percent)}, ", Quiet(median))


def _area(context: Context, evaluation: Evaluation, weak: WeakArea) -> LearnQuestion:
    number = context.language.number
    target = evaluation_target(context.archive, evaluation).at(area_anchor(weak.area.number))
    heading: Rich = (
        Link(f"{weak.area.number} {weak.area.name}", target),
        f", {number(weak.points)}, ",
        Quiet(_median(context, "" if weak.median is None else number(weak.median), weak.n)),
    )
    name = context.text("Result")
    entries = tuple(
        LearnEntry("result", name, _higher(context, peer))
        for peer in who_is_higher(context.archive, evaluation, weak.area.number)
    )
    return LearnQuestion(heading, entries, () if entries else (context.text("Nobody to point to yet."),))


def _median(context: Context, median: str, n: int) -> str:
    if not median:
        return context.text("too few for a median (n = %(n)s)", n=n)
    return context.text("median %(median)s (n = %(n)s)", median=median, n=n)


def _does_well(context: Context, evaluation: Evaluation, weak: WeakQuestion) -> tuple[tuple[LearnEntry, ...], Rich]:
    found = who_does_well(context.archive, evaluation, weak.question)
    kind = context.text("Result")
    entries = tuple(
        LearnEntry("result", kind, (*_result(context, evaluation, peer.candidate), *_why(context, peer.likeness)))
        for peer in found.like
    )
    if not found.unlike:
        return entries, () if entries else (context.text("Nobody to point to yet."),)
    if entries:
        message = context.plural(
            "%(count)s more does well without being alike.", "%(count)s more do well without being alike.", found.unlike
        )
    else:
        message = context.plural(
            "Nobody alike does well on it, but %(count)s other does.",
            "Nobody alike does well on it, but %(count)s others do.",
            found.unlike,
        )
    sentences: list[Rich] = [(context.language.capitalized(message),)]
    if found.highest is not None:
        highest = _result(context, evaluation, found.highest)
        sentences.append(rich(context.text("Highest of all: %(evaluation)s."), evaluation=highest))
    return entries, joined(sentences)


def _result(context: Context, evaluation: Evaluation, one: DoingWell) -> Rich:
    """An evaluation's figure on a sub-question, its edition when another; the link leads to a strength there if any."""
    link = context.evaluation_link(one.evaluation, one.strength or question_anchor(one.question.number))
    figure = f", {context.language.percent(one.percent)}{_edition(context, evaluation, one.evaluation)}"
    return (link, figure + (", " + context.text("strength") if one.strength else ""))


def _pointed_to(context: Context, evaluation: Evaluation, weak: WeakQuestion) -> tuple[tuple[LearnEntry, ...], Rich]:
    found = who_is_pointed_to(context.archive, evaluation, weak)
    kinds = context.text("Named"), context.text("Strength"), context.text("Result")
    entries = (
        *(LearnEntry("named", kinds[0], _named(context, evaluation, peer)) for peer in found.named),
        *(LearnEntry("strength", kinds[1], _strength(context, evaluation, peer)) for peer in found.strengths),
        *(LearnEntry("result", kinds[2], _higher(context, peer)) for peer in found.higher),
    )
    return entries, () if entries else (context.text("Nobody to point to yet."),)


def _named(context: Context, evaluation: Evaluation, peer: Peer[NamedFor]) -> Rich:
    named = peer.candidate.named
    by = rich(
        context.text("%(name)s, named in %(evaluation)s"),
        name=peer.candidate.name,
        evaluation=context.evaluation_link(named.by, named.item.address),
    )
    details = f"{_edition(context, evaluation, named.by)}: {named.item.example.topic}"
    return (*by, details, *_why(context, peer.likeness))


def _strength(context: Context, evaluation: Evaluation, peer: Peer[StrengthOn]) -> Rich:
    finding = peer.candidate.finding
    figure = "" if finding.percent is None else f", {context.language.percent(finding.percent)}"
    link = context.evaluation_link(finding.evaluation, finding.item.address)
    return (link, figure + _edition(context, evaluation, finding.evaluation), *_why(context, peer.likeness))


def _higher(context: Context, peer: Peer[OnArea]) -> Rich:
    one = peer.candidate
    link = context.evaluation_link(one.evaluation, area_anchor(one.area))
    message = context.text("%(evaluation)s, %(points)s on the whole area")
    return (*rich(message, evaluation=link, points=context.language.number(one.points)), *_why(context, peer.likeness))


def _higher_in_line(context: Context, evaluation: Evaluation, area: int) -> Rich:
    """Who has more points on an area, in one line; empty when nobody has."""
    entries = [
        (
            context.evaluation_link(peer.candidate.evaluation, area_anchor(area)),
            f" {context.language.number(peer.candidate.points)}",
            *((Quiet(f" ({_likeness(context, peer.likeness)})"),) if _likeness(context, peer.likeness) else ()),
        )
        for peer in who_is_higher(context.archive, evaluation, area)
    ]
    if not entries:
        return ()
    message = context.text("Higher on the area in the same edition: %(list)s.")
    return rich(message, list=listed(context.language, entries))


def _edition(context: Context, reader: Evaluation, other: Evaluation) -> str:
    """The edition in brackets, when it is another than the reader's."""
    if other.edition == reader.edition:
        return ""
    return f" ({context.text('edition %(edition)s', edition=other.edition)})"


def _why(context: Context, likeness: Likeness) -> Rich:
    words = _likeness(context, likeness)
    return (", ", Quiet(words)) if words else ()


def _likeness(context: Context, likeness: Likeness) -> str:
    if likeness is Likeness.UNLIKE:
        return ""
    return context.text("same group") if likeness is Likeness.SAME_GROUP else context.text("same county")
