"""Items of a list that were run together into one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.importing.splitting import inner_capitals, split_at_capitals

BEFORE_NAMES = [
    "i", "av", "med", "från", "på", "och", "för", "till", "hos", "om", "under", "över", "kring", "inom", "vid", "mot",
    "enligt", "utan", "mellan", "samt", "genom", "via", "eller", "såsom", "som", "exempelvis", "kommunen", "kommunens",
    "ENLIGT",
]  # fmt: skip


def test_a_capital_after_a_small_letter_begins_an_item() -> None:
    assert split_at_capitals("Tydlig plan Öppen dialog. God etik") == ["Tydlig plan", "Öppen dialog.", "God etik"]


@pytest.mark.parametrize(
    "text",
    [
        "Samverkan med Borås",
        "Dialog i Orsa och Mora",
        "Bra IT stöd",
        "Arbetet t.ex. Dialogen",
        "Kommunens Dialog AB"[10:],
        "en dialog om Europa",
    ],
)
def test_names_abbreviations_and_capitals_alone_begin_none(text: str) -> None:
    assert split_at_capitals(text) == [text]


@pytest.mark.parametrize(
    "text", ["Tydlig plan Öppen dialog", "Plan sedan 1992 Öppen dialog", "En (bra) plan Öppen dialog"]
)
def test_a_capital_within_a_sentence_is_another_items(text: str) -> None:
    assert inner_capitals(text) == 1
    assert inner_capitals(f"{text} Mer") == 2


@pytest.mark.parametrize(
    "text", ["Tydlig plan. Öppen dialog", "Samverkan med Borås", "Bra IT stöd", "Norra Påhitt leder", "Plan, Öppen"]
)
def test_a_new_sentence_or_a_name_is_not_another_item(text: str) -> None:
    assert inner_capitals(text) == 0


@pytest.mark.parametrize("word", BEFORE_NAMES)
def test_after_a_word_that_leads_up_to_a_name_a_capital_is_the_names(word: str) -> None:
    text = f"En dialog {word} Påhittad ort"
    assert split_at_capitals(text) == [text]
    assert inner_capitals(text) == 0
    assert split_at_capitals(f"En dialog {word}en Påhittad ort") == [f"En dialog {word}en", "Påhittad ort"]


@given(st.text())
def test_nothing_but_white_space_is_lost(text: str) -> None:
    parts = split_at_capitals(text)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(part == part.strip() != "" for part in parts)
