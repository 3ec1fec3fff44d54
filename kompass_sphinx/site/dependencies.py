"""What each page and data file was made of, kept beside the output: which answers of the archive, and what they were.

Something is made again when one of its answers has another fingerprint than in the last build, and only then.
"""

from __future__ import annotations

import hashlib
import marshal
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from os import getpid
from pathlib import Path as FilePath
from typing import NamedTuple, TypeVar

from kompass_sphinx.archive.answers import EVERYTHING, Path
from kompass_sphinx.archive.fingerprints import SIZE, Evaluated, Fingerprint
from kompass_sphinx.archive.recorded import Recorder
from kompass_sphinx.processes import shared_among
from kompass_sphinx.reading.whole_files import replace_file

FILE_NAME = "dependencies"

Item = TypeVar("Item")
Answer = TypeVar("Answer")

_NUMBER = "I"


class _Last(NamedTuple):
    """What is kept of a build.

    ``paths`` of the answers and their ``digests``, one after the other; which things were ``made_of`` which of them,
    by their numbers; which of them hold ``words_of`` which evaluation; what evaluations said: ``contents`` and, without
    words, ``frame``.
    """

    paths: list[Path]
    digests: bytes
    made_of: dict[str, bytes]
    words_of: dict[Evaluated, bytes]
    contents: dict[Evaluated, str]
    frame: str


_NOTHING = _Last([], b"", {}, {}, {}, "")


class Dependencies:
    """The answers that things were made of in the last build, and in this one.

    ``contents`` are digests of what evaluations say, ``frame`` is one of all of it but the evaluators' words.
    """

    def __init__(self, recorder: Recorder, folder: FilePath, contents: dict[Evaluated, str], frame: str) -> None:
        self._recorder = recorder
        self._folder = folder
        self._contents = contents
        self._frame = frame
        self._last = _NOTHING
        self._now: dict[str, bytes] = {}

    def load(self, digest: str) -> None:
        """Begin with those of the last build; ``digest`` is what saving them gave. Without them nothing is fresh.

        To be done before anything is asked, so that an answer has the same number as in the last build.
        """
        try:
            data = (self._folder / FILE_NAME).read_bytes()
        except OSError:
            return
        if hashlib.sha256(data).hexdigest() == digest:
            self._last = _Last(*marshal.loads(data))  # noqa: S302 - the digest says that it is ours
            numbers = [self._recorder.number(path) for path in self._last.paths]
            assert numbers == list(range(len(numbers))), "nothing was asked before"

    def forget_all(self) -> None:
        """What was made in the last build cannot be used."""
        self._last = self._last._replace(made_of={})

    @cached_property
    def with_other_words(self) -> frozenset[Evaluated]:
        """The evaluations with other words than in the last build, where nothing else is different; else none."""
        last = self._last
        if self._frame != last.frame:
            return frozenset()
        contents = self._contents.items()
        return frozenset(evaluation for evaluation, content in contents if last.contents[evaluation] != content)

    @cached_property
    def _differing(self) -> frozenset[int]:
        """The numbers of the answers that are others than in the last build."""
        last, recorder = self._last, self._recorder
        numbers: Iterable[int] = range(len(last.paths))
        if self._frame == last.frame:
            numbers = self._with_words_of(self.with_other_words)
        were = {number: last.digests[number * SIZE : (number + 1) * SIZE] for number in numbers}
        return frozenset(number for number, was in were.items() if recorder.fingerprint(number).digest != was)

    def _with_words_of(self, evaluations: frozenset[Evaluated]) -> set[int]:
        """The answers that can differ where nothing but words of these evaluations do: those that hold some."""
        last = self._last
        found = {number for number, path in enumerate(last.paths) if path == EVERYTHING}
        for evaluation in evaluations:
            found.update(array(_NUMBER, last.words_of.get(evaluation, b"")))
        # Of the others neither the answer nor the evaluations whose words it holds can be different.
        words_of: dict[int, set[Evaluated]] = {number: set() for number in range(len(last.paths))}
        for evaluation, numbers in last.words_of.items():
            for number in array(_NUMBER, numbers):
                words_of[number].add(evaluation)
        for number in words_of.keys() - found:
            digest = last.digests[number * SIZE : (number + 1) * SIZE]
            self._recorder.know(number, Fingerprint(digest, frozenset(words_of[number])))
        return found

    def is_fresh(self, name: str) -> bool:
        """Whether something would be made of the same answers as in the last build; then they are kept."""
        numbers = self._last.made_of.get(name)
        if numbers is None or not self._differing.isdisjoint(array(_NUMBER, numbers)):
            return False
        self._now[name] = numbers
        return True

    def keep(self, name: str) -> None:
        """Something is as it would be if it were made again, of the same answers as in the last build or their like."""
        if name in self._last.made_of:
            self._now[name] = self._last.made_of[name]

    @contextmanager
    def recording(self, name: str) -> Iterator[None]:
        """Record what something is made of meanwhile."""
        with self._recorder.recording() as numbers:
            yield
        self._now[name] = _packed(numbers)

    def forget(self, name: str) -> None:
        """Something could not be made: it is to be tried again."""
        self._now.pop(name, None)

    def recorded_among(
        self, processes: int, work: Callable[[Item], Answer], items: Sequence[Item], name_of: Callable[[Item], str]
    ) -> list[Answer]:
        """As ``shared_among``, and what each item was made of is recorded under its name."""
        recorder, first = self._recorder, getpid()
        known = told = len(recorder.paths)

        def recorded(item: Item) -> tuple[Answer, int, bytes, list[tuple[Path, Fingerprint]]]:
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
            return answer, process, _packed(numbers), new

        answers = []
        numbers_of: dict[int, list[int]] = {first: []}
        for item, (answer, process, numbers, new) in zip(items, shared_among(processes, recorded, items), strict=True):
            # Answers that came to be known in another process have a number of their own there.
            own = numbers_of.setdefault(process, [])
            own += [recorder.number(path, fingerprint) for path, fingerprint in new]
            there = array(_NUMBER, numbers)
            here = [number if number < known else own[number - known] for number in there] if own else there
            self._now[name_of(item)] = _packed(here)
            answers.append(answer)
        return answers

    def save(self) -> str:
        """Keep for the next build what this one made of which answers; a digest of it."""
        used = sorted(set().union(*(array(_NUMBER, numbers) for numbers in self._now.values())))
        place = dict(zip(used, range(len(used)), strict=True))
        words_of: dict[Evaluated, array[int]] = defaultdict(lambda: array(_NUMBER))
        digests = []
        for number, at in place.items():
            fingerprint = self._recorder.fingerprint(number)
            digests.append(fingerprint.digest)
            for evaluation in fingerprint.words_of:
                words_of[evaluation].append(at)
        last = _Last(
            [self._recorder.paths[number] for number in used],
            b"".join(digests),
            {name: _packed(place[number] for number in array(_NUMBER, numbers)) for name, numbers in self._now.items()},
            {evaluation: numbers.tobytes() for evaluation, numbers in words_of.items()},
            self._contents,
            self._frame,
        )
        data = marshal.dumps(tuple(last))
        self._folder.mkdir(parents=True, exist_ok=True)
        replace_file(self._folder / FILE_NAME, data)
        return hashlib.sha256(data).hexdigest()


def _packed(numbers: Iterable[int]) -> bytes:
    return array(_NUMBER, numbers).tobytes()
