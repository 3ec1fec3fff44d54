"""Hostile names and links in the folder of evaluations: each is told in one line, nothing outside is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kompass_sphinx.reading.folder import Reading, read_folder
from kompass_sphinx.reading.problems import Code
from tests.archives import catalogue, registry
from tests.hostile.fields import with_value

GOOD = with_value(("none",), "")

NAMES = [
    "<script>window.breached=1</script>".replace("/", "∕"),
    '" onclick="window.breached=1',
    "%(path)s",
    "{{ 7*7 }}",
    "-rf",
    "Tingsryd",
    "tingsryd ",
    "tіngsryd",
    "tingsryd\n::error::x",
    "\x1b[31mröd",
    "\u202edyrsgnit",
    "...",
    "a'b\"c`id`$(id)",
    "CON",
    "=1+1",
    "known.csv.yaml",
]
LINKS = [
    "/",
    "/etc",
    "/dev/zero",
    "/proc/self/environ",
    "..",
    "../..",
    "../outside",
    "saknas/../../../outside",
    "{here}",
]


def read(folder: Path) -> Reading:
    return read_folder(folder, "evaluations", registry(), catalogue())


def archive(folder: Path) -> Path:
    """A folder with a good evaluation, and another evaluation beside the folder."""
    for path in ("evaluations/tingsryd", "outside"):
        (folder / path).mkdir(parents=True)
        (folder / path / "2019.yaml").write_text(GOOD, encoding="utf-8")
    return folder / "evaluations"


def check(reading: Reading, *codes: Code) -> None:
    """The good evaluation alone is there, and problems that are one line each."""
    assert list(reading.evaluations) == [("tingsryd", 2019)]
    assert [problem.code for problem in reading.problems] == list(codes)
    for problem in reading.problems:
        assert problem.location.isprintable()
        assert problem.text(str).isprintable()


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith(".")])
def test_a_folder_of_another_name_is_no_municipality(tmp_path: Path, name: str) -> None:
    folder = archive(tmp_path)
    (folder / name).mkdir()
    (folder / name / "2019.yaml").write_text(GOOD, encoding="utf-8")
    reading = read(folder)
    assert {problem.code for problem in reading.problems} == {Code.FOLDER_NOT_SLUG, Code.DUPLICATE_EVALUATION}
    check(reading, *(problem.code for problem in reading.problems))


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith(".")])
def test_a_file_of_another_name_does_not_belong(tmp_path: Path, name: str) -> None:
    folder = archive(tmp_path)
    (folder / name).write_text(GOOD, encoding="utf-8")
    (folder / "tingsryd" / name).write_text(GOOD, encoding="utf-8")
    check(read(folder), Code.STRAY_FILE, Code.STRAY_FILE)


@pytest.mark.parametrize("target", LINKS)
def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path, target: str) -> None:
    folder = archive(tmp_path)
    links = [folder / "lomma", folder / "known.csv", folder / "tingsryd" / "2020.yaml"]
    for link in links:
        up = "../" if link.parent != folder and target.startswith("..") else ""
        link.symlink_to(up + target.format(here=link))
    check(read(folder), *[Code.STRAY_FILE] * len(links))


def test_a_folder_named_as_a_file_and_a_file_as_a_folder(tmp_path: Path) -> None:
    folder = archive(tmp_path)
    for path in ("known.csv", "README.md", "tingsryd/2020.yaml", "tingsryd/2021.yaml/2021.yaml"):
        (folder / path).mkdir(parents=True)
    (folder / "lomma").write_text(GOOD, encoding="utf-8")
    check(read(folder), *[Code.STRAY_FILE] * 5)


def test_a_file_of_two_megabytes_is_refused(tmp_path: Path) -> None:
    folder = archive(tmp_path)
    for path in ("tingsryd/2020.yaml", "known.csv"):
        (folder / path).write_bytes(b"#" * 2_000_000)
    reading = read(folder)
    check(reading, *(problem.code for problem in reading.problems))
    assert [problem.path for problem in reading.problems] == ["evaluations/known.csv", "evaluations/tingsryd/2020.yaml"]
