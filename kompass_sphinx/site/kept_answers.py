"""The file with the answers of a build, packed one after the other, for the next build to use again."""

from __future__ import annotations

import mmap
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path

from kompass_sphinx.archive.packed_answers import SIZE, digest_of
from kompass_sphinx.reading.whole_files import replace_file

FILE_NAME = "answers"


def write_answers(folder: Path, answers: Iterable[bytes]) -> None:
    """Keep answers in a folder."""
    replace_file(folder / FILE_NAME, b"".join(answers))


class KeptAnswers:
    """The answers in a folder by their numbers, with what is known of them: ``sizes`` in bytes, and ``digests``."""

    def __init__(self, folder: Path, sizes: Iterable[int], digests: bytes) -> None:
        self._ends = [0, *accumulate(sizes)]
        self._digests = digests
        self._data = memoryview(b"")
        try:
            with (folder / FILE_NAME).open("rb") as file:
                # Mapped: of thousands of answers a build asks for a few. The file is replaced, never changed.
                self._data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except (OSError, ValueError):  # there is none, or it is empty
            return

    @property
    def is_whole(self) -> bool:
        """Whether the file has as many bytes as it should."""
        return len(self._data) == self._ends[-1]

    def write_with(self, folder: Path, answers: Iterable[bytes]) -> None:
        """Keep these answers and others after them in a folder. Then they are closed."""
        content = b"".join([self._data, *answers])
        self.close()
        replace_file(folder / FILE_NAME, content)

    def close(self) -> None:
        """Have none any more: in Windows a file that is mapped cannot be replaced."""
        self._data = memoryview(b"")

    def __getitem__(self, number: int) -> memoryview:
        """An answer as it was packed. Raises LookupError where the file has another one, or none."""
        data = self._data[self._ends[number] : self._ends[number + 1]]
        if not data or digest_of(data) != self._digests[number * SIZE : (number + 1) * SIZE]:
            raise LookupError(number)
        return data
