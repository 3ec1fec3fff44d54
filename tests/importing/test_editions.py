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
