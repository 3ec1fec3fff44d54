"""``kompass import``: the draft is written where it belongs, and never over anything."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import pytest
from click.testing import Result

from kompass_sphinx.cli import importing, language, municipality
from kompass_sphinx.importing.document import Document
from kompass_sphinx.importing.recognition import Draft, Wishes
from kompass_sphinx.language import Language
from kompass_sphinx.model.edition import Catalogue
from kompass_sphinx.model.municipality import Registry
from tests.cli.command import run as run_kompass

RIGHT = """\
municipality: Tingsryd
year: 2031
edition: 2016
sources:
  - title: Påhittad rapport
    kind: report
"""
WRONG = RIGHT.replace("edition: 2016", "edition: 2017")


class Recognition:
    """Stands for the recognition: gives a made-up draft, and keeps what it was asked."""

    def __init__(self) -> None:
        self.draft = Draft(RIGHT, (), "tingsryd", 2031)
        self.asked: list[tuple[Document, Wishes]] = []

    def __call__(self, document: Document, _registry: Registry, _catalogue: Catalogue, wishes: Wishes) -> Draft:
        self.asked.append((document, wishes))
        return self.draft


@pytest.fixture
def recognition(monkeypatch: pytest.MonkeyPatch) -> Recognition:
    recognition = Recognition()
    monkeypatch.setattr(importing, "recognise", recognition)
    return recognition


@pytest.fixture(autouse=True)
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a report and an empty archive, and speak English."""
    monkeypatch.chdir(tmp_path)
    for module in (language, importing):
        monkeypatch.setattr(module, "LANGUAGE", Language("en"))
    (tmp_path / "rapport.txt").write_text("Område 1 Offentlighet\n", encoding="utf-8")
    (tmp_path / "evaluations").mkdir()
    return tmp_path / "evaluations"


def run(*arguments: str, asked: str | None = None) -> Result:
    return run_kompass("import", *arguments, asked=asked)


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_draft_is_written_in_its_place(recognition: Recognition, archive: Path) -> None:
    result = run("rapport.txt")
    assert result.exit_code == 0
    assert (archive / "tingsryd/2031.yaml").read_text(encoding="utf-8") == RIGHT
    assert files(archive) == ["tingsryd/2031.yaml"]
    assert result.stdout == ""
    assert "Written: evaluations/tingsryd/2031.yaml" in result.stderr
    document, wishes = recognition.asked[0]
    assert [line.text for line in document.lines] == ["Område 1 Offentlighet"]
    assert wishes == Wishes(None, None, None, "rapport.txt")


def test_wishes_are_passed_on(recognition: Recognition) -> None:
    for name in ("Tingsryd", "0763", "tingsryd"):
        run("rapport.txt", "--municipality", name, "--year", "2031", "--edition", "2016", "--output", "-")
        assert recognition.asked[-1][1] == Wishes("Tingsryd", 2031, 2016, "rapport.txt")


def test_never_over_a_file(recognition: Recognition, archive: Path) -> None:
    file = archive / "tingsryd/2031.yaml"
    file.parent.mkdir()
    file.write_text("min egen\n", encoding="utf-8")
    result = run("rapport.txt")
    assert result.exit_code == 2
    assert "evaluations/tingsryd/2031.yaml exists already" in result.stderr
    assert "--output" in result.stderr
    assert len(recognition.asked) == 1
    result = run("rapport.txt", "--municipality", "Tingsryd", "--year", "2031")
    assert result.exit_code == 2
    assert len(recognition.asked) == 1, "said before the report is read"
    result = run("rapport.txt", "--output", str(file))
    assert result.exit_code == 2
    assert file.read_text(encoding="utf-8") == "min egen\n"
    assert files(archive) == ["tingsryd/2031.yaml"]


@pytest.mark.usefixtures("recognition")
def test_never_over_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "utkast.yaml").symlink_to(tmp_path / "borta.yaml")
    assert run("rapport.txt", "--output", "utkast.yaml").exit_code == 2
    assert not (tmp_path / "borta.yaml").exists()


def test_output_to_another_file(recognition: Recognition, tmp_path: Path, archive: Path) -> None:
    recognition.draft = Draft(RIGHT, (), None, None)
    result = run("rapport.txt", "--output", "ny/utkast.yaml")
    assert (tmp_path / "ny/utkast.yaml").read_text(encoding="utf-8") == RIGHT
    assert files(archive) == []
    assert "ny/utkast.yaml" in result.stderr


def test_output_to_standard_output(recognition: Recognition, archive: Path) -> None:
    recognition.draft = Draft(RIGHT, ((3, "which edition"),), "tingsryd", 2031)
    result = run("rapport.txt", "--output", "-")
    assert (result.exit_code, result.stdout) == (0, RIGHT)
    assert "the draft:3: which edition" in result.stderr
    assert files(archive) == []


