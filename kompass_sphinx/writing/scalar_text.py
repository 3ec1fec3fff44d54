"""A single value as it is written in YAML: plain where every reader takes it for the same text, else in quotes."""

from __future__ import annotations

import textwrap
from typing import Any

import yaml
from yaml.resolver import Resolver

from kompass_sphinx.reading.straight import NULLS
from kompass_sphinx.reading.yaml_text import events

_TEXT_TAG = "tag:yaml.org,2002:str"
# Figures, dates, truths and numbers of sub-questions: written plain, as the format has them.
_NOT_TEXT = frozenset(
    {"year", "edition", "visited", "published", "first", "interviews", "total", "points", "percent"}
    | {"question", "page", "area", "n", "approximate", "date"}
)
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def scalar_text(value: str | None, key: str, style: str = "", *, flow: bool = False) -> str:
    """``value`` as the value of ``key``, on one line.

    ``style`` is the quotation mark that stood there before and is kept when it can be. ``flow`` when it is to stand
    in braces or brackets.
    """
    if value is None:
        return "null"
    if style not in ("'", '"') and _is_plain(value, flow=flow) and not _is_retyped(value, key):
        return value
    if all(map(_is_printable, value)) and (style == "'" or (style != '"' and ('"' in value or "\\" in value))):
        return "'" + value.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, value)) + '"'


def can_be_folded(value: str) -> bool:
    """Whether a text can stand below ``>-``."""
    return bool(value) and value == value.strip() and all(map(_is_printable, value))


def folded_lines(value: str, width: int | None) -> list[str]:
    """The lines below ``>-``: one, or as many as it takes to be ``width`` wide at most."""
    if width is None or "  " in value:
        return [value]
    return textwrap.wrap(value, width, break_long_words=False, break_on_hyphens=False)


def _is_plain(value: str, *, flow: bool) -> bool:
    """Whether ``value`` without quotes is read as just that, as an item and behind a key."""
    if value in NULLS or not all(map(_is_printable, value)):
        return False
    sample = f"[{value}, {{k: {value}}}]" if flow else f"- {value}\n- k: {value}\n"
    try:
        scalars = [event for event in events(sample) if isinstance(event, yaml.NodeEvent)]
    except yaml.YAMLError:
        return False
    return [_plain_value(event) for event in scalars] == [None, value, None, "k", value]


def _plain_value(event: Any) -> str | None:
    return event.value if isinstance(event, yaml.ScalarEvent) and event.implicit[0] else None


def _is_retyped(value: str, key: str) -> bool:
    """Whether other readers of YAML take a text for a number, a date or a truth."""
    resolver: Any = Resolver()
    return key not in _NOT_TEXT and resolver.resolve(yaml.ScalarNode, value, (True, False)) != _TEXT_TAG


def _is_printable(sign: str) -> bool:
    return sign.isprintable() or sign == _NO_BREAK_SPACE


def _escaped(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if _is_printable(sign):
        return sign
    code = ord(sign)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
