"""Frames from memory, from disk, or drawn. A missing or broken cache costs time, never correctness."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kompass_sphinx.charts.frame import Frame
from kompass_sphinx.reading.whole_files import replace_file

if TYPE_CHECKING:
    from collections.abc import Callable

FRAME_VERSION: Final = 2
"""Raised whenever the same content shall give another frame."""


class Frames:
    """Gives frames by what they show.

    An entry on disk is three lines: a checksum of the rest, the whole key, the frame. An entry whose checksum or key
    is another's is drawn again and replaced.
    """

    def __init__(self, cache_folder: Path | None) -> None:
        """cache_folder: where frames outlive the process, made when needed; None to keep them in memory only."""
        self._folder = cache_folder
        self._memory: dict[str, Frame] = {}

    @cached_property
    def _drawn_by(self) -> str:
        return f"{FRAME_VERSION} {version('matplotlib')}"

    def get(self, key: str, draw: Callable[[], Frame]) -> Frame:
        """Return the frame for a key: one line of text that says all that the drawing depends on."""
        if (frame := self._memory.get(key)) is None:
            frame = self._memory[key] = self._from_disk(key, draw)
        return frame

    def _from_disk(self, key: str, draw: Callable[[], Frame]) -> Frame:
        if self._folder is None:
            return draw()
        full_key = f"{self._drawn_by} {key}"
        path = self._folder / f"{sha256(full_key.encode()).hexdigest()[:32]}.frame"
        frame = _read(path, full_key)
        if frame is None:
            frame = draw()
            _write(path, full_key, frame)
        return frame


def _entry(full_key: str, frame: Frame) -> bytes:
    body = f"{full_key}\n{frame.to_text()}\n".encode()
    return sha256(body).hexdigest().encode() + b"\n" + body


def _read(path: Path, full_key: str) -> Frame | None:
    try:
        checksum, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if checksum.decode(errors="replace") != sha256(body).hexdigest():
        return None
    stored_key, _, text = body.decode().partition("\n")
    return Frame.from_text(text) if stored_key == full_key else None


def _write(path: Path, full_key: str, frame: Frame) -> None:
    """Write whole or not at all, also when several processes write the same entry."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, _entry(full_key, frame))
