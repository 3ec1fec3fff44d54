"""What a check has found, for people and for programs: text, JSON, lines for GitHub, SARIF."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from kompass_sphinx.cli.findings import Findings
from kompass_sphinx.cli.language import text
from kompass_sphinx.cli.sarif import sarif_log
from kompass_sphinx.language import message_id
from kompass_sphinx.reading.codes import Severity
from kompass_sphinx.reading.problems import Problem

_WORDS = {Severity.ERROR: message_id("error"), Severity.WARNING: message_id("warning")}
_GITHUB_SIGNS = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}
_GITHUB_PROPERTY_SIGNS = {**_GITHUB_SIGNS, ord(":"): "%3A", ord(","): "%2C"}


def _text(findings: Findings) -> str:
    return "\n".join(
        f"{problem.location}: {text(_WORDS[problem.code.severity])}: {problem.text(text)} [{problem.code.name_in_full}]"
        for problem in findings.problems
    )


def _json(findings: Findings) -> str:
    return _as_json(
        {
            "right": findings.right,
            "errors": findings.errors,
            "warnings": findings.warnings,
            "problems": [
                {
                    "path": problem.path,
                    "line": problem.line,
                    "column": problem.column,
                    "severity": problem.code.severity.value,
                    "code": problem.code.name_in_full,
                    "message": problem.text(text),
                }
                for problem in findings.problems
            ],
        }
    )


def _github(findings: Findings) -> str:
    return "\n".join(map(_annotation, findings.problems))


def _annotation(problem: Problem) -> str:
    # https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    file, title = (value.translate(_GITHUB_PROPERTY_SIGNS) for value in (problem.path, problem.code.name_in_full))
    place = f"file={file},line={problem.line},col={problem.column},title={title}"
    return f"::{problem.code.severity.value} {place}::{problem.text(text).translate(_GITHUB_SIGNS)}"


def _sarif(findings: Findings) -> str:
    return _as_json(sarif_log(findings.problems, text, Path.cwd()))


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


REPORTS: Mapping[str, Callable[[Findings], str]] = MappingProxyType(
    {"text": _text, "json": _json, "github": _github, "sarif": _sarif}
)
"""How to write what was found, by the name of the format."""
