"""What each page and data file was made of, kept beside the output: which answers of the archive, and what they were.

Something is made again when one of its answers says something else than in the last build, and only then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from os import getpid
from pathlib import Path as FilePath
from typing import Any, Protocol, TypeVar

from kompass_sphinx.archive.answers import Path, follows_words
from kompass_sphinx.archive.items import ANYWHERE, WordPlace
from kompass_sphinx.archive.packed_answers import SIZE, Evaluated, PackedAnswer
from kompass_sphinx.archive.recorded import NOT_KEPT, Recorder
from kompass_sphinx.processes import shared_among
from kompass_sphinx.reading.frames import other_figures
from kompass_sphinx.site.keeping import Keeping
from kompass_sphinx.site.kept_answers import KeptAnswers
from kompass_sphinx.site.last_build import (
    NOTHING,
    LastBuild,
    Said,
    packed_numbers,
    unpacked_numbers,
)

Item = TypeVar("Item")
Answer = TypeVar("Answer")


class Packer(Protocol):
    """What makes answers of bytes and tells words from others (``AnswerPacker``)."""

    def unpacked(self, data: bytes | memoryview) -> Any:
        """The answer that was packed, with the words of today."""

    def digest_at(self, place: WordPlace) -> bytes:
        """What tells the words at a place from others."""


class Dependencies:
    """The answers that things were made of in the last build, and in this one.

    ``said`` is what evaluations say now. ``moved_by`` tells of paths whether other figures can make the answers there
    others (``archive.moved_answers``).
    """

    def __init__(
        self,
        recorder: Recorder,
        packer: Packer,
        folder: FilePath,
        said: Said,
        moved_by: Callable[[Mapping[Evaluated, Sequence[int]]], Callable[[Path], bool]],
    ) -> None:
        self._recorder = recorder
        self._packer = packer
        self._folder = folder
        self._said = said
        self._moved_by = moved_by
        self._last = NOTHING
        self._kept: KeptAnswers | None = None
        self._now: dict[str, bytes] = {}

    def load(self, digest: str) -> None:
        """Begin with those of the last build; ``digest`` is what saving them gave. Without them nothing is fresh.

        To be done before anything is asked, so that an answer has the same number as in the last build.
        """
        last = LastBuild.load(self._folder, digest)
        if last is None:
            return
        if self._said.outline == last.said.outline:
            self._kept = KeptAnswers(self._folder, unpacked_numbers(last.sizes), last.digests)
        self._last = last
        self._recorder.begin(last.paths, self._answer_kept)

    @property
    def _has_same_outline(self) -> bool:
        """Whether nothing but words and figures is different."""
        return self._said.outline == self._last.said.outline

    @cached_property
    def with_other_words_or_figures(self) -> frozenset[Evaluated]:
        """The evaluations with other words or figures, where nothing else is different; else none."""
        return self._changed if self._has_same_outline else frozenset()

    @cached_property
    def changed_figures(self) -> dict[Evaluated, list[int]]:
        """Where the figures of evaluations are others, where nothing but words and figures is different; else none."""
        if not self._has_same_outline or self._said.figures == self._last.said.figures:
            return {}
        return {
            evaluation: other_figures(before, self._said.figures[evaluation])
            for evaluation, before in self._last.said.figures.items()
            if before != self._said.figures[evaluation]
        }

    @cached_property
    def _changed(self) -> frozenset[Evaluated]:
        """The evaluations of the last build that say something else now, or are gone."""
        contents, last = self._said.contents, self._last.said.contents.items()
        return frozenset(evaluation for evaluation, content in last if contents.get(evaluation) != content)

    @property
    def _changed_and_any(self) -> frozenset[Evaluated]:
        """The same, and what stands for any of them."""
        return self._changed | {(ANYWHERE.municipality, ANYWHERE.year)}

    @cached_property
    def _with_other_words(self) -> frozenset[int]:
        """The numbers of the answers of the last build with words that are others now."""
        last, digest_at = self._last, self._packer.digest_at
        return frozenset(
            number
            for evaluation in self._changed_and_any
            for words in last.words_of(evaluation)
            if digest_at(words.place) != words.digest
            for number in unpacked_numbers(words.answers)
        )

    @cached_property
    def _moved(self) -> frozenset[int]:
        """The numbers of the answers that can be others in more than words, though the outline is the same."""
        paths = self._last.paths
        following = {number for number in self._with_other_words if follows_words(paths[number])}
        if not self.changed_figures:
            return frozenset(following)
        is_moved = self._moved_by(self.changed_figures)
        return frozenset([*following, *(number for number in self._last.numbers if is_moved(paths[number]))])

    def _answer_kept(self, number: int) -> Any:
        """An answer of the last build with the words of today, where nothing more of it can be different."""
        if self._kept is None or number in self._moved:
            return NOT_KEPT
        try:
            return self._packer.unpacked(self._kept[number])
        except LookupError:
            return NOT_KEPT

    @cached_property
    def _differing(self) -> frozenset[int]:
        """The numbers of the answers that are others than in the last build."""
        last, packed = self._last, self._recorder.packed
        looked_up = self._moved if self._has_same_outline else last.numbers
        others = {
            number
            for number in looked_up
            if number not in self._with_other_words
            and packed(number).digest != last.digests[number * SIZE : (number + 1) * SIZE]
        }
        return self._with_other_words | others

    def is_fresh(self, name: str) -> bool:
        """Whether something would be made of the same answers as in the last build; then they are kept."""
        numbers = self._last.made_of.get(name)
        if numbers is None or not self._differing.isdisjoint(unpacked_numbers(numbers)):
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
        self._now[name] = packed_numbers(numbers)

    def forget(self, name: str) -> None:
        """Something could not be made: it is to be tried again."""
        self._now.pop(name, None)

    def recorded_among(
        self, processes: int, work: Callable[[Item], Answer], items: Sequence[Item], name_of: Callable[[Item], str]
    ) -> list[Answer]:
        """As ``shared_among``, and what each item was made of is recorded under its name."""
        recorder, first = self._recorder, getpid()
        known = told = len(recorder.paths)

        def recorded(item: Item) -> tuple[Answer, int, bytes, list[tuple[Path, PackedAnswer]]]:
            nonlocal told
            with recorder.recording() as numbers:
                answer = work(item)
            process, new = getpid(), []
            if process != first:
                new = [(recorder.paths[number], recorder.packed(number)) for number in range(told, len(recorder.paths))]
                told = len(recorder.paths)
            return answer, process, packed_numbers(numbers), new

        answers = []
        numbers_of: dict[int, list[int]] = {first: []}
        for item, (answer, process, numbers, new) in zip(items, shared_among(processes, recorded, items), strict=True):
            # Answers that came to be known in another process have a number of their own there.
            own = numbers_of.setdefault(process, [])
            own += [recorder.number(path, packed) for path, packed in new]
            there = unpacked_numbers(numbers)
            here = [number if number < known else own[number - known] for number in there] if own else there
            self._now[name_of(item)] = packed_numbers(here)
            answers.append(answer)
        return answers

    def save(self) -> str:
        """Keep for the next build what this one made of which answers; a digest of it."""
        self._folder.mkdir(parents=True, exist_ok=True)
        keeping = Keeping(
            self._folder, self._recorder, self._packer, self._last, self._changed_and_any, self._now, self._said
        )
        kept = self._kept
        amended = None if kept is None else keeping.amended(kept, self._moved)
        return (amended or keeping.anew(kept, self._moved)).save(self._folder)
