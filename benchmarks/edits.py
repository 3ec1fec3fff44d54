"""The edits that are measured: one figure, one text, one evaluation more. Each is undone by another that is measured.

The files are those of the demonstration, so their lines are known; a changed figure leaves a file without a fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kompass_sphinx.reading.evaluation_file import EvaluationReader
from tests.archives import catalogue, registry
from tests.demonstration.evaluation_text import evaluation_text
from tests.demonstration.schedule import schedule

FIGURES = re.compile(r"^( +)([1-8])(\.[1-9]): \{points: (\d+), percent: (\d+)\}$", re.MULTILINE)
STRENGTH = re.compile(r'^    strengths:\n      - text: "([^"]+)"$', re.MULTILINE)
ADDED_WORD = "Provat ord"


@dataclass(frozen=True, slots=True)
class Edit:
    """A file's bytes before and after; None where it is not there."""

    path: Path
    before: bytes | None
    after: bytes | None

    def make(self) -> None:
        """Make the edit."""
        _put(self.path, self.after)

    def undo(self) -> None:
        """Put the file back as it was."""
        _put(self.path, self.before)


def _put(path: Path, content: bytes | None) -> None:
    if content is not None:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        return
    path.unlink()
    if not any(path.parent.iterdir()):
        path.parent.rmdir()


def figure_changed(folder: Path, count: int) -> Edit:
    """A sub-question has a point more: its points and percent, its area's points and the total."""
    for path in _files(folder, count, start=count // 2):
        text = path.read_text(encoding="utf-8")
        for found in FIGURES.finditer(text):
            changed = _with_a_point_more(text, found)
            if changed is not None and _is_right(path, changed):
                return Edit(path, text.encode(), changed.encode())
    raise ValueError(f"No figure in {folder} can be changed.")


def text_changed(folder: Path, count: int) -> Edit:
    """A strength has another text."""
    for path in _files(folder, count, start=count // 3):
        text = path.read_text(encoding="utf-8")
        if found := STRENGTH.search(text):
            changed = f"{text[: found.start(1)]}{ADDED_WORD}: {text[found.start(1) :]}"
            return Edit(path, text.encode(), changed.encode())
    raise ValueError(f"No text in {folder} can be changed.")


def added(folder: Path, count: int) -> Edit:
    """There is one evaluation more: the next of the demonstration's."""
    slug, year = schedule()[count]
    return Edit(folder / slug / f"{year}.yaml", None, evaluation_text((slug, year)).encode())


EDITS: dict[str, Callable[[Path, int], Edit]] = {
    "figure": figure_changed,
    "text": text_changed,
    "added": added,
}
"""What each step of the benchmark does to a folder with a demonstration of so many evaluations."""

UNDOING = {"figure": "figure", "text": "text", "added": "removed"}
"""What it is to undo the edit of a step: a figure or a text is another one once more, an evaluation is gone."""


def _files(folder: Path, count: int, start: int) -> Iterator[Path]:
    """The files of a demonstration from its ``start`` on, then those before."""
    keys = schedule()[:count]
    for slug, year in (*keys[start:], *keys[:start]):
        yield folder / slug / f"{year}.yaml"


def _with_a_point_more(text: str, found: re.Match[str]) -> str | None:
    indent, area, rest, points, _ = found.groups()
    edition = re.search(r"^edition: (\d+)$", text, re.MULTILINE)
    assert edition is not None
    maximum = catalogue().editions[int(edition[1])].areas[int(area)].questions[area + rest].maximum
    higher = int(points) + 1
    if maximum is None or higher >= maximum:
        return None
    line = f"{indent}{area}{rest}: {{points: {higher}, percent: {round(100 * higher / maximum)}}}"
    changed = text[: found.start()] + line + text[found.end() :]
    changed = re.sub(rf"(?<=^  {area}:\n    points: )\d+", _one_more, changed, flags=re.MULTILINE)
    return re.sub(r"(?<=^total: )\d+", _one_more, changed, flags=re.MULTILINE)


def _one_more(figure: re.Match[str]) -> str:
    return str(int(figure[0]) + 1)


def _is_right(path: Path, text: str) -> bool:
    reader = EvaluationReader(registry(), catalogue())
    return not reader.read(text.encode(), str(path), path.parent.name, path.stem).problems
