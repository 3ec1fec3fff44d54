"""How alike two texts are, told soon where they are not: nearly every line of a report is no heading."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache


@lru_cache(maxsize=50_000)
def likeness(wanted: str, written: str, least: float) -> float:
    """The share of two texts that is alike, 0 to 1; 0 where it is less than ``least``."""
    # What their lengths, and then their letters in any order, allow at the most.
    if 2 * min(len(wanted), len(written)) < least * (len(wanted) + len(written)):
        return 0.0
    matcher = SequenceMatcher(None, wanted, written)
    if matcher.quick_ratio() < least:
        return 0.0
    found = matcher.ratio()
    return found if found >= least else 0.0
