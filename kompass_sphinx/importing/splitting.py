"""Items of a list that were run together into one line, divided where a new one seems to begin."""

from __future__ import annotations

import re

# A capital after a small letter, without a full stop between: names follow words like these, new items do not.
_BEFORE_NAME = re.compile(
    r"i|av|med|från|på|och|för|till|hos|om|under|över|kring|inom|vid|mot|enligt|utan|mellan|samt|genom|via|eller|"
    r"såsom|som|exempelvis|kommunens?",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"\W*(?:t\.?ex|bl\.?a|dvs|s\.?k|m\.?fl|osv|f\.?d|ca|nr)\.", re.IGNORECASE)
_LAST_WORD = re.compile(r"\s+")
_LONGEST_WORD = 60
_BREAK = re.compile(r"(?<=[a-zåäöé)”\"\d.%])\s+(?=[A-ZÅÄÖ][a-zåäöé])")
_INNER_CAPITAL = re.compile(r"(?<![^\s(”\"])(?P<word>[a-zåäöé\d][\w-]*)\s+(?=[A-ZÅÄÖ][a-zåäöé])")


def inner_capitals(text: str) -> int:
    """How many capitals stand within a sentence, after a word that does not lead up to a name."""
    return sum(not _BEFORE_NAME.fullmatch(match["word"]) for match in _INNER_CAPITAL.finditer(text))


def split_at_capitals(text: str) -> list[str]:
    """The parts of a text, each beginning with a capital that does not look like a name's."""
    parts: list[str] = []
    start = 0
    for match in _BREAK.finditer(text):
        word = _LAST_WORD.split(text[max(match.start() - _LONGEST_WORD, 0) : match.start()])[-1]
        if _BEFORE_NAME.fullmatch(word.strip('”"(')) or _ABBREVIATION.fullmatch(word):
            continue
        parts.append(text[start : match.start()].strip())
        start = match.end()
    parts.append(text[start:].strip())
    return [part for part in parts if part]
