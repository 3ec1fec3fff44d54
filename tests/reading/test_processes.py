"""Files read by several processes are read as by one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kompass_sphinx.model.edition import Catalogue
from kompass_sphinx.model.municipality import Registry
from kompass_sphinx.reading import folder as folder_module
from kompass_sphinx.reading.cache import EvaluationCache
from kompass_sphinx.reading.evaluation_file import EvaluationReader
from kompass_sphinx.reading.folder import Reading, read_folder, read_tree
from kompass_sphinx.reading.tree import walk

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


def told(reading: Reading) -> tuple[object, ...]:
    return (dict(reading.evaluations), reading.known, reading.problems, reading.digests, reading.paths)


@pytest.fixture
def folder(archive: Path, tmp_path: Path) -> Path:
    """The project's archive with a few broken files, one of them of the same evaluation as another."""
    folder = tmp_path / "evaluations"
    shutil.copytree(archive, folder)
    right = sorted(folder.glob("*/*.yaml"))
    right[3].write_text("municipality: [Mark", encoding="utf-8")
    right[20].write_text(right[20].read_text("utf-8").replace("edition:", "edtion:"), encoding="utf-8")
    right[33].write_bytes(right[30].read_bytes())
    return folder


def test_reading_is_the_same_by_several_processes(folder: Path, registry: Registry, catalogue: Catalogue) -> None:
    one = read_folder(folder, "evaluations", registry, catalogue)
    assert len(one.problems) >= 3
    assert told(read_folder(folder, "evaluations", registry, catalogue, processes=2)) == told(one)


def test_files_are_shared_among_as_many_processes_as_are_asked_for(
    folder: Path, registry: Registry, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    among: list[int] = []

    def shared(processes: int, work: Callable[[Any], Any], items: list[Any]) -> Iterator[Any]:
        among.append(processes)
        return map(work, items)

    monkeypatch.setattr(folder_module, "shared_among", shared)
    read_folder(folder, "evaluations", registry, catalogue)
    read_folder(folder, "evaluations", registry, catalogue, processes=7)
    read_tree(walk(folder, "evaluations"), registry, lambda: EvaluationReader(registry, catalogue))
    assert among == [1, 7, 1]


def test_what_several_processes_read_is_kept(
    folder: Path, tmp_path: Path, registry: Registry, catalogue: Catalogue
) -> None:
    path = tmp_path / "cache"
    first = read_folder(folder, "evaluations", registry, catalogue, EvaluationCache(path), processes=2)
    again = read_folder(folder, "evaluations", registry, catalogue, EvaluationCache(path), processes=2)
    assert told(again) == told(first) == told(read_folder(folder, "evaluations", registry, catalogue))
