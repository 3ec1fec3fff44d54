"""`kompass check`: which files, what it says of them in each format, and its exit status."""

import json
from pathlib import Path

import pytest

from kompass_sphinx.cli.language import text
from kompass_sphinx.cli.reports import REPORTS
from kompass_sphinx.reading.codes import Code
from kompass_sphinx.reading.folder import read_folder
from tests.archives import EVALUATIONS, catalogue, registry
from tests.cli.command import run, write
from tests.reading.samples import WHOLE

WRONG = WHOLE.replace("2016", "2015")
FAR = WHOLE + "visited: 2012-01\n"


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an evaluation that is right, one with a warning and one that is wrong; we stand beside it."""
    monkeypatch.chdir(tmp_path)
    files = {
        "tingsryd/2019.yaml": WRONG,
        "lomma/2019.yaml": FAR.replace("Tingsryd", "Lomma"),
        "mark/2019.yaml": WHOLE.replace("Tingsryd", "Mark"),
        "known.csv": "code\n",
    }
    write(tmp_path / "evaluations", files)
    return Path("evaluations")


def problems(*arguments: str | Path) -> list[tuple[str, str]]:
    result = run("check", "--format", "json", *arguments)
    return [(one["path"], one["code"]) for one in json.loads(result.stdout)["problems"]]


def test_the_real_archive_is_right() -> None:
    result = run("check", EVALUATIONS)
    assert result.exit_code == 0
    assert "48" in result.stderr


def test_problems_are_those_of_the_build(archive: Path) -> None:
    built = read_folder(archive, "evaluations", registry(), catalogue()).problems
    shown = [line for line in run("check").stdout.splitlines() if Code.FAR_YEAR not in line]
    assert len(built) == 2
    assert shown == [f"{one.location}: {text('error')}: {one.text(text)} [kompass.{one.code}]" for one in built]


def test_without_a_path_the_folder_evaluations_is_checked(archive: Path) -> None:
    assert (
        problems()
        == problems(archive)
        == [
            ("evaluations/known.csv", "kompass.register-row"),
            ("evaluations/lomma/2019.yaml", "kompass.far-year"),
            ("evaluations/tingsryd/2019.yaml", "kompass.unknown-edition"),
        ]
    )
    result = run("check")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 3


def test_a_warning_alone_changes_no_exit_status(archive: Path) -> None:
    result = run("check", archive / "lomma")
    assert (result.exit_code, result.stdout.count("kompass.far-year")) == (0, 1)


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ("evaluations/tingsryd/2019.yaml", ["evaluations/tingsryd/2019.yaml"]),
        ("./evaluations/tingsryd/", ["evaluations/tingsryd/2019.yaml"]),
        ("evaluations/lomma", ["evaluations/lomma/2019.yaml"]),
        ("evaluations/mark/2019.yaml", []),
        ("evaluations/known.csv", ["evaluations/known.csv"]),
    ],
)  # fmt: skip
def test_a_file_or_a_municipality_alone(archive: Path, named: str, found: list[str]) -> None:
    assert archive.is_dir()
    assert [path for path, _ in problems(named)] == found


def test_standing_in_the_municipalitys_folder(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(archive / "tingsryd")
    assert problems("2019.yaml") == [("2019.yaml", "kompass.unknown-edition")]
    assert problems(".") == [("./2019.yaml", "kompass.unknown-edition")]
    assert problems("../mark/2019.yaml") == []


def test_what_is_named_twice_is_told_once(archive: Path) -> None:
    once = run("check", archive)
    twice = run("check", archive, archive / "tingsryd", archive / "tingsryd" / "2019.yaml")
    assert (once.stdout, once.stderr) == (twice.stdout, twice.stderr)


@pytest.mark.parametrize("name", ["2019.yml", "nitton.yaml", "rapport.pdf"])
def test_a_file_that_is_no_evaluation(archive: Path, name: str) -> None:
    write(archive, {f"lomma/{name}": WHOLE})
    [(path, code)] = problems(archive / "lomma" / name)
    assert path == f"evaluations/lomma/{name}"
    assert code in ("kompass.stray-file", "kompass.duplicate-evaluation")


def test_no_folder_and_no_such_file_are_wrong_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("check").exit_code == 2
    assert "evaluations" in run("check").stderr
    assert run("check", "nowhere.yaml").exit_code == 2
    assert run("check", "--format", "xml").exit_code == 2


def test_every_format_gives_the_same_exit_status(archive: Path) -> None:
    for form in REPORTS:
        assert run("check", "--format", form, archive).exit_code == 1
        assert run("check", "--format", form, archive / "mark").exit_code == 0


def test_json_counts(archive: Path) -> None:
    told = json.loads(run("check", "--format", "json", archive).stdout)
    assert (told["right"], told["errors"], told["warnings"]) == (2, 2, 1)
    [edition] = [one for one in told["problems"] if one["code"] == "kompass.unknown-edition"]
    assert (edition["line"], edition["column"], edition["severity"]) == (4, 10, "error")


def test_github_gets_one_escaped_line_for_each(archive: Path) -> None:
    write(archive, {"tingsryd/50%, a:b.yaml": WHOLE, "tingsryd/2019.yaml": WHOLE + "totla: 3\nnext%: 1\n"})
    lines = run("check", "--format", "github", archive / "tingsryd").stdout.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("::error file=evaluations/tingsryd/2019.yaml,line=8,col=1,title=kompass.unknown-key::")
    assert "next%25" in lines[1]
    assert lines[2].startswith(
        "::error file=evaluations/tingsryd/50%25%2C a%3Ab.yaml,line=1,col=1,title=kompass.stray-file::"
    )
    [warning] = run("check", "--format", "github", archive / "lomma").stdout.splitlines()
    assert warning.startswith("::warning file=evaluations/lomma/2019.yaml,line=8,col=10,title=kompass.far-year::")


def test_github_is_told_nothing_when_all_is_well(archive: Path) -> None:
    assert run("check", "--format", "github", archive / "mark").stdout == ""


def test_sarif_has_a_rule_for_every_code_and_a_result_for_every_problem(archive: Path) -> None:
    write(archive, {"tingsryd/å b.yaml": WHOLE})
    log = json.loads(run("check", "--format", "sarif", archive).stdout)
    assert log["version"] == "2.1.0"
    [of_run] = log["runs"]
    rules = of_run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [f"kompass.{code}" for code in Code]
    for rule, code in zip(rules, Code, strict=True):
        assert rule["help"]["text"] == text(code.remedy)
        assert rule["defaultConfiguration"]["level"] == code.severity
    assert [rules[result["ruleIndex"]]["id"] for result in of_run["results"]] == [
        result["ruleId"] for result in of_run["results"]
    ]
    places = [result["locations"][0]["physicalLocation"] for result in of_run["results"]]
    assert {place["artifactLocation"]["uri"] for place in places} >= {
        "evaluations/lomma/2019.yaml",
        "evaluations/tingsryd/%C3%A5%20b.yaml",
    }
    assert places[1]["region"] == {"startLine": 8, "startColumn": 10}
    assert [result["level"] for result in of_run["results"]] == ["error", "warning", "error", "error"]
