"""Those to learn from, each in one line: the evidence, the figure, the edition when another, and how alike they are."""

from __future__ import annotations

from dataclasses import replace

from kompass_sphinx.archive.doing_well import DoingWell
from kompass_sphinx.archive.learning import (
    WeakQuestion,
    WhoIsPointedTo,
    who_does_well,
    who_is_higher,
    who_is_pointed_to,
    who_is_pointed_to_on_area,
)
from kompass_sphinx.archive.likeness import Likeness
from kompass_sphinx.archive.peers import Peer
from kompass_sphinx.archive.pointers import NamedFor, OnArea, StrengthOn
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.evaluation import Evaluation, EvaluationReference
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.rich import Link, Quiet, Rich, joined, listed, rich
from kompass_sphinx.views.targets import area_anchor, question_anchor


@dataclass(frozen=True, slots=True)
class LearnEntry:
    """Somebody to learn from; ``kind`` is the evidence: named, strength or result."""

    kind: str
    kind_name: str
    text: Rich


def does_well(context: Context, evaluation: Evaluation, weak: WeakQuestion) -> tuple[tuple[LearnEntry, ...], Rich]:
    """Who does well on a sub-question with a median, and what there is besides them."""
    found = who_does_well(context.archive, evaluation, weak)
    kind = context.text("Result")
    entries = tuple(
        LearnEntry("result", kind, _result(context, evaluation, peer.candidate, peer.likeness)) for peer in found.like
    )
    if not found.unlike:
        return entries, () if entries else _nobody(context)
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
        highest = _result(context, evaluation, found.highest, Likeness.UNLIKE)
        sentences.append(rich(context.text("Highest of all: %(evaluation)s."), evaluation=highest))
    return entries, joined(sentences)


def _result(context: Context, evaluation: Evaluation, one: DoingWell, likeness: Likeness) -> Rich:
    """An evaluation's figure on a sub-question, its edition when another, and a link to a strength there if any.

    With one the name leads to the page alone: two long addresses a line would be too heavy for a page of many lines.
    """
    anchor = "" if one.strength else question_anchor(one.question.number)
    link = context.evaluation_link(one.evaluation, anchor)
    figure = f", {context.language.percent(one.percent)}{_edition(context, evaluation, one.evaluation)}"
    parts = (link, figure, *_why(context, likeness))
    if not one.strength:
        return parts
    return (*parts, ", ", Link(context.text("read the strength"), link.target.at(one.strength.address)))


def pointed_to(
    context: Context, evaluation: Evaluation, weak: WeakQuestion, *, on_its_page: bool
) -> tuple[tuple[LearnEntry, ...], Rich]:
    """Whom to look at for a sub-question without a median, or that there is nobody.

    On the evaluation's own page those whom it names stand already, with what it says of the area.
    """
    found = who_is_pointed_to(context.archive, evaluation, weak)
    own = tuple(peer for peer in found.own if not (on_its_page and peer.candidate.named.by == evaluation.reference))
    entries = _entries(context, evaluation, replace(found, own=own))
    if entries:
        return entries, ()
    return (), _nobody(context) if own == found.own else (context.text("Nobody to point to yet but those above."),)


def pointed_to_on_area(context: Context, evaluation: Evaluation, area: int) -> tuple[LearnEntry, ...]:
    """Whom to look at for an area."""
    return _entries(context, evaluation, who_is_pointed_to_on_area(context.archive, evaluation, area))


def _entries(context: Context, evaluation: Evaluation, found: WhoIsPointedTo) -> tuple[LearnEntry, ...]:
    named, own = context.text("Named"), context.text("Its own report points to")
    strength, result = context.text("Strength"), context.text("Result")
    return (
        *(LearnEntry("named", named, _named(context, evaluation, peer)) for peer in found.named),
        *(LearnEntry("named", own, _named(context, evaluation, peer)) for peer in found.own),
        *(LearnEntry("strength", strength, _strength(context, evaluation, peer)) for peer in found.strengths),
        *(LearnEntry("result", result, _higher(context, peer)) for peer in found.higher),
    )


def _named(context: Context, evaluation: Evaluation, peer: Peer[NamedFor]) -> Rich:
    """Who was named, for what, and where that stands."""
    candidate, named = peer.candidate, peer.candidate.named
    sentence = rich(
        context.text("%(name)s: %(topic)s, in %(evaluation)s"),
        name=candidate.name if candidate.municipality is None else context.municipality_link(candidate.name),
        topic=named.item.example.topic,
        evaluation=context.evaluation_link(named.by, named.item.address),
    )
    return (*sentence, _edition(context, evaluation, named.by), *_why(context, peer.likeness))


def _strength(context: Context, evaluation: Evaluation, peer: Peer[StrengthOn]) -> Rich:
    """Whose strength it is, the result there when known, and its words."""
    finding = peer.candidate.finding
    figure = "" if finding.percent is None else f", {context.language.percent(finding.percent)}"
    link = context.evaluation_link(finding.evaluation, finding.item.address)
    edition = _edition(context, evaluation, finding.evaluation)
    return (link, figure + edition, *_why(context, peer.likeness), f": {finding.item.finding.text}")


def _higher(context: Context, peer: Peer[OnArea]) -> Rich:
    """An evaluation with more points on the whole area."""
    one = peer.candidate
    link = context.evaluation_link(one.evaluation, area_anchor(one.area))
    message = context.text("%(evaluation)s, %(points)s on the whole area")
    return (*rich(message, evaluation=link, points=context.language.number(one.points)), *_why(context, peer.likeness))


def higher_in_line(context: Context, evaluation: Evaluation, area: int) -> Rich:
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


def _nobody(context: Context) -> Rich:
    """That there is nobody to point to."""
    return (context.text("Nobody to point to yet."),)


def _edition(context: Context, reader: Evaluation, other: EvaluationReference) -> str:
    """The edition in brackets, when it is another than the reader's."""
    if other.edition == reader.edition:
        return ""
    edition = context.text("edition %(edition)s", edition=other.edition)
    return f" ({edition})"


def _why(context: Context, likeness: Likeness) -> Rich:
    words = _likeness(context, likeness)
    return (", ", Quiet(words)) if words else ()


def _likeness(context: Context, likeness: Likeness) -> str:
    if likeness is Likeness.UNLIKE:
        return ""
    return context.text("same group") if likeness is Likeness.SAME_GROUP else context.text("same county")
