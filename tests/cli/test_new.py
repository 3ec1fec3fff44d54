"""`kompass new`: where the file goes, whom it is about, and that nothing is ever overwritten."""

from pathlib import Path

import pytest

from kompass_sphinx.cli import municipality
from kompass_sphinx.model.edition import Edition
from kompass_sphinx.writing.skeleton import skeleton
from tests.archives import catalogue
from tests.cli.command import run, write


@pytest.fixture
def evaluations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("evaluations").mkdir()
    return Path("evaluations")


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("asked", ["Upplands Väsby", "0114", "upplands  väsby", " UPPLANDS VÄSBY "])
def test_a_name_or_a_code_whatever_its_capitals(evaluations: Path, asked: str) -> None:
    result = run("new", asked, "2019")
    assert result.exit_code == 0
    assert "evaluations/upplands-vasby/2019.yaml" in result.stdout
    assert files(evaluations) == ["upplands-vasby/2019.yaml"]
    written = (evaluations / "upplands-vasby" / "2019.yaml").read_text(encoding="utf-8")
    assert written == skeleton("Upplands Väsby", 2019, catalogue().editions[2016])


@pytest.mark.parametrize("edition", list(catalogue()), ids=lambda edition: edition.id)
def test_the_edition_is_the_one_in_use_that_year(evaluations: Path, edition: Edition) -> None:
    for year in {edition.first_year, edition.last_year or 2099}:
        assert run("new", "Habo", str(year)).exit_code == 0
        assert f"\nedition: {edition.id}\n" in (evaluations / "habo" / f"{year}.yaml").read_text(encoding="utf-8")


def test_another_edition_when_asked_for(evaluations: Path) -> None:
    assert run("new", "Habo", "2021", "--edition", "2016").exit_code == 0
    assert "\nedition: 2016\n" in (evaluations / "habo" / "2021.yaml").read_text(encoding="utf-8")


def test_an_existing_file_is_left_as_it_is(evaluations: Path) -> None:
    write(evaluations, {"habo/2019.yaml": "min fil"})
    result = run("new", "Habo", "2019")
    assert result.exit_code == 2
    assert "evaluations/habo/2019.yaml" in result.stderr
    assert (evaluations / "habo" / "2019.yaml").read_text(encoding="utf-8") == "min fil"
    assert files(evaluations) == ["habo/2019.yaml"]


def test_a_link_to_nowhere_is_not_overwritten(evaluations: Path) -> None:
    (evaluations / "habo").mkdir()
    (evaluations / "habo" / "2019.yaml").symlink_to("nowhere")
    assert run("new", "Habo", "2019").exit_code == 2
    assert (evaluations / "habo" / "2019.yaml").is_symlink()


@pytest.mark.parametrize(
    "arguments",
    [["new"], ["new", "Habo"], ["new", "Habo", "x"], ["new", "Habo", "2001"], ["new", "Habo", "2100"],
     ["new", "Habo", "2019", "--edition", "2015"], ["new", "Qqqqqq", "2019"], ["new", "9999", "2019"],
     ["new", "", "2019"], ["new", "Habo", "2019", "--evaluations", "nowhere"]],
    ids=" ".join,
)  # fmt: skip
def test_wrong_use_writes_nothing(evaluations: Path, arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2
    assert files(evaluations.parent) == []


def test_where_a_folder_cannot_be_made_is_told(evaluations: Path) -> None:
    write(evaluations, {"habo": "en fil"})
    result = run("new", "Habo", "2019")
    assert result.exit_code == 1
    assert "evaluations/habo/2019.yaml" in result.stderr


def test_without_a_terminal_the_nearest_are_listed(evaluations: Path) -> None:
    result = run("new", "Tingsrid", "2019")
    assert result.exit_code == 2
    assert "Tingsryd" in result.stderr
    assert files(evaluations) == []


def test_on_a_terminal_the_person_is_asked(evaluations: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(municipality, "_can_be_asked", lambda: True)
    result = run("new", "Haboo", "2019", asked="9\n2\n")
    assert result.exit_code == 0
    chosen = next(line.split()[1] for line in result.stderr.splitlines() if line.startswith("  2  "))
    assert {"Habo", "Håbo"} >= {chosen}
    assert files(evaluations) == ["haabo/2019.yaml" if chosen == "Håbo" else "habo/2019.yaml"]


def test_who_does_not_answer_gets_nothing(evaluations: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(municipality, "_can_be_asked", lambda: True)
    assert run("new", "Haboo", "2019", asked="").exit_code == 1
    assert files(evaluations) == []
