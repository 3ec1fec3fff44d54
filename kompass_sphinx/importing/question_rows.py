"""The places where a report has a row on a sub-question: its number, and the figures up to the next."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kompass_sphinx.importing.document import CELL
from kompass_sphinx.importing.figure_groups import Figure, figure_groups

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kompass_sphinx.importing.area_headings import AreaHeading
    from kompass_sphinx.model.edition import Edition

# 4.3, also as 4.3. or 4,3 with a word after it; never a figure such as 4.5 %.
_NUMBER = re.compile(
    r"(?:(?<![\w.,/–-])(?P<area>[1-8])\s?[.,]\s?(?P<question>[1-9])(?:[.:)]|(?![\w.,]))(?=\s*[^\d\s%.,;)])"
    # The point may be gone, at the beginning of a row.
    rf"|^\s*(?P<lone_area>[1-8])[ :;-]?(?P<lone_question>[1-9])[.:)]?(?={CELL}\s*[^\d\s])"
    # With a colon, at the beginning of a row: anywhere else it is a time or a share.
    r"|^\s*(?P<colon_area>[1-8]):(?P<colon_question>[1-9])(?=\s+[^\d\s])"
    # The number and the figures stand at half height, between the lines of the question.
    r"|^\s*(?P<half_area>[1-8])[.,](?P<half_question>[1-9])[.:)]?(?=[ \t]+\d[\d\t %.,/]*$))",
    re.MULTILINE,
)
_REFERS = re.compile(
    r"(?<![\w])(?:avsnitt|kapitel|kap\.|punkt|tabell|figur|diagram|bilaga|version|mått|fråga|delfråga|frågorna|se|även|"
    r"och|eller|om|ca|cirka|omkring|omfattar|är|på|i|till|från|med|av) $"
)
LONGEST_TABLE = 2500
"""The most signs of a table on one area."""

LONGEST_ROW = 700
"""The most signs between the number of a sub-question and its figures' end."""


LOOK_BACK = 100
"""How many signs before a number tell whether it stands within a sentence."""


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A sub-question's number at a place, and the groups of figures after it, up to the next row."""

    number: str
    start: int
    groups: tuple[tuple[Figure, ...], ...]


def question_rows(text: str, edition: Edition, stops: tuple[int, ...]) -> list[QuestionRow]:
    """Every row on a sub-question of the edition, in the order of the text; ``stops`` are where areas begin."""
    found = [
        (match.start(), match.end(), number)
        for match in _NUMBER.finditer(text)
        if edition.question(number := _number(match)) is not None and not _is_referred_to(text, match.start())
    ]
    limits = sorted({*(start for start, _, _ in found), *stops, len(text)})
    rows = []
    for start, end, number in found:
        limit = min(limits[bisect_left(limits, end)], start + LONGEST_ROW)
        if _is_within_sentence(text, start):
            # "I avsnitt 3.2 beskrivs …": figures further down are not its own.
            limit = min(limit, _end_of_line(text, end))
        groups = tuple(tuple(group) for group in figure_groups(text, end, limit))
        rows.append(QuestionRow(number, start, groups))
    return rows


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def _is_referred_to(text: str, start: int) -> bool:
    """Whether the word before a number is one that a sentence refers with, or counts: "se 3.2", "om 3,5 miljoner"."""
    return bool(_REFERS.search(text[max(start - 15, 0) : start]))


def _is_within_sentence(text: str, start: int) -> bool:
    """Whether words stand before a number on its line or in its cell, more than the one of "Fråga 3.2"."""
    before = text[max(start - LOOK_BACK, 0) : start]
    return len(re.split(rf"[\n{CELL}]", before)[-1].split()) > 1


def _number(match: re.Match[str]) -> str:
    area = match["area"] or match["lone_area"] or match["colon_area"] or match["half_area"]
    question = match["question"] or match["lone_question"] or match["colon_question"] or match["half_question"]
    return f"{area}.{question}"


def rows_without_numbers(
    text: str, edition: Edition, headings: Sequence[AreaHeading], numbered: Sequence[QuestionRow]
) -> list[QuestionRow]:
    """Rows of tables that do not number the sub-questions: as many lines with figures as the area has questions.

    They are numbered in the order of the edition. Only where no numbered row stands under the area's heading; whether
    the maximums agree is for others to see.
    """
    starts: dict[int, list[int]] = defaultdict(list)
    for row in numbered:
        if row.groups:
            starts[int(row.number[0])].append(row.start)
    rows = []
    for index, heading in enumerate(headings):
        stop = min(headings[index + 1].start if index + 1 < len(headings) else len(text), heading.end + LONGEST_TABLE)
        own = starts[heading.area]
        if bisect_left(own, heading.start) < bisect_left(own, stop):
            continue
        questions = edition.areas[heading.area].questions
        groups = _last_groups(text, heading.end, stop)
        if questions and len(groups) in (len(questions), len(questions) + 1):
            for number, group in zip(questions, groups, strict=False):
                figures = [group, *groups[len(questions) :]] if number == list(questions)[-1] else [group]
                rows.append(QuestionRow(number, group[0].start, tuple(figures)))
    return rows


def _last_groups(text: str, start: int, stop: int) -> list[tuple[Figure, ...]]:
    """The figures at the end of each line of a stretch, of the lines that have as many as most have."""
    groups = []
    offset = start
    for line in text[start:stop].split("\n"):
        found = figure_groups(text, offset, offset + len(line))
        if found and not line[found[-1][-1].end - offset :].strip(" |%"):
            groups.append(tuple(found[-1]))
        offset += len(line) + 1
    widths = [len(group) for group in groups]
    width = max(widths, key=lambda one: (widths.count(one), one), default=0)
    return [group for group in groups if len(group) == width and (width > 1 or group[0].is_percent)]
