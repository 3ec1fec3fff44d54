"""The folder of made-up evaluations: an archive without a problem, marked, the same each time, never a real one."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompass_sphinx.reading.folder import Reading, read_folder
from tests.archives import EVALUATIONS, catalogue, registry
from tests.demonstration.__main__ import main
from tests.demonstration.evaluation_text import COMMENT, NOTE, SOURCE
from tests.demonstration.folder import MARKER, RefusedError, generate
from tests.demonstration.schedule import ALWAYS, schedule

PROJECT = EVALUATIONS.parent


def read(folder: Path) -> Reading:
    return read_folder(folder, "evaluations", registry(), catalogue())


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def times(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*.yaml")}


@settings(max_examples=15)
@given(st.integers(1, 60))
def test_any_count_reads_as_so_many_evaluations_without_a_problem(count: int) -> None:
    with TemporaryDirectory() as folder:
        generate(Path(folder), count)
        reading = read(Path(folder))
    assert reading.problems == ()
    assert reading.evaluations.keys() == set(schedule()[:count])
    assert reading.known


def test_every_evaluation_says_in_three_places_that_it_is_made_up(tmp_path: Path) -> None:
    generate(tmp_path, 40)
    for path in tmp_path.glob("*/*.yaml"):
        assert path.read_text(encoding="utf-8").startswith(COMMENT)
    reading = read(tmp_path)
    assert len(reading.evaluations) == 40
    for evaluation in reading.evaluations.values():
        assert [source.title for source in evaluation.sources] == [SOURCE]
        assert NOTE in {note.text for note in evaluation.notes}
        assert all(evaluator.name.startswith("Påhittad utvärderare ") for evaluator in evaluation.evaluators)
    assert {row.source for row in reading.known} == {SOURCE}


def test_another_process_makes_the_same_bytes(tmp_path: Path) -> None:
    generate(tmp_path / "here", 40)
    # Python draws the order of its sets anew for each process; that must not show.
    command = [sys.executable, "-m", "tests.demonstration", str(tmp_path / "there"), "40"]
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, env={"PYTHONHASHSEED": "7"})
    assert files(tmp_path / "there") == files(tmp_path / "here")


def test_a_larger_archive_holds_the_smaller_one_unchanged(tmp_path: Path) -> None:
    generate(tmp_path / "small", 30)
    generate(tmp_path / "large", 60)
    small, large = files(tmp_path / "small"), files(tmp_path / "large")
    assert {path for path, data in small.items() if large[path] != data} == {"known.csv"}


def test_a_second_run_replaces_what_the_first_one_left_and_touches_nothing_else(tmp_path: Path) -> None:
    generate(tmp_path, 30)
    before = times(tmp_path)
    generate(tmp_path, 60)
    assert {path: time for path, time in times(tmp_path).items() if path in before} == before
    changed = tmp_path / "tingsryd" / "2019.yaml"
    changed.write_text(COMMENT, encoding="utf-8")
    generate(tmp_path, 5)
    shutil.rmtree(tmp_path.parent / "fresh", ignore_errors=True)
    generate(tmp_path.parent / "fresh", 5)
    assert files(tmp_path) == files(tmp_path.parent / "fresh")
    assert {path.name for path in tmp_path.iterdir() if path.is_dir()} == {slug for slug, _ in schedule()[:5]}


def test_the_project_s_own_evaluations_are_refused_and_stay_as_they_are() -> None:
    before = files(EVALUATIONS)
    with pytest.raises(RefusedError, match="was not made here"):
        generate(EVALUATIONS, 10)
    assert files(EVALUATIONS) == before


def test_a_file_and_a_folder_of_somebody_else_s_are_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    for place in (tmp_path, tmp_path / "notes.txt"):
        with pytest.raises(RefusedError):
            generate(place, 10)
    assert files(tmp_path) == {"notes.txt": b"mine"}


def test_the_marker_says_who_made_the_folder(tmp_path: Path) -> None:
    generate(tmp_path, 1)
    assert "påhittat" in (tmp_path / MARKER).read_text(encoding="utf-8")
    assert "python -m tests.demonstration" in (tmp_path / MARKER).read_text(encoding="utf-8")


@pytest.mark.parametrize("count", [0, len(schedule()) + 1])
def test_a_count_that_cannot_be_made_is_refused_with_the_limits(tmp_path: Path, count: int) -> None:
    with pytest.raises(RefusedError, match=f"at least 1, at most {len(schedule())}"):
        generate(tmp_path / "new", count)
    assert not (tmp_path / "new").exists()


def test_the_command_says_what_it_did_or_why_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "new"), "12"]) == 0
    assert re.match("12 made-up evaluations are in ", capsys.readouterr().out)
    assert main([str(EVALUATIONS), "12"]) == 1
    assert "was not made here" in capsys.readouterr().err
    assert main([str(tmp_path), "many"]) == 2
    assert capsys.readouterr().err.startswith("Usage: ")


def test_ten_thousand_can_be_made_and_none_twice() -> None:
    assert len(set(schedule())) == len(schedule()) >= 10_000
    assert schedule()[: len(ALWAYS)] == ALWAYS
