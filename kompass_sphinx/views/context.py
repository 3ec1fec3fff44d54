"""What every view is made from."""

from __future__ import annotations

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.language import Language
from kompass_sphinx.model.edition import Question
from kompass_sphinx.model.evaluation import Evaluation, EvaluationReference
from kompass_sphinx.views.rich import Link
from kompass_sphinx.views.targets import (
    EVALUATIONS,
    INDEX,
    Target,
    evaluation_target,
    municipality_target,
    question_target,
)


@dataclass(frozen=True)
class Context:
    """The archive, and the language that the page speaks."""

    archive: Archive
    language: Language

    def text(self, message: str, **values: object) -> str:
        """A message in the page's language, its placeholders filled."""
        return self.language.text(message, **values)

    def plural(self, singular: str, plural: str, count: int, **values: object) -> str:
        """A message in the form that ``count`` takes; %(count)s is the number in running text."""
        translated = self.language.ngettext(singular, plural, count)
        return translated % {"count": self.language.count(count), **values}

    def evaluation_link(self, evaluation: Evaluation | EvaluationReference, anchor: str = "") -> Link:
        """A link to an evaluation, or to a place on its page, by its title."""
        return Link(evaluation.title, evaluation_target(self.archive, evaluation).at(anchor))

    def question_link(self, question: Question, reader: str = "") -> Link:
        """A link to a sub-question's page, by its number and name; ``reader`` as in its target."""
        return Link(f"{question.number} {question.name}", question_target(question, reader))

    def municipality_link(self, name: str) -> Link:
        """A link to a municipality's page; plain text where the archive knows nothing of it."""
        return Link(name, municipality_target(self.archive.registry.by_name[name].slug))

    def crumbs(self, *more: tuple[str, Target | None]) -> tuple[tuple[str, Target | None], ...]:
        """The way to an evaluation's or municipality's page from the home page."""
        return ((self.text("Home"), Target(INDEX)), (self.text("Evaluations"), Target(EVALUATIONS)), *more)
