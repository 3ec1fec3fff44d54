"""What a build keeps of its answers for the next one: what the last one kept with other answers added, or all anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Protocol

from kompass_sphinx.archive.items import WordPlace
from kompass_sphinx.archive.packed_answers import SIZE, Evaluated, PackedAnswer
from kompass_sphinx.archive.recorded import Recorder
from kompass_sphinx.site.kept_answers import KeptAnswers, write_answers
from kompass_sphinx.site.last_build import GONE, LastBuild, Said, Words, packed_numbers, packed_words, unpacked_numbers

MOST_GONE = 0.25
"""When more of the numbers than this stand for answers that nothing is made of any more, all is kept anew."""

_NO_DIGEST = bytes(SIZE)


class WordDigests(Protocol):
    """What tells words from others (``AnswerPacker``)."""

    def digest_at(self, place: WordPlace) -> bytes:
        """What tells the words at a place from others."""


@dataclass(frozen=True)
class Keeping:
    """What there is to keep in a folder.

    ``made_of``: which things are made of which answers, by the numbers of ``recorder``. ``changed``: the evaluations
    that say something else than in the ``last`` build, and ``ANYWHERE``'s. ``said``: what they say now.
    """

    folder: FilePath
    recorder: Recorder
    words: WordDigests
    last: LastBuild
    changed: Collection[Evaluated]
    made_of: Mapping[str, bytes]
    said: Said

    def amended(self, kept: KeptAnswers, moved: Collection[int]) -> LastBuild | None:
        """What the last build kept, with the answers that are ``moved`` or new added; None where too much is gone.

        Answers keep their numbers. One that says something else gets a new one, its old number stands for nothing.
        """
        last, recorder = self.last, self.recorder
        size = len(last.paths)
        used = self._used
        added = sorted(number for number in used if number >= size or self._differs(number, moved))
        gone = set(range(size)) - used | set(added) & set(range(size))
        if not kept.is_whole or len(gone) > MOST_GONE * size:
            return None
        place = dict(zip(added, range(size, size + len(added)), strict=True))
        answers = [recorder.packed(number) for number in added]
        paths, digests = [*last.paths, *(recorder.paths[number] for number in added)], bytearray(last.digests)
        for number in gone:
            paths[number] = GONE
            digests[number * SIZE : (number + 1) * SIZE] = _NO_DIGEST
        with_words = _with_words(answers, size)
        if answers:
            kept.write_with(self.folder, [answer.data for answer in answers])
        return LastBuild(
            paths,
            last.sizes + packed_numbers(len(answer.data) for answer in answers),
            bytes(digests) + b"".join(answer.digest for answer in answers),
            {
                name: numbers if place.keys().isdisjoint(unpacked := unpacked_numbers(numbers))
                else packed_numbers(place.get(number, number) for number in unpacked)
                for name, numbers in self.made_of.items()
            },
            {**last.words, **self._amended_words(with_words)},
            self.said,
        )  # fmt: skip

    def _differs(self, number: int, moved: Collection[int]) -> bool:
        was = self.last.digests[number * SIZE : (number + 1) * SIZE]
        return number in moved and self.recorder.packed(number).digest != was

    def _amended_words(self, added: Mapping[Evaluated, Mapping[WordPlace, list[int]]]) -> dict[Evaluated, bytes]:
        """The words of the evaluations that say something else, or have words in answers that are added."""
        last, digest_at = self.last, self.words.digest_at
        words_of = {}
        for evaluation in {*added, *(last.words.keys() & self.changed)}:
            has_changed, more = evaluation in self.changed, dict(added.get(evaluation, {}))
            words = [
                Words(
                    one.place,
                    digest_at(one.place) if has_changed else one.digest,
                    one.answers + packed_numbers(more.pop(one.place, ())),
                )
                for one in last.words_of(evaluation)
            ]
            words += [Words(place, digest_at(place), packed_numbers(numbers)) for place, numbers in more.items()]
            words_of[evaluation] = packed_words(words)
        return words_of

    def anew(self, kept: KeptAnswers | None, moved: Collection[int]) -> LastBuild:
        """All answers that things are made of; those of the last build that are not ``moved`` are not looked up."""
        recorder, used, known = self.recorder, sorted(self._used), self._known_digests
        if kept is not None:
            self._know_the_same(kept, moved)
            kept.close()
        place = dict(zip(used, range(len(used)), strict=True))
        answers = [recorder.packed(number) for number in used]
        write_answers(self.folder, (answer.data for answer in answers))
        return LastBuild(
            [recorder.paths[number] for number in used],
            packed_numbers(len(answer.data) for answer in answers),
            b"".join(answer.digest for answer in answers),
            {
                name: packed_numbers(place[number] for number in unpacked_numbers(numbers))
                for name, numbers in self.made_of.items()
            },
            {
                evaluation: packed_words(
                    Words(where, known.get(where) or self.words.digest_at(where), packed_numbers(places[where]))
                    for where in sorted(places)
                )
                for evaluation, places in _with_words(answers).items()
            },
            self.said,
        )

    @property
    def _used(self) -> set[int]:
        return set().union(*map(unpacked_numbers, self.made_of.values()))

    @property
    def _known_digests(self) -> dict[WordPlace, bytes]:
        """What tells words from others, of evaluations that say the same as in the last build."""
        same = self.last.words.keys() - self.changed
        return {words.place: words.digest for evaluation in same for words in self.last.words_of(evaluation)}

    def _know_the_same(self, kept: KeptAnswers, moved: Collection[int]) -> None:
        """Tell the recorder of the answers of the last build that are the same bytes."""
        words = self.last.words_in_answers
        for number in set(self.last.numbers) - set(moved):
            with suppress(LookupError):
                self.recorder.know(number, PackedAnswer(bytes(kept[number]), frozenset(words.get(number, ()))))


def _with_words(answers: Iterable[PackedAnswer], first: int = 0) -> dict[Evaluated, dict[WordPlace, list[int]]]:
    """Where the words in answers are, by evaluation, and the numbers of the answers; the first has number ``first``."""
    found: dict[Evaluated, dict[WordPlace, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, answer in enumerate(answers, first):
        for where in answer.words:
            found[where.municipality, where.year][where].append(number)
    return found
