"""The last hand on the lines of a report, whatever its format: signs, list items, split words, empty lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kompass_sphinx.importing.document import BULLET, CELL, Line
from kompass_sphinx.importing.signs import as_item, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPLIT_WORD = re.compile(r"[^\W\d_]*[a-zåäöéü]-$")
_SHORTENED = re.compile(r"[^\W\d_]*(?:[A-ZÅÄÖ\d])-$")
# "drift- och", "mål-/" and the like: the hyphen stands for the rest of the word, and stays.
_STAYS = ("och", "eller", "samt", "respektive", "resp", "till", "kontra", "men", "alternativt")
_GOES_ON = re.compile(rf"(?!(?:{'|'.join(_STAYS)})\b)[a-zåäöéü]+")
_INNER_ITEM = re.compile(r"(?<=\S) ?[•●▪] ?(?=\S)")


def finished(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines with signs made alike, words put together again, and no more than one empty line at a time.

    A page ends a paragraph, unless the next page goes on in the middle of a sentence.
    """
    done: list[Line] = []
    for line in lines:
        for text in _items(as_item(tidy(line.text))):
            _add(Line(text, line.page), done)
    while done and not done[-1].text:
        done.pop()
    return tuple(done)


def joined(texts: Iterable[str]) -> str:
    """The lines of one paragraph on one line."""
    whole = ""
    for text in texts:
        parts = _together(whole, text)
        whole = " ".join(part for part in (parts or (whole, text)) if part)
    return whole


def _items(text: str) -> list[str]:
    """A line with several items of a list as a line for each; in a row of a table they stay together."""
    start = len(BULLET) if text.startswith(BULLET) else 0
    if CELL in text:
        inner = _INNER_ITEM.sub("; ", text[start:])
        return [text if inner == text[start:] else inner]
    first, *others = _INNER_ITEM.split(text[start:])
    return [text[:start] + first, *(BULLET + other for other in others)]


def _add(line: Line, done: list[Line]) -> None:
    last = done[-1] if done else Line("")
    if not line.text:
        # A sign whose text is on the line after next still begins that text.
        if last.text and last.text != BULLET:
            done.append(line)
        return
    if last.text == BULLET:
        done[-1] = Line(line.text if line.text.startswith(BULLET) else BULLET + line.text, line.page)
        return
    if last.text and last.page != line.page and not line.text[:1].islower():
        done.append(Line("", last.page))
        last = done[-1]
    together = _together(last.text, line.text)
    if together:
        done[-1] = Line(together[0], last.page)
        if not together[1]:
            return
        line = Line(together[1], line.page)
    done.append(line)


def _together(text: str, following: str) -> tuple[str, str] | None:
    """The two lines with the word that is split between them on the first; None when none is."""
    if not text.endswith("-") or CELL in text or CELL in following:
        return None
    start = text.split(" ")[-1]
    goes_on = _GOES_ON.match(following)
    if not goes_on:
        return None
    rest, _, others = following.partition(" ")
    if _SPLIT_WORD.fullmatch(start) and len(start) > 2:
        return text[:-1] + rest, others
    if _SHORTENED.fullmatch(start):
        return text + rest, others
    return None
