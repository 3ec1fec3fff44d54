"""Problems as SARIF 2.1.0, which code scanning and many editors read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote

from kompass_sphinx import __version__
from kompass_sphinx.reading.codes import Code
from kompass_sphinx.reading.problems import Problem

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif_log(problems: Iterable[Problem], translate: Callable[[str], str]) -> dict[str, Any]:
    """A log with one run: a rule for every code, a result for every problem."""
    codes = list(Code)
    driver = {
        "name": "kompass",
        "version": __version__,
        "rules": [_rule(code, translate) for code in codes],
    }
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_result(problem, codes.index(problem.code), translate) for problem in problems],
            }
        ],
    }


def _rule(code: Code, translate: Callable[[str], str]) -> dict[str, Any]:
    return {
        "id": code.name_in_full,
        "shortDescription": {"text": translate(code.meaning)},
        "help": {"text": translate(code.remedy)},
        "defaultConfiguration": {"level": code.severity.value},
    }


def _result(problem: Problem, rule: int, translate: Callable[[str], str]) -> dict[str, Any]:
    return {
        "ruleId": problem.code.name_in_full,
        "ruleIndex": rule,
        "level": problem.code.severity.value,
        "message": {"text": problem.text(translate)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(problem.path)},
                    "region": {"startLine": problem.line, "startColumn": problem.column},
                }
            }
        ],
    }
