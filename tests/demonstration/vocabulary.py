"""The words that made-up texts are put together from, by the subject of a sub-question."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kompass_sphinx.reading.yaml_text import load
from tests.archives import catalogue

_FOLDER = Path(__file__).parent / "words"


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun with its article: "en" or "ett", none in the plural; ``definite`` when it has its ending."""

    text: str
    article: str
    definite: bool


@dataclass(frozen=True)
class Subject:
    """What a sub-question is about, the same one through the editions.

    ``first`` and ``last`` are the parts of compounds, ``about`` what may follow a compound, ``effect`` what may
    follow "som", and ``needs`` are whole requests.
    """

    theme: str
    questions: tuple[tuple[int, str], ...]
    first: tuple[str, ...]
    last: tuple[str, ...]
    about: tuple[str, ...]
    effect: tuple[str, ...]
    needs: tuple[str, ...]
    actors: tuple[str, ...]

    @property
    def name(self) -> str:
        """A name that no other subject has."""
        edition, number = self.questions[0]
        return f"{edition}/{number}"


def compound(first: str, last: str) -> Noun:
    """A Swedish compound: ``last`` is "en dialog", "möten" or, with its definite ending, "-arbetet"."""
    article, _, noun = last.rpartition(" ")
    joint = "-" if first.isupper() or len(first) == 1 else ""
    return Noun(f"{first}{joint}{noun.removeprefix('-')}", article, definite=noun.startswith("-"))


@cache
def subjects(theme: str) -> tuple[Subject, ...]:
    """The subjects of a theme."""
    data = load((_FOLDER / f"{theme}.yaml").read_text(encoding="utf-8"))
    return tuple(
        Subject(
            theme=theme,
            questions=tuple((int(edition), number) for edition, _, number in map(_parts, entry["questions"])),
            actors=tuple(data["actors"]),
            **{key: tuple(entry[key]) for key in ("first", "last", "about", "effect", "needs")},
        )
        for entry in data["subjects"]
    )


def _parts(question: str) -> tuple[str, str, str]:
    return question.partition("/")


@cache
def _by_question() -> dict[tuple[int, str], Subject]:
    return {
        place: subject for theme in catalogue().themes for subject in subjects(theme) for place in subject.questions
    }


def subject_of(edition: int, number: str) -> Subject:
    """What a sub-question is about."""
    return _by_question()[edition, number]
