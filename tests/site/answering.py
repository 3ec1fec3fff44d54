"""Made-up worlds of answers, and builds that make things of them."""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kompass_sphinx.archive.answers import EVERYTHING, MISSING
from kompass_sphinx.archive.items import ANYWHERE, WordPlace
from kompass_sphinx.archive.packed_answers import Evaluated, PackedAnswer
from kompass_sphinx.archive.recorded import Recorder
from kompass_sphinx.site.dependencies import Dependencies
from kompass_sphinx.site.last_build import Said

MARK, VARA, EDA = ("Mark", 2018), ("Vara", 2017), ("Eda", 2016)
OF_FIGURES = {"mark": MARK, "vara": VARA}
"""The answers that are made of the figures of an evaluation, every other of which makes the same."""


@dataclass(frozen=True)
class World:
    """Answers by name, each with the evaluations whose words it holds, and what evaluations say: words and figures."""

    answers: Mapping[str, tuple[Any, frozenset[Evaluated]]]
    contents: Mapping[Evaluated, str] = field(default_factory=dict)
    outline: str = "outline"
    figures: Mapping[Evaluated, int] = field(default_factory=lambda: {MARK: 0, VARA: 0})

    def with_answers(self, **answers: Any) -> World:
        """The same in another outline, but for these answers, which hold no words."""
        others = {name: (answer, frozenset[Evaluated]()) for name, answer in answers.items()}
        return replace(self, answers={**self.answers, **others}, outline=f"{self.outline} {answers}")

    @property
    def frame(self) -> str:
        """What stands for all but words."""
        return f"{self.outline} {sorted(self.figures.items())}"

    @property
    def said(self) -> Said:
        """What evaluations say."""
        figures = {evaluation: bytes([figure]) * 72 for evaluation, figure in self.figures.items()}
        contents = {one: f"{words} {self.figures.get(one)}" for one, words in self.contents.items()}
        return Said(contents, figures, self.outline)

    def answer(self, name: str) -> Any:
        """An answer as whoever asks for it sees it: what is said, and the words in it."""
        if (name,) == EVERYTHING:
            return self.frame, tuple(self.contents.items())
        if name in OF_FIGURES:
            return f"figure {self.figures[OF_FIGURES[name]] // 2}", ()
        if name not in self.answers:
            return MISSING
        said, evaluations = self.answers[name]
        return said, tuple((one, self.contents[one]) for one in sorted(evaluations))


def world(**answers: Any) -> World:
    """A world of answers without words."""
    return World({}).with_answers(**answers)


@dataclass
class Build:
    """One build of a world in a folder; ``looked`` are the names of the answers that were looked up."""

    folder: Path
    world: World
    looked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.recorder = Recorder(self._answer, self._packed)
        self.dependencies = Dependencies(self.recorder, self, self.folder, self.world.said, self._moved_by)

    def _moved_by(self, changed: Mapping[Evaluated, Sequence[int]]) -> Callable[[tuple[Any, ...]], bool]:
        return lambda path: path == EVERYTHING or OF_FIGURES.get(path[0]) in changed

    def _answer(self, path: tuple[Any, ...]) -> Any:
        self.looked.append(path[0])
        return self.world.answer(path[0])

    def _packed(self, answer: Any) -> PackedAnswer:
        if answer is MISSING:
            return PackedAnswer(b"missing", frozenset())
        said, words = answer
        evaluations = [one for one, _ in words]
        if said == self.world.frame:
            return PackedAnswer(repr((said, "all")).encode(), frozenset({ANYWHERE}))
        places = (WordPlace.everywhere(*one) for one in evaluations)
        return PackedAnswer(repr((said, evaluations)).encode(), frozenset(places))

    def unpacked(self, data: bytes | memoryview) -> Any:
        """What was packed, with the words of this world."""
        if bytes(data) == b"missing":
            return MISSING
        said, evaluations = literal_eval(bytes(data).decode())
        if evaluations == "all":
            return said, tuple(self.world.contents.items())
        return said, tuple((one, self.world.contents[one]) for one in evaluations)

    def digest_at(self, place: WordPlace) -> bytes:
        """The words of an evaluation, or those of all."""
        if place == ANYWHERE:
            return repr(sorted(self.world.contents.items())).encode()
        return self.world.contents.get((place.municipality, place.year), "").encode()

    def make(self, name: str, asks: Sequence[str]) -> None:
        """Make a thing of answers."""
        with self.dependencies.recording(name):
            self.ask(asks)

    def ask(self, asks: Sequence[str]) -> None:
        """Ask for answers: each is as looked up today."""
        for one in asks:
            assert self.recorder.ask((one,)) == self.world.answer(one)

    def all(self, things: Mapping[str, Sequence[str]], digest: str = "") -> tuple[set[str], str]:
        """Begin where ``digest`` was saved and make what is not fresh: its names, and what saving gave."""
        if digest:
            self.dependencies.load(digest)
        stale = {name for name in things if not self.dependencies.is_fresh(name)}
        for name in sorted(stale):
            self.make(name, things[name])
        return stale, self.dependencies.save()
