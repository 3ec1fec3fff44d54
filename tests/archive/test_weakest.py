"""Where an evaluation is weakest."""

from __future__ import annotations

import pytest

from kompass_sphinx.archive.learning import (
    WeakQuestion,
    weakest_areas,
    weakest_of_all,
    weakest_of_area,
)
from tests.archive.neighbours import SAME_GROUP, with_percents
from tests.archives import archive_of, made_evaluation


def numbers(weak: tuple[WeakQuestion, ...]) -> list[str]:
    return [one.question.number for one in weak]


def test_weakest_are_those_farthest_below_the_median_at_most_three_an_area() -> None:
    reader = with_percents("Tingsryd", q4_1=10, q4_2=50, q4_3=40, q4_4=0, q4_5=49.5, q3_1=20)
    others = [with_percents(name, q4_1=30, q4_2=50, q4_3=90, q4_4=40, q4_5=50, q3_1=20) for name in SAME_GROUP]
    archive = archive_of(reader, *others)
    weak = weakest_of_area(archive, reader, 4)
    assert numbers(weak) == ["4.3", "4.4", "4.1"]
    assert [(one.percent, one.median, one.n) for one in weak] == [(40, 90, 6), (0, 40, 6), (10, 30, 6)]
    assert weakest_of_area(archive, reader, 3) == ()


@pytest.mark.parametrize(
    ("percents", "expected"),
    [
        ({"q4_1": 30, "q4_2": 20, "q4_3": 20}, ["4.2"]),
        ({"q4_1": 100, "q4_2": 100}, []),
        ({}, []),
    ],
)
def test_with_fewer_than_five_it_is_the_areas_own_lowest(percents: dict[str, float], expected: list[str]) -> None:
    reader = with_percents("Tingsryd", 2019, 2016, **percents)
    others = [with_percents(name, q4_1=90, q4_2=90, q4_3=90) for name in SAME_GROUP[:3]]
    weak = weakest_of_area(archive_of(reader, *others), reader, 4)
    assert numbers(weak) == expected
    assert all(one.median is None for one in weak)


def test_a_sub_question_with_points_alone_is_never_the_weakest() -> None:
    reader = made_evaluation(areas={4: {"questions": {"4.1": {"points": 0}, "4.2": {"percent": 30}}}})
    assert numbers(weakest_of_area(archive_of(reader), reader, 4)) == ["4.2"]


def test_the_weakest_of_all_areas_are_the_weakest_of_each_those_with_a_median_first() -> None:
    reader = with_percents("Tingsryd", q1_1=1, q2_1=40, q4_1=30, q4_2=35, q5_1=10)
    others = [with_percents(name, q2_1=50, q4_1=60, q4_2=60, q5_1=90) for name in SAME_GROUP]
    assert numbers(weakest_of_all(archive_of(reader, *others), reader)) == ["5.1", "4.1", "4.2"]
    assert numbers(weakest_of_all(archive_of(reader), reader)) == ["1.1", "5.1", "4.1"]


def test_of_equally_weak_ones_the_first_by_number_wherever_the_file_has_it() -> None:
    reader = with_percents("Tingsryd", q5_1=10, q4_10=10, q4_2=10, q1_1=10)
    assert numbers(weakest_of_all(archive_of(reader), reader)) == ["1.1", "4.2", "5.1"]


def test_weakest_areas() -> None:
    points = {1: 50, 2: 40, 3: 30, 4: 60}
    reader = made_evaluation(areas=points)
    others = [made_evaluation(name, areas={1: 80, 2: 60, 3: 55, 4: 60}) for name in SAME_GROUP]
    assert [one.area.number for one in weakest_areas(archive_of(reader, *others), reader)] == [1, 3, 2]
    assert [one.area.number for one in weakest_areas(archive_of(reader), reader)] == [3, 2, 1]


def test_an_area_at_its_median_is_not_weak() -> None:
    reader = made_evaluation(areas={3: 29, 4: 60})
    others = [made_evaluation(name, areas={3: 30, 4: 60}) for name in SAME_GROUP]
    (weak,) = weakest_areas(archive_of(reader, *others), reader)
    assert (weak.area.number, weak.points, weak.median, weak.n) == (3, 29, 30, 6)
