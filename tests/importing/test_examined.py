"""The import as a whole: what a draft says of a made-up report is what the report says, or carries a mark."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from kompass_sphinx.importing.plain_text import read_text
from kompass_sphinx.importing.recognition import Draft, Wishes, recognise
from kompass_sphinx.reading.codes import Code
from kompass_sphinx.reading.evaluation_file import EvaluationReader
from kompass_sphinx.reading.marks import UNSURE
from tests.archives import catalogue, registry
from tests.importing.report_shapes import SHAPES, shape_named
from tests.importing.reports import EDITIONS, MadeReport, made_report
from tests.importing.scoring import score_report
from tests.importing.strategies import made_reports
from tests.importing.verdicts import Group, Verdict

FIGURES: tuple[Group, ...] = ("sub-questions", "areas", "total")
# What a report prints wrong is copied with a mark: the reader sees the same fault as the person who reads the mark.
PRINTED_SO = {Code.FIGURES_DISAGREE, Code.OUT_OF_RANGE}


def drafted(report: MadeReport) -> Draft:
    wishes = Wishes(municipality=None, year=None, edition=None, source="påhittad.txt")
    return recognise(read_text(report.text.encode()), registry(), catalogue(), wishes)


def assert_marks_stand_where_they_are_said_to_be(draft: Draft) -> None:
    lines = draft.text.split("\n")
    marked = {number for number, line in enumerate(lines, start=1) if UNSURE in line}
    assert marked == {number for number, _ in draft.unsure}
    for number, told in draft.unsure:
        reason = lines[number - 1].partition(f"# {UNSURE} ")[2]
        # What was not found is told by its key.
        assert told.removesuffix(reason) in ("", f"{lines[number - 1].partition('# ')[2].partition('  # ')[0]} ")


def assert_reads_but_for_marked_figures(draft: Draft) -> None:
    reader = EvaluationReader(registry(), catalogue())
    result = reader.read(draft.text.encode(), "utkast.yaml", draft.slug or "", str(draft.year))
    assert [problem for problem in result.problems if problem.code not in PRINTED_SO] == []
    lines = draft.text.split("\n")
    assert all(UNSURE in lines[problem.place.line - 1] for problem in result.problems)


@pytest.mark.parametrize("name", SHAPES)
def test_nothing_is_wrong_without_a_mark_and_no_figure_is_lost_in_silence(name: str) -> None:
    # Each shape in one edition, neighbours in different ones.
    assert_is_honest(made_report(4, EDITIONS[list(SHAPES).index(name) % len(EDITIONS)], SHAPES[name]))


@pytest.mark.parametrize("name", ["other-municipality", "earlier-evaluation"])
def test_the_only_tables_of_a_report_may_be_those_of_another_evaluation(name: str) -> None:
    report = made_report(2, 2002, SHAPES[name])
    assert not any(question.percent for area in report.truth.areas for question in area.questions)
    assert_is_honest(report)


@pytest.mark.parametrize(
    ("name", "edition", "seed"),
    [
        ("no-break-spaces+continued-heads+slides-figures", 2010, 0),
        ("other-municipality+slides", 2010, 2),
        ("tables-twice-fitting+no-tables", 2020, 1),
        ("earlier-evaluation+slides", 2002, 0),
        ("lost-accents+figure-missing+misprint+damaged-words", 2016, 0),
        ("wrapped-bullets-none+wrapped-single-spaces+sub-headings", 2002, 0),
        ("wrong-sum+digits-in-words+percent-bare+slides-figures", 2002, 0),
        ("lost-accents+unnamed-single-spaces+headings-names+earlier-unnamed", 2010, 0),
    ],
)
def test_shapes_that_together_once_gave_something_wrong_without_a_mark(name: str, edition: int, seed: int) -> None:
    report = made_report(seed, edition, shape_named(name))
    score = score_report(report, drafted(report).text)
    assert [fault for fault in score.faults if fault.verdict is Verdict.WRONG] == []


def assert_is_honest(report: MadeReport) -> None:
    """Nothing is wrong without a mark, no figure is lost, and the draft says where its marks are."""
    draft = drafted(report)
    score = score_report(report, draft.text)
    wrong = [fault for fault in score.faults if fault.verdict is Verdict.WRONG or fault.group in FIGURES]
    assert wrong == []
    assert score.count(Verdict.RIGHT) > 0
    assert_marks_stand_where_they_are_said_to_be(draft)
    assert_reads_but_for_marked_figures(draft)


@given(made_reports())
@settings(max_examples=25, deadline=None)
def test_any_report_becomes_a_draft_that_can_be_read(report: MadeReport) -> None:
    draft = drafted(report)
    assert_marks_stand_where_they_are_said_to_be(draft)
    assert_reads_but_for_marked_figures(draft)
