"""Fills in the files that `kompass new` writes, line by line as a person does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kompass_sphinx.reading.problems import Problem

EMPTY_PLACE = re.compile(r"^ *(- )?\w+:( +#.*)?$|\{points: , percent: \}")
KEYS_AROUND = re.compile(r"^ *(evaluators|areas|\d|questions|strengths|improvements|examples|sources):( |$)")
QUESTION = re.compile(r"^( +)(\d\.\d+): \{points: , percent: \}(.*)$")
VALUE = re.compile(r"^( *(?:- )?)(\w+):( +#.*)?$")

WORDS = {
    "visited": "2019-03",
    "published": "2019-05-06",
    "first": "true",
    "interviews": "40",
    "name": "Påhittad Person",
    "affiliation": "ett påhittat företag",
    "impression": "Påhittat intryck.",
    "summary": "Påhittad sammanfattning.",
    "page": "7",
    "municipality": "Lomma",
    "topic": "något påhittat",
    "title": "Påhittad rapport",
    "publisher": "ett påhittat förlag",
    "date": "2019-05",
    "url": "https://example.org/",
}
"""What to write after a key, where it does not depend on the place. All of it is made up."""


def empty_lines(text: str) -> list[int]:
    """The numbers of the lines with a place to fill in."""
    lines = text.splitlines()
    return [n for n, line in enumerate(lines, start=1) if EMPTY_PLACE.search(line) and not KEYS_AROUND.match(line)]


def filled(text: str, results: dict[str, str], area_points: dict[str, str], total: str) -> str:
    """The file with every place filled in; ``results`` are what stands in a sub-question's brackets."""
    return "".join(f"{line}\n" for line in _filled_lines(text, results, area_points, total))


def _filled_lines(text: str, results: dict[str, str], area_points: dict[str, str], total: str) -> Iterator[str]:
    area, count = "", 0
    for line in text.splitlines():
        if found := re.match(r"  (\d):", line):
            area = found[1]
        if found := QUESTION.match(line):
            yield f"{found[1]}{found[2]}: {{{results[found[2]]}}}{found[3]}"
        elif (found := VALUE.match(line)) and not KEYS_AROUND.match(line):
            count += 1
            own = {
                "points": area_points.get(area, ""),
                "total": total,
                "text": f"Påhittad tanke nummer {count}.",
                "question": f"{area}.1",
                "area": area,
            }
            yield f"{found[1]}{found[2]}: {(WORDS | own)[found[2]]}{found[3] or ''}"
        else:
            yield line


def without_lines_of(problems: tuple[Problem, ...], text: str) -> str:
    """The text without the lines that problems are on."""
    gone = {problem.line for problem in problems}
    return "".join(f"{line}\n" for n, line in enumerate(text.splitlines(), start=1) if n not in gone)
