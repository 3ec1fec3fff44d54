"""What is said of each broken file of the other tests, word for word, with its figures, names and what was expected.

``messages_in_full.txt`` has been read by a person; after a meant change of a message, read it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kompass_sphinx.reading.evaluation_file import EvaluationReader
from tests.reading.samples import marked
from tests.reading.test_problem_places import CASES

EXPECTED = Path(__file__).with_name("messages_in_full.txt")
MOST_OF_A_FILE = 12


def said(reader: EvaluationReader) -> Iterator[str]:
    for name, text, _ in CASES:
        plain, _ = marked(text)
        problems = reader.read(plain.encode(), "tingsryd/2019.yaml", "tingsryd", "2019").problems
        yield from (f"{name}: {problem.text(str)}" for problem in problems[-MOST_OF_A_FILE:])


def test_every_message_is_as_a_person_has_read_it(reader: EvaluationReader) -> None:
    assert list(said(reader)) == EXPECTED.read_text(encoding="utf-8").splitlines()
