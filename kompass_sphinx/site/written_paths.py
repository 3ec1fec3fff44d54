"""The paths of all that builds have written into an output: what has no source any more is taken away by them.

They are kept in more than one place, and know no version: whatever became of the manifest, what was ours is known.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Set
from hashlib import sha256
from pathlib import Path

from kompass_sphinx.reading.whole_files import replace_file

FILE_NAME = "paths"

_DIGEST_SIZE = sha256().digest_size
_BETWEEN = "\0"
"""What no path has in it."""


class WrittenPaths:
    """``paths``, relative to the output, of the files that may be there, as they are kept in several folders."""

    def __init__(self, folders: Iterable[Path]) -> None:
        """Those of the last build; where the first folder has none that can be used, the next is asked."""
        self._folders = tuple(dict.fromkeys(folders))
        kept = [_load(folder) for folder in self._folders]
        self._is_everywhere = kept[0] is not None and all(paths == kept[0] for paths in kept)
        self.paths: Set[str] = next((paths for paths in kept if paths is not None), frozenset())

    def keep(self, paths: Set[str]) -> None:
        """Write them into each folder, in one go. Raises OSError, and then the older ones stand."""
        if paths == self.paths and self._is_everywhere:
            return
        data = os.fsencode(_BETWEEN.join(sorted(paths)))
        for folder in self._folders:
            folder.mkdir(parents=True, exist_ok=True)
            replace_file(folder / FILE_NAME, sha256(data).digest() + data)
        self.paths, self._is_everywhere = paths, True


def _load(folder: Path) -> frozenset[str] | None:
    try:
        data = (folder / FILE_NAME).read_bytes()
    except OSError:
        return None
    digest, data = data[:_DIGEST_SIZE], data[_DIGEST_SIZE:]
    if digest != sha256(data).digest():
        return None
    return frozenset(os.fsdecode(data).split(_BETWEEN)) - {""}
