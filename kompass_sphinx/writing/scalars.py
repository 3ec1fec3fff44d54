"""Texts as YAML scalars that mean exactly the text."""

from __future__ import annotations

import re

# Begins with a letter, and has nothing that YAML takes for more than text.
_PLAIN = re.compile(r"[^\W\d_](?:[^\s:#\[\]{},&*!|>'\"%@`]|[ ](?![#\s])|:(?=\S)|[,'\"%&*!@](?!$)|[\[\]{}](?!$))*")
_OTHER_MEANINGS = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n", ".inf", ".nan"))


def on_one_line(text: str) -> str:
    """The text with a space wherever there is white space or a sign that cannot be printed."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def scalar(text: str) -> str:
    """A text on one line: plain where that is safe in every YAML reader, else in single quotes."""
    one_line = on_one_line(text)
    if _PLAIN.fullmatch(one_line) is not None and one_line.casefold() not in _OTHER_MEANINGS:
        return one_line
    return "'" + one_line.replace("'", "''") + "'"
