"""What the last build wrote, kept beside the output, one for each builder: a digest, and then JSON.

When writing begins, the manifest says what may come to be written and that the output is not complete; when it
has ended well, what was written. An incomplete manifest, or none, means that the output cannot be trusted: then
everything is written. What an incomplete one names is still known as ours, and taken away when its source is gone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from kompass_sphinx import __version__
from kompass_sphinx.reading.whole_files import replace_file

FILE_NAME = "manifest"


@dataclass
class Manifest:
    """Digests of what was written.

    ``layout``: of what every page depends on. ``archive``: of what was read, ``outline``: of the same without the
    evaluators' words and figures. ``documents``: of the views and references of each document. ``pages``: of each
    collected page's content, and the size of its file in bytes. ``files``: sizes of the data files. ``dependencies``:
    of what was recorded of their making. Paths are relative to the output. ``complete`` is False while writing.
    """

    layout: str = ""
    archive: str = ""
    documents: dict[str, str] = field(default_factory=dict)
    pages: dict[str, tuple[str, str, int]] = field(default_factory=dict)
    files: dict[str, int] = field(default_factory=dict)
    outline: str = ""
    dependencies: str = ""
    complete: bool = False

    @classmethod
    def load(cls, folder: Path) -> Manifest | None:
        """The manifest that the last build left, or None when there is none that can be used."""
        try:
            digest, text = (folder / FILE_NAME).read_bytes().split(b"\n", 1)
            if digest.decode() != sha256(text).hexdigest():
                return None
            content = json.loads(text)
            if content.pop("version") != __version__:
                return None
            manifest = cls(**content)
            manifest.pages = {name: (digest, path, size) for name, (digest, path, size) in manifest.pages.items()}
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None
        return manifest

    def save(self, folder: Path) -> None:
        """Write the manifest in one go: a half-written one cannot come to be."""
        folder.mkdir(parents=True, exist_ok=True)
        content = {
            "version": __version__,
            "layout": self.layout,
            "archive": self.archive,
            "documents": self.documents,
            "pages": self.pages,
            "files": self.files,
            "outline": self.outline,
            "dependencies": self.dependencies,
            "complete": self.complete,
        }
        text = json.dumps(content, sort_keys=True).encode()
        # Nobody else writes it, but disks fail: a page under another name would be believed.
        replace_file(folder / FILE_NAME, f"{sha256(text).hexdigest()}\n".encode() + text)
