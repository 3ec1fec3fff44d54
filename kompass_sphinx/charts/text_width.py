"""How wide a text is at most, without knowing the reader's font.

Widths in em, an upper estimate over the sans-serif faces of common systems (Segoe UI, Roboto, Helvetica, Noto Sans).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_NARROW: Final = frozenset("ijlIftr.,:;!|'()[]/- ")
_WIDE: Final = frozenset("mwMWOQGD@%&—")
_NARROW_EM: Final = 0.39
_WIDE_EM: Final = 0.92
_CAPITAL_EM: Final = 0.7
_OTHER_EM: Final = 0.58
_BOLD: Final = 1.06


@lru_cache(4096)
def text_width(words: str, *, bold: bool = False) -> float:
    """Estimate the width of a text in em."""
    return sum(map(_character_width, words)) * (_BOLD if bold else 1)


def _character_width(character: str) -> float:
    if character in _NARROW:
        return _NARROW_EM
    if character in _WIDE:
        return _WIDE_EM
    return _CAPITAL_EM if character.isupper() else _OTHER_EM


@lru_cache(1024)
def wrap_two(words: str, width: float) -> tuple[str, ...]:
    """Set the text on one line if it fits in the width (em), else on two, the first as full as it can be.

    What does not fit on two lines is divided where the longer of them is shortest; a single word stays whole.
    """
    parts = words.split()
    whole = " ".join(parts)
    if text_width(whole) <= width or len(parts) < 2:
        return (whole,)
    divided = [(" ".join(parts[:at]), " ".join(parts[at:])) for at in range(len(parts) - 1, 0, -1)]
    fitting = (pair for pair in divided if max(map(text_width, pair)) <= width)
    return next(fitting, None) or min(divided, key=lambda pair: max(map(text_width, pair)))
