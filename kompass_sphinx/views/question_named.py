"""Whom evaluators named for a sub-question, in its own edition and for its counterparts in the neighbouring ones."""

from __future__ import annotations

from collections.abc import Iterable

from kompass_sphinx.archive.contributions import Named
from kompass_sphinx.archive.own_results import own_result
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.edition import Counterpart, Question
from kompass_sphinx.model.evaluation import EvaluationReference
from kompass_sphinx.views.area import NamedEntry, held_up_at_home, page_of
from kompass_sphinx.views.area_results import place_kind
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.counterparts import relation_words
from kompass_sphinx.views.lists import LONGEST_LIST, more_sentence
from kompass_sphinx.views.question_figures import evidence_on, figure_text
from kompass_sphinx.views.rich import Part, Rich, rich
from kompass_sphinx.views.targets import question_anchor

MOST_IN_SIGHT = 8


@dataclass(frozen=True, slots=True)
class NamedOn:
    """Those named for the sub-question or one that asks the same; ``partly`` for one that asks for a part of it.

    ``folded`` are those in ``named`` that would push the results out of sight. ``places`` are the names of those
    named by others, ``own_places`` of those held up at home, each once. ``more`` says how many of the named
    are not listed.
    """

    named: tuple[NamedEntry, ...]
    folded: tuple[NamedEntry, ...]
    folded_count: str
    partly: tuple[NamedEntry, ...]
    places: tuple[Part, ...]
    own_places: tuple[Part, ...]
    count: int
    more: str


def named_on_question(context: Context, question: Question) -> NamedOn:
    """Those named by others first, then those held up at home; the sub-question's own edition before its neighbours."""
    counterparts = context.archive.catalogue.counterparts(question)
    alike: list[tuple[Named, Counterpart | None]] = [(one, None) for one in evidence_on(context, question).named]
    partly: list[tuple[Named, Counterpart | None]] = []
    for counterpart in counterparts:
        found = evidence_on(context, counterpart.question).named
        (alike if counterpart.is_alike else partly).extend((one, counterpart) for one in found)
    alike.sort(key=lambda pair: pair[0].by_itself)
    same = (question, *(one.question for one in counterparts if one.is_alike))
    entries = tuple(_entry(context, named, counterpart, same) for named, counterpart in alike[:LONGEST_LIST])
    folded = entries[MOST_IN_SIGHT:]
    return NamedOn(
        entries[:MOST_IN_SIGHT],
        folded,
        context.text("%(count)s more", count=context.language.capitalized(context.language.count(len(folded)))),
        tuple(_entry(context, named, counterpart, ()) for named, counterpart in partly[:LONGEST_LIST]),
        _places(context, (named for named, _ in alike if not named.by_itself)),
        _places(context, (named for named, _ in alike if named.by_itself)),
        len(alike) + len(partly),
        more_sentence(context, max(len(alike) - LONGEST_LIST, 0) + max(len(partly) - LONGEST_LIST, 0)),
    )


def _entry(
    context: Context, named: Named, counterpart: Counterpart | None, questions: tuple[Question, ...]
) -> NamedEntry:
    """``questions`` are those on which the named municipality's own result says something of this."""
    if named.by_itself:
        sources = [held_up_at_home(context, named)]
    else:
        message = context.text("named by the evaluators in %(evaluation)s%(page)s")
        by = context.evaluation_link(named.by, named.item.address)
        sources = [rich(message, evaluation=by, page=page_of(context, named))]
    if counterpart:
        sources.append(
            rich(
                context.text("for %(question)s in edition %(edition)s (%(relation)s)"),
                question=context.question_link(counterpart.question),
                edition=str(counterpart.question.edition),
                relation=relation_words(context, counterpart),
            )
        )
    if not named.by_itself and named.item.example.municipality:
        own = _own_result(context, questions, named.item.example.municipality, named.by)
        sources += [own] if own else []
    example = named.item.example
    return NamedEntry((_place(context, named),), place_kind(context, example), example.topic, tuple(sources))


def _places(context: Context, found: Iterable[Named]) -> tuple[Part, ...]:
    return tuple({named.item.example.name: _place(context, named) for named in found}.values())


def _place(context: Context, named: Named) -> Part:
    example = named.item.example
    return context.municipality_link(example.municipality) if example.municipality else example.name


def _own_result(context: Context, questions: tuple[Question, ...], name: str, by: EvaluationReference) -> Rich:
    """The named municipality's own result on one of the sub-questions: of the same edition if any, nearest in time."""
    places = tuple((one.edition, one.number) for one in questions)
    own = context.archive.ask(own_result, name, places, by.edition, by.year)
    if own is None:
        return ()
    return rich(
        context.text("%(evaluation)s got %(figure)s on the sub-question (edition %(edition)s)"),
        evaluation=context.evaluation_link(own.evaluation, question_anchor(own.number)),
        figure=figure_text(context, own.figures),
        edition=str(own.evaluation.edition),
    )
