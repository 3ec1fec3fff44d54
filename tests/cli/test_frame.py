"""The command as a program: its language, its exit status, what it imports, and that nobody sees a traceback."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import click
import pytest
from babel.messages.extract import extract_from_dir

from kompass_sphinx import __version__
from kompass_sphinx.cli import COMMANDS, kompass
from kompass_sphinx.cli.click_words import CLICK_WORDS
from kompass_sphinx.language import Language
from tests.archives import EVALUATIONS
from tests.cli.command import run, write

ROOT = EVALUATIONS.parent
PROGRAM = [sys.executable, "-c", "from kompass_sphinx.cli import main; main()"]


def environment(**variables: str) -> dict[str, str]:
    known = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    return {name: value for name, value in os.environ.items() if name not in known} | variables


def program(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *arguments],
        cwd=ROOT,
        env=environment(PYTHONPATH=str(ROOT), **variables),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_real_archive_as_a_program() -> None:
    done = program("check")
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "sv"),
        ({"LANG": "C.UTF-8"}, "sv"),
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANGUAGE": "en", "LANG": "sv_SE.UTF-8"}, "en"),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "sv_SE.UTF-8"}, "en"),
    ],
    ids=str,
)
def test_our_words_and_clicks_are_in_the_language_of_the_environment(variables: dict[str, str], language: str) -> None:
    translate = Language(language).gettext
    shown = program("--help", **variables).stdout
    for ours_or_clicks in (
        "Usage:",
        "Options",
        "Commands",
        "Show this message and exit.",
        "Begin a new evaluation file.",
    ):
        assert translate(ours_or_clicks) in shown
    wrong = program("check", "--wrong", **variables)
    assert wrong.returncode == 2
    for sentence in ("No such option {name!r}.", "Try '{command} {option}' for help."):
        assert translate(sentence).format(name="--wrong", command="kompass check", option="--help") in wrong.stderr


def test_clicks_words_are_those_of_the_installed_click() -> None:
    folder = Path(click.__file__).parent
    said = {message for _, _, message, _, _ in extract_from_dir(folder, [("**.py", "python")])}
    assert set(CLICK_WORDS) <= said


def test_limits_are_told_as_people_write_them() -> None:
    assert "20189 is not in the range 2002–2099." in program("new", "Habo", "20189", LANG="en_US.UTF-8").stderr
    assert "x<" not in program("new", "--help").stdout + program("import", "--help").stdout


@pytest.mark.parametrize("output_format", ["text", "json", "github", "sarif"])
def test_files_and_programs_are_given_utf_8(tmp_path: Path, output_format: str) -> None:
    write(tmp_path, {"håbo/2019.yaml": "kommun: Håbo"})
    done = program("check", "--format", output_format, str(tmp_path), PYTHONIOENCODING="cp1252")
    assert "håbo" in done.stdout or quote("håbo") in done.stdout
    assert "utvärderingar" in done.stderr


def test_every_command_is_listed_found_and_helped() -> None:
    listed = run("--help").stdout
    for name in COMMANDS:
        assert re.search(rf"^  {name} ", listed, re.MULTILINE)
        assert run(name, "--help").exit_code == 0
        command = kompass.get_command(click.Context(kompass), name)
        assert command is not None
        assert command.name == name
        for parameter in command.params:
            assert isinstance(parameter, click.Argument) or (isinstance(parameter, click.Option) and parameter.help)


def test_the_version() -> None:
    assert run("--version").stdout == f"kompass {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [["nothing"], ["--nothing"], ["check", "--nothing"], ["check", "nowhere"]], ids=str
)
def test_wrong_use_is_told_with_a_hint(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "--help" in result.stderr


def imported(*arguments: str) -> set[str]:
    """The packages that are imported to run the command."""
    code = (
        "import sys\nfrom kompass_sphinx.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env=environment(PYTHONPATH=str(ROOT)),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return {name.partition(".")[0] for name in done.stderr.splitlines()[-1].split()}


def test_only_what_is_needed_is_imported() -> None:
    heavy = {
        "pydantic",
        "yaml",
        "sphinx",
        "docutils",
        "matplotlib",
        "numpy",
        "jinja2",
        "pdfplumber",
        "mammoth",
    }
    assert imported("--help") & heavy == set()
    assert imported("check") & heavy == {"pydantic", "yaml"}
    assert imported("new", "--help") & heavy == {"yaml"}


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    broken = "".join(f"x{number}: 1\n" for number in range(150))
    write(tmp_path, {f"tingsryd/{year}.yaml": broken for year in range(2002, 2062)})
    with subprocess.Popen(
        [*PROGRAM, "check", str(tmp_path)],
        env=environment(PYTHONPATH=str(ROOT)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


@pytest.mark.parametrize("arguments", [["schema"], ["--help"], ["check", "--format", "json"]], ids=str)
def test_a_full_disk_is_told_without_a_traceback(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, *arguments],
            cwd=ROOT,
            env=environment(PYTHONPATH=str(ROOT), LANG="en_US.UTF-8"),
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("What there is to say cannot be written (")
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_when_not_even_that_can_be_told_the_exit_status_tells_it() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "schema"], cwd=ROOT, env=environment(PYTHONPATH=str(ROOT)), stdout=full, stderr=full, check=False
        )
    assert done.returncode == 2


def test_a_fault_with_a_file_of_ours_is_not_hidden() -> None:
    code = (
        "from kompass_sphinx import cli\n"
        "def broken(**_):\n    raise FileNotFoundError(2, 'No such file or directory', 'ours')\n"
        "cli.kompass.main = broken\n"
        "cli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(PYTHONPATH=str(ROOT)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "FileNotFoundError: [Errno 2] No such file or directory: 'ours'"


def test_who_sits_at_a_terminal_is_asked(tmp_path: Path) -> None:
    theirs, ours = pty.openpty()
    os.write(theirs, b"1\n")
    done = subprocess.run(
        [*PROGRAM, "new", "Tingsrid", "2019", "--evaluations", str(tmp_path)],
        env=environment(PYTHONPATH=str(ROOT)),
        stdin=ours,
        stdout=subprocess.DEVNULL,
        stderr=ours,
        check=False,
    )
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 0
    assert (tmp_path / "tingsryd" / "2019.yaml").is_file()


def test_ctrl_c_is_quiet() -> None:
    code = (
        "import os, signal\n"
        "from kompass_sphinx.cli import check, main\n"
        "check.load_registry = lambda: os.kill(os.getpid(), signal.SIGINT)\n"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check"],
        cwd=ROOT,
        env=environment(PYTHONPATH=str(ROOT)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.strip() == Language("sv").gettext("Aborted!")
