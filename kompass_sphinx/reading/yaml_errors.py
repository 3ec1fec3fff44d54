"""What libyaml cannot read, told at the line that a person has to mend and not where libyaml noticed it."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

import yaml

from kompass_sphinx.language import message_id
from kompass_sphinx.reading.problems import START, Code, Place, Problem

_LINE_END = re.compile(r"\r\n|\r|\n")
_COLON = re.compile(r":(\s|$)")
_KEY = re.compile(r"^ *(- +)*[\w.]+:(\s|$)")
_VALUE = re.compile(r": +[^ #|>]")
_CONTENT = re.compile(r"^[ ]*(- +)*(?=[^ #])")

# What libyaml says, begins like this; what to do about it.
_HINTS = {
    "mapping values are not allowed": message_id("Put a text that contains a colon in quotes; check the indentation."),
    "found character that cannot start any token": message_id("Indent with spaces, not tabs; put the text in quotes."),
    "found a tab character": message_id("Indent with spaces, not tabs."),
    "found unexpected end of stream": message_id("A closing quote is missing."),
    "did not find expected ',' or": message_id("A closing bracket or a comma is missing."),
    "could not find expected ':'": message_id("A key needs a colon and a space after it."),
    "did not find expected '-' indicator": message_id("Give all items of a list the same indentation."),
    "did not find expected key": message_id("Give all keys of a group the same indentation; check quotes."),
}
_OTHER_HINT = message_id("Check indentation, quotes and brackets.")
_NO_QUOTE = message_id("A closing quote is missing.")
_NO_COLON = message_id("A key needs a colon and a space after it.")


def syntax_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    """The problem that libyaml stopped at."""
    detail = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    hint = next((hint for begins, hint in _HINTS.items() if detail.startswith(begins)), _OTHER_HINT)
    noticed, begun = (_place(getattr(error, name, None), text) for name in ("problem_mark", "context_mark"))
    place = noticed or begun or START
    if begun and _is_about_the_beginning(error, begun, place):
        place = begun
    elif quote := _quote_never_closed(text, place):
        place, hint = quote, _NO_QUOTE
    elif key := _key_without_colon(text, place, detail):
        place, hint = key, _NO_COLON
    return Problem.at(path, place, Code.YAML_SYNTAX, detail=detail, hint=hint)


def _is_about_the_beginning(error: Any, begun: Place, noticed: Place) -> bool:
    """Whether something was begun and not ended: a quote, a bracket on another line, a key without its colon."""
    context = error.context or ""
    if context.startswith("while parsing a flow"):
        return begun.line < noticed.line
    return context in ("while scanning a quoted scalar", "while scanning a simple key")


def _quote_never_closed(text: str, noticed: Place) -> Place | None:
    """Where a quote was opened that the next one, lines below, has closed by mistake."""
    last: Any = None
    with suppress(yaml.YAMLError):
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            last = event
    if not isinstance(last, yaml.ScalarEvent) or last.style not in ("'", '"'):
        return None
    begin: Any = last.start_mark
    end: Any = last.end_mark
    return Place(begin.line + 1, begin.column + 1) if begin.line < end.line == noticed.line - 1 else None


def _key_without_colon(text: str, noticed: Place, detail: str) -> Place | None:
    """The line above a key when it has no colon: both were taken for one text, unless that began further up."""
    lines = _LINE_END.split(text)
    here = lines[noticed.line - 1]
    if not detail.startswith(("mapping values are not allowed", "did not find expected key")) or not _KEY.match(here):
        return None
    said = [(number, line) for number, line in enumerate(lines[: noticed.line - 1], start=1) if _CONTENT.match(line)]
    *above, (number, line) = said or [(0, "")]
    if not line or _COLON.search(line) or _column(line) > _column(here):
        return None
    begun = next((one for _, one in reversed(above) if _COLON.search(one)), "")
    is_rest_of_a_text = _VALUE.search(begun) and _column(begun) < _column(line)
    return None if is_rest_of_a_text else Place(number, _column(line))


def _column(line: str) -> int:
    """Where a line's text begins, after the hyphens of a list."""
    found = _CONTENT.match(line)
    return (found.end() if found else 0) + 1


def _place(mark: Any, text: str) -> Place | None:
    """A mark's place, or the end of the text when libyaml names a line after the last one."""
    if mark is None:
        return None
    lines = _LINE_END.split(text)
    place = Place(mark.line + 1, mark.column + 1)
    return place if place.line <= len(lines) else Place(len(lines), len(lines[-1]) + 1)
