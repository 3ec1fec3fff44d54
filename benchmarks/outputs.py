"""Whether outputs are the same bytes, and how many files differ after an edit. Outside the measured time."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from benchmarks.edits import EDITS
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
    """Make all edits, one after the other, each with a build; how many files each made differ.

    The site after the last one must have the same bytes as a clean build: raises DifferentError. Everything is as
    it was when this returns.
    """
    found, made = {}, []
    before = digests(site.html)
    try:
        for step, edit in EDITS.items():
            made.append(edit(folders.evaluations, folders.count))
            made[-1].make()
            site.build()
            after = digests(site.html)
            found[step] = differing(before, after)
            before = after
        delete(clean.folder)
        clean.build()
        _same(before, digests(clean.html))
    finally:
        for one in reversed(made):
            one.undo()
    site.build()
    return found


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
