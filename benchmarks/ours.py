"""The archive's site, built as `make demo` builds it, and the floor beneath it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.edits import EDITS, UNDOING
from benchmarks.folders import PROJECT, Folders, delete
from benchmarks.jobs import Job
from benchmarks.measure import run
from tests.demonstration.schedule import ALWAYS
from tests.site.demonstration_site import demonstration_settings

FEWEST = len(ALWAYS)
"""Evaluations that the pages that people wrote lead to; a site of these is what the prose and the start cost."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site of a folder of evaluations: its doctrees and its pages."""

    evaluations: Path
    folder: Path

    @property
    def html(self) -> Path:
        """The pages."""
        return self.folder / "html"

    @property
    def command(self) -> tuple[str, ...]:
        """The command that builds it."""
        settings = {**demonstration_settings(), "kompass_evaluations": str(self.evaluations)}
        words = [word for name, value in settings.items() for word in ("-D", f"{name}={value}")]
        options = (
            "--quiet",
            "-b",
            "html",
            "-j",
            "auto",
            "-n",
            "-W",
            "--keep-going",
            "-d",
            str(self.folder / "doctrees"),
        )
        return (sys.executable, "-m", "sphinx", *options, *words, str(PROJECT), str(self.html))

    def build(self) -> None:
        """Build it, outside the measured time."""
        run(self.command, PROJECT)


def built(folders: Folders) -> Site:
    """The site that edits are made to."""
    return Site(folders.evaluations, folders.of("ours"))


def fresh(folders: Folders) -> Site:
    """The site that is built from nothing again and again."""
    return Site(folders.evaluations, folders.of("ours-full"))


def full_job(folders: Folders) -> Job:
    """A full build."""
    site = fresh(folders)
    return Job("ours", "full", folders.count, site.command, PROJECT, before=partial(delete, site.folder))


def our_jobs(folders: Folders) -> Iterator[Job]:
    """A full build, one of nothing changed, one after each edit, and one after that is undone.

    They are to be run in this order; the evaluations are then what they were.
    """
    yield full_job(folders)
    site = built(folders)
    delete(site.folder)
    site.build()
    yield Job("ours", "unchanged", folders.count, site.command, PROJECT)
    for step, edit in EDITS.items():
        made = edit(folders.evaluations, folders.count)
        yield Job("ours", step, folders.count, site.command, PROJECT, before=made.make)
        yield Job("ours", UNDOING[step], folders.count, site.command, PROJECT, before=made.undo)


def floor_output(folders: Folders) -> Path:
    """Where the floor writes."""
    return folders.of("floor")


def floor_job(folders: Folders) -> Job:
    """The plain script with the same bytes."""
    settings = demonstration_settings()
    words = (settings["html_theme_options.announcement"], settings["project"])
    output = floor_output(folders)
    command = (sys.executable, "-m", "benchmarks.floor", str(folders.evaluations), str(output), *words)
    return Job("floor", "full", folders.count, command, PROJECT, before=partial(shutil.rmtree, output, True))
