"""Where things are on the site: pages and anchors, never addresses (site.md: addresses are promises)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kompass_sphinx.frozen import dataclass

if TYPE_CHECKING:
    from kompass_sphinx.archive.archive import Archive
    from kompass_sphinx.model.edition import Question
    from kompass_sphinx.model.evaluation import Evaluation, EvaluationReference

INDEX = "index"
EVALUATIONS = "evaluations/index"
METHOD = "docs/method"
EDITIONS = "docs/editions"
CONTRIBUTE = "docs/contribute"
EXAMPLES = "docs/examples"
SEARCH = "search"
COMPARE = "docs/compare"
PROBLEMS = "docs/reference/problems"


@dataclass(frozen=True, slots=True)
class Target:
    """A place on the site: the name of a page and, when it is not the whole page, an anchor there.

    ``query`` is what the address says after the question mark: read by the page's script, never needed to read it.
    """

    page: str
    anchor: str = ""
    query: str = ""

    def at(self, anchor: str) -> Target:
        """A place on the same page."""
        return Target(self.page, anchor, self.query)


def evaluation_target(archive: Archive, evaluation: Evaluation | EvaluationReference) -> Target:
    """The page of an evaluation."""
    return evaluation_page(archive.municipality(evaluation).slug, evaluation.year)


def evaluation_page(slug: str, year: int) -> Target:
    """The page of a municipality's evaluation in a year."""
    return Target(f"evaluations/{slug}/{year}")


def compare_target(archive: Archive, *evaluations: Evaluation | EvaluationReference) -> Target:
    """The page that compares evaluations, with these chosen."""
    keys = (f"{archive.municipality(one).slug}/{one.year}" for one in evaluations)
    return Target(COMPARE, query="&".join(f"e={key}" for key in keys))


def municipality_target(slug: str) -> Target:
    """The page of a municipality; it exists for those of ``Archive.with_page``."""
    return Target(f"evaluations/{slug}/index")


def theme_target(theme: str) -> Target:
    """The area page of a theme."""
    return Target(f"docs/areas/{theme}")


def area_anchor(number: int) -> str:
    """The anchor of an area on an evaluation page."""
    return f"omrade-{number}"


def question_anchor(number: str) -> str:
    """The anchor of a sub-question on an evaluation page."""
    return f"delfraga-{number.replace('.', '-')}"


def question_target(question: Question, reader: str = "") -> Target:
    """The page of a sub-question; ``reader`` is the slug of the municipality whose likes are to come first there."""
    return Target(f"questions/{question.edition}/{question.number}", query=f"for={reader}" if reader else "")


def area_question_anchor(question: Question) -> str:
    """The anchor of a sub-question on its area page."""
    return f"delfraga-{question.edition}-{question.number.replace('.', '-')}"
