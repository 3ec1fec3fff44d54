"""Dates, how many were interviewed, whether it was the first evaluation."""

from __future__ import annotations

from typing import Any

import pytest

from kompass_sphinx.importing.particulars import (
    MONTHS,
    recognise_first,
    recognise_interviews,
    recognise_publication,
    recognise_visit,
)
from kompass_sphinx.importing.readings import Read
from tests.importing.snippets import flow_of


def told(read: Read[Any] | None) -> tuple[object, bool] | None:
    """The value, and whether it is in doubt."""
    return None if read is None else (read.value, read.doubt is not None)


@pytest.mark.parametrize(
    "text",
    [
        "Besöket gjordes i maj 2016.",
        "Intervjuerna ägde rum den 3-4 maj 2016.",
        "3 – 4 maj 2016",
        "Utvärderingen i MAJ 2016",
    ],
)
def test_a_visit_is_a_month_beside_its_word_or_a_row_of_days(text: str) -> None:
    assert told(recognise_visit(flow_of(text))) == ("2016-05", False)


@pytest.mark.parametrize("text", ["Budgeten för maj 2016.", "Besöket gick bra.\nI maj 2016", "den 4 maj 2016"])
def test_other_months_are_no_visit(text: str) -> None:
    assert told(recognise_visit(flow_of(text))) is None


def test_several_months_leave_a_doubt_and_days_count_first() -> None:
    read = recognise_visit(flow_of("Besöket planerades i april 2016.", "3–4 maj 2016"))
    assert told(read) == ("2016-05", True)
    assert read is not None
    assert read.doubt is not None
    assert read.doubt.values == {"dates": "2016-04, 2016-05"}


def test_every_month_has_its_number() -> None:
    found = [recognise_visit(flow_of(f"1-2 {month} 2016")) for month in MONTHS]
    assert [read.value for read in found if read] == [f"2016-{number:02}" for number in range(1, 13)]


@pytest.mark.parametrize("text", ["2016-06-01", "den 1 juni 2016", "Stockholm 1 Juni 2016"])
def test_the_publication_is_a_date_on_the_front(text: str) -> None:
    assert told(recognise_publication(flow_of(text), 2016)) == ("2016-06-01", False)


@pytest.mark.parametrize(
    "text", ["2016-06-31", "2014-06-01", "2018-06-01", "3-4 juni 2016", "12016-06-01", "juni 2016"]
)
def test_a_date_that_cannot_be_is_none(text: str) -> None:
    assert told(recognise_publication(flow_of(text), 2016)) is None


def test_a_date_after_the_front_is_none_and_two_leave_a_doubt() -> None:
    assert told(recognise_publication(flow_of("Text. " * 500, "2016-06-01"), 2016)) is None
    assert told(recognise_publication(flow_of("2016-06-01", "2017-01-09"), 2016)) == ("2016-06-01", True)
    assert told(recognise_publication(flow_of("2016-06-01", "2016-06-01"), None)) == ("2016-06-01", False)


@pytest.mark.parametrize(
    "text",
    [
        "Intervjuer har gjorts med cirka 30 personer.",
        "Sammanlagt 30 personer har intervjuats.",
        "Ett 30-tal medarbetare intervjuades.",
        "Intervjuerna omfattade totalt 30 personer",
    ],
)
def test_how_many_were_interviewed(text: str) -> None:
    assert told(recognise_interviews(flow_of(text))) == (30, False)


def test_other_counts_are_not_of_interviews_and_two_leave_a_doubt() -> None:
    assert told(recognise_interviews(flow_of("Kommunen har 30 personer i staben."))) is None
    assert told(recognise_interviews(flow_of("2 personer intervjuades."))) is None
    both = flow_of("30 personer intervjuades.", "Sammanlagt 40 personer intervjuades.")
    assert told(recognise_interviews(both)) == (30, True)


def test_whether_it_was_the_first() -> None:
    assert told(recognise_first(flow_of("Det är kommunens första utvärdering."))) == (True, False)
    assert told(recognise_first(flow_of("Det är kommunens tredje Kommunkompass."))) == (False, False)
    both = flow_of("Kommunens första utvärdering gjordes 2008.", "Detta är kommunens andra utvärdering.")
    assert told(recognise_first(both)) == (True, True)
    assert told(recognise_first(flow_of("Kommunen gjorde sin första utvärdering."))) == (True, True)
    assert told(recognise_first(flow_of("Det första mötet om utvärderingen."))) is None


def visit(text: str) -> object:
    return told(recognise_visit(flow_of(text)))


def publication(*lines: str, year: int | None = 2016) -> tuple[object, bool] | None:
    return told(recognise_publication(flow_of(*lines), year))


def interviews(text: str) -> tuple[object, bool] | None:
    return told(recognise_interviews(flow_of(text)))


@pytest.mark.parametrize("month", MONTHS)
def test_every_month_is_known_in_every_kind_of_date(month: str) -> None:
    number = f"2016-{MONTHS.index(month) + 1:02}"
    assert visit(f"Utvärderingen gjordes i {month} 2016.") == (number, False)
    assert visit(f"Utvärderingen gjordes i {month} år 2016.") == (number, False)
    assert publication(f"den 7 {month.upper()} 2016") == (f"{number}-07", False)


