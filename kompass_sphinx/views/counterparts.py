"""What a sub-question was in the edition before and became in the one after, in words."""

from __future__ import annotations

from kompass_sphinx.model.edition import Catalogue, Counterpart, Edition, Question
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.rich import Rich, rich


def relation_words(context: Context, counterpart: Counterpart) -> str:
    """How near a counterpart is, with its note if any."""
    relation = {
        "same": context.text("the same"),
        "reworded": context.text("reworded"),
        "partly": context.text("partly"),
    }[counterpart.relation]
    return f"{relation}, {counterpart.note}" if counterpart.note else relation


def lacking_editions(catalogue: Catalogue, question: Question) -> tuple[Edition, ...]:
    """The neighbouring editions in which the sub-question has no counterpart, known or not."""
    having = {one.question.edition for one in catalogue.counterparts(question)}
    return tuple(edition for edition in catalogue.neighbours(question.edition) if edition.id not in having)


def lacking_sentence(context: Context, edition: Edition) -> str:
    """That an edition has no counterpart, or that its sub-questions are not known."""
    if edition.has_questions:
        return context.text("No counterpart in edition %(edition)s.", edition=edition.id)
    return context.text("The archive does not know the sub-questions of edition %(editions)s.", editions=edition.id)


def counterpart_line(context: Context, counterpart: Counterpart) -> Rich:
    """The same or nearest sub-question of a neighbouring edition, with a word on how near."""
    message = (
        context.text("From edition %(edition)s: %(question)s (%(relation)s)")
        if counterpart.is_earlier
        else context.text("In edition %(edition)s: %(question)s (%(relation)s)")
    )
    return rich(
        message,
        edition=str(counterpart.question.edition),
        question=context.question_link(counterpart.question),
        relation=relation_words(context, counterpart),
    )
