"""Documents in whose place, or in the place of what they include or show, there is another file than was read.

Sphinx reads a document again when one of these files is newer than the reading. A page that was moved to the place of
another, or a copy that was put back, may be older.
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
        stamps[docname] = _stamp_of(env.doc2path(docname))
    for docname in stamps.keys() - env.found_docs:
        del stamps[docname]


def note_dependencies(app: Sphinx, env: BuildEnvironment) -> None:
    """env-updated: note which files the documents that were read include or show; known only now."""
    env.domains["kompass"].data["dependencies"] = {
        docname: _stamps_of_dependencies(env, docname) for docname in env.dependencies
    }


def other_sources(
    app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]
) -> list[str]:
    """env-get-outdated: the documents to read again though their files are not newer."""
    stamps = _stamps(env)
    dependencies = env.domains["kompass"].data["dependencies"]
    known = env.found_docs - added - changed
    return sorted(
        docname
        for docname in known
        if stamps.get(docname) != _stamp_of(env.doc2path(docname))
        or dependencies.get(docname, {}) != _stamps_of_dependencies(env, docname)
    )


def _stamps(env: BuildEnvironment) -> dict[str, Stamp | None]:
    stamps: dict[str, Stamp | None] = env.domains["kompass"].data["sources"]
    return stamps


def _stamps_of_dependencies(env: BuildEnvironment, docname: str) -> dict[str, Stamp | None]:
    """The stamps of the files that a document includes or shows, by their paths from the project's folder."""
    paths = env.dependencies.get(docname, ())
    return {str(path): _stamp_of(env.srcdir / path) for path in paths}


def _stamp_of(path: str | Path) -> Stamp | None:
    """The stamp of a file; None when it has gone meanwhile, which reading it will tell."""
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
