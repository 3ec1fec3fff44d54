"""What is said of each broken file of the other tests, word for word, with its figures, names and what was expected.

``messages_in_full.txt`` has been read by a person; after a meant change of a message, read it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kompass_sphinx.model.edition import Catalogue
from kompass_sphinx.model.municipality import Registry
from kompass_sphinx.reading.evaluation_file import EvaluationReader
from kompass_sphinx.reading.folder import read_folder
from tests.reading.samples import marked
from tests.reading.test_advice import ADVICE_CASES
from tests.reading.test_folder import FOLDER_CASES, write
from tests.reading.test_problem_places import CASES

EXPECTED = Path(__file__).with_name("messages_in_full.txt")
MOST_OF_A_FILE = 12


def said(folder: Path, registry: Registry, catalogue: Catalogue) -> Iterator[str]:
    reader = EvaluationReader(registry, catalogue, advises=True)
    for name, text, _ in (*CASES, *ADVICE_CASES):
        plain, _ = marked(text)
        result = reader.read(plain.encode(), "fil", "tingsryd", "2019")
        for one in (*result.problems[-MOST_OF_A_FILE:], *result.advice):
            yield f"{name}: {one.location}: {one.text(str)}"
    for name, files, _ in FOLDER_CASES:
        for one in read_folder(write(folder / name, files), "e", registry, catalogue).problems:
            yield f"{name}: {one.location}: {one.text(str)}"


def test_every_message_is_as_a_person_has_read_it(tmp_path: Path, registry: Registry, catalogue: Catalogue) -> None:
    assert list(said(tmp_path, registry, catalogue)) == EXPECTED.read_text(encoding="utf-8").splitlines()
