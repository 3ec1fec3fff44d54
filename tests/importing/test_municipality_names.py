"""Where a text names municipalities."""

from __future__ import annotations

import pytest

from kompass_sphinx.importing.municipality_names import MunicipalityNames
from tests.archives import registry

NAMES = MunicipalityNames(registry(), has_lost_accents=False)
WITHOUT_ACCENTS = MunicipalityNames(registry(), has_lost_accents=True)


@pytest.mark.parametrize("text", ["Örebro", "i Örebros kommun", "ÖREBRO", "ÖREBROS", "(Örebro)", "Örebro kommun"])
def test_a_name_is_found_in_the_genitive_and_in_capitals(text: str) -> None:
    assert [one.name for one in NAMES.mentions(text)] == ["Örebro"]


@pytest.mark.parametrize("text", ["örebro", "Örebroare", "Orebro", "Nya-Örebro", "moraliskt", "Moraklocka"])
def test_a_name_within_a_word_or_without_its_capital_or_accent_is_none(text: str) -> None:
    assert list(NAMES.mentions(text)) == []


def test_the_longest_name_counts() -> None:
    assert [one.name for one in NAMES.mentions("Upplands Väsby och Väsby och Upplands-Bro")] == [
        "Upplands Väsby",
        "Upplands-Bro",
    ]


def test_kommun_or_stad_after_a_name_is_told() -> None:
    found = NAMES.mentions("Mora kommun, Malmö stads, Region Gotland, Orsa")
    assert [(one.name, one.has_kind) for one in found] == [
        ("Mora", True),
        ("Malmö", True),
        ("Gotland", False),
        ("Orsa", False),
    ]


def test_a_text_without_accents_names_those_that_have_them_but_names_as_they_stand_come_first() -> None:
    assert [one.name for one in WITHOUT_ACCENTS.mentions("Orebro, Habo och OREBRO")] == ["Örebro", "Habo", "Örebro"]


def test_only_a_stretch_is_searched_where_one_is_given() -> None:
    text = "Mora, Orsa, Mora"
    assert [text[one.start : one.end] for one in NAMES.mentions(text, 4, 11)] == ["Orsa"]
