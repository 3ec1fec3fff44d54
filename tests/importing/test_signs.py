"""Letters, spaces and list signs in one way of writing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.importing.document import BULLET
from kompass_sphinx.importing.signs import as_item, tidy


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("o\u0308ppen", "öppen"),
        ("a¨rende, O¨ver", "ärende, Över"),
        ("f¨or ˚aret", "för året"),
        ("eﬀektiv ﬁxerad ﬂora", "effektiv fixerad flora"),
        ("12\u00a0000\u2009kr", "12 000 kr"),
        ("demo\u00adkrati", "demokrati"),
        ("2010\u00ad2016", "2010-2016"),
        ("e\u2011post", "e-post"),
        ("a\u200bb\ufeffc\x07d", "abcd"),
        ("  två   ord  ", "två ord"),
        ("cell \t cell", "cell\tcell"),
        ("\t48", "\t48"),
    ],
)
def test_one_way_of_writing(written: str, read: str) -> None:
    assert tidy(written) == read


@pytest.mark.parametrize(
    "sign", ["•", "–", "-", "·", "o", "▪", "➢", "*", "\uf0b7", "\uf0a7", "§", "✓", "(cid:127)", "—", "●"]
)
def test_list_signs(sign: str) -> None:
    assert as_item(f"{sign} Påhittad styrka") == f"{BULLET}Påhittad styrka"
    assert as_item(f"{sign}\tPåhittad styrka") == f"{BULLET}Påhittad styrka"
    assert as_item(sign) == BULLET


@pytest.mark.parametrize("text", ["-5 procent", "§ 7 Ärende", "område", "1. Först", "*fet*"])
def test_what_is_no_list_sign(text: str) -> None:
    assert as_item(text) == text


def test_a_sign_without_a_space() -> None:
    assert as_item("•Påhittad") == "• Påhittad"
    assert as_item("\uf0b7Påhittad") == "• Påhittad"


def test_signs_of_lost_fonts_inside_a_line_are_dropped() -> None:
    assert as_item("pil \uf0e0 och (cid:3) annat") == "pil  och  annat"


@given(st.text())
def test_tidied_text_stays_as_it_is(text: str) -> None:
    once = tidy(text)
    assert unicodedata.is_normalized("NFC", once)
    assert tidy(once) == once
