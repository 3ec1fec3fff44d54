"""Whom the evaluators point to: each with its name, its area and what it is an example of."""

from __future__ import annotations

from tests.importing.draft_text import DraftText
from tests.importing.likeness import share, squeezed
from tests.importing.report_content import Content, Pointer
from tests.importing.verdicts import Score, Verdict

_ENOUGH_OF_TOPIC = 0.5
"""A topic may be cut to the point; half of it must be there."""


def score_examples(truth: Content, draft: DraftText, score: Score) -> None:
    """Adds a verdict for each pointer of the report, and for each example that the draft has made up."""
    held = dict(enumerate(draft.get("examples") or ()))
    for pointer in truth.pointers:
        place = f"example {pointer.name}, area {pointer.area}"
        index = max(held, key=lambda one: _likeness(pointer, held[one]), default=None)
        if index is None or _likeness(pointer, held[index]) < 1:
            score.add("examples", _verdict_of_missing(pointer, draft), place, pointer.topic)
            continue
        example = held.pop(index)
        if _is_unsure(draft, index):
            score.add("examples", Verdict.UNSURE, place)
        elif faults := _faults(pointer, example):
            score.add("examples", Verdict.WRONG, place, faults)
        else:
            score.add("examples", Verdict.RIGHT, place)
    for index, example in held.items():
        verdict = Verdict.UNSURE if _is_unsure(draft, index) else Verdict.WRONG
        score.add("examples", verdict, f"example {_name(example)}", f"not in the report: {example.get('topic')}")


def _is_unsure(draft: DraftText, index: int) -> bool:
    return draft.is_unsure("examples") or any(
        draft.is_unsure("examples", index, key) for key in draft.get("examples", index)
    )


def _name(example: dict[str, str]) -> str:
    return example.get("municipality") or example.get("place") or ""


def _likeness(pointer: Pointer, example: dict[str, str]) -> float:
    """1 for the name, and more the better area and topic agree; 0 for somebody else."""
    if squeezed(pointer.name) not in squeezed(_name(example)):
        return 0
    return 1 + (example.get("area") == str(pointer.area)) + share(pointer.topic, example.get("topic", ""))


def _faults(pointer: Pointer, example: dict[str, str]) -> str:
    faults = []
    if example.get("area", str(pointer.area)) != str(pointer.area):
        faults.append(f"is under area {example['area']}")
    if share(pointer.topic, example.get("topic", "")) < _ENOUGH_OF_TOPIC:
        faults.append(f"is of {pointer.topic}, the draft says {example.get('topic')}")
    if (pointer.kind is None) != ("municipality" in example):
        faults.append("is a place outside the registry" if pointer.kind else "is a municipality")
    return "; ".join(faults)


def _verdict_of_missing(pointer: Pointer, draft: DraftText) -> Verdict:
    is_offered = squeezed(pointer.name) in squeezed(" ".join(draft.comments))
    return Verdict.UNSURE if is_offered else Verdict.LOST
