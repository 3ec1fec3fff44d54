"""Texts as YAML scalars that mean exactly the text."""

from __future__ import annotations

import re

# Begins with a letter, and has nothing that YAML takes for more than text.
_PLAIN = re.compile(r"[^\W\d_](?:[^\s:#\[\]{},&*!|>'\"%@`]|[ ](?![#\s])|:(?=\S)|[,'\"%&*!@](?!$)|[\[\]{}](?!$))*")
_OTHER_MEANINGS = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n", ".inf", ".nan"))


def scalar(text: str, *, is_in_flow: bool = False) -> str:
    """A text on one line: plain where that is safe in every YAML reader, else in single quotes."""
    one_line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    is_plain = _PLAIN.fullmatch(one_line) is not None and one_line.casefold() not in _OTHER_MEANINGS
    if is_plain and not (is_in_flow and any(sign in one_line for sign in "[]{},")):
        return one_line
    return "'" + one_line.replace("'", "''") + "'"
