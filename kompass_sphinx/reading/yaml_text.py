"""YAML without its traps: every scalar stays text, and what would surprise is refused.

One pass over the events of libyaml's parser builds plain dicts, lists and texts (``straight``); when that
stops at something, a second one tells everything that is wrong, each at its place. Nothing is expanded and
nothing recurses, so neither alias bombs nor deep nesting cost memory or time.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

import yaml

from kompass_sphinx.language import message_id
from kompass_sphinx.reading.problems import LINE_END, START, Code, Place, Problem
from kompass_sphinx.reading.straight import DEEPEST, MOST_VALUES, NULLS, NotStraightError, straight_value
from kompass_sphinx.reading.yaml_errors import syntax_problem

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES = 1024 * 1024
MOST_KEPT = 1000
"""Problems of YAML that are kept: a file of nothing else has a million, and hardly any are shown."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@dataclass(slots=True)
class Parsed:
    """What a text says: dicts, lists, texts and None for nothing; and what is wrong with it as YAML.

    ``text`` is what was read: without control characters, each replaced by a question mark.
    ``broken`` is set when reading stopped early, so that ``value`` means nothing.
    """

    text: str
    value: Any = None
    problems: list[Problem] = field(default_factory=list)
    broken: bool = False


class _StopError(Exception):
    def __init__(self, place: Place, code: Code, message: str | None = None, **values: object) -> None:
        super().__init__(code)
        self.place, self.code, self.message, self.values = place, code, message, values


def load(text: str) -> Any:
    """The value of a YAML text known to be right, such as the package's own data.

    Raises ValueError when it is not.
    """
    parsed = parse(text, "")
    if parsed.problems:
        raise ValueError("; ".join(f"{problem.location}: {problem.text(str)}" for problem in parsed.problems))
    return parsed.value


def parse(text: str, path: str) -> Parsed:
    """What a YAML text says, with every problem that YAML itself has; never raises for what the text holds."""
    parsed = Parsed(text)
    if _FORBIDDEN.search(text):
        parsed.problems += islice(_control_characters(text, path), MOST_KEPT)
        # Replaced one by one, so that every other place stays where it is.
        parsed.text = _FORBIDDEN.sub("?", text)
    with suppress(NotStraightError, yaml.YAMLError):
        parsed.value = straight_value(parsed.text)
        return parsed
    try:
        parsed.value = _value(parsed.text, path, parsed.problems)
    except _StopError as stop:
        parsed.problems.append(Problem.at(path, stop.place, stop.code, stop.message, **stop.values))
        parsed.broken = True
    except yaml.YAMLError as error:
        parsed.problems.append(syntax_problem(error, parsed.text, path))
        parsed.broken = True
    return parsed


def events(text: str) -> Iterator[yaml.Event]:
    """The events of libyaml's parser. Raises yaml.YAMLError."""
    return yaml.parse(text, Loader=yaml.CBaseLoader)


def is_null(event: Any) -> bool:
    """Whether an event is an unquoted nothing: ``key:`` without a value, ``~`` or ``null``."""
    return isinstance(event, yaml.ScalarEvent) and event.value in NULLS and bool(event.implicit[0])


def place_of(event: Any) -> Place:
    """Where an event begins."""
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1)


def _control_characters(text: str, path: str) -> Iterator[Problem]:
    for number, line in enumerate(LINE_END.split(text), start=1):
        for found in _FORBIDDEN.finditer(line):
            place = Place(number, found.start() + 1)
            yield Problem.at(path, place, Code.CONTROL_CHARACTER, sign=f"U+{ord(found.group()):04X}")


