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
        # Signs that follow a word without a space, put first in a line by a cell too narrow.
        space = "" if text.startswith(("?", "!", ".", ",", ";", ":", ")")) else " "
        whole = space.join(part for part in (parts or (whole, text)) if part)
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
        # A sign whose text is on the line after next still begins that text; a page's first lines begin nothing.
        if last.text and last.text != BULLET and last.page == line.page:
            done.append(line)
        return
    if last.text == BULLET:
        done[-1] = Line(line.text if line.text.startswith(BULLET) else BULLET + line.text, line.page)
        return
    if done and last.page != line.page:
        _turn_page(line, done)
        last = done[-1]
    if _continues_row(line.text, last.text, is_cut=last.page != line.page):
        done[-1] = Line(_longer_row(last.text, line.text), last.page)
        return
    together = _together(last.text, line.text)
    if together:
        done[-1] = Line(together[0], last.page)
        if not together[1]:
            return
        line = Line(together[1], line.page)
    done.append(line)


def _turn_page(line: Line, done: list[Line]) -> None:
    """Put an empty line before the first one of a page, unless a sentence or a row goes on there."""
    if not done[-1].text:
        done.pop()
    last = done[-1]
    goes_on = line.text[:1].islower() or _continues_row(line.text, last.text, is_cut=True)
    if not goes_on:
        done.append(Line("", last.page))


def _continues_row(text: str, row: str, *, is_cut: bool) -> bool:
    """Whether a row of a table is the end of a row that the page has cut: more words for one of its cells."""
    if not is_cut:
        return False
    cells, before = text.split(CELL), row.split(CELL)
    filled = [number for number, cell in enumerate(cells) if cell]
    if len(cells) < 2 or len(before) < len(cells) or filled != [len(cells) - 1]:
        return False
    return not any(sign.isdigit() for sign in cells[-1]) and any(sign.isalpha() for sign in before[filled[0]])


def _longer_row(row: str, text: str) -> str:
    cells = row.split(CELL)
    number = text.count(CELL)
    cells[number] = joined((cells[number], text.rsplit(CELL, 1)[-1]))
    return CELL.join(cells)


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
