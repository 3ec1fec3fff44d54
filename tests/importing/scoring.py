"""How well a draft says what a report says: nothing may be wrong without a mark, made up, or lost in silence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from tests.importing.draft_text import DraftText, Way
from tests.importing.examples_scoring import score_examples
from tests.importing.findings_scoring import score_findings
from tests.importing.report_content import Content
from tests.importing.reports import MadeReport
from tests.importing.verdicts import Group, Score, Verdict

_FIGURES = ("points", "percent")


def score_report(report: MadeReport, text: str, *, has_pages: bool = True) -> Score:
    """The score of a draft's text against a made-up report; pages are judged where the draft's source had the same."""
    return score_draft(report.truth, text, report.doubtful, report.pages if has_pages else {})


def score_draft(
    truth: Content, text: str, doubtful: Collection[str] = (), pages: Mapping[str, int | None] | None = None
) -> Score:
    """The score of a draft's text against what its report says.

    ``doubtful`` are places like "1.2 points" that nobody can be sure of: right without a mark is a lucky guess.
    ``pages`` are those that findings begin on.
    """
    draft, score = DraftText(text), Score()
    _score_facts(truth, draft, score)
    _score_scalar("total", "total", ("total",), truth.total, draft, score)
    for number in truth.edition_facts.areas:
        said = next((area.points for area in truth.areas if area.number == number), None)
        _score_scalar("areas", f"area {number}", ("areas", number, "points"), said, draft, score)
    _score_questions(truth, draft, score)
    for place in sorted(doubtful):
        question, _, key = place.partition(" ")
        way: Way = ("areas", question[0], "questions", question, key)
        if draft.get(*way) is not None and not draft.is_unsure(*way):
            score.add("sub-questions", Verdict.WRONG, place, "the report gives it twice and differently")
    score_findings(truth, draft, score, pages or {})
    score_examples(truth, draft, score)
    return score


def _score_facts(truth: Content, draft: DraftText, score: Score) -> None:
    facts = {
        "municipality": truth.municipality,
        "year": str(truth.year),
        "edition": str(truth.edition),
        "visited": truth.visited,
        "published": truth.published,
        "first": None if truth.first is None else "true" if truth.first else "false",
        "interviews": None if truth.interviews is None else str(truth.interviews),
    }
    visited = draft.get("visited")
    if visited is not None and facts["visited"] is not None and visited.startswith(facts["visited"]):
        facts["visited"] = visited  # a day of the right month
    for key, value in facts.items():
        _score_scalar("facts", key, (key,), value, draft, score)
    found = {one.get("name", "").casefold(): (index, one) for index, one in enumerate(draft.get("evaluators") or ())}
    for evaluator in truth.evaluators:
        index, one = found.pop(evaluator.name.casefold(), (None, None))
        way: Way = ("evaluators", *(() if index is None else (index,)))
        said = f"{evaluator.name} ({evaluator.affiliation})"
        held = None if one is None else f"{evaluator.name} ({one.get('affiliation', '')})"
        _add("facts", f"evaluator {evaluator.name}", way, said, held, draft, score)
    for index, one in found.values():
        name = one.get("name")
        _add("facts", f"evaluator {name}", ("evaluators", index), None, name, draft, score)


def _score_questions(truth: Content, draft: DraftText, score: Score) -> None:
    said = {question.number: question for area in truth.areas for question in area.questions}
    held = {number for area in (draft.get("areas") or {}).values() for number in (area or {}).get("questions") or {}}
    for number in sorted(said.keys() | held):
        for key in _FIGURES:
            way = ("areas", number.partition(".")[0], "questions", number, key)
            value = getattr(said[number], key) if number in said else None
            _score_scalar("sub-questions", f"{number} {key}", way, value, draft, score)


def _score_scalar(group: Group, place: str, way: Way, said: str | None, draft: DraftText, score: Score) -> None:
    held = draft.get(*way)
    _add(group, place, way, said, None if held is None or isinstance(held, dict | list) else str(held), draft, score)


def _add(
    group: Group, place: str, way: Way, said: str | None, held: str | None, draft: DraftText, score: Score
) -> None:
    if said is None and held is None:
        return
    if held is None:
        assert said is not None
        score.add(group, _verdict_of_missing(way, said, draft), place, f"the report says {said}")
    elif draft.is_unsure(*way):
        score.add(group, Verdict.UNSURE, place)
    elif said is not None and _same(said, held):
        score.add(group, Verdict.RIGHT, place)
    else:
        text = f"the draft says {held}, the report {'nothing' if said is None else said}"
        score.add(group, Verdict.WRONG, place, text)


def _same(said: str, held: str) -> bool:
    try:
        return float(said) == float(held)
    except ValueError:
        return said.casefold() == held.casefold()


def _verdict_of_missing(way: Way, said: str, draft: DraftText) -> Verdict:
    spoken = " ".join(_spoken_of(way, draft))
    if not spoken:
        return Verdict.LOST
    # Set aside with its value, it only waits for a person to say yes.
    is_offered = re.search(rf"(?<![\w.,]){re.escape(said)}(?![\w.,]*\d)", spoken)
    return Verdict.UNSURE if is_offered else Verdict.SAID_MISSING


def _spoken_of(way: Way, draft: DraftText) -> Iterator[str]:
    """The comments that speak of what is missing: those that name it, and the marks on what it would be in."""
    if "questions" in way:
        name = re.compile(rf"(?<![\d.]){re.escape(str(way[3]))}(?!\.?\d)")
        yield from (comment for comment in draft.comments if name.search(comment))
        if draft.is_unsure(*way[:4]):
            yield str(way[3])
    elif way[0] == "areas":
        yield from draft.marks_in_area(int(way[1]), r"points|poäng")
    else:
        names = {"first": "first|första", "interviews": "interviews|intervju", "evaluators": "evaluators|utvärderare"}
        name = re.compile(rf"\b({names.get(str(way[0]), str(way[0]))})", re.IGNORECASE)
        yield from (comment for comment in draft.comments if name.search(comment))
