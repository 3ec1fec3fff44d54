"""Builds in processes of their own, each forked from this one, and what they leave."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import tempfile
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from sphinx.cmd.build import main as sphinx_build

from tests.site.sites import Site, small_site

LEFT_OUT = frozenset({".kompass", ".buildinfo.bak"})
"""Of the output: our own manifest and frames, and Sphinx's copy of what it knew before. Neither is of the site.

Sphinx's environment and doctrees are not in the output; they may differ from build to build, as pickles do.
"""

_REPORTS = "reports"

Watch = Callable[[], None]
"""Told to the process of a build before it begins."""

Tree = dict[str, bytes]
"""Digests of the files of an output by their paths."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a build ended: its exit status, or the negative number of the signal that ended it, and what it said."""

    status: int
    said: str

    @property
    def complaints(self) -> list[str]:
        """What it said of the archive."""
        return sorted(line for line in self.said.splitlines() if "[kompass." in line)

    @property
    def is_clear(self) -> bool:
        """Whether it ended well, from outside, or by saying in a few words what went wrong."""
        return "Traceback (most recent call last)" not in self.said and (self.status <= 0 or self.said.strip() != "")


@cache
def warm_up() -> None:
    """Build something in this process, once: what that loads and compiles, no other process has to."""
    with tempfile.TemporaryDirectory() as folder:
        small_site(Path(folder)).build()
    gc.collect()
    gc.freeze()  # the collector of another process would copy all of it


class Building:
    """A build that is under way in another process."""

    def __init__(self, site: Site, output: str, builder: str, watch: Watch, options: tuple[str, ...] = ()) -> None:
        """Into ``_build/<output>``, with the doctrees beside it."""
        warm_up()
        build = site.folder / "_build"
        arguments = ["-q", "-N", "-b", builder, "-d", str(build / f"{output}-doctrees"), "-n", *options]
        arguments += [str(site.folder), str(build / output / builder)]
        reports = site.folder / _REPORTS
        reports.mkdir(exist_ok=True)
        self._said, writing = os.pipe()
        self._process = os.fork()
        if not self._process:
            _build(arguments, writing, reports, watch)
        os.close(writing)

    def wait(self) -> Ended:
        """How it ended."""
        with os.fdopen(self._said, "rb") as said:
            words = said.read().decode(errors="replace")
        _, status = os.waitpid(self._process, 0)
        return Ended(os.waitstatus_to_exitcode(status), words)


def _build(arguments: list[str], output: int, reports: Path, watch: Watch) -> None:
    """What the other process does; it never comes back."""
    status = 70
    try:
        os.dup2(output, 1)
        os.dup2(output, 2)
        os.close(output)
        sys.stdout, sys.stderr = open(1, "w", closefd=False), open(2, "w", closefd=False)  # noqa: SIM115
        signal.signal(signal.SIGINT, signal.default_int_handler)
        tempfile.tempdir = str(reports)  # for Sphinx's reports of errors
        warnings.simplefilter("ignore")  # the test run makes errors of them, a build does not
        watch()
        status = sphinx_build(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(status)


def undisturbed() -> None:
    """Watches nothing."""


def build(site: Site, output: str, builder: str = "html", watch: Watch = undisturbed, *options: str) -> Ended:
    """Build and wait for the end."""
    return Building(site, output, builder, watch, options).wait()


def tree_of(site: Site, output: str, builder: str = "html") -> Tree:
    """What a build has left, but what is in ``LEFT_OUT``."""
    folder = site.folder / "_build" / output / builder
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).digest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not LEFT_OUT & set(path.relative_to(folder).parts)
    }


def sources_digest(site: Site) -> bytes:
    """A digest of all that a clean build depends on."""
    files = {
        path.relative_to(site.folder).as_posix(): path.read_bytes()
        for path in site.folder.rglob("*")
        if path.is_file() and path.relative_to(site.folder).parts[0] not in ("_build", _REPORTS)
    }
    return sha256(pickle.dumps(sorted(files.items()))).digest()
