"""The site of three hundred made-up evaluations, as `make demo` makes it."""

from __future__ import annotations

import shlex
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

from tests.demonstration.folder import generate
from tests.site.real_site import PROJECT, RealSite

COUNT = 300


def demonstration_settings() -> dict[str, str]:
    """What `make demo` sets of the site's configuration: value by name."""
    dry_run = subprocess.run(
        ["make", "--dry-run", "--no-print-directory", "demo"], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    (command,) = [line for line in dry_run.stdout.splitlines() if "-m sphinx" in line]
    words = shlex.split(command)
    settings = [after for word, after in pairwise(words) if word == "-D"]
    return {name: value for name, _, value in (setting.partition("=") for setting in settings)}


def build_demonstration(folder: Path) -> RealSite:
    """Make up the evaluations and build their site with warnings as errors; all of it in this folder."""
    generate(folder / "evaluations", COUNT)
    settings = {**demonstration_settings(), "kompass_evaluations": str(folder / "evaluations")}
    options = ["--quiet", "-n", "-W", "--keep-going", "-b", "html", "-d", str(folder / "doctrees")]
    options += [word for name, value in settings.items() for word in ("-D", f"{name}={value}")]
    command = [sys.executable, "-m", "sphinx", *options, str(PROJECT), str(folder / "site")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return RealSite(folder / "site", done.returncode, done.stdout + done.stderr)
