"""Where things are on the site: pages and anchors, never addresses (site.md: addresses are promises)."""

from __future__ import annotations

from dataclasses import dataclass

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.model.edition import Catalogue, Question
from kompass_sphinx.model.evaluation import Evaluation

INDEX = "index"
EVALUATIONS = "evaluations/index"
METHOD = "docs/method"
EDITIONS = "docs/editions"
CONTRIBUTE = "docs/contribute"


@dataclass(frozen=True, slots=True)
class Target:
    """A place on the site: the name of a page and, when it is not the whole page, an anchor there."""

    page: str
    anchor: str = ""

    def at(self, anchor: str) -> Target:
        """A place on the same page."""
        return Target(self.page, anchor)


def evaluation_target(archive: Archive, evaluation: Evaluation) -> Target:
    """The page of an evaluation."""
    return Target(f"evaluations/{archive.municipality(evaluation).slug}/{evaluation.year}")


def municipality_target(slug: str) -> Target:
    """The page of a municipality; it exists when the archive has an evaluation of it."""
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


def question_target(catalogue: Catalogue, question: Question) -> Target:
    """A sub-question's section on its area page."""
    theme = catalogue.theme_of(question.edition, question.area)
    return theme_target(theme.id).at(f"delfraga-{question.edition}-{question.number.replace('.', '-')}")
