"""Whole numbers in what a browser sends, which may be anything."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"[0-9]{1,9}")


def whole_number(text: str) -> int | None:
    """The number that some digits are; None for all else, and for more of them than anything here has."""
    return int(text) if _DIGITS.fullmatch(text) else None
