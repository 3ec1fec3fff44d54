"""What a build keeps for the next one of what it made: of which answers, and with whose words in them."""

from __future__ import annotations

import hashlib
import marshal
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path as FilePath
from typing import NamedTuple

from kompass_sphinx.archive.answers import Path
from kompass_sphinx.archive.items import WordPlace
from kompass_sphinx.archive.packed_answers import Evaluated
from kompass_sphinx.reading.whole_files import replace_file
from kompass_sphinx.site.package import package_digest

FILE_NAME = "dependencies"

GONE: Path = ("gone",)
"""In place of the path of an answer that nothing is made of any more."""

_NUMBER = "I"


class Words(NamedTuple):
    """Words in answers: where they are, what tells them from others, and the answers' packed numbers."""

    place: WordPlace
    digest: bytes
    answers: bytes


class Said(NamedTuple):
    """What evaluations say, as digests: ``contents`` of all of it by evaluation, and ``figures`` (``Frame.figures``).

    ``outline`` is of what all of them say beside words and figures.
    """

    contents: dict[Evaluated, str]
    figures: dict[Evaluated, bytes]
    outline: str


class LastBuild(NamedTuple):
    """What is kept of a build.

    ``paths`` of the answers, ``GONE`` where there is none any more; the ``sizes`` in bytes and the ``digests`` of what
    they were packed to, without words; which things were ``made_of`` which answers, by their numbers; the ``words`` in
    them by evaluation (``words_of``); what evaluations said (``Said``). All numbers are packed.
    """

    paths: list[Path]
    sizes: bytes
    digests: bytes
    made_of: dict[str, bytes]
    words: dict[Evaluated, bytes]
    said: Said

    @classmethod
    def load(cls, folder: FilePath, digest: str) -> LastBuild | None:
        """What was saved in a folder; None where it is not what had this digest."""
        try:
            data = (folder / FILE_NAME).read_bytes()
        except OSError:
            return None
        if _digest(data) != digest:
            return None
        last = cls(*marshal.loads(data))  # noqa: S302 - the digest says that it is ours
        return last._replace(said=Said(*last.said))

    def save(self, folder: FilePath) -> str:
        """Keep it in a folder; a digest of it."""
        data = marshal.dumps((*self[:-1], tuple(self.said)))
        replace_file(folder / FILE_NAME, data)
        return _digest(data)

    @property
    def numbers(self) -> list[int]:
        """The numbers of the answers that are there."""
        return [number for number, path in enumerate(self.paths) if path != GONE]

    def words_of(self, evaluation: Evaluated) -> Iterator[Words]:
        """The words of an evaluation that are in answers."""
        # One by one they would be a hundred thousand objects, and a changed word needs those of one evaluation.
        for kind, position, digest, answers in marshal.loads(self.words.get(evaluation, _NO_WORDS)):  # noqa: S302
            yield Words(WordPlace(*evaluation, kind, position), digest, answers)

    @property
    def words_in_answers(self) -> dict[int, set[WordPlace]]:
        """Where the words in each answer are, by its number; those without any are left out."""
        found: dict[int, set[WordPlace]] = defaultdict(set)
        for evaluation in self.words:
            for words in self.words_of(evaluation):
                for number in unpacked_numbers(words.answers):
                    found[number].add(words.place)
        return found


def _digest(data: bytes) -> str:
    """Tells what was saved from anything else, and from what another version of the program saved."""
    return hashlib.sha256(package_digest() + data).hexdigest()


def packed_words(words: Iterable[Words]) -> bytes:
    """The words of one evaluation, as ``LastBuild.words`` has them."""
    return marshal.dumps([(one.place.kind, one.place.position, one.digest, one.answers) for one in words])


def packed_numbers(several: Iterable[int]) -> bytes:
    """Numbers as bytes."""
    return array(_NUMBER, several).tobytes()


def unpacked_numbers(packed: bytes) -> array[int]:
    """Numbers that were packed."""
    return array(_NUMBER, packed)


_NO_WORDS = packed_words(())

NOTHING = LastBuild([], b"", b"", {}, {}, Said({}, {}, ""))
"""What is known before the first build."""
