"""What each page and data file was made of, kept beside the output: which answers of the archive, and what they were.

Something is made again when one of its answers says something else than in the last build, and only then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from os import getpid
from pathlib import Path as FilePath
from typing import Any, Protocol, TypeVar

from kompass_sphinx.archive.answers import Path, follows_words
from kompass_sphinx.archive.items import ANYWHERE, WordPlace
from kompass_sphinx.archive.packed_answers import SIZE, Evaluated, PackedAnswer
from kompass_sphinx.archive.recorded import NOT_KEPT, Recorder
from kompass_sphinx.processes import shared_among
from kompass_sphinx.site.kept_answers import KeptAnswers, write_answers
from kompass_sphinx.site.last_build import NOTHING, LastBuild, Words, packed_numbers, packed_words, unpacked_numbers

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

    ``contents`` are digests of what evaluations say, ``frame`` is one of all of it but the evaluators' words.
    """

    def __init__(
        self,
        recorder: Recorder,
        packer: Packer,
        folder: FilePath,
        contents: dict[Evaluated, str],
        frame: str,
    ) -> None:
        self._recorder = recorder
        self._packer = packer
        self._folder = folder
        self._contents = contents
        self._frame = frame
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
        if self._frame == last.frame:
            self._kept = KeptAnswers(self._folder, unpacked_numbers(last.sizes), last.digests)
        self._last = last
        self._recorder.begin(last.paths, self._answer_kept)

    def forget_all(self) -> None:
        """What was made in the last build cannot be used."""
        self._last = self._last._replace(made_of={})

    @cached_property
    def with_other_words(self) -> frozenset[Evaluated]:
        """The evaluations with other words than in the last build, where nothing else is different; else none."""
        return self._changed if self._frame == self._last.frame else frozenset()

    @cached_property
    def _changed(self) -> frozenset[Evaluated]:
        """The evaluations of the last build that say something else now, or are gone."""
        contents, last = self._contents, self._last.contents.items()
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
    def _following_words(self) -> frozenset[int]:
        """The numbers of the answers that other words have made others, in more than the words."""
        return frozenset(number for number in self._with_other_words if follows_words(self._last.paths[number]))

    def _answer_kept(self, number: int) -> Any:
        """An answer of the last build with the words of today, where nothing but words is different."""
        if self._kept is None or number in self._following_words:
            return NOT_KEPT
        try:
            return self._packer.unpacked(self._kept[number])
        except LookupError:
            return NOT_KEPT

    @cached_property
    def _differing(self) -> frozenset[int]:
        """The numbers of the answers that are others than in the last build."""
        last, recorder = self._last, self._recorder
        if self._frame == last.frame:
            return self._with_other_words
        were = (last.digests[start : start + SIZE] for start in range(0, len(last.digests), SIZE))
        others = {number for number, was in enumerate(were) if recorder.packed(number).digest != was}
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
        used = sorted(set().union(*map(unpacked_numbers, self._now.values())))
        self._folder.mkdir(parents=True, exist_ok=True)
        is_as_before = (
            self._kept is not None and not self._following_words and used == list(range(len(self._last.paths)))
        )
        return (self._with_words_of_today() if is_as_before else self._made_anew(used)).save(self._folder)

    def _with_words_of_today(self) -> LastBuild:
        """What to keep where all answers are those of the last build, but for words."""
        last, words, digest_at = self._last, dict(self._last.words), self._packer.digest_at
        for evaluation in self._changed_and_any & words.keys():
            words[evaluation] = packed_words(
                one._replace(digest=digest_at(one.place)) for one in last.words_of(evaluation)
            )
        return last._replace(made_of=self._now, words=words, contents=self._contents)

    def _made_anew(self, used: Sequence[int]) -> LastBuild:
        """What to keep of the answers with these numbers."""
        recorder, packer, known = self._recorder, self._packer, self._known_digests
        if self._kept is not None:
            self._know_the_same(self._kept)
            self._kept = None  # in Windows a file that is mapped cannot be replaced
        place = dict(zip(used, range(len(used)), strict=True))
        with_words: dict[WordPlace, list[int]] = defaultdict(list)
        answers = [recorder.packed(number) for number in used]
        for at, answer in enumerate(answers):
            for where in answer.words:
                with_words[where].append(at)
        words_of: dict[Evaluated, list[Words]] = defaultdict(list)
        for where in sorted(with_words):
            digest = known.get(where) or packer.digest_at(where)
            words = Words(where, digest, packed_numbers(with_words[where]))
            words_of[where.municipality, where.year].append(words)
        write_answers(self._folder, (answer.data for answer in answers))
        return LastBuild(
            [recorder.paths[number] for number in used],
            packed_numbers(len(answer.data) for answer in answers),
            b"".join(answer.digest for answer in answers),
            {
                name: packed_numbers(place[number] for number in unpacked_numbers(numbers))
                for name, numbers in self._now.items()
            },
            {evaluation: packed_words(words) for evaluation, words in words_of.items()},
            self._contents,
            self._frame,
        )

    @property
    def _known_digests(self) -> dict[WordPlace, bytes]:
        """What tells words from others, of evaluations that say the same as in the last build."""
        last = self._last
        same = last.words.keys() - self._changed_and_any
        return {words.place: words.digest for evaluation in same for words in last.words_of(evaluation)}

    def _know_the_same(self, kept: KeptAnswers) -> None:
        """Tell the recorder of the answers of the last build that are the same bytes."""
        words = self._last.words_in_answers
        for number in set(range(len(self._last.paths))) - self._following_words:
            with suppress(LookupError):
                self._recorder.know(number, PackedAnswer(bytes(kept[number]), frozenset(words.get(number, ()))))
