"""Figures held against each other before a draft is written."""

from __future__ import annotations

from dataclasses import replace

from kompass_sphinx.importing.crosscheck import crosschecked
from kompass_sphinx.importing.doubts import Doubt
from kompass_sphinx.importing.readings import Read
from kompass_sphinx.importing.report import ReadArea, ReadScore, Report
from kompass_sphinx.language import Language
from tests.importing.snippets import edition

OWN = Doubt("Its own.")


def report(points: float, *scores: tuple[float | None, float | None], total: float | None = None) -> Report:
    numbers = edition().areas[1].questions
    questions = {number: ReadScore(*score) for number, score in zip(numbers, scores, strict=True)} if scores else {}
    areas = {1: ReadArea(Read(points), questions)}
    read = None if total is None else Read(total)
    return Report(None, None, Read(2016), None, None, None, None, (), read, areas, (), (), "påhittad.txt")


FITTING = ((2.0, 13.0), (9.0, 45.0), (20.0, 80.0), (12.0, 40.0), (5.0, 50.0))


def doubted(read: Report) -> set[str]:
    checked = crosschecked(read, edition())
    area = checked.areas[1]
    found = {number for number, score in area.scores.items() if score.doubt}
    found |= {"points"} if area.points and area.points.doubt else set()
    return found | ({"total"} if checked.total and checked.total.doubt else set())


def test_figures_that_agree_stay_as_they_are() -> None:
    read = report(48, *FITTING)
    assert crosschecked(read, edition()) == read


def test_points_and_percent_that_disagree_put_their_row_in_doubt() -> None:
    # The area's check allows for both of the figures.
    assert doubted(report(48, (2, 60), *FITTING[1:])) == {"1.1"}


def test_a_sum_that_does_not_come_out_puts_every_term_in_doubt() -> None:
    assert doubted(report(60, *FITTING)) == {"points", "1.1", "1.2", "1.3", "1.4", "1.5"}


def test_a_total_that_cannot_be_puts_every_area_in_doubt() -> None:
    read = report(48, *FITTING, total=790)
    assert doubted(read) == {"total", "points"}
    read.areas[2] = ReadArea(scores={"2.1": ReadScore(9, None)})
    assert crosschecked(read, edition()).areas[2] == read.areas[2]


def test_a_doubt_says_which_figures_disagree() -> None:
    points = crosschecked(report(60, *FITTING), edition()).areas[1].points
    assert points is not None
    assert points.doubt is not None
    assert "60" in points.doubt.text(Language("sv"))


def test_a_doubt_of_their_own_stays() -> None:
    own = {
        number: ReadScore(*figures, OWN) for number, figures in zip(edition().areas[1].questions, FITTING, strict=True)
    }
    read = replace(report(60), areas={1: ReadArea(Read(60.0, OWN), own)}, total=Read(790.0, OWN))
    assert crosschecked(read, edition()) == read


def test_the_report_itself_stays_as_it_was() -> None:
    read = report(60, *FITTING)
    crosschecked(read, edition())
    assert read == report(60, *FITTING)


def test_a_name_and_a_year_outside_the_format_keep_no_figure_from_being_checked() -> None:
    odd = replace(report(60, *FITTING), municipality=Read(""), year=Read(1900), source="")
    assert "points" in doubted(odd)


def test_figures_outside_the_format_are_not_checked() -> None:
    read = report(480)
    assert crosschecked(read, edition()) == read


def test_decimals_are_checked_as_the_draft_writes_them() -> None:
    assert doubted(report(48.2, *FITTING)) == set()
    assert "points" in doubted(report(60.2, *FITTING))
    assert doubted(report(48, (2.2, 60), *FITTING[1:])) == {"1.1"}
    assert doubted(report(48, (2, 60.2), *FITTING[1:])) == {"1.1"}
    assert doubted(report(48, total=790.2)) == {"total", "points"}


def test_a_half_is_no_whole() -> None:
    # The sub-questions sum to 46.45–47.45: 47.5 can be that, 48 cannot.
    assert doubted(report(47.5, *FITTING[:4], (4, 40))) == set()
    assert doubted(report(48, *FITTING[:4], (4, 40))) != set()


def test_a_sub_question_with_one_of_the_figures_is_checked() -> None:
    assert doubted(report(48, *((points, None) for points, _ in FITTING))) == set()
    assert "1.1" in doubted(report(60, *((None, percent) for _, percent in FITTING)))
