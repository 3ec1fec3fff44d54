"""What each page and data file was made of, kept beside the output: which answers of the archive, and what they were.

Something is made again when one of its answers has another fingerprint than in the last build, and only then.
"""

from __future__ import annotations

import hashlib
import marshal
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from os import getpid
from pathlib import Path
from typing import Any, TypeVar

from kompass_sphinx.archive.fingerprints import SIZE
from kompass_sphinx.archive.recorded import Recorder
from kompass_sphinx.processes import shared_among
from kompass_sphinx.reading.whole_files import replace_file

FILE_NAME = "dependencies"

Item = TypeVar("Item")
Answer = TypeVar("Answer")

_NUMBER = "I"
_MOST_UNUSED = 0.25
"""Of the answers in the file, how many may be of no use any more before they are taken out."""


class Dependencies:
    """The answers that things were made of in the last build, and in this one.

    ``digest`` is what saving those of the last build in ``folder`` gave; without them nothing is fresh.
    """

    def __init__(self, recorder: Recorder, folder: Path, digest: str) -> None:
        self._recorder = recorder
        self._folder = folder
        self._digest = digest
        self._now: dict[str, bytes] = {}

    @cached_property
    def _last(self) -> tuple[list[int], list[bytes], dict[str, bytes]]:
        """Of the last build: the numbers that its answers have now, what they were, and what was made of which."""
        try:
            data = (self._folder / FILE_NAME).read_bytes()
        except OSError:
            data = b""
        if hashlib.sha256(data).hexdigest() != self._digest:
            return [], [], {}
        paths, fingerprints, made_of = marshal.loads(data)  # noqa: S302 - the digest says that it is ours
        numbers = [self._recorder.number(path) for path in paths]
        return numbers, [fingerprints[at : at + SIZE] for at in range(0, len(fingerprints), SIZE)], made_of

    @cached_property
    def _differing(self) -> frozenset[int]:
        """The answers that are others than in the last build, by their numbers there."""
        fingerprint = self._recorder.fingerprint
        numbers, were, _ = self._last
        differs = (fingerprint(number) != was for number, was in zip(numbers, were, strict=True))
        return frozenset(at for at, one in enumerate(differs) if one)

    def is_fresh(self, name: str) -> bool:
        """Whether something would be made of the same answers as in the last build; then they are kept."""
        now, _, made_of = self._last
        if name not in made_of:
            return False
        numbers = array(_NUMBER, made_of[name])
        if not self._differing.isdisjoint(numbers):
            return False
        self._now[name] = array(_NUMBER, [now[number] for number in numbers]).tobytes()
        return True

    @contextmanager
    def recording(self, name: str) -> Iterator[None]:
        """Record what something is made of meanwhile."""
        with self._recorder.recording() as numbers:
            yield
        self._now[name] = array(_NUMBER, sorted(numbers)).tobytes()

    def forget(self, name: str) -> None:
        """Something could not be made: it is to be tried again."""
        self._now.pop(name, None)

    def recorded_among(
        self, processes: int, work: Callable[[Item], Answer], items: Sequence[Item], name_of: Callable[[Item], str]
    ) -> list[Answer]:
        """As ``shared_among``, and what each item was made of is recorded under its name."""
        recorder, first = self._recorder, getpid()
        known = told = len(recorder.paths)

        def recorded(item: Item) -> tuple[Answer, int, array[int], list[Any]]:
            nonlocal told
            with recorder.recording() as numbers:
                answer = work(item)
            process, new = getpid(), []
            if process != first:
                new = [
                    (recorder.paths[number], recorder.fingerprint(number))
                    for number in range(told, len(recorder.paths))
                ]
                told = len(recorder.paths)
            return answer, process, array(_NUMBER, sorted(numbers)), new

        answers = []
        numbers_of: dict[int, list[int]] = {first: []}
        for item, (answer, process, numbers, new) in zip(items, shared_among(processes, recorded, items), strict=True):
            # Answers that came to be known in another process have a number of their own there.
            own = numbers_of.setdefault(process, [])
            own += [recorder.number(path, fingerprint) for path, fingerprint in new]
            here = [number if number < known else own[number - known] for number in numbers] if own else numbers
            self._now[name_of(item)] = array(_NUMBER, here).tobytes()
            answers.append(answer)
        return answers

    def save(self) -> str:
        """Keep for the next build what this one made of which answers; a digest of it."""
        used = sorted(set().union(*(array(_NUMBER, numbers) for numbers in self._now.values())))
        paths, now = self._recorder.paths, self._now
        if len(used) < len(paths) * (1 - _MOST_UNUSED):
            place = {number: at for at, number in enumerate(used)}
            paths = [paths[number] for number in used]
            now = {
                name: array(_NUMBER, [place[number] for number in array(_NUMBER, numbers)]).tobytes()
                for name, numbers in now.items()
            }
        else:
            used = list(range(len(paths)))
        data = marshal.dumps((paths, b"".join(map(self._recorder.fingerprint, used)), now))
        self._folder.mkdir(parents=True, exist_ok=True)
        replace_file(self._folder / FILE_NAME, data)
        return hashlib.sha256(data).hexdigest()
