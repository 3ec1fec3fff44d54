"""Documents in whose place there is another file than the one that was read.

Sphinx reads a document again when its file is newer than the reading. A page that was moved to the place of another,
or a copy that was put back, may be older.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

Stamp = tuple[int, int]
"""When a file was changed, in nanoseconds, and its size in bytes."""


def note_sources(app: Sphinx, env: BuildEnvironment, docnames: Iterable[str]) -> None:
    """env-before-read-docs: note which files the documents are read from."""
    stamps = _stamps(env)
    for docname in docnames:
        stamps[docname] = _stamp_of(env, docname)
    for docname in stamps.keys() - env.found_docs:
        del stamps[docname]


def other_sources(
    app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]
) -> list[str]:
    """env-get-outdated: the documents to read again though their files are not newer."""
    stamps = _stamps(env)
    known = env.found_docs - added - changed
    return sorted(docname for docname in known if stamps.get(docname) != _stamp_of(env, docname))


def _stamps(env: BuildEnvironment) -> dict[str, Stamp | None]:
    stamps: dict[str, Stamp | None] = env.domains["kompass"].data["sources"]
    return stamps


def _stamp_of(env: BuildEnvironment, docname: str) -> Stamp | None:
    """The stamp of a document's file; None when it has gone meanwhile, which reading it will tell."""
    try:
        found = Path(env.doc2path(docname)).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
