"""What was read before, so that only changed files are read again.

A file whose stamp is settled and the same is not even opened; of any other the content tells whether it is what was
read. An entry also belongs to the file's place and to the reader that made it. Warnings are not kept: no build gives
them. A cache that is missing, old, foreign or damaged is an empty one.

The file: a mark, the reader's version, a digest of the rest, the length of the index, the index, and the packed
evaluations one after the other, each where the index says.
"""

from __future__ import annotations

import hashlib
import marshal
import mmap
import platform
from contextlib import suppress
from importlib.metadata import distribution, version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kompass_sphinx.reading.frames import Frame
from kompass_sphinx.reading.problems import Code, Place, Problem
from kompass_sphinx.reading.read_file import ReadFile
from kompass_sphinx.reading.whole_files import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from kompass_sphinx.model.edition import Catalogue
    from kompass_sphinx.model.municipality import Registry
    from kompass_sphinx.reading.stamps import Stamp

_MAGIC = b"kompass-sphinx evaluations\n"
_DIGEST_SIZE = hashlib.sha256().digest_size
_LENGTH_SIZE = 8


def reader_version(registry: Registry, catalogue: Catalogue) -> bytes:
    """A digest of everything that a reading depends on besides the file: program, libraries, reference data."""
    digest = hashlib.sha256()
    libraries = (_description("pydantic"), _description("PyYAML"))
    for part in (platform.python_version(), *libraries, repr(registry), repr(catalogue)):
        digest.update(part.encode() + b"\0")
    for room in ("model", "reading"):
        for source in sorted(_sources(files("kompass_sphinx") / room), key=lambda source: source.name):
            digest.update(source.name.encode() + b"\0" + source.read_bytes() + b"\0")
    return digest.digest()


def _description(library: str) -> str:
    """What an installed library says of itself, its version with it; parsing that takes longer than reading it."""
    return distribution(library).read_text("METADATA") or version(library)


def _sources(folder: Traversable) -> list[Traversable]:
    return [source for source in folder.iterdir() if source.name.endswith(".py")]


class EvaluationCache:
    """Readings kept in the file ``path``; ``save`` keeps those that were used or added since ``open``.

    The file is read once: opened again for the same reader, the cache has what was used or added last time.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._version = b""
        self._kept: dict[str, ReadFile] = {}
        self._used: dict[str, ReadFile] = {}
        self._has_changed = False

    def open(self, version: bytes) -> None:
        """Begins a run of the reader with this version; a broken or missing file means an empty cache."""
        if version == self._version:
            self._kept = self._used
        else:
            self._version = version
            self._kept = self._load()
        self._used = {}

    def unchanged(self, path: str, stamp: Stamp | None) -> ReadFile | None:
        """What the file ``path`` was read as, when its ``stamp`` tells that it has not changed since."""
        found = self._kept.get(path)
        if found is None or stamp is None or found.stamp != stamp:
            return None
        self._used[path] = found
        return found

    def find(self, path: str, digest: bytes, stamp: Stamp | None) -> ReadFile | None:
        """What the file ``path`` was read as when its content had this ``digest``; it has a new stamp, if settled."""
        found = self._kept.get(path)
        if found is None or found.digest != digest:
            return None
        found.stamp = stamp
        self._has_changed = self._has_changed or stamp is not None
        self._used[path] = found
        return found

    def add(self, path: str, file: ReadFile) -> None:
        """Keeps what a file was read as."""
        self._used[path] = file
        self._has_changed = True

    def save(self) -> None:
        """Writes the entries of this run, whole or not at all. A folder that cannot be written is no error."""
        if not self._has_changed and self._used.keys() == self._kept.keys():
            return
        self._has_changed = False
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._path, b"".join(_content(self._version, self._used)))

    def _load(self) -> dict[str, ReadFile]:
        try:
            with self._path.open("rb") as file:
                # Mapped, so that evaluations that nobody asks for take no memory; the file is replaced, never changed.
                data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except (OSError, ValueError):
            return {}
        head = _MAGIC + self._version
        payload = data[len(head) + _DIGEST_SIZE :]
        # The digest keeps damaged files away from marshal, the version files of another program.
        if data[: len(head) + _DIGEST_SIZE] != head + hashlib.sha256(payload).digest():
            return {}
        begin = _LENGTH_SIZE + int.from_bytes(payload[:_LENGTH_SIZE], "big")
        return dict(_files(marshal.loads(payload[_LENGTH_SIZE:begin]), payload[begin:]))  # noqa: S302 - see above


_Row = tuple[Any, ...]
"""Of a file: path, digest, stamp, identity, frame, place, where its evaluation is, and problems."""


def _content(version: bytes, files: dict[str, ReadFile]) -> list[bytes | memoryview]:
    """The parts of the cache's file."""
    rows: list[_Row] = []
    blobs: list[bytes | memoryview] = []
    end = 0
    for path, file in files.items():
        blob = file.as_bytes or b""
        begin, end = end, end + len(blob)
        blobs.append(blob)
        problems = [_problem_row(problem) for problem in file.problems]
        known = (path, file.digest, file.stamp, file.identity, file.frame and tuple(file.frame))
        rows.append((*known, tuple(file.place), (begin, end), problems))
    index = marshal.dumps(rows)
    payload = [len(index).to_bytes(_LENGTH_SIZE, "big"), index, *blobs]
    digest = hashlib.sha256()
    for part in payload:
        digest.update(part)
    return [_MAGIC, version, digest.digest(), *payload]


def _files(rows: list[_Row], blobs: memoryview) -> Iterator[tuple[str, ReadFile]]:
    for path, digest, stamp, identity, frame, place, (begin, end), problems in rows:
        yield (
            path,
            ReadFile(
                digest,
                stamp,
                identity,
                frame and Frame(*frame),
                Place(*place),
                tuple(map(_problem, problems)) if problems else (),
                packed=blobs[begin:end] if begin < end else None,
            ),
        )


def _problem_row(problem: Problem) -> tuple[Any, ...]:
    return problem.path, problem.line, problem.column, problem.code.value, problem.message, problem.values


def _problem(row: tuple[Any, ...]) -> Problem:
    path, line, column, code, message, values = row
    return Problem(path, line, column, Code(code), message, values)
