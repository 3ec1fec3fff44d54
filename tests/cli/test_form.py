"""`kompass form`: which file it opens, what it says, how it ends."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from urllib.request import urlopen

import pytest

from kompass_sphinx.form.server import FormServer
from tests.cli.command import run, write

FILE = "municipality: Tingsryd\nyear: 2019\nedition: 2016\nsources: [{title: Påhittad, kind: report}]\n"
PROGRAM = [sys.executable, "-c", "from kompass_sphinx.cli import main; main()"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, {"evaluations/tingsryd/2019.yaml": FILE})


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that the browser was told to open; the form ends at once, as if by Ctrl+C."""
    addresses: list[str] = []

    def end(_: FormServer) -> None:
        for thread in threading.enumerate():
            if thread.name == "browser":
                thread.join()
        raise KeyboardInterrupt

    monkeypatch.setattr(FormServer, "serve_forever", end)
    monkeypatch.setattr("webbrowser.open", addresses.append)
    return addresses


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "what", [("evaluations/tingsryd/2019.yaml",), ("Tingsryd", "2019"), ("tingsryd", "2019"), ("0763", "2019")]
)
def test_the_file_or_municipality_and_year(opened: list[str], what: tuple[str, ...]) -> None:
    result = run("form", *what)
    assert result.exit_code == 0
    assert "evaluations/tingsryd/2019.yaml" in result.stdout
    assert opened == re.findall(r"http://127\.0\.0\.1:\d+/[\w-]{43}/", result.stdout)


def test_a_file_that_lies_elsewhere(opened: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, {"2019.yaml": FILE}))
    assert run("form", "2019.yaml").exit_code == 0
    assert len(opened) == 1


@pytest.mark.usefixtures("folder")
def test_the_form_answers_while_the_browser_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    def browse(address: str) -> None:
        with urlopen(address, timeout=10) as reply:
            shown.append(reply.read().decode())
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr("webbrowser.open", browse)
    assert run("form", "Tingsryd", "2019").exit_code == 0
    assert "Tingsryd 2019" in shown[0]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["known.csv", "2019.yml", "utkast.yaml", "2019.yaml.bak", "../README.md"])
def test_a_file_that_is_no_evaluation_is_refused(opened: list[str], folder: Path, name: str) -> None:
    write(folder / "evaluations", {name: FILE})
    result = run("form", f"evaluations/{name}")
    assert (result.exit_code, opened) == (2, [])
    assert f"evaluations/{name}" in result.stderr
    assert "2019.yaml" in result.stderr


@pytest.mark.usefixtures("folder")
def test_the_browser_is_left_alone_when_told_to(opened: list[str]) -> None:
    assert run("form", "Tingsryd", "2019", "--no-browser").exit_code == 0
    assert opened == []


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "what",
    [
        (),
        ("a", "b", "c"),
        ("evaluations/tingsryd/2018.yaml",),
        ("Tingsryd", "2018"),
        ("Tingsrydd", "2019"),
        ("evaluations",),
    ],
)
def test_what_is_not_there_is_wrong_use(opened: list[str], what: tuple[str, ...]) -> None:
    result = run("form", *what)
    assert result.exit_code == 2
    assert opened == []


@pytest.mark.usefixtures("folder")
def test_a_port_that_is_taken_is_told(opened: list[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("form", "Tingsryd", "2019", "--port", str(port))
    assert result.exit_code == 1
    assert str(port) in result.stderr
    assert opened == []


def test_it_answers_until_it_is_ended_and_ends_well(folder: Path) -> None:
    with subprocess.Popen(
        [*PROGRAM, "form", "Tingsryd", "2019", "--no-browser"], stdout=subprocess.PIPE, text=True, cwd=folder
    ) as program:
        assert program.stdout is not None
        address = re.findall(r"http://\S+", program.stdout.readline())[0]
        with urlopen(address) as reply:
            assert "Tingsryd 2019" in reply.read().decode()
        program.send_signal(signal.SIGINT)
        program.stdout.read()
        assert program.wait(timeout=30) == 0
