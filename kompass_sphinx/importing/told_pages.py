"""Pages of a text without pages, as its running heads tell them: the heads go, the pages stay."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kompass_sphinx.importing.document import Document, Line

_NUMBER = re.compile(r"(?<!\d)\d{1,9}(?!\d)")
_WORD = re.compile(r"\S+\s*")
_LETTER = re.compile(r"[^\W\d_]")
_NUMBERED_HEADING = re.compile(r"\W*#[.:]#")
_BARE_NUMBER = re.compile(r"\W*#\W*(#\W*)?")
LONGEST_HEAD = 20
"""The most words that a running head has."""

FEWEST_PAGES = 3
"""On how many pages a head must return, each time with the next number."""

SHORTEST_PAGE = 12
"""How many lines there are at least, on average, between heads that are nothing but a number."""


def with_told_pages(document: Document) -> Document:
    """The document without the heads of its pages, its lines numbered by what the heads said.

    Documents whose lines know their page are left as they are. A head is a line, or the beginning of a line that holds
    a whole page, that returns with the same words and a number that grows by one.
    """
    if any(line.page is not None for line in document.lines):
        return document
    heads = _heads(document.lines)
    if not heads:
        return document
    lines: list[Line] = []
    first = min(page for _, page in heads.values())
    page = first - 1 if first > 1 else None
    for index, line in enumerate(document.lines):
        text = line.text
        if index in heads:
            length, page = heads[index]
            text = text[length:]
            if not text.strip():
                continue
        lines.append(Line(text, page))
    return replace(document, lines=tuple(lines))


def _heads(lines: tuple[Line, ...]) -> dict[int, tuple[int, int]]:
    """By the index of a line that begins with a head: how many signs of it are the head, and the page it names."""
    heads: dict[int, tuple[int, int]] = {}
    for words in range(1, LONGEST_HEAD + 1):
        alike: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for index, line in enumerate(lines):
            start = "".join(_WORD.findall(line.text)[:words])
            is_whole = len(start.rstrip()) == len(line.text.rstrip())
            if start and (is_whole or len(line.text) > 400):
                alike[_NUMBER.sub("#", start.strip())].append((index, start))
        for pattern, starts in alike.items():
            if _is_head(pattern) or _is_page_number(pattern, starts):
                for index, start, page in _counting(starts):
                    heads[index] = (len(start), page)
    return heads


def _is_head(pattern: str) -> bool:
    """Whether words can be a running head: 3.1.2 Styrkor counts areas, not pages."""
    return bool(_LETTER.search(pattern)) and not _NUMBERED_HEADING.match(pattern)


def _is_page_number(pattern: str, starts: list[tuple[int, str]]) -> bool:
    """Whether a line without words can number pages: a lone figure, or 2 (27), far from the next. 1.1 is a question."""
    apart = (starts[-1][0] - starts[0][0]) / max(len(starts) - 1, 1)
    return bool(_BARE_NUMBER.fullmatch(pattern)) and "#.#" not in pattern and apart >= SHORTEST_PAGE


def _counting(starts: list[tuple[int, str]]) -> Iterator[tuple[int, str, int]]:
    """Those of some alike beginnings whose number counts the pages, when nearly all of them do."""
    numbers = [[int(found) for found in _NUMBER.findall(start)[:6]] for _, start in starts]
    for column in range(min(map(len, numbers))):
        counted = [row[column] for row in numbers]
        steps = sum(after - before == 1 for before, after in pairwise(counted))
        if steps >= max(FEWEST_PAGES - 1, 0.8 * (len(counted) - 1)) and counted[0] < 1000:
            yield from ((index, start, page) for (index, start), page in zip(starts, counted, strict=True))
            return
