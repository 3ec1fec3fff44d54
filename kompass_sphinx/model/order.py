"""Swedish alphabetical order, the same on every machine."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Swedish order puts å, ä, ö after z; { | } follow z in ASCII. Ü sorts as y, æ and ø as ä and ö.
_LETTERS = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y"})


@lru_cache(maxsize=4096)  # the names of municipalities are sorted over and over
def swedish_key(text: str) -> tuple[str, str]:
    """A sort key: å, ä, ö last, other accents and case without weight, ties broken by the text itself."""
    letters = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    plain = "".join(sign for sign in unicodedata.normalize("NFD", letters) if not unicodedata.combining(sign))
    return plain, text
