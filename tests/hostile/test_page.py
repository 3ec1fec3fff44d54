"""The page on security says what the corpus and the reader have, in numbers."""

from __future__ import annotations

import re
from pathlib import Path

from kompass_sphinx.model.scalars import LONGEST_TEXT
from kompass_sphinx.reading.evaluation_file import MOST_PROBLEMS
from kompass_sphinx.reading.straight import DEEPEST, MOST_VALUES
from kompass_sphinx.reading.yaml_text import MOST_BYTES
from tests.hostile.corpus import KINDS, hostile_files

PAGE = Path(__file__).parents[2] / "docs" / "security.md"


def swedish(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def column(heading: str) -> list[tuple[str, str]]:
    """The first and the last cell of each row of the table that is under a heading."""
    section = PAGE.read_text("utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (.+?) \|.*?\|?\s*([\d ]+) \|$", section, re.MULTILINE)
    return [(name.strip("`*"), number.strip()) for name, number in rows]


def test_the_kinds_are_listed_with_as_many_files_as_there_are() -> None:
    numbers = {kind: sum(1 for _ in hostile_files(kind)) for kind in KINDS}
    assert column("Så är det prövat") == [
        *((kind, swedish(number)) for kind, number in numbers.items()),
        ("Alla", swedish(sum(numbers.values()))),
    ]


def test_the_limits_are_those_of_the_reader() -> None:
    assert [number for _, number in column("Gränser")] == list(
        map(swedish, (MOST_BYTES, MOST_VALUES, DEEPEST, LONGEST_TEXT, MOST_PROBLEMS))
    )
