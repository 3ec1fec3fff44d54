"""Where a text names an area at all."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.importing.area_mentions import area_mentions
from tests.importing.snippets import edition


def mentioned(text: str, number: int = 2016) -> list[tuple[int, str]]:
    return [(one.area, text[one.start : one.end]) for one in area_mentions(text, edition(number))]


def test_names_are_found_in_prose_and_tables_in_their_order() -> None:
    text = "Bäst är politisk styrning och kontroll, och Resultat och effektivitet\t48\nOffentlighet och demokrati\t61"
    assert mentioned(text) == [
        (3, "politisk styrning och kontroll"),
        (5, "Resultat och effektivitet"),
        (1, "Offentlighet och demokrati"),
    ]


def test_a_name_may_have_wrong_letters_lost_accents_and_a_line_feed() -> None:
    assert mentioned("Tillganglighet och\nbrukarorientring")[0][0] == 2


def test_other_names_count() -> None:
    assert mentioned("Brukarfokus, tillgänglighet och bemötande") == [(2, "Brukarfokus, tillgänglighet och bemötande")]


def test_of_names_that_overlap_one_counts() -> None:
    text = "Offentlighet och demokratisk kontroll och rapportering"
    assert [area for area, _ in mentioned(text, 2002)] == [1]
    assert [area for area, _ in mentioned(text[29:], 2002)] == [5]


def test_a_figure_ends_a_name() -> None:
    assert mentioned("Politisk 48 styrning och kontroll") == []


def test_words_of_their_own_are_no_names() -> None:
    assert mentioned("Kommunen har politisk kontroll och ständiga möten om resultat.") == []


@given(st.text(alphabet="politsk yrngchk rultefv 4\n.", max_size=80))
def test_mentions_do_not_overlap(text: str) -> None:
    found = area_mentions(text, edition())
    assert all(one.start < one.end for one in found)
    assert all(one.end <= after.start for one, after in pairwise(found))
