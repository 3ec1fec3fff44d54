"""Whether outputs are the same bytes, and how many files differ after an edit. Outside the measured time."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from benchmarks.edits import EDITS, UNDOING
from benchmarks.floor import FRAGMENTS_FOLDER
from benchmarks.folders import Folders, delete
from benchmarks.ours import Site

OWN_FOLDER = ".kompass"
"""What the site keeps for the next build; nobody reads it as a page."""
MADE_BY_DATA = re.compile(r"(evaluations|questions)/.*\.html|search\.html")

Digests = dict[str, bytes]
"""The digest of each file by its path in the output."""


class DifferentError(Exception):
    """Outputs that ought to be the same are not."""


def digests(output: Path) -> Digests:
    """The digests of all files of an output, but not of what is kept for the next build."""
    files = (path for path in sorted(output.rglob("*")) if path.is_file())
    relative = ((path.relative_to(output), path) for path in files)
    return {
        name.as_posix(): sha256(path.read_bytes()).digest() for name, path in relative if name.parts[0] != OWN_FOLDER
    }


def differing(before: Digests, after: Digests) -> tuple[int, int]:
    """How many files differ, are new or gone; and how many of them are pages."""
    names = [name for name in before.keys() | after.keys() if before.get(name) != after.get(name)]
    return len(names), sum(name.endswith(".html") for name in names)


def check_edits(folders: Folders, site: Site, clean: Site) -> dict[str, tuple[int, int]]:
    """Make all edits, one after the other, each with a build, and undo them; how many files each made differ.

    The site after the last one must have the same bytes as a clean build, and the same as at first when all is undone:
    raises DifferentError. Everything is as it was when this returns.
    """
    found = {}
    made = {step: edit(folders.evaluations, folders.count) for step, edit in EDITS.items()}
    first = before = digests(site.html)
    for step, edit in made.items():
        edit.make()
        found[step], before = _built(site, before)
    delete(clean.folder)
    clean.build()
    _same(before, digests(clean.html))
    for step, edit in reversed(made.items()):
        edit.undo()
        found[UNDOING[step]], before = _built(site, before)
    _same(before, first)
    return found


def _built(site: Site, before: Digests) -> tuple[tuple[int, int], Digests]:
    """Build; what differs, and the digests."""
    site.build()
    after = digests(site.html)
    return differing(before, after), after


def _same(incremental: Digests, clean: Digests) -> None:
    names = sorted(name for name in incremental.keys() | clean.keys() if incremental.get(name) != clean.get(name))
    if names:
        raise DifferentError(f"{len(names)} files differ between an incremental and a clean build: {names[:5]}")


def check_floor(floor: Path, html: Path) -> int:
    """The number of the floor's files, each of which must be in the site; raises DifferentError."""
    files = [path for path in sorted(floor.rglob("*")) if path.is_file()]
    for path in files:
        name = path.relative_to(floor)
        if name.parts[0] == FRAGMENTS_FOLDER:
            page = re.sub(r"-\d+\.html$", ".html", name.relative_to(FRAGMENTS_FOLDER).as_posix())
            is_same = path.read_bytes() in (html / page).read_bytes()
        else:
            is_same = (html / name).is_file() and (html / name).read_bytes() == path.read_bytes()
        if not is_same:
            raise DifferentError(f"{name} of the floor is not in the site.")
    return len(files)


def data_pages(html: Path) -> int:
    """How many pages of a site data makes."""
    return sum(MADE_BY_DATA.fullmatch(path.relative_to(html).as_posix()) is not None for path in html.rglob("*.html"))
