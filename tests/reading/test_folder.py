import os
import shutil
from pathlib import Path
from unittest.mock import Mock

import pytest

from kompass_sphinx.model.edition import Catalogue
from kompass_sphinx.model.municipality import Registry
from kompass_sphinx.reading import folder as folder_module
from kompass_sphinx.reading.folder import Reading, read_folder
from kompass_sphinx.reading.packing import frame_of
from kompass_sphinx.reading.problems import Code, Problem
from kompass_sphinx.reading.tree import read_bytes
from tests.reading.samples import WHOLE

LOMMA = WHOLE.replace("Tingsryd", '"1262"')
GOOD = {"tingsryd/2019.yaml": WHOLE}

# A name, the files, and the codes with the place of each as shown.
FOLDER_CASES: list[tuple[str, dict[str, str], list[tuple[Code, str]]]] = [
    ("at home", GOOD, []),
    ("what may be there", {"README.md": "", "LICENSE": "", "evaluation.schema.json": "{}"}, []),
    ("hidden files", {".DS_Store": "", "tingsryd/.2019.yaml.swp": "", ".git/x": ""}, []),
    ("at the top", {"2019.yaml": WHOLE}, [(Code.STRAY_FILE, "e/2019.yaml:1:1")]),
    ("other name", {"tingsryd/nitton.yaml": WHOLE}, [(Code.STRAY_FILE, "e/tingsryd/nitton.yaml:1:1")]),
    ("other suffix", {"tingsryd/2019.yml": WHOLE}, [(Code.STRAY_FILE, "e/tingsryd/2019.yml:1:1")]),
    ("capital suffix", {"tingsryd/2019.YAML": WHOLE}, [(Code.STRAY_FILE, "e/tingsryd/2019.YAML:1:1")]),
    ("backup", GOOD | {"tingsryd/2019.yaml~": ""}, [(Code.STRAY_FILE, "e/tingsryd/2019.yaml~:1:1")]),
    ("report", {"tingsryd/rapport.pdf": ""}, [(Code.STRAY_FILE, "e/tingsryd/rapport.pdf:1:1")]),
    ("too deep", {"tingsryd/2019/2019.yaml": WHOLE}, [(Code.STRAY_FILE, "e/tingsryd/2019:1:1")]),
    ("a folder named as a file", {"tingsryd/2019.yaml/x": ""}, [(Code.STRAY_FILE, "e/tingsryd/2019.yaml:1:1")]),
    ("a folder named as the register", {"known.csv/x": ""}, [(Code.STRAY_FILE, "e/known.csv:1:1")]),
    ("control character", {"tingsryd/a\nb": ""}, [(Code.STRAY_FILE, "e/tingsryd/a b:1:1")]),
    ("other folder", {"Tingsryd/2019.yaml": WHOLE}, [(Code.FOLDER_NOT_SLUG, "e/Tingsryd/2019.yaml:2:15")]),
    ("other year", {"tingsryd/2018.yaml": WHOLE}, [(Code.YEAR_NOT_FILE_NAME, "e/tingsryd/2018.yaml:3:7")]),
    (
        "twice by suffix",
        GOOD | {"tingsryd/2019.yml": WHOLE},
        [(Code.DUPLICATE_EVALUATION, "e/tingsryd/2019.yml:1:1")],
    ),
    (
        "twice by code in another folder",
        {"lomma/2019.yaml": LOMMA, "a/2019.yaml": LOMMA},
        [(Code.DUPLICATE_EVALUATION, "e/a/2019.yaml:2:15"), (Code.FOLDER_NOT_SLUG, "e/a/2019.yaml:2:15")],
    ),
    (
        "twice by year, after one that cannot be read",
        GOOD | {"ale/2019.yaml": "x: [", "tingsryd/2018.yaml": WHOLE},
        [
            (Code.YAML_SYNTAX, "e/ale/2019.yaml:1:5"),
            (Code.DUPLICATE_EVALUATION, "e/tingsryd/2018.yaml:2:15"),
            (Code.YEAR_NOT_FILE_NAME, "e/tingsryd/2018.yaml:3:7"),
        ],
    ),
    (
        "twice and neither at home",
        {"a/2019.yaml": WHOLE, "b/2019.yaml": WHOLE},
        [
            (Code.FOLDER_NOT_SLUG, "e/a/2019.yaml:2:15"),
            (Code.DUPLICATE_EVALUATION, "e/b/2019.yaml:2:15"),
            (Code.FOLDER_NOT_SLUG, "e/b/2019.yaml:2:15"),
        ],
    ),
    (
        "problems of all files",
        GOOD | {"b/2019.yaml": "", "a/2019.yaml": "x: [", "known.csv": "code\n"},
        [
            (Code.YAML_SYNTAX, "e/a/2019.yaml:1:5"),
            (Code.EMPTY_FILE, "e/b/2019.yaml:1:1"),
            (Code.REGISTER_ROW, "e/known.csv:1:1"),
        ],
    ),
    ("gone", {}, [(Code.UNREADABLE_FILE, "e:1:1")]),
]


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def shown(reading: Reading) -> list[tuple[Code, str]]:
    return [(problem.code, problem.location) for problem in reading.problems]


