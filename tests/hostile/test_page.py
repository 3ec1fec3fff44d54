"""The page on security says what the corpus and the reader have, in numbers."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import settings

from kompass_sphinx.form import server
from kompass_sphinx.importing import memory, pdf_bounds, pdf_file, report_file, word_file
from kompass_sphinx.model.scalars import LONGEST_TEXT
from kompass_sphinx.reading.evaluation_file import MOST_PROBLEMS
from kompass_sphinx.reading.straight import DEEPEST, MOST_VALUES
from kompass_sphinx.reading.yaml_text import MOST_BYTES
from tests.hostile import test_fuzz_form, test_fuzz_import, test_fuzz_reader
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


def test_what_is_made_wrong_at_random_is_listed_with_how_often() -> None:
    tests = {
        name: test._hypothesis_internal_use_settings.max_examples
        for module in (test_fuzz_reader, test_fuzz_import, test_fuzz_form)
        for name, test in vars(module).items()
        if hasattr(test, "_hypothesis_internal_use_settings")
    }
    # A long run makes more of each; the page says what a short one makes.
    short = {name: str(examples * 100 // settings().max_examples) for name, examples in tests.items()}
    assert dict(column("Vad slumpen har hittat")) == short


def test_the_limits_are_those_of_the_program() -> None:
    assert [number for _, number in column("Gränser")] == list(
        map(
            swedish,
            (
                *(MOST_BYTES, MOST_VALUES, DEEPEST, LONGEST_TEXT, MOST_PROBLEMS),
                *(report_file.MOST_BYTES, report_file.MOST_SIGNS, pdf_file.MOST_PAGES, pdf_bounds.MOST_STEPS),
                *(word_file.MOST_XML, memory.MOST_BYTES, server.MOST_BYTES),
            ),
        )
    )
