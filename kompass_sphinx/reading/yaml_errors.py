"""What libyaml cannot read, told at the line that a person has to mend and not where libyaml noticed it."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any, NamedTuple

import yaml

from kompass_sphinx.language import message_id
from kompass_sphinx.reading.problems import LINE_END, START, Code, Place, Problem

_COLON = re.compile(r":(\s|$)")
_KEY = re.compile(r"^ *(- +)*[\w.]+:(\s|$)")
_VALUE = re.compile(r": +[^ #|>]")
_CONTENT = re.compile(r"^[ ]*(- +)*(?=[^ #])")


class _Cause(NamedTuple):
    """What is wrong, and what to do about it."""

    detail: str
    hint: str


_NO_QUOTE = _Cause(
    message_id("a quotation mark has no other that ends the text"),
    message_id("A closing quote is missing."),
)
_NO_COLON = _Cause(
    message_id("the key has no colon"),
    message_id("A key needs a colon and a space after it."),
)
_TAB = _Cause(
    message_id("the line begins with a tab"),
    message_id("Indent with spaces, not tabs."),
)
_SIGN = _Cause(
    message_id("a text without quotes cannot begin with this sign"),
    message_id("Put the text in quotes."),
)
_BACKSLASH = _Cause(
    message_id("a backslash between double quotes has a meaning of its own"),
    message_id("Use single quotes instead, or write two backslashes."),
)
_OTHER = _Cause(
    message_id("what stands here does not fit what stands before it"),
    message_id("Check indentation, quotes and brackets."),
)

# What libyaml says, in English and for programmers, begins like this.
_CAUSES = {
    "mapping values are not allowed": _Cause(
        message_id("a colon makes a key of the text, and no key can stand here"),
        message_id("Put a text that contains a colon in quotes; check the indentation."),
    ),
    "block sequence entries are not allowed": _Cause(
        message_id("no list can begin here"),
        message_id("Put the list on the lines below its key, or a text that begins with a hyphen in quotes."),
    ),
    "found character that cannot start any token": _SIGN,
    "did not find expected alphabetic or numeric character": _SIGN,
    "did not find expected whitespace or line break": _SIGN,
    "did not find expected tag URI": _SIGN,
    "found unexpected non-alphabetical character": _SIGN,
    "found unknown directive name": _SIGN,
    "did not find expected comment or line break": _Cause(
        message_id("after > or | the text begins on the next line"),
        message_id("Put the text on the lines below, or in quotes."),
    ),
    "found a tab character": _TAB,
    "found unexpected end of stream": _NO_QUOTE,
    "found unexpected document indicator": _NO_QUOTE,
    "found unknown escape character": _BACKSLASH,
    "did not find expected hexdecimal number": _BACKSLASH,
    "found invalid Unicode character escape code": _BACKSLASH,
    "did not find expected ',' or": _Cause(
        message_id("what began with a bracket neither goes on nor ends"),
        message_id("A closing bracket or a comma is missing."),
    ),
    "did not find expected node content": _Cause(
        message_id("there is no value here"),
        message_id("Fill it in, or take the comma or the bracket away."),
    ),
    "could not find expected ':'": _NO_COLON,
    "did not find expected '-' indicator": _Cause(
        message_id("the line is no item of the list above it"),
        message_id("Give all items of a list the same indentation."),
    ),
    "did not find expected key": _Cause(
        message_id("what stands here does not fit the keys above it"),
        message_id("Give all keys of a group the same indentation; check quotes."),
    ),
}


def syntax_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    """The problem that libyaml stopped at."""
    said = getattr(error, "problem", None) or ""
    cause = next((cause for begins, cause in _CAUSES.items() if said.startswith(begins)), _OTHER)
    noticed, begun = (_place(getattr(error, name, None), text) for name in ("problem_mark", "context_mark"))
    place = noticed or begun or START
    if begun and _is_about_the_beginning(error, begun, place):
        place = begun
    elif quote := _quote_never_closed(text, place):
        place, cause = quote, _NO_QUOTE
    elif key := _key_without_colon(text, place, said):
        place, cause = key, _NO_COLON
    elif cause is _SIGN and LINE_END.split(text)[place.line - 1].startswith("\t", place.column - 1):
        cause = _TAB
    return Problem.at(path, place, Code.YAML_SYNTAX, detail=cause.detail, hint=cause.hint)


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


def _key_without_colon(text: str, noticed: Place, said: str) -> Place | None:
    """The line above a key when it has no colon: both were taken for one text, unless that began further up."""
    lines = LINE_END.split(text)
    here = lines[noticed.line - 1]
    if not said.startswith(("mapping values are not allowed", "did not find expected key")) or not _KEY.match(here):
        return None
    filled = [(number, line) for number, line in enumerate(lines[: noticed.line - 1], start=1) if _CONTENT.match(line)]
    *above, (number, line) = filled or [(0, "")]
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
    lines = LINE_END.split(text)
    place = Place(mark.line + 1, mark.column + 1)
    return place if place.line <= len(lines) else Place(len(lines), len(lines[-1]) + 1)
