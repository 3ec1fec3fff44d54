"""A file of its own for each test, in a folder like the archive's."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kompass_sphinx.form.server import FormServer
from tests.archives import EVALUATIONS
from tests.form.served import serving_form


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A copy of a real file."""
    path = tmp_path / "evaluations" / "tingsryd" / "2019.yaml"
    path.parent.mkdir(parents=True)
    shutil.copy(EVALUATIONS / "tingsryd" / "2019.yaml", path)
    return path


@pytest.fixture
def server(file: Path) -> Iterator[FormServer]:
    """Its form."""
    with serving_form(file) as server:
        yield server