@pytest.mark.parametrize(
    "text",
    ["Intervju i maj 2016", "Platsbesöket i maj 2016", "BESÖK: maj 2016", "3 och 4 maj 2016", "3 till 14 Maj 2016"],
)
def test_a_visit_has_many_words(text: str) -> None:
    assert visit(text) == ("2016-05", False)


@pytest.mark.parametrize(
    "text", ["Besöket på Mittmaj 2016.", "Besöket i maj 20161.", "103-4 maj 2016", "3-4 maj 20161", "3-104 maj 2016"]
)
def test_parts_of_words_and_numbers_are_no_visit(text: str) -> None:
    assert visit(text) is None


def test_a_month_far_behind_the_word_is_another_matter() -> None:
    assert visit(f"Besök{' x' * 59} maj 2016") == ("2016-05", False)
    assert visit(f"Besök{' x' * 60} maj 2016") is None


@pytest.mark.parametrize("text", ["3– 4 juni 2016", "3–14 juni 2016", "104 juni 2016", "4 juni 20161"])
def test_days_and_parts_of_numbers_are_no_publication(text: str) -> None:
    assert publication(text) is None
    assert publication("2016-06-011") is None
    assert publication("2016-06-01-2") is None


def test_a_publication_is_of_the_evaluations_year_or_the_next() -> None:
    assert [publication(f"{year}-06-01") is not None for year in (2015, 2016, 2017, 2018)] == [False, True, True, False]
    assert publication("2012-06-01", year=None) == ("2012-06-01", False)


def test_the_first_date_counts_and_the_doubt_tells_all_in_their_order() -> None:
    read = recognise_publication(flow_of("2017-01-09", "2016-06-01", "2016-11-30", "2016-06-01"), 2016)
    assert told(read) == ("2017-01-09", True)
    assert read is not None
    assert read.doubt is not None
    assert read.doubt.values == {"dates": "2016-06-01, 2016-11-30, 2017-01-09"}


def test_days_count_before_other_words_wherever_they_stand() -> None:
    read = recognise_visit(flow_of("Utvärderingen planerades i juni 2016.", "3-4 maj 2016", "Intervju i april 2016"))
    assert told(read) == ("2016-05", True)
    read = recognise_visit(flow_of("Utvärderingen planerades i juni 2016.", "Intervju i april 2016"))
    assert told(read) == ("2016-06", True)


@pytest.mark.parametrize(
    "text",
    [
        *(f"Intervjuer har gjorts med {word} 30 intervjuade." for word in ("ett", "cirka", "ca", "ca.", "omkring")),
        *(f"Intervjuer gjordes, {word} 30." for word in ("ungefär", "drygt", "knappt", "totalt", "sammanlagt", "med")),
        "INTERVJU MED 30",
        "Intervjuer med ett 30-tal",
        "Intervjuer med ett 30 tal",
        "30 INTERVJUER genomfördes",
        "30-tal intervjuer har genomförts",
        "30 – tal medarbetare i en intervju",
    ],
)
def test_interviews_have_many_words(text: str) -> None:
    assert interviews(text) == (30, False)


@pytest.mark.parametrize(
    "text",
    [
        "Intervjuer med 1300 svar",
        "Intervjuer hölls vidmed 30",
        "Intervjuer hölls med 30an",
        "Intervjuer hölls.\nKommunen har cirka 30 chefer",
        "30 personerna intervjuades",
        "30 personer. Intervjuer hölls",
    ],
)
def test_other_figures_are_no_interviews(text: str) -> None:
    assert interviews(text) is None


def test_fewer_than_three_were_hardly_all_that_were_interviewed() -> None:
    assert interviews("3 personer intervjuades.") == (3, False)
    assert interviews("2 personer intervjuades, sedan 30 personer intervjuades.") == (30, False)


def test_the_counts_are_told_in_their_order() -> None:
    read = recognise_interviews(flow_of("100 personer intervjuades.", "Sammanlagt 40 personer intervjuades."))
    assert told(read) == (100, True)
    assert read is not None
    assert read.doubt is not None
    assert read.doubt.values == {"figures": "40, 100"}


@pytest.mark.parametrize("ordinal", ["andra", "tredje", "fjärde", "femte", "sjätte", "ANDRA"])
@pytest.mark.parametrize("what", ["utvärdering", "kompass", "Kommunkompass", "mätning", "genomlysning"])
def test_later_evaluations_have_their_number(ordinal: str, what: str) -> None:
    assert told(recognise_first(flow_of(f"Det är kommunens {ordinal} {what}."))) == (False, False)


@pytest.mark.parametrize("whose", ["sin", "vår", "en", "den", "SIN", "i sin"])
@pytest.mark.parametrize("what", ["utvärdering", "Kommunkompass", "kompass"])
def test_a_first_one_may_be_another(whose: str, what: str) -> None:
    assert told(recognise_first(flow_of(f"Kommunen gjorde {whose} första {what}."))) == (True, True)
    assert told(recognise_first(flow_of("Texten första utvärdering"))) is None


def test_the_same_number_said_twice_leaves_no_doubt() -> None:
    both = flow_of("Kommunens första utvärdering.", "Det är KOMMUNENS FÖRSTA UTVÄRDERING.")
    assert told(recognise_first(both)) == (True, False)