@pytest.mark.parametrize(
    ("files", "expected"), [case[1:] for case in FOLDER_CASES], ids=[case[0] for case in FOLDER_CASES]
)
def test_what_belongs_and_what_does_not(
    tmp_path: Path, registry: Registry, catalogue: Catalogue, files: dict[str, str], expected: list[tuple[Code, str]]
) -> None:
    reading = read_folder(write(tmp_path / "e", files), "e", registry, catalogue)
    assert sorted(shown(reading)) == sorted(expected)
    assert list(reading.problems) == sorted(reading.problems)
    assert (("tingsryd", 2019) in reading.evaluations) == (GOOD.items() <= files.items())


def test_the_real_archive_is_right(archive: Path, registry: Registry, catalogue: Catalogue) -> None:
    reading = read_folder(archive, "evaluations", registry, catalogue)
    assert [problem.text(str) for problem in reading.problems] == []
    assert len(reading.evaluations) >= 48
    assert reading.known[0].municipality == "Ale"
    keys = list(reading.evaluations)
    assert keys[-1][0] == "orebro"
    slugs = list(dict.fromkeys(slug for slug, _ in keys))
    assert slugs.index("lulea") < slugs.index("mark") < slugs.index("motala") < slugs.index("molndal")
    assert [year for slug, year in keys if slug == "mark"] == [2006, 2009, 2022, 2024]
    assert list(reading.digests) == list(reading.paths) == keys
    assert reading.frames == {key: frame_of(one) for key, one in reading.evaluations.items()}
    assert reading.paths["tingsryd", 2019] == "evaluations/tingsryd/2019.yaml"
    assert reading.evaluations["tingsryd", 2019].title == "Tingsryd 2019"


def test_links_are_followed_inside_the_folder_only(tmp_path: Path, registry: Registry, catalogue: Catalogue) -> None:
    outside = write(tmp_path / "outside", {"2019.yaml": WHOLE})
    folder = write(tmp_path / "e", {"tingsryd/2019.yaml": WHOLE, "lomma/.keep": ""})
    (folder / "mark").symlink_to(outside)
    (folder / "lomma" / "2019.yaml").symlink_to(outside / "2019.yaml")
    (folder / "lomma" / "2020.yaml").symlink_to(folder / "lomma" / "2020.yaml")
    (folder / "ale").mkdir()
    (folder / "ale" / "2019.yaml").symlink_to(folder / "tingsryd" / "2019.yaml")
    reading = read_folder(folder, "e", registry, catalogue)
    assert list(reading.evaluations) == [("tingsryd", 2019)]
    assert {(code, place.split(":")[0]) for code, place in shown(reading)} == {
        (Code.FOLDER_NOT_SLUG, "e/ale/2019.yaml"),
        (Code.DUPLICATE_EVALUATION, "e/ale/2019.yaml"),
        (Code.STRAY_FILE, "e/lomma/2019.yaml"),
        (Code.STRAY_FILE, "e/lomma/2020.yaml"),
        (Code.STRAY_FILE, "e/mark"),
    }


def test_a_link_through_a_file_leads_nowhere(tmp_path: Path, registry: Registry, catalogue: Catalogue) -> None:
    folder = write(tmp_path / "e", GOOD | {"lomma/.keep": ""})
    for link in ("mark", "lomma/2019.yaml", "lomma/x"):
        (folder / link).symlink_to(folder / "tingsryd" / "2019.yaml" / "x")
    assert shown(read_folder(folder, "e", registry, catalogue)) == [
        (Code.UNREADABLE_FILE, "e/lomma/2019.yaml:1:1"),
        (Code.STRAY_FILE, "e/lomma/x:1:1"),
        (Code.STRAY_FILE, "e/mark:1:1"),
    ]


