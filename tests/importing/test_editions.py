"""Which edition a report used."""

from __future__ import annotations

import pytest

from kompass_sphinx.importing.editions import recognise_edition
from tests.archives import catalogue
from tests.importing.snippets import edition, flow_of


def told(*lines: str, year: int | None) -> tuple[int, str]:
    read = recognise_edition(flow_of(*lines), catalogue(), year)
    return read.value, read.doubt.message if read.doubt else ""


def names(number: int) -> list[str]:
    return [f"{area.number}. {area.name}" for area in edition(number).areas.values()]


@pytest.mark.parametrize(("number", "year"), [(2002, 2005), (2010, 2013), (2016, 2018), (2020, 2022)])
def test_the_names_of_the_areas_tell_the_edition(number: int, year: int) -> None:
    assert told(*names(number), year=year) == (number, "")
    assert told(*names(number), year=None) == (number, "")


def test_maximums_weigh_more_than_names() -> None:
    rows = [
        f"{question.number} Påhittad fråga?\t1\t{question.maximum}"
        for area in edition(2016).areas.values()
        for question in area.questions.values()
    ]
    assert told(*names(2010), *rows, year=2016) == (2016, "")


def test_an_edition_that_was_not_in_use_leaves_a_doubt() -> None:
    value, doubt = told(*names(2002), year=2018)
    assert (value, bool(doubt)) == (2002, True)


def test_where_several_fit_the_year_tells_with_a_doubt() -> None:
    assert told("3. Politisk styrning och kontroll", year=2012)[0] == 2010
    value, doubt = told("3. Politisk styrning och kontroll", year=2018)
    assert (value, bool(doubt)) == (2016, True)


def test_where_nothing_tells_it_is_the_newest_with_a_doubt() -> None:
    value, doubt = told("Text", year=None)
    assert (value, bool(doubt)) == (2020, True)
    value, doubt = told("Text", year=2005)
    assert (value, bool(doubt)) == (2002, True)


def rows(number: int, area: int) -> list[str]:
    return [f"{one.number} Påhittad fråga?\t1\t{one.maximum}" for one in edition(number).areas[area].questions.values()]


def test_the_doubts_differ() -> None:
    nothing = "Nothing in the report says which edition it used."
    by_year = "Told by the year; the areas fit several editions."
    several = "3. Politisk styrning och kontroll"
    assert told("Text", year=None) == (2020, nothing)
    assert told("Text", year=2001) == (2020, nothing)
    assert told("Text", year=2005) == (2002, by_year)
    assert told("Text", year=2018) == (2016, by_year)
    assert told(several, year=2018) == (2016, by_year)
    assert told(several, year=None) == (2010, by_year)
    assert told(several, year=2005) == (2010, by_year)


def test_an_edition_that_was_not_in_use_is_told_with_the_year() -> None:
    read = recognise_edition(flow_of(*names(2002)), catalogue(), 2018)
    assert read.doubt is not None
    assert read.doubt.values == {"edition": "2002", "year": "2018"}


@pytest.mark.parametrize(
    ("year", "number"),
    [(2002, 2002), (2009, 2002), (2010, 2010), (2015, 2010), (2016, 2016), (2019, 2016), (2020, 2020)],
)
def test_an_edition_is_in_use_from_its_first_year_to_its_last(year: int, number: int) -> None:
    assert told("Text", year=year)[0] == number
    assert told(*names(number), year=year) == (number, "")


def test_a_maximum_weighs_more_than_a_name_and_less_than_two() -> None:
    # Only in 2016 has 5.2 a maximum of 25.
    maximum = "5.2 Påhittad fråga?\t1\t25"
    first, second = "5. Kontroll och rapportering", "4. Ledning, decentralisering och delegering"
    assert told(first, maximum, year=None) == (2016, "")
    assert told(first, second, maximum, year=None) == (2002, "")


def test_a_figure_that_is_no_maximum_says_nothing() -> None:
    assert told("5.2 Påhittad fråga?\t1\t24", year=None)[0] == 2020
    assert told(*rows(2016, 5), year=None) == (2016, "")


def test_a_name_counts_once_and_a_number_alone_not_at_all() -> None:
    twice = ["7. Ständiga förbättringar"] * 2
    assert (
        told("5. Kontroll och rapportering", *twice, year=None)[1]
        == "Told by the year; the areas fit several editions."
    )
    assert told("Område 5", year=None)[1] == "Nothing in the report says which edition it used."


def test_full_points_in_a_table_without_maximums_tell_nothing() -> None:
    new, old = edition(2016), edition(2010)
    rows = []
    full = 0
    for question in (question for area in new.areas.values() for question in area.questions.values()):
        other = old.question(question.number)
        is_full = full < 4 and other is not None and other.maximum != question.maximum
        full += is_full
        points = other.maximum if is_full and other is not None else 1
        rows.append(f"{question.number} Påhittad fråga?\t{points}")
    assert full
    assert told(*names(2016), *rows, year=2016) == (2016, "")
