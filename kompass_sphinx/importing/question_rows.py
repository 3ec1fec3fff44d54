"""The places where a report has a row on a sub-question: its number, and the figures up to the next."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kompass_sphinx.importing.figure_groups import Figure, figure_groups

if TYPE_CHECKING:
    from kompass_sphinx.model.edition import Edition

# 4.3, also as 4.3. or 4,3 with a word after it; never a figure such as 4.5 %.
_NUMBER = re.compile(
    r"(?<![\w.,/–-])(?P<area>[1-8])\s?[.,]\s?(?P<question>[1-9])(?:[.:)]|(?![\w.,]))(?=\s*[^\d\s%.,;)])", re.UNICODE
)
LONGEST_ROW = 700
"""The most signs between the number of a sub-question and its figures' end."""


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A sub-question's number at a place, and the groups of figures after it; ``end`` is where the next row begins."""

    number: str
    start: int
    end: int
    groups: tuple[tuple[Figure, ...], ...]


def question_rows(text: str, edition: Edition, stops: tuple[int, ...]) -> list[QuestionRow]:
    """Every row on a sub-question of the edition, in the order of the text; ``stops`` are where areas begin."""
    found = [
        (match.start(), match.end(), f"{match['area']}.{match['question']}")
        for match in _NUMBER.finditer(text)
        if edition.question(f"{match['area']}.{match['question']}") is not None
    ]
    limits = sorted({*(start for start, _, _ in found), *stops, len(text)})
    rows = []
    for start, end, number in found:
        limit = min(next(limit for limit in limits if limit >= end), start + LONGEST_ROW)
        groups = tuple(tuple(group) for group in figure_groups(text, end, limit))
        rows.append(QuestionRow(number, start, limit, groups))
    return rows
