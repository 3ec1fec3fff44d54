"""Which files in the folder of evaluations are evaluations, and which do not belong there."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass as changing
from dataclasses import field
from pathlib import Path

from kompass_sphinx.frozen import dataclass
from kompass_sphinx.language import message_id
from kompass_sphinx.reading.problems import START, Code, Problem, printable
from kompass_sphinx.reading.yaml_text import MOST_BYTES

REGISTER_NAME = "known.csv"
SCHEMA_NAME = "evaluation.schema.json"
AT_TOP = frozenset({REGISTER_NAME, SCHEMA_NAME, "README.md", "LICENSE"})
EVALUATION_NAME = re.compile(r"([0-9]{4})\.yaml")
_OTHER_SUFFIX = re.compile(r"([0-9]{4})\.(yml|YAML|YML|Yaml)")


@dataclass(frozen=True, slots=True)
class EvaluationPath:
    """The ``file`` that may be an evaluation: ``slug`` is its folder's name, ``year`` its own without suffix."""

    file: str
    shown: str
    slug: str
    year: str

    @property
    def path(self) -> Path:
        """Where the file is."""
        return Path(self.file)


@changing(slots=True)
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
    for entry in _entries(folder, shown_as, tree):
        shown = _shown(shown_as, entry)
        if _leads_out(entry, root):
            tree.problems.append(_link_out(shown))
        elif _is_dir(entry) and entry.name not in AT_TOP:
            walk_municipality(Path(entry), shown, root, tree)
        elif entry.name not in AT_TOP or not _is_file(entry):
            tree.problems.append(Problem.at(shown, START, Code.STRAY_FILE))
        elif entry.name == REGISTER_NAME:
            tree.register = (Path(entry), shown)
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
    entries = _entries(folder, shown_folder, tree)
    names = {entry.name for entry in entries}
    for entry in entries:
        shown = _shown(shown_folder, entry)
        matched = EVALUATION_NAME.fullmatch(entry.name)
        if _leads_out(entry, root):
            tree.problems.append(_link_out(shown))
        elif matched and (_is_file(entry) or not Path(entry).exists()):
            # One that is gone meanwhile is reported when it is read.
            tree.evaluations.append(EvaluationPath(entry.path, shown, folder.name, matched.group(1)))
        elif _is_dir(entry):
            tree.problems.append(_folder_in_folder(shown))
        else:
            tree.problems.append(_stray_file(entry.name, shown, folder.name, shown_folder, names))


def _entries(folder: Path, shown: str, tree: Tree) -> list[os.DirEntry[str]]:
    # What scanning a folder tells of a file, asking for its status again would cost as much as all the rest.
    try:
        with os.scandir(folder) as entries:
            found = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError as error:
        tree.problems.append(_unreadable(shown, error))
        return []
    return sorted(found, key=lambda entry: entry.name)


def _is_dir(entry: os.DirEntry[str]) -> bool:
    return Path(entry).is_dir() if entry.is_symlink() else entry.is_dir()


def _is_file(entry: os.DirEntry[str]) -> bool:
    return Path(entry).is_file() if entry.is_symlink() else entry.is_file()


def _leads_out(entry: os.DirEntry[str], root: Path) -> bool:
    try:
        return entry.is_symlink() and not Path(entry).resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # a link to itself
        return True


def _link_out(shown: str) -> Problem:
    message = message_id("A link that leads out of the folder is not followed. Put the file itself here.")
    return Problem.at(shown, START, Code.STRAY_FILE, message)


def _stray_file(name: str, shown: str, slug: str, shown_folder: str, names: set[str]) -> Problem:
    """What to say of a file with a name that no evaluation has; ``names`` are those beside it."""
    other = _OTHER_SUFFIX.fullmatch(name)
    if other is None:
        return Problem.at(shown, START, Code.STRAY_FILE)
    year = other.group(1)
    right = f"{year}.yaml"
    if right in names:
        return Problem.at(
            shown, START, Code.DUPLICATE_EVALUATION, name=slug, year=year, other=f"{shown_folder}/{right}"
        )
    message = message_id("Evaluations end in .yaml. Rename the file to %(expected_name)s.")
    return Problem.at(shown, START, Code.STRAY_FILE, message, expected_name=right)


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


def _shown(folder: str, entry: os.DirEntry[str]) -> str:
    return f"{folder}/{printable(entry.name, limit=255)}"
