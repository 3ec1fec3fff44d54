"""Writing a file: whole or not at all, never over another when it is to be new, and through links."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from kompass_sphinx.reading.whole_files import create_file, remove_unfinished, replace_file


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_of_many_that_create_a_file_at_once_one_does(tmp_path: Path) -> None:
    path, crowd = tmp_path / "2019.yaml", 16
    together = Barrier(crowd)

    def create(number: int) -> bool:
        together.wait()
        try:
            create_file(path, b"%d" % number)
        except FileExistsError:
            return False
        return True

    with ThreadPoolExecutor(crowd) as pool:
        did = list(pool.map(create, range(crowd)))
    assert did.count(True) == 1
    assert path.read_bytes() == b"%d" % did.index(True)
    assert names(tmp_path) == ["2019.yaml"]


def test_what_comes_between_looking_and_writing_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, fsync = tmp_path / "2019.yaml", os.fsync

    def slow(handle: int) -> None:
        path.write_bytes(b"theirs")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", slow)
    with pytest.raises(FileExistsError):
        create_file(path, b"mine")
    assert path.read_bytes() == b"theirs"
    assert names(tmp_path) == ["2019.yaml"]


def test_a_link_to_nowhere_is_a_name_that_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "2019.yaml"
    path.symlink_to("nowhere")
    with pytest.raises(FileExistsError):
        create_file(path, b"mine")
    assert names(tmp_path) == ["2019.yaml"]


@pytest.mark.parametrize("exists", [True, False])
def test_a_link_stays_a_link(tmp_path: Path, exists: bool) -> None:
    (tmp_path / "theirs").mkdir()
    target, path = tmp_path / "theirs" / "2019.yaml", tmp_path / "2019.yaml"
    if exists:
        target.write_bytes(b"old")
    path.symlink_to(target)
    replace_file(path, b"new")
    assert path.is_symlink()
    assert target.read_bytes() == b"new"
    assert names(tmp_path / "theirs") == ["2019.yaml"]


def test_rights_are_those_of_the_older_file_or_of_any_new_one(tmp_path: Path) -> None:
    path, plain = tmp_path / "2019.yaml", tmp_path / "plain"
    plain.touch()
    replace_file(path, b"new")
    assert path.stat().st_mode == plain.stat().st_mode
    path.chmod(0o640)
    replace_file(path, b"newer")
    assert path.stat().st_mode & 0o7777 == 0o640
    create_file(tmp_path / "created", b"new")
    assert (tmp_path / "created").stat().st_mode == plain.stat().st_mode


@pytest.mark.parametrize("at", ["fsync", "replace"])
def test_a_disk_that_is_full_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    path = tmp_path / "2019.yaml"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os if at == "fsync" else Path, at, full)
    with pytest.raises(OSError, match="No space"):
        replace_file(path, b"new", is_precious=True)
    with pytest.raises(OSError, match="No space"):
        create_file(tmp_path / "2020.yaml", b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["2019.yaml"]


def test_a_cache_need_not_reach_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reached: list[int] = []
    monkeypatch.setattr(os, "fsync", reached.append)
    replace_file(tmp_path / "cache", b"1")
    assert reached == []
    replace_file(tmp_path / "2019.yaml", b"1", is_precious=True)
    create_file(tmp_path / "2020.yaml", b"1")
    assert len(reached) == 2


def test_what_was_left_unfinished_is_taken_away_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    for name in (".2019.yaml.backup", ".hidden", "2019.yaml", "in/2019.yaml.0123456789abcdef"):
        (tmp_path / name).write_text("theirs", encoding="utf-8")
    kept = sorted(tmp_path.rglob("*"))
    with monkeypatch.context() as killed:
        killed.setattr(Path, "replace", lambda *_: None)
        replace_file(tmp_path / "in" / "2020.yaml", b"mine")
    assert len(list(tmp_path.rglob("*"))) == len(kept) + 1
    remove_unfinished(tmp_path)
    assert sorted(tmp_path.rglob("*")) == kept


def test_what_another_process_takes_away_first_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".2019.yaml.0123456789abcdef").touch()
    monkeypatch.setattr(Path, "is_file", lambda path: path.unlink() is None)
    remove_unfinished(tmp_path)
    assert names(tmp_path) == []
