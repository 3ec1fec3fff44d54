"""The sub-questions of an area page: what they can give, what the archive has of them, what became of them."""

from __future__ import annotations

from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.edition import Question
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.counterparts import counterpart_line, lacking_editions, lacking_sentence
from kompass_sphinx.views.question_figures import noted_sentence, results_sentence
from kompass_sphinx.views.rich import Rich
from kompass_sphinx.views.targets import Target, area_question_anchor, question_target


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """A sub-question. ``maximum`` and ``noted`` are empty where there is nothing to say."""

    anchor: str
    number: str
    name: str
    target: Target
    maximum: str
    results: Rich
    noted: str
    lineage: tuple[Rich, ...]


@dataclass(frozen=True, slots=True)
class QuestionsOfEdition:
    """The sub-questions of the area in an edition."""

    heading: str
    area: str
    questions: tuple[QuestionEntry, ...]


@dataclass(frozen=True, slots=True)
class Questions:
    """Editions with sub-questions, newest first; ``unknown`` says of which editions they are not known."""

    editions: tuple[QuestionsOfEdition, ...]
    unknown: str


def area_questions(context: Context, theme: str) -> Questions:
    """The theme's sub-questions in each edition."""
    catalogue = context.archive.catalogue
    blocks = []
    unknown = []
    for edition in reversed(catalogue.editions.values()):
        area = catalogue.area_of(edition.id, theme)
        if not area.questions:
            unknown.append(str(edition.id))
            continue
        entries = tuple(_question_entry(context, question) for question in area.questions.values())
        blocks.append(QuestionsOfEdition(context.text("Edition %(edition)s", edition=edition.id), area.name, entries))
    return Questions(
        tuple(blocks),
        context.text(
            "The archive does not know the sub-questions of edition %(editions)s.",
            editions=context.language.listing(reversed(unknown)),
        )
        if unknown
        else "",
    )


def _question_entry(context: Context, question: Question) -> QuestionEntry:
    return QuestionEntry(
        anchor=area_question_anchor(question),
        number=question.number,
        name=question.name,
        target=question_target(question),
        maximum=context.text("at most %(points)s points", points=question.maximum) if question.maximum else "",
        results=results_sentence(context, question),
        noted=noted_sentence(context, question),
        lineage=_lineage(context, question),
    )


def _lineage(context: Context, question: Question) -> tuple[Rich, ...]:
    """What the sub-question was in the edition before and became in the one after, or that there is no such one.

    Nothing is said of an edition whose sub-questions are not known: the page says it once.
    """
    catalogue = context.archive.catalogue
    lines: list[tuple[int, Rich]] = [
        (one.question.edition, counterpart_line(context, one)) for one in catalogue.counterparts(question)
    ]
    lines += [
        (edition.id, (lacking_sentence(context, edition),))
        for edition in lacking_editions(catalogue, question)
        if edition.has_questions
    ]
    return tuple(line for _, line in sorted(lines, key=lambda one: one[0]))
