from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from kompass_sphinx.model import scalars

ADAPTERS: dict[str, TypeAdapter[Any]] = {
    name: TypeAdapter(getattr(scalars, name))
    for name in (
        "AreaNumber", "Count", "FullDate", "PartialDate", "Percent", "Points",
        "QuestionNumber", "Text", "Total", "Truth", "Url", "Year",
    )
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("Points", "74.5", 74.5),
        ("Points", "0", 0),
        ("Points", "100", 100),
        ("Total", "800", 800),
        ("Percent", "100", 100),
        ("Count", "40", 40),
        ("Year", "2019", 2019),
        ("Truth", "true", True),
        ("Truth", "false", False),
        ("PartialDate", "2019-03", "2019-03"),
        ("PartialDate", "2002-01", "2002-01"),
        ("PartialDate", "2099-12", "2099-12"),
        ("FullDate", "2020-02-29", "2020-02-29"),
        ("AreaNumber", "8", 8),
        ("QuestionNumber", "1.10", "1.10"),
        ("Year", "2099", 2099),
        ("Text", "X\n X", "X X"),
        ("Text", "å" * 2000, "å" * 2000),
        ("Text", "  två\n rader\u00a0här ", "två rader här"),
        ("Url", "https://www.ale.se/x?y=1", "https://www.ale.se/x?y=1"),
    ],
)
def test_text_becomes_a_value(kind: str, value: str, expected: object) -> None:
    assert ADAPTERS[kind].validate_python(value) == expected


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        ("Points", "74,5", "wrong-type"),
        ("Points", "-1", "wrong-type"),
        ("Points", "74.25", "wrong-type"),
        ("Points", "1e2", "wrong-type"),
        ("Points", "٤٨", "wrong-type"),
        ("Points", "100.5", "out-of-range"),
        ("Points", True, "wrong-type"),
        ("Points", ["48"], "wrong-type"),
        ("Total", "801", "out-of-range"),
        ("Count", ["4"], "wrong-type"),
        ("Count", 4.0, "wrong-type"),
        ("Count", "0", "out-of-range"),
        ("Count", "4.0", "wrong-type"),
        ("Count", True, "wrong-type"),
        ("Year", "2001", "out-of-range"),
        ("Year", "19", "wrong-type"),
        ("Truth", "ja", "wrong-type"),
        ("Truth", "True", "wrong-type"),
        ("PartialDate", "2019", "wrong-type"),
        ("PartialDate", "2019-13", "wrong-type"),
        ("PartialDate", "1999-01", "out-of-range"),
        ("PartialDate", ["2019-03"], "wrong-type"),
        ("PartialDate", "2100-01", "out-of-range"),
        ("FullDate", "2019-02-29", "wrong-type"),
        ("FullDate", "2019-03", "wrong-type"),
        ("FullDate", "6 maj 2019", "wrong-type"),
        ("AreaNumber", "9", "unknown-area"),
        ("AreaNumber", ["1"], "wrong-type"),
        ("QuestionNumber", "1", "unknown-question"),
        ("QuestionNumber", "9.1", "unknown-question"),
        ("QuestionNumber", "1.٢", "unknown-question"),
        ("QuestionNumber", ["1"], "wrong-type"),
        ("Text", " \n", "empty-value"),
        ("Text", ["x"], "wrong-type"),
        ("Text", "a\u00adb", "control-character"),
        ("Text", "a\u2028b", "control-character"),
        ("Text", "a\x1db", "control-character"),
        ("Text", "å" * 2001, "too-large"),
        ("Url", "javascript:alert(1)", "unsafe-url"),
        ("Url", "//ale.se", "unsafe-url"),
        ("Url", "www.ale.se", "unsafe-url"),
        ("Url", "https://", "unsafe-url"),
        ("Url", "https://[x", "unsafe-url"),
        ("Url", "https://ale.se/a b", "unsafe-url"),
    ],
)
def test_what_is_refused_and_why(kind: str, value: object, code: str) -> None:
    with pytest.raises(ValidationError) as raised:
        ADAPTERS[kind].validate_python(value)
    assert [error["type"] for error in raised.value.errors()] == [code]


@given(st.text())
def test_text_is_one_line_that_can_be_printed_or_is_refused(text: str) -> None:
    try:
        value = ADAPTERS["Text"].validate_python(text)
    except ValidationError:
        return
    assert value.isprintable()
    assert value == " ".join(text.split())


@given(st.text())
def test_an_address_is_http_or_refused(text: str) -> None:
    try:
        value = ADAPTERS["Url"].validate_python(text)
    except ValidationError:
        return
    assert value.lower().startswith(("http://", "https://"))


@pytest.mark.parametrize(
    ("kind", "value", "low", "high"),
    [
        ("Points", "101", 0, 100),
        ("Percent", "101", 0, 100),
        ("Total", "801", 0, 800),
        ("Count", "0", 1, 999999),
        ("Year", "2001", 2002, 2099),
        ("PartialDate", "1999-01", 2002, 2099),
    ],
)
def test_what_is_out_of_range_is_told_the_range(kind: str, value: str, low: int, high: int) -> None:
    with pytest.raises(ValidationError) as raised:
        ADAPTERS[kind].validate_python(value)
    assert [error["ctx"] for error in raised.value.errors()] == [{"low": low, "high": high}]
