"""The notes of an evaluation, and the signs that lead to them from the figures they are about."""

from __future__ import annotations

from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.context import Context


@dataclass(frozen=True, slots=True)
class NoteReference:
    """A sign beside a figure that leads to note ``number``; ``anchor`` makes the way back."""

    number: int
    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """A note at the foot of the page; ``back`` is the anchor of the sign that leads here."""

    number: int
    anchor: str
    back: str
    text: str


@dataclass(frozen=True)
class Notes:
    """The notes in the order of the file."""

    entries: tuple[NoteEntry, ...]
    _by_about: dict[str, tuple[NoteReference, ...]]

    def about(self, *paths: str) -> tuple[NoteReference, ...]:
        """The signs to put beside what these paths name."""
        return tuple(reference for path in paths for reference in self._by_about.get(path, ()))


def notes_of(context: Context, evaluation: Evaluation) -> Notes:
    """The notes of an evaluation, numbered from 1."""
    entries = []
    references: dict[str, tuple[NoteReference, ...]] = {}
    for number, note in enumerate(evaluation.notes, 1):
        reference = NoteReference(number, f"ref-{number}", context.text("Note %(number)s", number=number))
        path = _shown_place(evaluation, place_of(note.about))
        references[path] = (*references.get(path, ()), reference)
        entries.append(NoteEntry(number, f"not-{number}", reference.anchor, note.text))
    return Notes(tuple(entries), references)


def _shown_place(evaluation: Evaluation, place: str) -> str:
    """The place itself, or the nearest around it that the page of this evaluation has."""
    if place == "notes":
        return "sources"
    if place == "summary" and not evaluation.summary:
        return "areas"
    parts = place.split(".")
    if len(parts) > 1 and int(parts[1]) not in evaluation.areas:
        return parts[0]
    if len(parts) == 5 and ".".join(parts[3:]) not in evaluation.areas[int(parts[1])].questions:
        return ".".join(parts[:2])
    return place


def place_of(about: str) -> str:
    """The place on the page where the sign of a note about ``about`` stands.

    These are the keys of the file, ``areas.7``, ``areas.8.points`` and ``areas.8.questions.8.3``; a longer
    path (a sub-question's percent, the strengths of an area) stands with the nearest of them.
    """
    parts = about.split(".")
    if parts[0] != "areas" or len(parts) < 2:
        return parts[0]
    if len(parts) >= 5 and parts[2] == "questions":
        return ".".join(parts[:5])
    return about if parts[2:] == ["points"] else ".".join(parts[:2])