def test_unsure_places_are_listed(recognition: Recognition) -> None:
    recognition.draft = Draft(RIGHT, ((3, "which edition"), (2, "which year")), "tingsryd", 2031)
    result = run("rapport.txt")
    assert result.exit_code == 0
    assert "unsure of 2 places" in result.stderr
    assert "evaluations/tingsryd/2031.yaml:3: which edition" in result.stderr


def test_problems_by_the_rules_are_listed(recognition: Recognition, archive: Path) -> None:
    recognition.draft = Draft(WRONG, (), "tingsryd", 2031)
    result = run("rapport.txt")
    assert result.exit_code == 1
    assert "1 problem by the rules" in result.stderr
    assert "evaluations/tingsryd/2031.yaml:3:10: " in result.stderr
    assert files(archive) == ["tingsryd/2031.yaml"]


@pytest.mark.parametrize(("slug", "year", "option"), [(None, 2031, "--municipality"), ("tingsryd", None, "--year")])
def test_what_the_report_does_not_tell_is_asked_for(
    slug: str | None, year: int | None, option: str, recognition: Recognition, archive: Path
) -> None:
    recognition.draft = Draft(RIGHT, (), slug, year)
    result = run("rapport.txt")
    assert result.exit_code == 2
    assert option in result.stderr
    assert files(archive) == []


def test_a_slip_of_the_pen_without_a_terminal(recognition: Recognition) -> None:
    result = run("rapport.txt", "--municipality", "Tingsrud")
    assert result.exit_code == 2
    assert "Tingsryd" in result.stderr
    assert recognition.asked == []
    result = run("rapport.txt", "--municipality", "Xyzzyx")
    assert result.exit_code == 2
    assert "four-digit code" in result.stderr


def test_a_slip_of_the_pen_at_a_terminal(recognition: Recognition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(municipality, "_can_be_asked", lambda: True)
    result = run("rapport.txt", "--municipality", "Tingsrud", asked="1\n")
    assert result.exit_code == 0
    assert recognition.asked[0][1].municipality == "Tingsryd"
    assert "1  Tingsryd" in result.stderr


def test_options_that_cannot_be(recognition: Recognition) -> None:
    result = run("rapport.txt", "--edition", "2017")
    assert (result.exit_code, recognition.asked) == (2, [])
    assert "2016" in result.stderr
    assert run("rapport.txt", "--year", "1066").exit_code == 2
    assert run("rapport.txt", "--evaluations", "finns-inte").exit_code == 2
    assert recognition.asked == []


@pytest.mark.parametrize("name", ["saknas.pdf", "evaluations"])
def test_a_report_that_cannot_be_read(name: str, recognition: Recognition, archive: Path) -> None:
    result = run(name)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")
    assert name in result.stderr
    assert (recognition.asked, files(archive)) == ([], [])


@pytest.mark.usefixtures("recognition")
def test_a_name_does_nothing_to_the_terminal() -> None:
    assert r"rap\u0007port.txt: " in run("rap\aport.txt").stderr


@pytest.mark.usefixtures("recognition")
@pytest.mark.parametrize("options", [(), ("--output", "rapport.txt")])
def test_of_a_report_that_is_missing_nothing_else_is_said(archive: Path, options: tuple[str, ...]) -> None:
    archive.rmdir()
    missing, there = run("saknas.txt", *options), run("rapport.txt", *options)
    assert missing.exit_code == there.exit_code == 2
    assert missing.stderr.startswith("Error: saknas.txt: ")
    assert "saknas.txt" not in there.stderr


def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    result = run("rapport.txt", "--output", "fil/utkast.yaml")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


@pytest.mark.usefixtures("recognition")
def test_nothing_is_left_when_writing_fails(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    result = run("rapport.txt")
    assert result.exit_code == 2
    assert "No space left" in result.stderr
    assert files(archive) == []


def test_a_bar_for_long_reports_at_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    lengths: list[int] = []
    steps: list[int] = []

    class Bar:
        def __init__(self, length: int, **_: object) -> None:
            lengths.append(length)

        def __enter__(self) -> Bar:
            return self

        def __exit__(self, *_: object) -> None:
            steps.append(-1)

        def update(self, count: int) -> None:
            steps.append(count)

    monkeypatch.setattr(click, "progressbar", Bar)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False)
    for is_terminal, pages in ((False, 40), (True, 3), (True, 40)):
        monkeypatch.setattr(sys.stderr, "isatty", lambda answer=is_terminal: answer)
        with importing._progress() as show:
            for done in range(pages + 1):
                show(done, pages)
    assert (lengths, steps) == ([40], [*[1] * 40, -1])
