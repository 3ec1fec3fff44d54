"""What a person points out to be read: a folder of evaluations, the folder of one municipality, or a single file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kompass_sphinx.reading.problems import printable
from kompass_sphinx.reading.tree import AT_TOP, EVALUATION_NAME, REGISTER_NAME, Tree, walk, walk_municipality

if TYPE_CHECKING:
    from pathlib import Path

    from kompass_sphinx.model.municipality import Registry

LONGEST_PATH = 4096


def select(path: Path, registry: Registry) -> Tree:
    """The files that ``path`` points out, shown as it was written; a single file is judged by its folder's name too."""
    shown = printable(path.as_posix(), limit=LONGEST_PATH)
    folder = path.resolve()
    is_in_place_of_a_file = EVALUATION_NAME.fullmatch(folder.name) and folder.parent.name in registry.by_slug
    if not path.is_dir() or is_in_place_of_a_file:
        return _file(path.absolute(), shown)
    if folder.name not in registry.by_slug:
        return walk(path, shown)
    tree = Tree()
    walk_municipality(folder, shown, folder.parent, tree)
    return tree


def _file(path: Path, shown: str) -> Tree:
    if path.name in AT_TOP:
        return Tree(register=(path, shown) if path.name == REGISTER_NAME else None)
    # What the file is, its folder tells: the same rules, and of their outcome only what is about this file.
    folder = path.parent.resolve()
    around = Tree()
    walk_municipality(folder, "", folder.parent, around)
    name = printable(path.name, limit=255)
    return Tree(
        evaluations=[replace(file, shown=shown) for file in around.evaluations if file.path.name == path.name],
        problems=[replace(problem, path=shown) for problem in around.problems if problem.path == f"/{name}"],
    )
