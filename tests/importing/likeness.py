"""How much of one text is in another, whatever became of its spaces, signs and a letter here and there."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ENOUGH = 0.72
"""So much of a text's letter triples must be found for it to be there."""


def contains(text: str, part: str) -> bool:
    """Whether ``part`` is in ``text``, as a reader would say."""
    return share(part, text) >= ENOUGH


def share(part: str, text: str) -> float:
    """How much of ``part`` is in ``text``: the share of its letter triples, 0 to 1."""
    wanted = _triples(part)
    return len(wanted & _triples(text)) / len(wanted) if wanted else 0.0


@lru_cache(maxsize=10_000)
def _triples(text: str) -> frozenset[str]:
    plain = f"  {squeezed(text)}  "
    return frozenset(plain[index : index + 3] for index in range(len(plain) - 2))


@lru_cache(maxsize=10_000)
def squeezed(text: str) -> str:
    """Letters and figures alone, in lower case and without accents, words apart."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return " ".join(re.findall(r"[^\W_]+", "".join(sign for sign in letters if not unicodedata.combining(sign))))
