"""The made-up reports themselves: the same for the same seed, and right by the reader's own rules."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from kompass_sphinx.reading.evaluation_file import EvaluationReader
from tests.archives import catalogue, registry
from tests.importing.perfect_draft import perfect_draft
from tests.importing.report_changes import fits
from tests.importing.report_content import made_content, wordings
from tests.importing.report_shapes import SHAPES, shape_named
from tests.importing.reports import EDITIONS, MadeReport, made_report
from tests.importing.scoring import score_draft
from tests.importing.strategies import made_reports
from tests.importing.verdicts import Verdict


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_truth_passes_the_readers_checks(edition: int) -> None:
    reader = EvaluationReader(registry(), catalogue())
    for seed in range(10):
        for name in ("clean", "halves", "question-left-out", "area-left-out", "figure-missing"):
            truth = made_report(seed, edition, SHAPES[name]).truth
            text = perfect_draft(truth)
            assert reader.read(text.encode(), "draft.yaml", truth.slug, str(truth.year)).problems == (), (seed, name)


@pytest.mark.parametrize("name", SHAPES)
def test_a_report_is_the_same_for_the_same_seed_and_another_for_another(name: str) -> None:
    first, again, other = (made_report(seed, 2016, SHAPES[name]) for seed in (1, 1, 2))
    assert first == again
    assert first.text != other.text


@pytest.mark.parametrize("name", SHAPES)
def test_a_draft_that_says_the_truth_has_no_fault(name: str) -> None:
    # Each shape in one edition, neighbours in different ones.
    report = made_report(4, EDITIONS[list(SHAPES).index(name) % len(EDITIONS)], SHAPES[name])
    score = score_draft(report.truth, perfect_draft(report.truth))
    assert score.faults == []
    assert score.count(Verdict.UNSURE) == 0


def test_every_sub_question_has_a_sentence() -> None:
    for edition in (2002, 2010, 2016):
        numbers = [number for area in catalogue().editions[edition].areas.values() for number in area.questions]
        assert list(wordings(edition)) == numbers


def test_what_the_report_says_stands_in_its_text() -> None:
    report = made_report(5, 2016, SHAPES["clean"])
    for area in report.truth.areas:
        for text in (*area.strengths, *area.improvements):
            assert text in report.text
        for one in area.questions:
            assert f"{one.number}\t{one.wording}\t{one.points}\t{one.maximum}\t{one.percent}%" in report.text


def test_hostile_reports_print_other_figures_than_the_truth() -> None:
    for name in ("misprint", "figures-swapped", "other-maximum", "wrong-sum", "wrong-total"):
        assert SHAPES[name].hostile
        report, clean = made_report(1, 2016, SHAPES[name]), made_report(1, 2016, SHAPES["clean"])
        assert report.truth == clean.truth
        assert report.text != clean.text


def test_a_misprint_is_one_that_the_intervals_tell() -> None:
    reader = EvaluationReader(registry(), catalogue())
    for seed in range(5):
        printed = perfect_draft(made_report(seed, 2010, SHAPES["misprint"]).printed)
        truth = made_content(seed, 2010)
        result = reader.read(printed.encode(), "draft.yaml", truth.slug, str(truth.year))
        assert len(result.problems) >= len(truth.areas)


@given(made_reports())
@settings(max_examples=40, deadline=None)
def test_any_report_can_be_made_and_judged(report: MadeReport) -> None:
    assert report.lines
    assert score_draft(report.truth, perfect_draft(report.truth)).faults == []


def test_shapes_combine() -> None:
    shape = shape_named("misprint+max-first+single-spaces")
    assert shape.hostile
    assert shape.layout.columns[0] == "maximum"
    text = made_report(1, 2016, shape).text
    assert "\t" not in text
    assert "Max Uppnått Procent" in text


def test_what_stands_in_an_appendix_alone_is_what_the_report_says() -> None:
    slides, other = (made_report(1, 2016, shape_named(f"{name}+slides")) for name in ("clean", "tables-twice-fitting"))
    assert {one.points for area in slides.truth.areas for one in area.questions} == {None}
    (appendix,) = other.printed.appendix
    assert other.truth.area(1).questions == appendix.area(1).questions
    foreign = made_report(1, 2016, shape_named("other-municipality+slides"))
    assert foreign.truth.area(1).questions == slides.truth.area(1).questions


def test_an_appendix_follows_all_other_changes() -> None:
    report = made_report(1, 2016, shape_named("tables-twice+area-left-out"))
    assert [area.number for area in report.printed.appendix[0].areas] == [area.number for area in report.truth.areas]


def test_there_is_no_misprint_where_nothing_tells_it() -> None:
    missing = made_report(1, 2016, shape_named("figure-missing+misprint"))
    for before, after in zip(missing.truth.areas, missing.printed.areas, strict=True):
        changed = [(a, b) for a, b in zip(before.questions, after.questions, strict=True) if a != b]
        assert all(one.percent and not fits(other) for one, other in changed if other.points != one.points)


@pytest.mark.parametrize("columns", ["clean", "no-maximum", "points-only", "percent-only"])
def test_what_is_printed_is_true_where_nothing_beside_it_speaks_against_it(columns: str) -> None:
    report = made_report(0, 2016, shape_named(f"{columns}+figures-swapped"))
    for truth, printed in zip(report.truth.areas, report.printed.areas, strict=True):
        for one, other in zip(truth.questions, printed.questions, strict=True):
            is_true = (one.points in (None, other.points)) and (one.percent in (None, other.percent))
            is_told = columns == "clean" or (columns == "no-maximum" and not fits(replace(other, maximum=one.maximum)))
            assert is_true == (one.maximum == other.maximum or not is_told)


def test_what_cannot_be_read_is_not_said_twice() -> None:
    assert made_report(1, 2016, shape_named("tables-twice-fitting")).doubtful
    assert not made_report(1, 2016, shape_named("tables-twice-fitting+damaged-figures")).doubtful


def test_news_put_together_with_anything_is_news() -> None:
    assert shape_named("press+slides").layout.kind == shape_named("slides+press").layout.kind == "press"
