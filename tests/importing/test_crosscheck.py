"""Figures held against each other before a draft is written."""

from __future__ import annotations

from kompass_sphinx.importing.crosscheck import crosschecked
from kompass_sphinx.importing.doubts import Doubt
from kompass_sphinx.importing.readings import Read
from kompass_sphinx.importing.report import ReadArea, ReadScore, Report
from tests.importing.snippets import edition

OWN = Doubt("Its own.")


def report(points: float, *scores: tuple[float, float], total: float | None = None) -> Report:
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
    assert doubted(report(48, *FITTING, total=790)) == {"total", "points"}


def test_a_doubt_of_their_own_stays() -> None:
    read = report(60, *FITTING)
    read.areas[1] = ReadArea(Read(60.0, OWN), read.areas[1].scores)
    points = crosschecked(read, edition()).areas[1].points
    assert points is not None
    assert points.doubt == OWN


def test_figures_outside_the_format_are_not_checked() -> None:
    read = report(480)
    assert crosschecked(read, edition()) == read


def test_decimals_are_checked_as_the_draft_writes_them() -> None:
    assert doubted(report(48.2, *FITTING)) == set()
