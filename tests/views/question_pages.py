"""Pages of sub-questions, made of made-up evaluations."""

from __future__ import annotations

from typing import Any

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.question import QuestionView, question_view
from kompass_sphinx.views.rich import Link, Rich
from kompass_sphinx.views.rich import plain as in_plain
from tests.archives import archive_of, catalogue, context_of, made_evaluation

NOBODY = "Ingen rapport i arkivet pekar ut någon för just detta."


def view(archive: Archive, place: str = "2016/4.3") -> QuestionView:
    """The page of a sub-question, by edition and number."""
    edition, _, number = place.partition("/")
    question = catalogue().editions[int(edition)].question(number)
    assert question is not None
    return question_view(context_of(archive), question)


def page(*evaluations: Evaluation, place: str = "2016/4.3") -> QuestionView:
    return view(archive_of(*evaluations), place)


def plain(sentence: Rich) -> str:
    """The sentence as text, with common spaces."""
    return in_plain(sentence).replace("\N{NO-BREAK SPACE}", " ")


def answered(name: str, year: int = 2019, edition: int = 2016, number: str = "4.3", **figures: float) -> Evaluation:
    return made_evaluation(name, year, edition, areas={4: {"questions": {number: figures}}})


def naming(by: str, *names: str, year: int = 2019, edition: int = 2016, **values: Any) -> Evaluation:
    """An evaluation whose evaluators named these for sub-question 4.3, or the one in ``values``."""
    example = {"area": 4, "question": "4.3", "topic": "påhittat", **values}
    return made_evaluation(by, year, edition, examples=[{"municipality": name, **example} for name in names])


def links(sentence: Rich) -> list[Link]:
    return [part for part in sentence if isinstance(part, Link)]
