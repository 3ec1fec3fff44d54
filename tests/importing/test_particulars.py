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
