"""What is probably wrong in a file although the format allows it: warnings, for ``kompass check`` alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kompass_sphinx.reading.marks import RESTATE, UNSURE
from kompass_sphinx.reading.places import Places
from kompass_sphinx.reading.problems import KEY, LINE_END, Code, Fault, Loc, Place, Problem, printable
from kompass_sphinx.reading.salvage import is_damaged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kompass_sphinx.model.evaluation import Evaluation

MOST_WORDS = 25
"""A strength is one thought of some fifteen words; with more than these it is hardly one."""

MOST_YEARS = 1
"""A report may come, and a year be named, the year after the visit."""

_MARK = re.compile(f"#.*?({UNSURE}|{RESTATE})[ \t]*([^\r\n]*)")


def advise(evaluation: Evaluation | None, damaged: frozenset[Loc], text: str, path: str) -> Iterator[Problem]:
    """Warnings about a file; ``damaged`` are the ways to parts of the evaluation that say nothing."""
    yield from _marks(text, path)
    if evaluation is None:
        return
    faults = list(_faults(evaluation, damaged))
    twins = [pair for pair in _twins(evaluation) if not any(is_damaged(loc, damaged) for loc in pair)]
    if faults or twins:
        places = Places(text)
        yield from (Problem.of(fault, path, places.of(fault.loc)) for fault in faults)
        for loc, first in twins:
            yield Problem.at(path, places.of(loc), Code.SAME_TEXT, first=places.of(first).line)


def _marks(text: str, path: str) -> Iterator[Problem]:
    if UNSURE not in text and RESTATE not in text:
        return
    for number, line in enumerate(LINE_END.split(text), start=1):
        found = _MARK.search(line)
        if found is None:
            continue
        place = Place(number, found.start(1) + 1)
        if found[1] == RESTATE:
            yield Problem.at(path, place, Code.NOT_RESTATED)
        else:
            yield Problem.at(path, place, Code.UNSURE, reason=printable(found[2].strip().rstrip(".?!")) or "…")


def _faults(evaluation: Evaluation, damaged: frozenset[Loc]) -> Iterator[Fault]:
    for key, date in (("visited", evaluation.visited), ("published", evaluation.published)):
        if date is not None and abs(int(date[:4]) - evaluation.year) > MOST_YEARS and ("year",) not in damaged:
            yield Fault.at((key,), Code.FAR_YEAR, date=date, year=evaluation.year)
    # What is missing says something only of a file that could be read whole.
    for number in () if damaged else _areas_without_strengths(evaluation):
        yield Fault.at(("areas", str(number), KEY), Code.NO_STRENGTHS, area=number)
    for loc, text in _findings(evaluation):
        count = len(text.split())
        if count > MOST_WORDS:
            yield Fault.at(loc, Code.LONG_TEXT, count=count)


def _areas_without_strengths(evaluation: Evaluation) -> list[int]:
    """Areas with figures but no strength where most areas with figures have one, and no note says why."""
    figures = {number: area for number, area in evaluation.areas.items() if area.points is not None or area.questions}
    without = [number for number, area in figures.items() if not area.strengths]
    if len(without) * 2 >= len(figures):
        return []
    notes = {note.about for note in evaluation.notes}
    return [number for number in without if not notes & {"areas", f"areas.{number}", f"areas.{number}.strengths"}]


def _findings(evaluation: Evaluation) -> Iterator[tuple[Loc, str]]:
    """Every strength and improvement with the way to its text."""
    for number, result in evaluation.areas.items():
        for key, findings in (("strengths", result.strengths), ("improvements", result.improvements)):
            for index, finding in enumerate(findings):
                yield ("areas", str(number), key, index, "text"), finding.text


def _twins(evaluation: Evaluation) -> Iterator[tuple[Loc, Loc]]:
    """The ways to a text and to the first of the same words, but for capitals and punctuation."""
    firsts: dict[str, Loc] = {}
    for loc, text in _findings(evaluation):
        words = " ".join(re.findall(r"\w+", text.casefold()))
        first = firsts.setdefault(words, loc)
        if first is not loc:
            yield loc, first
