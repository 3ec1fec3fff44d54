"""An archive that records what it is asked.

It looks like the archive itself to views and exports, but every answer is asked of a ``Recorder`` by its path
(``archive.answers``): nobody can read what the recorder does not know of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from kompass_sphinx.archive.answers import (
    ALL_BUT_TEXTS,
    ANSWERS,
    EVERYTHING,
    FUNCTION,
    MISSING,
    OUTLINES,
    Call,
    Keyed,
    Kind,
    Leaf,
    Parts,
    Path,
    Series,
)
from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.items import EvaluationItems
from kompass_sphinx.archive.packed_answers import PackedAnswer
from kompass_sphinx.model.evaluation import Evaluation

NOT_KEPT = object()
"""In the place of an answer that has to be looked up."""


class Recorder:
    """Answers by their paths. Each has a number, in the order in which they became known.

    ``answer`` looks an answer up and ``packed`` makes bytes of it; each is called once for a path, if at all.
    """

    def __init__(self, answer: Callable[[Path], Any], packed: Callable[[Any], PackedAnswer]) -> None:
        self._answer, self._pack = answer, packed
        self._kept: Callable[[int], Any] = lambda _: NOT_KEPT
        self._numbers: dict[Path, int] = {}
        self._answers: list[Any] = []
        self._packed: list[PackedAnswer | None] = []
        self._asked: set[int] = set()
        self.paths: list[Path] = []

    def begin(self, paths: list[Path], kept: Callable[[int], Any]) -> None:
        """Begin with paths from an earlier run, the first from number 0 on; to be done before anything is asked.

        ``kept`` gives their answers by number, where they are kept: else ``NOT_KEPT``, and they are looked up.
        """
        assert not self.paths, "nothing was asked before"
        self._kept = kept
        self.paths = list(paths)
        self._numbers = dict(zip(paths, range(len(paths)), strict=True))
        self._answers = [NOT_KEPT] * len(paths)
        self._packed = [None] * len(paths)

    def ask(self, path: Path) -> Any:
        """The answer at a path, MISSING where there is none; that it was asked for is recorded.

        Raises what looking it up raises, and then it was not asked for.
        """
        number = self._numbers.get(path)
        if number is None:
            answer = self._answer(path)
            number = self.number(path)
            self._answers[number] = answer
        else:
            answer = self._found(number)
        self._asked.add(number)
        return answer

    def _found(self, number: int) -> Any:
        answer = self._answers[number]
        if answer is NOT_KEPT:
            answer = self._kept(number)
            if answer is NOT_KEPT:
                answer = self._answer(self.paths[number])
            self._answers[number] = answer
        return answer

    def number(self, path: Path, packed: PackedAnswer | None = None) -> int:
        """The number of a path; its answer may have been packed already."""
        number = self._numbers.get(path)
        if number is None:
            number = self._numbers[path] = len(self.paths)
            self.paths.append(path)
            self._answers.append(NOT_KEPT)
            self._packed.append(packed)
        return number

    def packed(self, number: int) -> PackedAnswer:
        """An answer as bytes; none where it cannot be looked up."""
        found = self._packed[number]
        if found is None:
            try:
                answer = self._found(number)
            except Exception:  # whoever asks for it will tell
                found = PackedAnswer(b"", frozenset())
            else:
                found = self._pack(answer)
            self._packed[number] = found
        return found

    def know(self, number: int, packed: PackedAnswer) -> None:
        """An answer as bytes is known without looking it up."""
        self._packed[number] = packed

    @contextmanager
    def recording(self) -> Iterator[set[int]]:
        """The numbers of the answers that are asked for meanwhile."""
        outer, self._asked = self._asked, set()
        try:
            yield self._asked
        finally:
            outer |= self._asked
            self._asked = outer

    def note(self, numbers: set[int]) -> None:
        """Record that answers were asked for, where something made earlier is used again."""
        self._asked |= numbers


class RecordedArchive:
    """An archive whose answers are recorded; a stand-in for ``Archive``, by the same names.

    ``everything`` is the path of the archive as a whole.
    """

    def __init__(self, archive: Archive, recorder: Recorder) -> None:
        self._archive = archive
        self._recorder = recorder
        self._answers = _Parts(recorder, (), ANSWERS)
        # The same in all builds by the same program.
        self.catalogue, self.registry = archive.catalogue, archive.registry
        self.municipality, self.edition = archive.municipality, archive.edition

    def __getattr__(self, name: str) -> Any:
        return getattr(self._answers, name)

    def ask(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """What one of the ``FUNCTIONS`` says of the archive."""
        return self._recorder.ask((FUNCTION, function.__name__, *arguments))

    @property
    def whole(self) -> Archive:
        """The archive itself: whoever asks for it is made again when anything at all differs."""
        self._recorder.ask(EVERYTHING)
        return self._archive

    @property
    def but_texts(self) -> Archive:
        """The same for whoever reads none of the evaluators' words, and so need not be made again for their sake."""
        self._recorder.ask(ALL_BUT_TEXTS)
        return self._archive

    @property
    def outlines(self) -> Archive:
        """The same for whoever reads neither words nor figures."""
        self._recorder.ask(OUTLINES)
        return self._archive

    def items_of(self, evaluation: Evaluation) -> EvaluationItems:
        """The items of an evaluation."""
        self._recorder.ask(("evaluations", self._archive.key(evaluation)))
        return self._archive.items_of(evaluation)


