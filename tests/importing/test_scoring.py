"""The scoring of drafts: each kind of fault is told, and a mark covers what it stands beside and nothing else."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from tests.importing.perfect_draft import perfect_draft
from tests.importing.report_content import Content
from tests.importing.report_shapes import SHAPES
from tests.importing.reports import made_report
from tests.importing.scoring import score_draft, score_report
from tests.importing.verdicts import Group, Score, Verdict

MARK = "  # OSÄKER: påhittat skäl"


@pytest.fixture(scope="module")
def truth() -> Content:
    return made_report(3, 2016, SHAPES["clean"]).truth


def scored(truth: Content, pattern: str, replacement: str) -> Score:
    """The score of a right draft after one change in it."""
    text, count = re.subn(pattern, replacement, perfect_draft(truth), count=1, flags=re.MULTILINE)
    assert count == 1, pattern
    return score_draft(truth, text)


def faults(score: Score) -> list[tuple[Verdict, str]]:
    return [(fault.verdict, fault.place) for fault in score.faults]


@pytest.mark.parametrize(
    ("pattern", "wrong", "place", "group"),
    [
        (r"1\.2: \{points: \d+", "1.2: {points: 3", "1.2 points", "sub-questions"),
        (r"(1\.2: .*)percent: \d+", r"\1percent: 3", "1.2 percent", "sub-questions"),
        (r"^    points: \d+", "    points: 99", "area 1", "areas"),
        (r"^total: \d+", "total: 12", "total", "total"),
        (r"^year: \d+", "year: 2003", "year", "facts"),
        (r"^published: .*", "published: 2019-01-01", "published", "facts"),
        (r"^edition: 2016", "edition: 2010", "edition", "facts"),
        (r"^  - name: .*", "  - name: Någon Annan", "evaluator Någon Annan", "facts"),
    ],
)
def test_a_wrong_figure_or_fact_is_wrong_unless_its_line_is_marked(
    truth: Content, pattern: str, wrong: str, place: str, group: Group
) -> None:
    score = scored(truth, pattern, wrong)
    assert (Verdict.WRONG, place) in faults(score)
    marked = scored(truth, f"{pattern}(?P<rest>.*)$", rf"{wrong}\g<rest>{MARK}")
    assert marked.count(Verdict.WRONG) == 0
    assert marked.count(Verdict.UNSURE, group) >= 1


def test_a_mark_on_a_list_or_an_area_does_not_cover_the_figures_in_it(truth: Content) -> None:
    for line in ("areas:", "  1:", "    questions:"):
        text = perfect_draft(truth).replace(f"{line}\n", f"{line}{MARK}\n", 1)
        text = re.sub(r"1\.2: \{points: \d+", "1.2: {points: 3", text, count=1)
        assert faults(score_draft(truth, text)) == [(Verdict.WRONG, "1.2 points")], line


def test_a_figure_that_the_report_does_not_give_is_made_up(truth: Content) -> None:
    question = replace(truth.area(1).questions[0], points=None)
    without = truth.with_question(question)
    assert faults(score_draft(without, perfect_draft(truth))) == [(Verdict.WRONG, f"{question.number} points")]


def test_a_figure_missing_in_silence_is_lost_and_said_missing_when_a_comment_names_it(truth: Content) -> None:
    assert faults(scored(truth, r"1\.2: \{points: \d+, ", "1.2: {")) == [(Verdict.LOST, "1.2 points")]
    said = scored(truth, r"1\.2: \{points: \d+, (.*)", r"1.2: {\1  # OSÄKER: poäng saknas")
    assert said.faults == []
    assert said.count(Verdict.SAID_MISSING, "sub-questions") == 1
    gone = scored(truth, r"^      1\.2: .*", "      # OSÄKER: 1.2 hittades inte.")
    assert gone.faults == []
    assert gone.count(Verdict.SAID_MISSING, "sub-questions") == 2
    aside = scored(truth, r"^      (1\.2: .*)", r"      # \1  OSÄKER: stämmer inte")
    assert aside.count(Verdict.UNSURE, "sub-questions") == 2
    other = scored(truth, r"^      1\.2: .*", "      # OSÄKER: 1.3 är svår att läsa; 11.2 och 1.21 med.")
    assert other.count(Verdict.LOST, "sub-questions") == 2


def test_area_points_are_said_missing_by_a_comment_within_the_area(truth: Content) -> None:
    assert faults(scored(truth, r"^    points: \d+\n", "")) == [(Verdict.LOST, "area 1")]
    said = scored(truth, r"^    points: \d+", "    # OSÄKER: Områdets poäng hittades inte.")
    assert said.count(Verdict.SAID_MISSING, "areas") == 1
    elsewhere = perfect_draft(truth) + "# OSÄKER: poäng\n"
    assert (Verdict.LOST, "area 1") in faults(
        score_draft(truth, re.sub(r"^    points: \d+\n", "", elsewhere, count=1, flags=re.MULTILINE))
    )


def test_a_lost_finding_is_told_and_one_made_up_as_well(truth: Content) -> None:
    lost = scored(truth, r"strengths:\n      - .*", "strengths:")
    assert faults(lost) == [(Verdict.LOST, "area 1 strengths")]
    made_up = scored(truth, r"strengths:\n", 'strengths:\n      - "Kommunen har en egen flygplats för statsbesök."\n')
    assert faults(made_up) == [(Verdict.WRONG, "area 1 strengths")]


def test_findings_under_another_heading_or_area_are_wrong(truth: Content) -> None:
    swapped = perfect_draft(truth).replace("strengths:", "x").replace("improvements:", "strengths:")
    assert score_draft(truth, swapped.replace("x", "improvements:")).count(Verdict.RIGHT, "findings") == 0
    first, second = truth.area(1), truth.area(2)
    moved = truth.with_area(replace(first, strengths=first.strengths[1:])).with_area(
        replace(second, strengths=(*second.strengths, first.strengths[0]))
    )
    assert faults(score_draft(truth, perfect_draft(moved))) == [(Verdict.WRONG, "area 1 strengths")]


def test_findings_run_together_or_broken_apart_are_wrong_unless_marked(truth: Content) -> None:
    area = truth.area(1)
    together = truth.with_area(replace(area, strengths=(" ".join(area.strengths[:2]), *area.strengths[2:])))
    assert faults(score_draft(truth, perfect_draft(together))) == [(Verdict.WRONG, "area 1 strengths")] * 2
    text = perfect_draft(together).replace("strengths:", f"strengths:{MARK}", 1)
    assert score_draft(truth, text).faults == []
    words = area.strengths[0].split()
    half = len(words) // 2
    apart = truth.with_area(
        replace(area, strengths=(" ".join(words[:half]), " ".join(words[half:]), *area.strengths[1:]))
    )
    assert (Verdict.WRONG, "area 1 strengths") in faults(score_draft(truth, perfect_draft(apart)))


def test_a_list_set_aside_with_a_mark_is_unsure(truth: Content) -> None:
    item = f"- {truth.area(1).strengths[0]}"
    score = scored(truth, r"^    strengths:\n      - .*", f"    strengths:\n      # {item}  OSÄKER: hör det hit?")
    assert score.faults == []
    assert score.count(Verdict.UNSURE, "findings") == 1


def test_letters_lost_on_the_way_do_not_make_a_finding_another(truth: Content) -> None:
    text = perfect_draft(truth).replace("å", "a").replace("ö", "o")
    assert score_draft(truth, text).count(Verdict.LOST, "findings") == 0
    assert score_draft(truth, text).count(Verdict.WRONG, "findings") == 0


def test_examples_are_wrong_in_another_area_of_another_kind_or_made_up(truth: Content) -> None:
    pointer = truth.pointers[0]

    def with_first(**changes: object) -> Score:
        changed = replace(truth, pointers=(replace(pointer, **changes), *truth.pointers[1:]))  # type: ignore[arg-type]
        return score_draft(truth, perfect_draft(changed))

    assert faults(with_first(area=9 - pointer.area)) == [
        (Verdict.WRONG, f"example {pointer.name}, area {pointer.area}")
    ]
    assert with_first(topic="något helt annat, nämligen zebror").count(Verdict.WRONG, "examples") == 1
    assert with_first(kind="foreign").count(Verdict.WRONG, "examples") == 1
    assert {fault.verdict for fault in with_first(name="Zebrastad").faults} == {Verdict.LOST, Verdict.WRONG}
    fewer = replace(truth, pointers=truth.pointers[1:])
    assert [fault.verdict for fault in score_draft(truth, perfect_draft(fewer)).faults] == [Verdict.LOST]
    text = re.sub(r"^    topic: .*", r"\g<0>" + MARK, perfect_draft(truth), flags=re.MULTILINE)
    assert score_draft(fewer, text).faults == []


def test_a_figure_that_the_report_gives_twice_is_not_to_be_trusted() -> None:
    report = made_report(3, 2016, SHAPES["tables-twice-fitting"])
    assert report.doubtful
    text = perfect_draft(report.truth)
    score = score_draft(report.truth, text, report.doubtful)
    assert {fault.place for fault in score.faults} == report.doubtful
    marked = re.sub(r"^      \d\.\d: .*", r"\g<0>" + MARK, text, flags=re.MULTILINE)
    assert score_draft(report.truth, marked, report.doubtful).faults == []


def test_a_finding_on_another_page_is_wrong() -> None:
    report = made_report(3, 2016, SHAPES["clean"])
    text = report.truth.area(1).strengths[0]
    page = report.pages[text]
    assert page is not None

    def draft(page: int) -> str:
        item = f"      - text: {json.dumps(text, ensure_ascii=False)}\n        page: {page}\n"
        return re.sub(r"(?<=strengths:\n)      - .*\n", item, perfect_draft(report.truth), count=1)

    assert score_report(report, draft(page)).faults == []
    assert faults(score_report(report, draft(page + 1))) == [(Verdict.WRONG, "area 1 strengths")]
    assert score_report(report, draft(page + 1), has_pages=False).faults == []
