"""Which files in the folder of evaluations are evaluations, and which do not belong there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kompass_sphinx.language import message_id
from kompass_sphinx.reading.problems import START, Code, Problem, printable
from kompass_sphinx.reading.schema import SCHEMA_NAME
from kompass_sphinx.reading.yaml_text import MOST_BYTES

if TYPE_CHECKING:
    from pathlib import Path

REGISTER_NAME = "known.csv"
AT_TOP = frozenset({REGISTER_NAME, SCHEMA_NAME, "README.md", "LICENSE"})
EVALUATION_NAME = re.compile(r"([0-9]{4})\.yaml")
_OTHER_SUFFIX = re.compile(r"([0-9]{4})\.(yml|YAML|YML|Yaml)")


@dataclass(frozen=True, slots=True)
class EvaluationPath:
    """A file that may be an evaluation: ``slug`` is its folder's name, ``year`` its own without suffix."""

    path: Path
    shown: str
    slug: str
    year: str


@dataclass(slots=True)
class Tree:
    """The evaluation files in the order of their names, the register with its shown path, and what is wrong."""

    evaluations: list[EvaluationPath] = field(default_factory=list)
    register: tuple[Path, str] | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read, and nothing to say either."""
        return not (self.evaluations or self.register or self.problems)


def walk(folder: Path, shown_as: str) -> Tree:
    """What is in ``folder``, two levels deep. Hidden files and folders are passed over."""
    tree = Tree()
    root = folder.resolve()
    for path in _entries(folder, shown_as, tree):
        shown = _shown(shown_as, path)
        if _leads_out(path, root):
            tree.problems.append(_link_out(shown))
        elif path.is_dir() and path.name not in AT_TOP:
            walk_municipality(path, shown, root, tree)
        elif path.name not in AT_TOP or not path.is_file():
            tree.problems.append(Problem.at(shown, START, Code.STRAY_FILE))
        elif path.name == REGISTER_NAME:
            tree.register = (path, shown)
    return tree


def read_bytes(path: Path, shown: str) -> bytes | Problem:
    """A file's bytes, one more than the limit at most; or why it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        return _unreadable(shown, error)


def walk_municipality(folder: Path, shown_folder: str, root: Path, tree: Tree) -> None:
    """Adds what is in a municipality's folder to ``tree``; links may not lead out of ``root``, the archive's folder."""
    paths = _entries(folder, shown_folder, tree)
    names = {path.name for path in paths}
    for path in paths:
        shown = _shown(shown_folder, path)
        matched = EVALUATION_NAME.fullmatch(path.name)
        other = _OTHER_SUFFIX.fullmatch(path.name)
        if _leads_out(path, root):
            tree.problems.append(_link_out(shown))
        elif matched and (path.is_file() or not path.exists()):
            # One that is gone meanwhile is reported when it is read.
            tree.evaluations.append(EvaluationPath(path, shown, folder.name, matched.group(1)))
        elif path.is_dir():
            tree.problems.append(_folder_in_folder(shown))
        elif other and f"{other.group(1)}.yaml" in names:
            year = other.group(1)
            problem = Problem.at(
                shown,
                START,
                Code.DUPLICATE_EVALUATION,
                name=folder.name,
                year=year,
                other=f"{shown_folder}/{year}.yaml",
            )
            tree.problems.append(problem)
        elif other:
            message = message_id("Evaluations end in .yaml. Rename the file to %(expected_name)s.")
            problem = Problem.at(shown, START, Code.STRAY_FILE, message, expected_name=f"{other.group(1)}.yaml")
            tree.problems.append(problem)
        else:
            tree.problems.append(Problem.at(shown, START, Code.STRAY_FILE))


def _entries(folder: Path, shown: str, tree: Tree) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        tree.problems.append(_unreadable(shown, error))
        return []


def _leads_out(path: Path, root: Path) -> bool:
    try:
        return path.is_symlink() and not path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # a link to itself
        return True


def _link_out(shown: str) -> Problem:
    message = message_id("A link that leads out of the folder is not followed. Put the file itself here.")
    return Problem.at(shown, START, Code.STRAY_FILE, message)


def _folder_in_folder(shown: str) -> Problem:
    message = message_id("A folder does not belong here: evaluations are named <municipality>/<year>.yaml.")
    return Problem.at(shown, START, Code.STRAY_FILE, message)


def _unreadable(shown: str, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        reason = message_id("it does not exist")
    elif isinstance(error, PermissionError):
        reason = message_id("permission denied")
    elif isinstance(error, NotADirectoryError):
        reason = message_id("it is not a folder")
    else:
        reason = error.strerror or type(error).__name__
    return Problem.at(shown, START, Code.UNREADABLE_FILE, reason=reason)


def _shown(folder: str, path: Path) -> str:
    return f"{folder}/{printable(path.name, limit=255)}"
