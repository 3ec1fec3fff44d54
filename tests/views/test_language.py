"""Numbers, dates and lists as a Swede writes them; the catalogue itself is tested in tests/test_messages.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.language import MINUS, Language

FIGURE = st.integers(-1600, 1600).map(lambda halves: halves / 2)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (48, "48"),
        (48.0, "48"),
        (74.5, "74,5"),
        (0, "0"),
        (0.5, "0,5"),
        (-3, "−3"),
        (-0.5, "−0,5"),
        (551.25, "551,25"),
        (1234, "1234"),
    ],
)
def test_number(value: float, text: str) -> None:
    assert Language("sv").number(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(11.5, "+11,5"), (-3, "−3"), (-3.5, "−3,5"), (0, "±0"), (0.0, "±0"), (-0.0, "±0"), (3, "+3")]
)
def test_a_difference_has_its_sign(value: float, text: str) -> None:
    assert Language("sv").signed(value) == text


@given(FIGURE)
def test_a_number_reads_back_as_itself(value: float) -> None:
    text = Language("sv").number(value)
    assert float(text.replace(",", ".").replace(MINUS, "-")) == value
    assert "-" not in text


@given(FIGURE, FIGURE)
def test_a_difference_and_its_opposite_differ_in_the_sign_only(one: float, other: float) -> None:
    language = Language("sv")
    there, back = language.signed(one - other), language.signed(other - one)
    assert there[1:] == back[1:]
    assert {there[0], back[0]} in ({"+", MINUS}, {"±"})


def test_other_languages_have_their_own_decimal_sign() -> None:
    assert [Language(code).number(74.5) for code in ("sv", "nb", "en", "nowhere")] == ["74,5", "74,5", "74.5", "74.5"]


def test_what_a_language_lacks_is_said_in_english() -> None:
    assert Language("nowhere").gettext("too few") == "too few"
    assert Language("sv").gettext("a message that nobody wrote") == "a message that nobody wrote"


def test_a_percent_sign_stands_after_a_space_that_does_not_break() -> None:
    language = Language("sv")
    assert language.percent(15).replace("\N{NO-BREAK SPACE}", "_") == "15_%"
    assert language.percent(2.5).replace("\N{NO-BREAK SPACE}", "_") == "2,5_%"


@pytest.mark.parametrize(
    ("iso", "text"),
    [
        ("2019-05-06", "6 maj 2019"),
        ("2014-12", "december 2014"),
        ("2002-01-31", "31 januari 2002"),
        ("2020-02-29", "29 februari 2020"),
    ],
)
def test_date(iso: str, text: str) -> None:
    assert Language("sv").date(iso) == text


@pytest.mark.parametrize(
    ("items", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")]
)
def test_listing(items: list[str], text: str) -> None:
    assert Language("sv").listing(items) == text


def test_numbers_up_to_twelve_are_in_letters() -> None:
    language = Language("sv")
    assert [language.count(number) for number in (1, 2, 8, 12, 13, 290)] == ["en", "två", "åtta", "tolv", "13", "290"]


def test_the_thousands_of_a_count_are_apart() -> None:
    space = "\N{NO-BREAK SPACE}"
    expected = ["0", "290", f"1{space}008", f"10{space}506"]
    assert [Language("sv").digits(number) for number in (0, 290, 1008, 10506)] == expected
    assert Language("sv").count(1008) == f"1{space}008"


def test_only_the_first_letter_becomes_a_capital() -> None:
    language = Language("sv")
    assert [language.capitalized(text) for text in ("två", "åtta SKR", "")] == ["Två", "Åtta SKR", ""]


def test_plural() -> None:
    language = Language("sv")
    assert [language.ngettext("Source", "Sources", count) for count in (0, 1, 2)] == ["Källor", "Källa", "Källor"]
