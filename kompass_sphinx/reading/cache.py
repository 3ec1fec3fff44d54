"""What was read before, so that only changed files are read again.

An entry is found by the file's content, its place and the reader that made it, never by a time stamp. A
cache that is missing, old, foreign or damaged is an empty one.
"""

from __future__ import annotations

import hashlib
import pickle
import platform
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pydantic
import yaml

from kompass_sphinx.reading.whole_files import replace_file

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from kompass_sphinx.model.edition import Catalogue
    from kompass_sphinx.model.municipality import Registry
    from kompass_sphinx.reading.evaluation_file import FileResult

_MAGIC = b"kompass-sphinx evaluations\n"
_DIGEST_SIZE = hashlib.sha256().digest_size


def reader_version(registry: Registry, catalogue: Catalogue) -> bytes:
    """A digest of everything that a reading depends on besides the file: program, libraries, reference data."""
    digest = hashlib.sha256()
    for part in (platform.python_version(), pydantic.VERSION, yaml.__version__, repr(registry), repr(catalogue)):
        digest.update(part.encode() + b"\0")
    for room in ("model", "reading"):
        for source in sorted(_sources(files("kompass_sphinx") / room), key=lambda source: source.name):
            digest.update(source.name.encode() + b"\0" + source.read_bytes() + b"\0")
    return digest.digest()


def _sources(folder: Traversable) -> list[Traversable]:
    return [source for source in folder.iterdir() if source.name.endswith(".py")]


class EvaluationCache:
    """Readings kept in the file ``path``; ``save`` keeps those that were used or added since ``open``.

    The file is read once: opened again for the same reader, the cache has what was used or added last time.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._version = b""
        self._kept: dict[bytes, FileResult] = {}
        self._used: dict[bytes, FileResult] = {}

    def open(self, version: bytes) -> None:
        """Begins a run of the reader with this version; a broken or missing file means an empty cache."""
        if version == self._version:
            self._kept = self._used
        else:
            self._version = version
            self._kept = self._load()
        self._used = {}

    def find(self, digest: str, path: str) -> FileResult | None:
        """What the file ``path`` with the content's ``digest`` was read as, if it was."""
        key = _key(digest, path)
        found = self._kept.get(key)
        if found is not None:
            self._used[key] = found
        return found

    def add(self, digest: str, path: str, result: FileResult) -> None:
        """Keeps what a file was read as."""
        self._used[_key(digest, path)] = result

    def save(self) -> None:
        """Writes the entries of this run, whole or not at all. A folder that cannot be written is no error."""
        if self._used.keys() == self._kept.keys():
            return
        payload = pickle.dumps(self._used, protocol=pickle.HIGHEST_PROTOCOL)
        content = _MAGIC + self._version + hashlib.sha256(payload).digest() + payload
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._path, content)

    def _load(self) -> dict[bytes, FileResult]:
        try:
            data = self._path.read_bytes()
        except OSError:
            return {}
        head = _MAGIC + self._version
        payload = data[len(head) + _DIGEST_SIZE :]
        # The digest keeps damaged files away from pickle, the version files of another program.
        if data[: len(head) + _DIGEST_SIZE] != head + hashlib.sha256(payload).digest():
            return {}
        try:
            kept = pickle.loads(payload)  # noqa: S301 - our own file, its digest just checked
        except Exception:
            return {}
        return kept if isinstance(kept, dict) else {}


def _key(digest: str, path: str) -> bytes:
    return hashlib.sha256(f"{digest} {path}".encode(errors="surrogateescape")).digest()
