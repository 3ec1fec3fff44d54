"""Strengths and improvements: each under its area, none lost, none made up, none run together without a mark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.importing.draft_text import DraftText, Way
from tests.importing.likeness import contains, share, squeezed
from tests.importing.report_content import Content
from tests.importing.verdicts import Score, Verdict

_KINDS = {"strengths": r"strengths|styrk", "improvements": r"improvements|förbättring|utveckling"}
_MORE = 1.35
"""A text so many times as long as what it is to say, says more than that."""


@dataclass(frozen=True, slots=True)
class _Said:
    area: int
    kind: str
    text: str

    @property
    def place(self) -> str:
        return f"area {self.area} {self.kind}"


@dataclass(frozen=True, slots=True)
class _Held(_Said):
    is_unsure: bool
    page: str | None


def score_findings(truth: Content, draft: DraftText, score: Score, pages: Mapping[str, int | None]) -> None:
    """Adds a verdict for each strength and improvement of the report, and for each that the draft has made up."""
    said = [
        _Said(area.number, kind, text)
        for area in truth.areas
        for kind, texts in (("strengths", area.strengths), ("improvements", area.improvements))
        for text in texts
    ]
    held = [*_held(draft)]
    exact = {(one.area, one.kind, squeezed(one.text)): one for one in held}
    for one in said:
        same = exact.get((one.area, one.kind, squeezed(one.text)))
        verdict, why = _verdict(one, held if same is None else [same], draft, pages.get(one.text))
        score.add("findings", verdict, one.place, f"{why}: {one.text}")
    texts = {squeezed(one.text) for one in said}
    for other in held:
        is_known = squeezed(other.text) in texts or any(
            contains(other.text, one.text) or contains(one.text, other.text) for one in said
        )
        if not is_known:
            verdict = Verdict.UNSURE if other.is_unsure else Verdict.WRONG
            score.add("findings", verdict, other.place, f"not in the report: {other.text}")


def _held(draft: DraftText) -> Iterator[_Held]:
    for number, area in (draft.get("areas") or {}).items():
        for kind in _KINDS:
            way: Way = ("areas", number, kind)
            for index, item in enumerate((area or {}).get(kind) or ()):
                text = item.get("text", "") if isinstance(item, dict) else item
                is_unsure = draft.is_unsure(*way) or draft.is_unsure(*way, index)
                is_unsure = is_unsure or draft.is_unsure(*way, index, "text")
                yield _Held(int(number), kind, text, is_unsure, item.get("page") if isinstance(item, dict) else None)


def _verdict(said: _Said, held: list[_Held], draft: DraftText, page: int | None) -> tuple[Verdict, str]:
    found = [one for one in held if contains(one.text, said.text)]
    at_home = [one for one in found if (one.area, one.kind) == (said.area, said.kind)]
    if at_home:
        best = min(at_home, key=lambda one: len(one.text))
        if len(squeezed(best.text)) <= _MORE * len(squeezed(said.text)) + 4:
            if best.is_unsure:
                return Verdict.UNSURE, ""
            if page is not None and best.page not in (None, str(page)):
                return Verdict.WRONG, f"is on page {page}, the draft says {best.page}"
            return Verdict.RIGHT, ""
        return (Verdict.UNSURE if best.is_unsure else Verdict.WRONG), f"with more than it says ({best.text})"
    if found:
        return (Verdict.UNSURE if found[0].is_unsure else Verdict.WRONG), f"is under {found[0].place}"
    parts = [one for one in held if one.area == said.area and contains(said.text, one.text)]
    if sum(len(squeezed(one.text)) for one in parts) >= 0.7 * len(squeezed(said.text)):
        is_unsure = all(one.is_unsure for one in parts)
        return (Verdict.UNSURE if is_unsure else Verdict.WRONG), "broken into parts"
    if share(said.text, draft.set_aside) > 0.95 and squeezed(said.text) in squeezed(draft.set_aside):
        return Verdict.UNSURE, ""
    if any(draft.marks_in_area(said.area, _KINDS[said.kind])):
        return Verdict.SAID_MISSING, ""
    return Verdict.LOST, "nothing of it is in the draft"
