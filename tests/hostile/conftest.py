"""The hostile site and the harmless one, each built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.hostile_site import Written, harmless, hostile, write_site
from tests.site.sites import Built


def _built(folder: Path, written_as: Written) -> Built:
    site = write_site(folder, written_as)
    before = _outside(folder)
    built = site.build()
    assert _outside(folder) == before, "written outside the output"
    assert (built.status, built.warnings) == (0, "")
    return built


def _outside(folder: Path) -> dict[Path, bytes]:
    """All files beside the output, those around the project too."""
    return {
        path: path.read_bytes() if path.is_file() else b""
        for path in folder.parent.rglob("*")
        if folder / "_build" not in (path, *path.parents)
    }


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Give the site of hostile texts; nothing of it was written outside its output."""
    return _built(tmp_path_factory.mktemp("hostile") / "in" / "project", hostile)


@pytest.fixture(scope="session")
def harmless_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Give the same site with harmless texts in their places."""
    return _built(tmp_path_factory.mktemp("harmless") / "in" / "project", harmless)
