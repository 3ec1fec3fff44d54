"""Headings of strengths and of improvements, and of what ends them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.importing.finding_headings import finding_headings
from tests.importing.snippets import flow_of

LONG = "Kommunen har mycket att vara glad över i den här påhittade texten. " * 6


def kinds(*lines: str) -> list[tuple[str, ...]]:
    return [one.kinds for one in finding_headings(flow_of(*lines))]


@pytest.mark.parametrize(
    "line",
    [
        "Styrkor",
        "STYRKOR:",
        "Starka sidor",
        "Exempel på styrkor",
        "4.2 Styrkor",
        "• Styrkor",
        "Styrkor, forts.",
        "Styrkor (fortsättning)",
        "Styrkr",
        "Styrkar",
    ],
)
def test_headings_of_strengths(line: str) -> None:
    assert kinds(line) == [("strengths",)]


@pytest.mark.parametrize(
    "line",
    [
        "Förbättringsområden",
        "FÖRBÄTTRINGSMÖJLIGHETER",
        "Utvecklingsområden:",
        "Forbattringsomraden",
        "Förbättrngsområden",
    ],
)
def test_headings_of_improvements(line: str) -> None:
    assert kinds(line) == [("improvements",)]


@pytest.mark.parametrize("line", ["Sammanfattning", "GODA EXEMPEL", "Område 3", "Kommentarer:"])
def test_headings_that_end_a_list(line: str) -> None:
    assert kinds(line) == [()]


@pytest.mark.parametrize(
    "line", ["styrkor", "Styrkor finns i kommunen.", "Kommunens många Styrkor", "Styrningen", "Våra styrkor och mer"]
)
def test_the_words_within_a_sentence_are_no_heading(line: str) -> None:
    assert kinds(line) == []


def test_in_a_line_whose_line_feeds_were_lost_a_heading_stands_before_a_capital() -> None:
    flow = flow_of(f"{LONG}Styrkor Tydlig plan. Förbättringsområden Mer dialog.")
    assert [one.kinds for one in finding_headings(flow)] == [("strengths",), ("improvements",)]
    starts = [flow.text[one.end :].split()[0] for one in finding_headings(flow)]
    assert starts == ["Tydlig", "Mer"]
    assert kinds(f"{LONG}Sammanfattning Kommunen har") == [()]
    assert kinds("Här finns en Sammanfattning Kommunen har") == []


def test_two_headings_beside_each_other_are_one_of_both_kinds() -> None:
    assert kinds("Styrkor\tFörbättringsområden") == [("strengths", "improvements")]
    assert kinds("UTVECKLINGSOMRÅDEN \t STARKA SIDOR") == [("improvements", "strengths")]
    assert kinds("Styrkor Förbättringsområden") == [("strengths", "improvements")]


def test_text_begins_after_the_heading() -> None:
    flow = flow_of("Styrkor:", "• Ett")
    (heading,) = finding_headings(flow)
    assert flow.text[heading.end :].strip() == "• Ett"


@given(st.lists(st.text(alphabet="Styrkorfbätingsmåden: \t•A", max_size=40), max_size=5))
def test_any_text_has_headings_in_order_within_it(lines: list[str]) -> None:
    flow = flow_of(*lines)
    found = finding_headings(flow)
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all(0 <= one.start < one.end <= len(flow.text) for one in found)


def test_a_heading_with_text_before_it_stands_within_a_line() -> None:
    flow = flow_of("Styrkor", "• Ett", f"{LONG}Styrkor Tydlig plan", f"{LONG}Förbättringsområden", "• Två", "Styrkor")
    assert [one.is_within for one in finding_headings(flow)] == [False, True, True, False]


def test_at_the_end_of_a_line_the_words_head_the_items_below_alone() -> None:
    assert kinds("Det som är bra. Styrkor", "• Ett") == [("strengths",)]
    assert kinds("Det som är bra. Styrkor", "Ett") == []