def _value(text: str, path: str, problems: list[Problem]) -> Any:
    builder = _Builder(path, problems)
    for event in events(text):
        kind = type(event)
        if kind is yaml.ScalarEvent:
            builder.add_scalar(event)
        elif kind is yaml.MappingStartEvent:
            builder.begin(event, {})
        elif kind is yaml.SequenceStartEvent:
            builder.begin(event, [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            builder.end()
        elif kind is yaml.AliasEvent:
            builder.add_alias(event)
        elif kind is yaml.DocumentStartEvent and builder.documents:
            message = message_id("A second document begins here (---). A file holds one evaluation.")
            raise _StopError(place_of(event), Code.YAML_SYNTAX, message)
    if not builder.documents or builder.documents == [""]:
        raise _StopError(START, Code.EMPTY_FILE)
    return builder.documents[0]


class _Builder:
    """Puts the events of a file together; ``holder`` is the innermost open dict or list."""

    __slots__ = (
        "_above",
        "_holder",
        "_is_in_braces",
        "_is_mapping",
        "_key",
        "_key_place",
        "_left",
        "_lines",
        "_path",
        "_problems",
        "documents",
    )

    def __init__(self, path: str, problems: list[Problem]) -> None:
        self.documents: list[Any] = []
        self._path = path
        self._problems = problems
        self._holder: Any = self.documents
        self._is_mapping = False
        self._is_in_braces = False
        self._key: str | None = None
        self._key_place = START
        self._left = MOST_VALUES
        # The lines of the innermost dict's keys, for the message on a key that stands twice.
        self._lines: dict[str, int] = {}
        self._above: list[tuple[Any, bool, bool, dict[str, int]]] = []

    def add_scalar(self, event: Any) -> None:
        """A key or a text."""
        if event.anchor is not None or event.tag is not None:
            self._refuse(event)
        value: str | None = event.value
        if self._is_mapping and self._key is None:
            self._begin_key(event)
            return
        if value in NULLS and event.implicit[0] and self._above:
            self._report_nothing(event)
            value = None
        self._put(event, value)

    def add_alias(self, event: Any) -> None:
        """An alias: refused, and taken for nothing."""
        sign = f"*{event.anchor}"
        if self._is_mapping and self._key is None:
            raise _StopError(place_of(event), Code.ANCHOR, sign=sign)
        self._report(place_of(event), Code.ANCHOR, sign=sign)
        self._put(event, None)

    def begin(self, event: Any, value: Any) -> None:
        """The beginning of a dict or list."""
        if event.anchor is not None or event.tag is not None:
            self._refuse(event)
        if self._is_mapping and self._key is None:
            message = message_id("A key must be a plain text. Put it in quotes, or check the brackets.")
            raise _StopError(place_of(event), Code.WRONG_TYPE, message)
        if len(self._above) >= DEEPEST:
            raise _StopError(place_of(event), Code.TOO_DEEP, limit=DEEPEST)
        self._put(event, value)
        self._above.append((self._holder, self._is_mapping, self._is_in_braces, self._lines))
        self._holder, self._is_mapping, self._is_in_braces = value, type(value) is dict, event.flow_style
        self._lines = {}

    def end(self) -> None:
        """The end of the innermost dict or list."""
        self._holder, self._is_mapping, self._is_in_braces, self._lines = self._above.pop()

    def _begin_key(self, event: Any) -> None:
        key, place = event.value, place_of(event)
        if key in self._lines:
            self._report(place, Code.DUPLICATE_KEY, key=key, first=self._lines[key])
        elif key == "<<":
            self._report(place, Code.ANCHOR, sign=key)
        self._lines[key] = place.line
        self._key, self._key_place = key, place

    def _put(self, event: Any, value: Any) -> None:
        if not self._left:
            message = message_id("The file has more than %(limit)s values. Check what ended up there.")
            raise _StopError(place_of(event), Code.TOO_LARGE, message, limit=MOST_VALUES)
        self._left -= 1
        if self._is_mapping:
            self._holder[self._key] = value
            self._key = None
        else:
            self._holder.append(value)

    def _refuse(self, event: Any) -> None:
        if event.anchor is not None:
            self._report(place_of(event), Code.ANCHOR, sign=f"&{event.anchor}")
        if event.tag is not None:
            self._report(place_of(event), Code.TAG, tag=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _report_nothing(self, event: Any) -> None:
        if self._key is None:
            self._report(place_of(event), Code.EMPTY_VALUE)
        elif self._is_in_braces:
            # On the line there are other values, which must not go with it.
            message = message_id("Nothing stands after %(key)s. Fill it in, or delete %(key)s within the braces.")
            self._report(self._key_place, Code.EMPTY_VALUE, message, key=self._key)
        else:
            message = message_id("Nothing stands after %(key)s. Fill it in, or delete the line.")
            self._report(self._key_place, Code.EMPTY_VALUE, message, key=self._key)

    def _report(self, place: Place, code: Code, message: str | None = None, **values: object) -> None:
        if len(self._problems) < MOST_KEPT:
            self._problems.append(Problem.at(self._path, place, code, message, **values))
