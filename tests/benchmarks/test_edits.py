"""The edits that are measured leave an archive without a fault, and can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.edits import EDITS, Edit, figure_changed
from kompass_sphinx.reading.folder import Reading, read_folder
from tests.archives import catalogue, registry
from tests.demonstration.folder import generate

COUNT = 12


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demonstration") / "evaluations"
    generate(folder, COUNT)
    return folder


def contents(folder: Path) -> dict[str, bytes | None]:
    """Every file's bytes, and every folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")
    }


def reading(folder: Path) -> Reading:
    return read_folder(folder, "evaluations", registry(), catalogue())


@pytest.mark.parametrize("step", EDITS)
def test_an_edit_changes_one_file_leaves_no_fault_and_is_undone(made: Path, step: str) -> None:
    before = contents(made)
    edit = EDITS[step](made, COUNT)
    assert contents(made) == before
    edit.make()
    try:
        after = contents(made)
        differing = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
        assert edit.path.relative_to(made).as_posix() in differing
        assert {name for name in differing if name.endswith(".yaml")} == {edit.path.relative_to(made).as_posix()}
        assert reading(made).problems == ()
        expected = COUNT + (step == "added")
        assert len(reading(made).evaluations) == expected
    finally:
        edit.undo()
    assert contents(made) == before


def test_a_changed_figure_is_points_and_percent_area_and_total(made: Path) -> None:
    edit = figure_changed(made, COUNT)
    key = (edit.path.parent.name, int(edit.path.stem))
    before = reading(made).evaluations[key]
    edit.make()
    try:
        after = reading(made).evaluations[key]
    finally:
        edit.undo()
    assert before.total is not None
    assert after.total == before.total + 1
    (number,) = [number for number in before.areas if before.areas[number] != after.areas[number]]
    one, other = before.areas[number], after.areas[number]
    assert one.points is not None
    assert other.points == one.points + 1
    (question,) = [key for key in one.questions if one.questions[key] != other.questions[key]]
    assert other.questions[question].points == (one.questions[question].points or 0) + 1
    assert other.questions[question].percent != one.questions[question].percent


def test_all_edits_are_of_files_of_their_own(made: Path) -> None:
    paths = [edit(made, COUNT).path for edit in EDITS.values()]
    assert len(set(paths)) == len(paths)


def test_a_folder_comes_and_goes_with_its_only_file(tmp_path: Path) -> None:
    edit = Edit(tmp_path / "mark" / "2022.yaml", None, b"made up")
    edit.make()
    assert contents(tmp_path) == {"mark": None, "mark/2022.yaml": b"made up"}
    edit.undo()
    assert contents(tmp_path) == {}
