"""Problems as SARIF 2.1.0, which code scanning and many editors read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from kompass_sphinx import __version__
from kompass_sphinx.reading.codes import Code
from kompass_sphinx.reading.problems import Problem

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"
"""The folder that the command was run in: the root of the repository, where code scanning runs it."""


def sarif_log(problems: Iterable[Problem], translate: Callable[[str], str], folder: PurePath) -> dict[str, Any]:
    """A log with one run: a rule for every code, a result for every problem. Paths are relative to ``folder``."""
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
                "originalUriBaseIds": {_BASE: {"uri": f"{_address(folder)}/"}},
                "results": [_result(problem, codes.index(problem.code), translate, folder) for problem in problems],
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


def _result(problem: Problem, rule: int, translate: Callable[[str], str], folder: PurePath) -> dict[str, Any]:
    return {
        "ruleId": problem.code.name_in_full,
        "ruleIndex": rule,
        "level": problem.code.severity.value,
        "message": {"text": problem.text(translate)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": _artifact(problem.path, folder),
                    "region": {"startLine": problem.line, "startColumn": problem.column},
                }
            }
        ],
    }


def _artifact(path: str, folder: PurePath) -> dict[str, str]:
    """Where a file is: within the folder, or somewhere else on the machine."""
    whole = _without_steps_up(folder / path)
    if whole.is_relative_to(folder):
        return {"uri": quote(whole.relative_to(folder).as_posix()), "uriBaseId": _BASE}
    return {"uri": _address(whole)}


def _without_steps_up(path: PurePath) -> PurePath:
    parts: list[str] = []
    for part in path.parts:
        if part != "..":
            parts.append(part)
        elif len(parts) > 1:
            parts.pop()
    return type(path)(*parts)


def _address(path: PurePath) -> str:
    """The file: URI of a whole path; a drive's letter comes after a slash, as a folder would."""
    return f"file:///{quote(path.as_posix().removeprefix('/'), safe='/:')}"
