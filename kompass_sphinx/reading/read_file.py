"""What is known of a file that was read, now or in an earlier run.

What makes evaluations, and bytes of them, is imported where it is used: a build in which nothing has changed makes
none, and the model takes longer to import than thousands of files take to look after.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kompass_sphinx.reading.problems import START, Place, Problem

if TYPE_CHECKING:
    from kompass_sphinx.model.evaluation import Evaluation
    from kompass_sphinx.reading.evaluation_file import FileResult
    from kompass_sphinx.reading.frames import Frame
    from kompass_sphinx.reading.stamps import Stamp


@dataclass(slots=True)
class ReadFile:
    """The outcome of reading a file, as ``FileResult`` has it; an evaluation from the cache is made when asked for.

    ``digest`` is the SHA-256 of the content, ``frame`` is that of the evaluation, if it is one.
    ``stamp`` is that of the file with this content, once it was settled.
    """

    digest: bytes
    stamp: Stamp | None
    identity: tuple[str, int] | None
    frame: Frame | None = None
    place: Place = START
    problems: tuple[Problem, ...] = ()
    advice: tuple[Problem, ...] = ()
    made: Evaluation | None = None
    packed: bytes | memoryview | None = None

    @classmethod
    def of(cls, digest: bytes, stamp: Stamp | None, result: FileResult) -> ReadFile:
        """A file that was read just now."""
        from kompass_sphinx.reading.packing import frame_of

        frame = None if result.evaluation is None else frame_of(result.evaluation)
        told = (result.place, result.problems, result.advice)
        return cls(digest, stamp, result.identity, frame, *told, result.evaluation)

    def __getstate__(self) -> tuple[Any, ...]:
        """For another process, from the one that read it: the evaluation as bytes, made into one where asked for."""
        told = (self.place, self.problems, self.advice)
        return (self.digest, self.stamp, self.identity, self.frame, *told, self.as_bytes)

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self.digest, self.stamp, self.identity, self.frame, self.place, self.problems, self.advice, self.packed = state
        self.made = None

    @property
    def as_bytes(self) -> bytes | memoryview | None:
        """The evaluation as bytes; None for a file that is none."""
        if self.packed is not None or self.made is None:
            return self.packed
        from kompass_sphinx.reading.packing import packed

        return packed(self.made)

    @property
    def is_right(self) -> bool:
        """Whether the file is an evaluation."""
        return self.made is not None or self.packed is not None

    @property
    def evaluation(self) -> Evaluation:
        """The evaluation of a file that is one: always the same object."""
        if self.made is None:
            from kompass_sphinx.reading.packing import unpacked

            assert self.packed is not None, "asked of a right file"
            self.made = unpacked(self.packed)
        return self.made


class Evaluations(Mapping[tuple[str, int], "Evaluation"]):
    """Evaluations by municipality's slug and year, those from the cache made when they are first asked for."""

    def __init__(self, files: dict[tuple[str, int], ReadFile]) -> None:
        self._files = files

    def __getitem__(self, key: tuple[str, int]) -> Evaluation:
        return self._files[key].evaluation

    def __iter__(self) -> Iterator[tuple[str, int]]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def __contains__(self, key: object) -> bool:
        return key in self._files
