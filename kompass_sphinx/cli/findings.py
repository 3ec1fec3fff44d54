"""What a check has found."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kompass_sphinx.cli.language import LANGUAGE
from kompass_sphinx.reading.codes import Severity
from kompass_sphinx.reading.problems import Problem


@dataclass(frozen=True)
class Findings:
    """Problems and warnings in the order of their places, and how many evaluations are right."""

    problems: tuple[Problem, ...]
    right: int

    @cached_property
    def errors(self) -> int:
        """How many problems have to be mended."""
        return sum(problem.code.severity is Severity.ERROR for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many are probably wrong."""
        return len(self.problems) - self.errors

    @property
    def summary(self) -> str:
        """All of it in a line."""
        counts = (
            (LANGUAGE.ngettext("%(n)s evaluation is right", "%(n)s evaluations are right", self.right), self.right),
            (LANGUAGE.ngettext("%(n)s problem", "%(n)s problems", self.errors), self.errors),
            (LANGUAGE.ngettext("%(n)s warning", "%(n)s warnings", self.warnings), self.warnings),
        )
        return ", ".join(message % {"n": count} for message, count in counts) + "."
