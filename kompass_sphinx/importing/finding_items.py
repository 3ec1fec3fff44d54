"""The items of a list of strengths or improvements, and where it cannot be told what they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kompass_sphinx.importing.document import BULLET, CELL
from kompass_sphinx.importing.doubts import Doubt
from kompass_sphinx.importing.readings import Read
from kompass_sphinx.importing.splitting import inner_capitals, split_at_capitals
from kompass_sphinx.language import message_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kompass_sphinx.importing.flow import Flow


_INNER_STOP = re.compile(r"[a-zåäö]{3}[.!?] [A-ZÅÄÖ]")
# A sentence that goes on after its end: columns of a table that a page has cut stand in each other.
_TORN = re.compile(r"[a-zåäö]{5}\. [a-zåäö]")
_NUMBER_ALONE = re.compile(r"[\d.\s()]+")
_FOOTNOTE = re.compile(r"\d{1,2}\s+(?:Se|Jfr|Källa|http|www)\b")

# What an item is explained with, in a sentence of its own after it.
_EXPLAINS = re.compile(
    r"(?:Det|Detta|Den|Dessa|De|Här|Särskilt|Speciellt|Exempelvis|Till exempel|T\.ex\.|Såväl|Även|Dock|Internt|Också|"
    r"Man)\b"
)
_TWO_SENTENCES = re.compile(rf"[a-zåäö\d]{{2}}[.!?] (?!{_EXPLAINS.pattern})[A-ZÅÄÖ]")
_USED = 0.8
"""How much of the width of a list a line has used that goes on."""


def rest_of_item(text: str) -> str:
    """The end of an item that a page has cut, before the first sign of a list that goes on under its heading again."""
    before, sign, _ = text.partition(BULLET)
    rest = " ".join(before.split())
    return rest if sign and rest[:1].islower() else ""


def items_of_list(flow: Flow, start: int, stop: int, *, is_run_together: bool) -> Iterator[Read[str]]:
    """The items of a list: by its signs, else by its lines, else by its capitals.

    Where its heading stands in the middle of a line, no sign and no line tells that an item ends.
    """
    text = flow.text
    lines: list[tuple[int, str]] = []
    offset = start
    for line in text[start:stop].split("\n"):
        # What is left of "3.6 Område 6", whose number stands before the heading.
        lines.append((offset, "" if _NUMBER_ALONE.fullmatch(line) else line.strip()))
        offset += len(line) + 1
    first_bullet = next((place for place, line in lines if line.startswith(BULLET)), stop)
    last_bullet = max((place for place, line in lines if line.startswith(BULLET)), default=-1)
    has_bullets = last_bullet >= 0
    items: list[tuple[int, str]] = []
    run_on: set[int] = set()
    # The texts between the items that may be headings of something else, by the place of the item before.
    between: dict[int, str] = {}
    after_blank = False
    widest = max(len(line) for _, line in lines)
    before = ""
    for place, line in lines:
        is_apart = after_blank or (has_bullets and _has_room(before, line, widest))
        # A text between the items goes on; after a short line, as the head of a page is, the item does.
        goes_on_between = len(items) in between and not after_blank and len(before) >= _USED * widest
        before = line
        if not line:
            after_blank = bool(items)
            continue
        is_early = is_run_together and place < first_bullet
        if _is_question(line) and items and place > last_bullet >= 0:
            break
        if _is_question(line) and items:
            between[len(items)] = line
        elif line.startswith(BULLET) or ((not has_bullets or is_early) and not _continues(line, items)):
            items.append((place, line.removeprefix(BULLET).strip()))
        elif not items or _FOOTNOTE.match(line):
            # Words before the first sign belong to the heading.
            continue
        elif goes_on_between or (is_apart and (len(items) in between or not _continues(line, items))):
            # Headings within the list may follow; what comes after its last sign is other text.
            if place > last_bullet:
                break
            between[len(items)] = f"{between.get(len(items), '')} {line}".strip()
            continue
        else:
            if not has_bullets and line[0].isupper() and not _EXPLAINS.match(line):
                run_on.add(items[-1][0])
            items[-1] = (items[-1][0], joined(items[-1][1], line))
        after_blank = False
    # Lines of running text, not of a list: sentences end in the middle of them.
    is_prose = not has_bullets and 3 * sum(bool(_INNER_STOP.search(item)) for _, item in items) >= len(items) > 1
    # Where one line holds the end of an item and the beginning of another, no line tells where an item ends. After a
    # sign a single capital is rather a name's.
    is_broken = any(inner_capitals(item) > has_bullets or _TORN.search(item) for _, item in items)
    prose = _first_prose([item for _, item in items]) if len(items) > 1 and not has_bullets else None
    other: str | None = None
    for index, (place, item) in enumerate(items):
        other = between.get(index, other)
        page = flow.page_at(place)
        is_lone = not has_bullets and len(items) == 1
        parts = split_at_capitals(item) if is_lone or (is_run_together and place < first_bullet) else [item]
        doubt = None
        if is_run_together or len(parts) > 1 or is_prose or place in run_on or is_broken:
            doubt = Doubt(message_id("The report runs items together; check where each begins and ends."))
        elif not has_bullets and len(items) > 1 and len(item) > 200:
            doubt = Doubt(message_id("A long text that may hold several items, or none."))
        elif prose is not None and index >= prose - 1:
            doubt = Doubt(message_id("Running text begins here, which may be of something else."))
        elif other is not None and _is_other(other):
            doubt = Doubt(message_id("Stands after other text: %(text)s"), text=other[:60])
        yield from (Read(part, doubt, page) for part in parts if part)


def _has_room(line: str, following: str, widest: int) -> bool:
    """Whether a line was ended before its width was used: the next one begins something else then."""
    first = following.partition(" ")[0]
    return first[:1].isupper() and len(line) + 1 + len(first) < _USED * widest


def _is_question(line: str) -> bool:
    """Whether a line in a list is a question, as headings are and findings are not."""
    return line.endswith("?") and line[0].isupper() and CELL not in line


def _first_prose(items: Sequence[str]) -> int | None:
    """The first of several items that reads as running text: two sentences, the second no explanation of the first."""
    return next((index for index, item in enumerate(items) if index and _TWO_SENTENCES.search(item)), None)


def _is_other(text: str) -> bool:
    """Whether a text between items says something itself: a sentence, or a question as a heading."""
    return text.endswith((".", "?", "!", ":"))


def _continues(line: str, items: Sequence[tuple[int, str]]) -> bool:
    """Whether a line goes on with the one before: it begins in the middle of a sentence, or explains it."""
    if not items:
        return False
    if _EXPLAINS.match(line) and items[-1][1].endswith("."):
        return True
    return line[0].islower() or items[-1][1].endswith((",", "-", " och", " samt", " i", " av", " med", " för", " att"))


def joined(before: str, line: str) -> str:
    """Two lines as one; a word divided at the end of the first is put together."""
    if before.endswith("-") and line[0].islower() and not line.startswith(("och ", "eller ", "samt ")):
        return before[:-1] + line
    return f"{before} {line}"
