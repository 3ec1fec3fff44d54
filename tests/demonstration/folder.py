"""A folder of made-up evaluations that the project's reader takes for an archive."""

from __future__ import annotations

from pathlib import Path

from tests.demonstration.evaluation_text import COMMENT, evaluation_text
from tests.demonstration.register_text import register_text
from tests.demonstration.schedule import schedule

MARKER = "README.md"
"""The reader allows few names beside the evaluations; this is one that people open."""
MARKER_TEXT = """\
# Påhittade utvärderingar

Allt i den här mappen är påhittat, till demonstration och prov: kommunerna finns, men ingen siffra, styrka eller
förbättring här har med dem att göra. Mappen är gjord av `python -m tests.demonstration`, som skriver den på nytt när
det körs igen. Ändra inget här, och ta inget härifrån till arkivet.
"""


class RefusedError(Exception):
    """Why no evaluations were made; the message is for the person who asked."""


def generate(folder: Path, count: int) -> None:
    """Make ``folder`` an archive of ``count`` made-up evaluations, the same bytes for the same count everywhere.

    What an earlier run left there is replaced, and files that would be the same are not touched. Raises
    RefusedError for a folder with anything else in it, and for a count that cannot be made.
    """
    if not 1 <= count <= len(schedule()):
        raise RefusedError(f"Cannot make {count} evaluations: at least 1, at most {len(schedule())}.")
    _claim(folder)
    texts = {folder / slug / f"{year}.yaml": evaluation_text((slug, year)) for slug, year in schedule()[:count]}
    texts[folder / "known.csv"] = register_text(count)
    for path in sorted(folder.glob("*/*.yaml")):
        if path not in texts and path.read_text(encoding="utf-8").startswith(COMMENT):
            path.unlink()
            if not any(path.parent.iterdir()):
                path.parent.rmdir()
    for path, text in texts.items():
        _write(path, text)


def _claim(folder: Path) -> None:
    marker = folder / MARKER
    if folder.exists() and not folder.is_dir():
        raise RefusedError(f"{folder} is not a folder.")
    is_ours = marker.is_file() and marker.read_text(encoding="utf-8") == MARKER_TEXT
    if not is_ours and folder.is_dir() and any(folder.iterdir()):
        raise RefusedError(f"{folder} holds something that was not made here. Name a new or an empty folder.")
    _write(marker, MARKER_TEXT)


def _write(path: Path, text: str) -> None:
    data = text.encode()
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
