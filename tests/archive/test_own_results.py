"""What those who are named got there themselves."""

from __future__ import annotations

from kompass_sphinx.archive.own_results import OwnPoints, own_points, own_result, result_at_home
from tests.archive.neighbours import with_percents
from tests.archives import archive_of, made_evaluation

PLACES = ((2016, "4.2"), (2010, "4.3"))


def test_an_own_result_is_of_the_edition_if_any_and_else_nearest_to_the_year() -> None:
    old = with_percents("Mark", 2012, 2010, q4_2=5, q4_3=10), with_percents("Mark", 2014, 2010, q4_3=20)
    new = with_percents("Mark", 2019, q4_2=30), with_percents("Mark", 2021, q4_2=40)
    other = with_percents("Ale", 2016, q4_2=99)
    for evaluations, edition, year, expected in (
        (old, 2016, 2012, old[0]),
        (old, 2016, 2013, old[0]),
        (old, 2016, 2015, old[1]),
        ((*old, *new), 2016, 2014, new[0]),
        ((*old, *new), 2016, 2021, new[1]),
        ((*old, *new), 2010, 2021, old[1]),
    ):
        found = own_result(archive_of(*evaluations, other), "Mark", PLACES, edition, year)
        assert found is not None
        number = "4.3" if expected.edition == 2010 else "4.2"
        assert (found.evaluation, found.number) == (expected.reference, number)
        assert found.figures == expected.question_results[number]


def test_the_same_number_of_another_edition_is_no_result_of_ones_own() -> None:
    archive = archive_of(with_percents("Mark", 2012, 2010, q4_2=5), with_percents("Mark", q4_3=10))
    assert own_result(archive, "Mark", PLACES, 2016, 2019) is None
    assert own_result(archive, "Ale", PLACES, 2016, 2019) is None


def test_own_points_are_those_of_the_area_of_the_theme() -> None:
    mark = made_evaluation("Mark", 2014, 2010, areas={4: 40, 5: 50})
    found = own_points(archive_of(mark), "Mark", "ledarskap", 2016, 2019)
    assert found is not None
    assert (found.evaluation, found.points) == (mark.reference, 40)
    both = archive_of(mark, made_evaluation("Mark", 2019, areas={4: 30}))
    assert [own_points(both, "Mark", "ledarskap", edition, 2014) for edition in (2010, 2016)] == [
        OwnPoints(mark.reference, 40),
        OwnPoints(both.evaluations["mark", 2019].reference, 30),
    ]
    assert own_points(archive_of(made_evaluation("Mark", areas={5: 50})), "Mark", "ledarskap", 2016, 2019) is None


def test_the_result_at_home_is_of_that_evaluation_and_of_what_the_praise_is_about() -> None:
    area = {"points": 61, "questions": {"4.3": {"percent": 70}, "4.4": {"points": 7}}}
    archive = archive_of(made_evaluation("Mark", 2019, areas={1: 10, 4: area}), with_percents("Mark", 2017, q4_3=5))
    assert result_at_home(archive, "Mark", 2019, "4.3", 4) == (70, 61)
    assert result_at_home(archive, "Mark", 2019, "4.4", 5) == (None, None)
    assert result_at_home(archive, "Mark", 2019, None, None) == (None, None)
    assert result_at_home(archive, "Mark", 2017, "4.3", 4) == (5, None)
