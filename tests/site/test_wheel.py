"""The built wheel works in somebody else's project, with any theme, where the checkout is out of sight."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kompass_sphinx.language import Language
from tests.site.sites import small_site

ROOT = Path(__file__).parent.parent.parent
OF_THE_WHEEL = ("pyproject.toml", "README.md", "LICENSE", "evaluations/LICENSE", "kompass_sphinx")

BUILD = """
import sys
from pathlib import Path
import kompass_sphinx
from sphinx.cmd.build import main
assert Path(kompass_sphinx.__file__).is_relative_to(sys.argv[1]), kompass_sphinx.__file__
sys.exit(main(["-q", "-n", "-W", "-b", "html", "-d", "_build/doctrees", ".", "_build/html"]))
"""


def run(*arguments: str | Path, folder: Path, packages: Path | None = None) -> str:
    """Run Python in a folder, with the packages of another before all others; return what it complains of."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_", "COV"))}
    if packages is not None:
        environment["PYTHONPATH"] = str(packages)
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stderr


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy, so that nothing is left in the checkout, and install it in a folder."""
    source, wheels, packages = (tmp_path_factory.mktemp(name) for name in ("source", "wheels", "packages"))
    for name in OF_THE_WHEEL:
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, source / name)
    run("-m", "build", "--wheel", "--no-isolation", "--outdir", wheels, source, folder=source)
    (wheel,) = wheels.glob("kompass_sphinx-*.whl")
    pip = ("-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps", "--no-index", "--no-compile")
    run(*pip, "--target", packages, wheel, folder=source)
    return packages


@pytest.mark.parametrize(
    ("theme", "static"),
    [
        ("alabaster", ["alabaster.css"]),
        ("kompass", ["kompass.css", "kompass.js", "favicon.ico", "favicon.svg"]),
    ],
)
def test_the_wheel_makes_a_site(installed: Path, tmp_path: Path, theme: str, static: list[str]) -> None:
    small_site(tmp_path, theme=theme)
    assert run("-c", BUILD, installed, folder=tmp_path, packages=installed) == ""
    output = tmp_path / "_build" / "html"
    page = (output / "evaluations/tingsryd/2019.html").read_text("utf-8")
    assert "377" in page
    assert Language("sv").gettext("How to cite") in page
    assert "How to cite" not in page  # the catalogue is in the wheel
    assert 'class="profile"' in page
    assert "Alla utvärderingar" in (output / "evaluations/index.html").read_text("utf-8")
    for name in ("evaluations/mark/index.html", "evaluations/helsingborg/2014.json", "data/evaluations.json"):
        assert (output / name).stat().st_size
    for name in static:
        assert (output / "_static" / name).stat().st_size
    assert ("favicon.svg" in page) == (theme == "kompass")


def test_the_wheel_has_all_that_is_not_code_and_nothing_else(installed: Path) -> None:
    package, checkout = installed / "kompass_sphinx", ROOT / "kompass_sphinx"
    files, expected = (
        {path.relative_to(folder) for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"}
        for folder in (package, checkout)
    )
    assert files == expected
    assert {path.name for path in installed.iterdir()} <= {
        "kompass_sphinx",
        "bin",
        *(path.name for path in installed.glob("kompass_sphinx-*.dist-info")),
    }


def test_the_wheel_says_its_licences_and_brings_them(installed: Path) -> None:
    (metadata,) = installed.glob("kompass_sphinx-*.dist-info")
    assert "License-Expression: MIT AND CC0-1.0" in (metadata / "METADATA").read_text("utf-8")
    assert (metadata / "licenses/LICENSE").is_file()
    assert (metadata / "licenses/evaluations/LICENSE").is_file()


def test_the_command_of_the_wheel_checks_a_folder(installed: Path, tmp_path: Path) -> None:
    small_site(tmp_path)
    command = "from kompass_sphinx.cli import main; main()"
    assert run("-c", command, "check", "evaluations", folder=tmp_path, packages=installed).startswith("3 ")
