"""What the last build wrote, kept beside the output, one for each builder: after a digest of it.

There is one while the output is whole: it is taken away before anything is written, and there again when that has
ended well. Without one the output cannot be trusted: then everything is written.
"""

from __future__ import annotations

import marshal
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from kompass_sphinx import __version__
from kompass_sphinx.reading.whole_files import replace_file

FILE_NAME = "manifest"

_DIGEST_SIZE = sha256().digest_size
_SAME_BYTES = 2
"""An older way of marshal's, in which it does not matter who else holds a string."""

V = TypeVar("V")


@dataclass
class Manifest:
    """Digests of what was written.

    ``layout``: of what every page depends on. ``archive``: of what was read, ``outline``: of the same without the
    evaluators' words and figures. ``documents``: of the views and references of each document. ``pages``: of each
    collected page's content, and the size of its file in bytes. ``files``: sizes of the data files. ``dependencies``:
    of what was recorded of their making. Paths are relative to the output.
    """

    layout: str = ""
    archive: str = ""
    documents: dict[str, str] = field(default_factory=dict)
    pages: dict[str, tuple[str, str, int]] = field(default_factory=dict)
    files: dict[str, int] = field(default_factory=dict)
    outline: str = ""
    dependencies: str = ""

    @classmethod
    def load(cls, folder: Path) -> Manifest | None:
        """The manifest that the last build left, or None when there is none that can be used."""
        try:
            data = (folder / FILE_NAME).read_bytes()
            digest, data = data[:_DIGEST_SIZE], data[_DIGEST_SIZE:]
            if digest != sha256(data).digest():
                return None
            content = marshal.loads(data)  # noqa: S302 - the digest says that it is ours
            if content.pop("version") != __version__:
                return None
            manifest = cls(**content)
        except (OSError, ValueError, EOFError, TypeError, KeyError, AttributeError):
            return None
        return manifest

    def save(self, folder: Path) -> None:
        """Write the manifest in one go: a half-written one cannot come to be."""
        folder.mkdir(parents=True, exist_ok=True)
        content = {
            "version": __version__,
            "layout": self.layout,
            "archive": self.archive,
            "documents": _in_order(self.documents),
            "pages": _in_order(self.pages),
            "files": _in_order(self.files),
            "outline": self.outline,
            "dependencies": self.dependencies,
        }
        data = marshal.dumps(content, _SAME_BYTES)
        # Nobody else writes it, but disks fail: a page under another name would be believed.
        replace_file(folder / FILE_NAME, sha256(data).digest() + data)

    @staticmethod
    def drop(folder: Path) -> None:
        """Take it away, if there is one: what it says is not so any more."""
        (folder / FILE_NAME).unlink(missing_ok=True)


def _in_order(entries: dict[str, V]) -> dict[str, V]:
    return dict(sorted(entries.items()))
