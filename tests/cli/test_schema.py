"""`kompass schema`: to the terminal or to a file."""

import json
from pathlib import Path

import pytest

from kompass_sphinx.cli.language import LANGUAGE
from kompass_sphinx.reading.schema import evaluation_schema_text
from tests.cli.command import run

SCHEMA = evaluation_schema_text(LANGUAGE.gettext)


def test_it_is_printed() -> None:
    result = run("schema")
    assert (result.exit_code, result.stdout) == (0, SCHEMA)


def test_it_is_written_and_an_older_one_replaced(tmp_path: Path) -> None:
    path = tmp_path / "new" / "evaluation.schema.json"
    for older in (None, json.dumps({"$id": "evaluation.schema.json"})):
        if older is not None:
            path.write_text(older, encoding="utf-8")
        result = run("schema", "--output", path)
        assert (result.exit_code, result.stdout) == (0, "")
        assert path.read_text(encoding="utf-8") == SCHEMA
        assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b"municipality: Habo\n"])
def test_another_file_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mine"
    path.write_bytes(content)
    assert run("schema", "--output", path).exit_code == 2
    assert path.read_bytes() == content


def test_a_folder_is_wrong_use(tmp_path: Path) -> None:
    assert run("schema", "--output", tmp_path).exit_code == 2
