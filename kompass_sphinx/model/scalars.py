"""The kinds of single values in an evaluation file: figures, dates, texts and addresses.

YAML hands everything over as text (so that 0114 stays 0114 and 1.10 is not 1.1); these turn text into
values and say what was expected. They raise pydantic's custom errors, whose type is a problem code.
"""

from __future__ import annotations

import re
import sys
from datetime import date
from functools import lru_cache
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from kompass_sphinx.language import message_id
from kompass_sphinx.model.years import EARLIEST_YEAR, LATEST_YEAR

LONGEST_TEXT = 2000

_FIGURE = re.compile(r"[0-9]{1,4}(\.[05])?")
_WHOLE = re.compile(r"[0-9]{1,6}")
_YEAR = re.compile(r"[0-9]{4}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
_AREA = re.compile(r"[1-8]")
_QUESTION = re.compile(r"[1-8]\.[1-9][0-9]?")


def wrong_type(expected: str) -> PydanticCustomError:
    """The error for a value of another kind; ``expected`` is a message id."""
    return PydanticCustomError("wrong-type", "wrong type", {"expected": expected})


def out_of_range(low: float, high: float) -> PydanticCustomError:
    """The error for a figure outside ``low`` to ``high``."""
    return PydanticCustomError("out-of-range", "out of range", {"low": low, "high": high})


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise wrong_type(message_id("text"))
    # The whole text first: going through it sign by sign would be most of the time of reading a file.
    for sign in "" if value.isprintable() else value:
        if (not sign.isprintable() and not sign.isspace()) or sign in "\x1c\x1d\x1e\x1f\x85\u2028\u2029":
            raise PydanticCustomError("control-character", "control character", {"sign": f"U+{ord(sign):04X}"})
    text = " ".join(value.split())
    if not text:
        raise PydanticCustomError("empty-value", "empty value")
    if len(text) > LONGEST_TEXT:
        raise PydanticCustomError("too-large", "too large", {"limit": LONGEST_TEXT})
    return text


def _figure(high: float) -> Any:
    # Figures and numbers stand in the thousands of files over and over: looked up they are read faster, and kept once.
    @lru_cache(maxsize=2048)
    def of_text(text: str) -> float:
        if not _FIGURE.fullmatch(text):
            raise wrong_type(message_id("a figure such as 48 or 74.5 (with a point)"))
        figure = float(text)
        if figure > high:
            raise out_of_range(0, high)
        return figure

    def parse(value: Any) -> float:
        return of_text(str(value))

    return parse


def _whole(low: int, high: int, pattern: re.Pattern[str] = _WHOLE, expected: str = message_id("a whole number")) -> Any:
    def parse(value: Any) -> int:
        if not pattern.fullmatch(str(value)):
            raise wrong_type(expected)
        if not low <= int(value) <= high:
            raise out_of_range(low, high)
        return int(value)

    return parse


def _truth(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value not in ("true", "false"):
        raise wrong_type(message_id("true or false"))
    return bool(value == "true")


def _partial_date(value: Any) -> str:
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            day = date.fromisoformat(value if len(value) == 10 else f"{value}-01")
        except ValueError:
            raise wrong_type(message_id("a date that exists")) from None
        if EARLIEST_YEAR <= day.year <= LATEST_YEAR:
            return value
        raise out_of_range(EARLIEST_YEAR, LATEST_YEAR)
    raise wrong_type(message_id("a date as 2019-05-06, or 2019-05"))


def _full_date(value: Any) -> str:
    text = _partial_date(value)
    if len(text) != 10:
        raise wrong_type(message_id("a date as 2019-05-06"))
    return text


def _url(value: Any) -> str:
    text = _text(value)
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        parts, host = None, None
    if parts is None or parts.scheme not in ("http", "https") or not host or " " in text:
        raise PydanticCustomError("unsafe-url", "unsafe url")
    return text


def _area_number(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise wrong_type(message_id("the number of an area, 1 to 8"))
    if not _AREA.fullmatch(str(value)):
        raise PydanticCustomError("unknown-area", "unknown area", {"area": str(value)})
    return int(value)


def _question_number(value: Any) -> str:
    if not isinstance(value, str):
        raise wrong_type(message_id("the number of a sub-question, such as 4.3"))
    return _known_question_number(value)


@lru_cache(maxsize=2048)
def _known_question_number(text: str) -> str:
    if not _QUESTION.fullmatch(text):
        raise PydanticCustomError("unknown-question", "unknown question", {"question": text})
    return sys.intern(text)


def _figure_schema(high: int) -> WithJsonSchema:
    return WithJsonSchema({"type": "number", "minimum": 0, "maximum": high, "multipleOf": 0.5})


_TEXT_SCHEMA = WithJsonSchema({"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT})

Text = Annotated[str, BeforeValidator(_text), _TEXT_SCHEMA]
"""Plain text without markup or control characters; runs of white space become one space."""

Points = Annotated[float, BeforeValidator(_figure(100)), _figure_schema(100)]
"""Points of an area or a sub-question, 0–100; halves occur."""

Total = Annotated[float, BeforeValidator(_figure(800)), _figure_schema(800)]
"""Points of an evaluation, 0–800; halves occur."""

Percent = Annotated[float, BeforeValidator(_figure(100)), _figure_schema(100)]
"""Share of a sub-question's maximum, 0–100."""

Count = Annotated[int, BeforeValidator(_whole(1, 999_999)), WithJsonSchema({"type": "integer", "minimum": 1})]
"""A number of people, evaluations or a page."""

Year = Annotated[
    int,
    BeforeValidator(_whole(EARLIEST_YEAR, LATEST_YEAR, _YEAR, message_id("a year such as 2019"))),
    WithJsonSchema({"type": "integer", "minimum": EARLIEST_YEAR, "maximum": LATEST_YEAR}),
]
"""A year with four digits; the first evaluation was made in 2002."""

Truth = Annotated[bool, BeforeValidator(_truth), WithJsonSchema({"type": "boolean"})]
"""``true`` or ``false``, nothing else that YAML may take for them."""

PartialDate = Annotated[
    str, BeforeValidator(_partial_date), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$"})
]
"""Year and month, or a full date, as ISO 8601 text."""

FullDate = Annotated[str, BeforeValidator(_full_date), WithJsonSchema({"type": "string", "format": "date"})]
"""A full date as ISO 8601 text."""

Url = Annotated[str, BeforeValidator(_url), WithJsonSchema({"type": "string", "pattern": "^https?://"})]
"""An address with the scheme http or https."""

AreaNumber = Annotated[
    int, BeforeValidator(_area_number), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 8})
]
"""The number of an area, 1–8."""

QuestionNumber = Annotated[
    str,
    BeforeValidator(_question_number),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": r"^[1-8]\.[1-9]\d?$"}, {"type": "number"}]}),
]
"""The number of a sub-question, as text: 4.3."""
