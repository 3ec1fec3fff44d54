"""Texts as YAML scalars that mean exactly the text."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.writing.scalars import scalar

yaml_like = st.text(alphabet=":#-?[]{},&*!|>'\"%@` \n\tab1.~=<å\\")
any_text = st.one_of(st.text(), yaml_like)


def normalised(text: str) -> str:
    """The text on one line, with one space wherever there are signs that cannot be printed or white space."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def loaded(text: str) -> Any:
    return yaml.load(text, yaml.BaseLoader)


@given(any_text)
def test_a_scalar_is_read_as_its_text_alone_in_a_list_and_after_a_key(text: str) -> None:
    wanted, written = normalised(text), scalar(text)
    assert loaded(written) == wanted
    assert loaded(f"- {written}\n- {written}  # mark\n") == [wanted, wanted]
    assert loaded(f"a:\n  - b: {written}\n    c: {written}  # mark\n") == {"a": [{"b": wanted, "c": wanted}]}


@given(any_text)
def test_no_reader_takes_a_scalar_for_anything_but_text(text: str) -> None:
    assert yaml.safe_load(scalar(text)) == normalised(text)


@given(any_text)
def test_a_scalar_is_one_line(text: str) -> None:
    assert scalar(text).splitlines() == [scalar(text)]


@pytest.mark.parametrize("text", ["Offentlighet och demokrati", "Åre", "t.ex. 5 % (ungefär)", "a:b", "det är så"])
def test_text_that_is_safe_stands_plain(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    "text", ["", "2016", "- punkt", "nyckel: värde", "text # kommentar", "nej:", "yes", "Null", "'x", "~"]
)
def test_text_that_yaml_takes_for_more_stands_in_quotes(text: str) -> None:
    assert scalar(text) == "'" + text.replace("'", "''") + "'"