def test_a_pipe_is_not_opened(tmp_path: Path, registry: Registry, catalogue: Catalogue) -> None:
    folder = write(tmp_path / "e", {"tingsryd/.keep": ""})
    os.mkfifo(folder / "tingsryd" / "2019.yaml")
    assert shown(read_folder(folder, "e", registry, catalogue)) == [(Code.STRAY_FILE, "e/tingsryd/2019.yaml:1:1")]


def test_a_name_that_is_not_text_can_be_shown(tmp_path: Path, registry: Registry, catalogue: Catalogue) -> None:
    folder = write(tmp_path / "e", {"tingsryd/.keep": ""})
    try:
        Path(os.fsdecode(os.fsencode(folder / "tingsryd") + b"/\xe5.yaml")).touch()
    except OSError:
        pytest.skip("this file system takes no such names")
    [problem] = read_folder(folder, "e", registry, catalogue).problems
    assert problem.path.encode() == b"e/tingsryd/\\udce5.yaml"


def test_a_file_that_vanishes_is_a_problem(
    tmp_path: Path, registry: Registry, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "e", GOOD | {"lomma/2019.yaml": LOMMA})

    def read(path: Path, shown: str) -> object:
        shutil.rmtree(folder / "lomma", ignore_errors=True)
        return read_bytes(path, shown)

    monkeypatch.setattr(folder_module, "read_bytes", read)
    reading = read_folder(folder, "e", registry, catalogue)
    assert shown(reading) == [(Code.UNREADABLE_FILE, "e/lomma/2019.yaml:1:1")]
    assert list(reading.evaluations) == [("tingsryd", 2019)]


def test_a_register_that_vanishes_is_a_problem(
    tmp_path: Path, registry: Registry, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "e", GOOD | {"known.csv": ""})

    def read(path: Path, shown: str) -> object:
        (folder / "known.csv").unlink(missing_ok=True)
        return read_bytes(path, shown)

    monkeypatch.setattr(folder_module, "read_bytes", read)
    assert shown(read_folder(folder, "e", registry, catalogue)) == [(Code.UNREADABLE_FILE, "e/known.csv:1:1")]


def test_what_may_not_be_read_is_a_problem(
    tmp_path: Path, registry: Registry, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "e", GOOD | {"lomma/2019.yaml": LOMMA})
    plain = os.scandir

    def listed(path: Path) -> object:
        if path.name == "lomma":
            raise PermissionError(13, "Permission denied")
        return plain(path)

    monkeypatch.setattr(os, "scandir", listed)
    reading = read_folder(folder, "e", registry, catalogue)
    assert shown(reading) == [(Code.UNREADABLE_FILE, "e/lomma:1:1")]
    assert list(reading.evaluations) == [("tingsryd", 2019)]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (FileNotFoundError(2, "x"), "it does not exist"),
        (PermissionError(13, "x"), "permission denied"),
        (NotADirectoryError(20, "x"), "it is not a folder"),
        (OSError(5, "Input/output error"), "Input/output error"),
        (OSError(), "OSError"),
    ],
)
def test_why_a_file_cannot_be_read_is_told(monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str) -> None:
    monkeypatch.setattr(Path, "open", Mock(side_effect=error))
    problem = read_bytes(Path("x"), "e/x")
    assert isinstance(problem, Problem)
    assert (problem.location, problem.text(str)) == (
        "e/x:1:1",
        f"Cannot be read ({reason}). Check that it exists and may be read.",
    )


def test_what_a_link_that_leads_out_is_told(tmp_path: Path, registry: Registry, catalogue: Catalogue) -> None:
    folder = write(tmp_path / "e", {"tingsryd/.keep": ""})
    (folder / "tingsryd" / "2019.yaml").symlink_to(write(tmp_path / "outside", {"2019.yaml": WHOLE}) / "2019.yaml")
    [problem] = read_folder(folder, "e", registry, catalogue).problems
    assert problem.text(str) == "A link that leads out of the folder is not followed. Put the file itself here."


def test_a_file_in_place_of_the_folder(tmp_path: Path, registry: Registry, catalogue: Catalogue) -> None:
    (tmp_path / "e").touch()
    assert shown(read_folder(tmp_path / "e", "e", registry, catalogue)) == [(Code.UNREADABLE_FILE, "e:1:1")]


def test_a_huge_file_is_not_read_whole(tmp_path: Path, registry: Registry, catalogue: Catalogue) -> None:
    folder = write(tmp_path / "e", {"tingsryd/2019.yaml": ""})
    os.truncate(folder / "tingsryd" / "2019.yaml", 1 << 40)
    assert shown(read_folder(folder, "e", registry, catalogue)) == [(Code.TOO_LARGE, "e/tingsryd/2019.yaml:1:1")]
