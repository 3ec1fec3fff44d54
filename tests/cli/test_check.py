"""`kompass check`: which files, what it says of them in each format, and its exit status."""

import json
from pathlib import Path, PureWindowsPath

import pytest

from kompass_sphinx.cli.language import text
from kompass_sphinx.cli.reports import REPORTS
from kompass_sphinx.cli.sarif import sarif_log
from kompass_sphinx.reading.codes import Code
from kompass_sphinx.reading.folder import read_folder
from kompass_sphinx.reading.problems import START, Problem
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


@pytest.mark.parametrize("name", ["2019.yml", "nitton.yaml", "rapport.pdf", "x" * 250])
def test_a_file_that_is_no_evaluation(archive: Path, name: str) -> None:
    write(archive, {f"lomma/{name}": WHOLE})
    [(path, code)] = problems(archive / "lomma" / name)
    assert path == f"evaluations/lomma/{name}"
    assert code in ("kompass.stray-file", "kompass.duplicate-evaluation")


def test_a_file_alone_is_not_charged_with_what_lies_beside_it(archive: Path) -> None:
    write(archive, {"mark/rapport.pdf": "", "mark/2018.yaml": WRONG})
    assert problems(archive / "mark" / "2019.yaml") == []
    assert len(problems(archive / "mark")) >= 2


def test_a_link_alone_is_followed_inside_the_folder_only(archive: Path) -> None:
    write(archive, {"lomma/2018.yaml": FAR, "../outside.yaml": FAR})
    (archive / "tingsryd" / "2018.yaml").symlink_to((archive / "lomma" / "2018.yaml").absolute())
    (archive / "tingsryd" / "2017.yaml").symlink_to((archive / ".." / "outside.yaml").absolute())
    assert ("evaluations/tingsryd/2018.yaml", "kompass.far-year") in problems(archive / "tingsryd" / "2018.yaml")
    led_out = ("evaluations/tingsryd/2017.yaml", "kompass.stray-file")
    assert problems(archive / "tingsryd" / "2017.yaml") == [led_out]
    assert led_out in problems(archive / "tingsryd")


def test_no_folder_and_no_such_file_are_wrong_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("check").exit_code == 2
    assert "evaluations" in run("check").stderr
    assert run("check", "nowhere.yaml").exit_code == 2
    assert run("check", "--format", "xml").exit_code == 2


@pytest.mark.parametrize("named", ["evaluations", "nothing", "evaluations/habo", "evaluations/README.md"])
def test_where_there_is_nothing_to_check_it_is_wrong_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.chdir(write(tmp_path, {"evaluations/README.md": "", "right/mark/2019.yaml": "", "nothing/.keep": ""}))
    Path("evaluations/habo").mkdir()
    if named == "evaluations":
        Path("evaluations/habo").rmdir()
        assert run("check").exit_code == 2
    for others in ([], ["right"]):
        result = run("check", *others, named)
        assert (result.exit_code, result.stdout) == (2, "")
        assert named in result.stderr
        assert "<" in result.stderr


@pytest.mark.parametrize("named", ["evaluations", "evaluations/mark", "evaluations/mark/2018.yaml"])
def test_a_folder_with_the_name_of_an_evaluation_is_a_problem(archive: Path, named: str) -> None:
    (archive / "mark" / "2018.yaml").mkdir()
    assert ("evaluations/mark/2018.yaml", "kompass.stray-file") in problems(named)
    assert run("check", named).exit_code == 1


def test_a_folder_of_evaluations_may_be_named_as_one_likes(archive: Path) -> None:
    renamed = archive.rename("2018.yaml")
    assert problems(renamed / "tingsryd") == [("2018.yaml/tingsryd/2019.yaml", "kompass.unknown-edition")]
    assert len(problems(renamed)) == 3


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
    assert of_run["originalUriBaseIds"] == {"%SRCROOT%": {"uri": f"{Path.cwd().as_uri()}/"}}
    assert {place["artifactLocation"]["uriBaseId"] for place in places} == {"%SRCROOT%"}
    assert {place["artifactLocation"]["uri"] for place in places} >= {
        "evaluations/lomma/2019.yaml",
        "evaluations/tingsryd/%C3%A5%20b.yaml",
    }
    assert places[1]["region"] == {"startLine": 8, "startColumn": 10}
    assert [result["level"] for result in of_run["results"]] == ["error", "warning", "error", "error"]


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("evaluations/å b/2019.yaml", {"uri": "evaluations/%C3%A5%20b/2019.yaml", "uriBaseId": "%SRCROOT%"}),
        ("./tingsryd/../habo/2019.yaml", {"uri": "habo/2019.yaml", "uriBaseId": "%SRCROOT%"}),
        ("C:/arkiv å/mark/2019.yaml", {"uri": "mark/2019.yaml", "uriBaseId": "%SRCROOT%"}),
        ("c:/ARKIV å/mark/2019.yaml", {"uri": "mark/2019.yaml", "uriBaseId": "%SRCROOT%"}),
        ("../mark/2019.yaml", {"uri": "file:///C:/mark/2019.yaml"}),
        ("D:/mark/2019.yaml", {"uri": "file:///D:/mark/2019.yaml"}),
    ],
)
def test_sarif_names_a_file_on_windows_by_its_way_from_the_working_folder(path: str, location: dict[str, str]) -> None:
    problem = Problem.at(path, START, Code.EMPTY_FILE)
    [of_run] = sarif_log([problem], text, PureWindowsPath("C:\\arkiv å"))["runs"]
    assert of_run["originalUriBaseIds"]["%SRCROOT%"]["uri"] == "file:///C:/arkiv%20%C3%A5/"
    [result] = of_run["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == location


def test_sarif_names_a_file_elsewhere_by_its_address(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = archive.resolve()
    monkeypatch.chdir(archive / "mark")
    log = json.loads(run("check", "--format", "sarif", whole / "tingsryd").stdout)
    [result] = log["runs"][0]["results"]
    address = (whole / "tingsryd" / "2019.yaml").as_uri()
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": address}