class _Keyed(Mapping[Any, Any]):
    """Recorded answers by key."""

    def __init__(self, recorder: Recorder, path: Path, inner: Kind) -> None:
        self._recorder, self._path, self._inner = recorder, path, inner
        self._found: dict[Any, Any] = {}

    def __getitem__(self, key: Any) -> Any:
        answer = self._recorder.ask((*self._path, key))
        if answer is MISSING:
            raise KeyError(key)
        if isinstance(self._inner, Leaf):
            return answer
        if key not in self._found:
            self._found[key] = recorded(self._recorder, (*self._path, key), self._inner)
        return self._found[key]

    def __contains__(self, key: object) -> bool:
        return self._recorder.ask((*self._path, key)) is not MISSING

    def __iter__(self) -> Iterator[Any]:
        raise TypeError(f"{self._path}: the answers are asked for one by one, all of them of the whole archive")

    def __len__(self) -> int:
        raise TypeError(f"{self._path}: the answers are asked for one by one, all of them of the whole archive")


class _Series:
    """Recorded answers one after the other."""

    def __init__(self, recorder: Recorder, path: Path) -> None:
        self._recorder, self._path = recorder, path

    def __iter__(self) -> Iterator[Any]:
        at = 0
        while (answer := self._recorder.ask((*self._path, at))) is not MISSING:
            yield answer
            at += 1


class _Parts:
    """Recorded answers by attribute."""

    def __init__(self, recorder: Recorder, path: Path, kind: Parts) -> None:
        self._recorder, self._path, self._kind = recorder, path, kind

    def __getattr__(self, name: str) -> Any:
        kind = self._kind.named.get(name)
        if isinstance(kind, Leaf):
            return self._recorder.ask((*self._path, name))
        if kind is not None:
            part = recorded(self._recorder, (*self._path, name), kind)
        elif self._kind.methods_of is not None:
            part = getattr(self._kind.methods_of, name).__get__(self)
        else:
            raise AttributeError(f"{self._path}: {name} is not among the answers")
        vars(self)[name] = part
        return part


def recorded(recorder: Recorder, path: Path, kind: Call | Series | Keyed | Parts) -> Any:
    """What stands for the answers below a path."""
    match kind:
        case Call():
            return lambda *arguments: recorder.ask((*path, arguments))
        case Series():
            return _Series(recorder, path)
        case Keyed(inner):
            return _Keyed(recorder, path, inner)
        case Parts():
            return _Parts(recorder, path, kind)
