"""Where a report begins to speak of an area."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.importing.area_headings import AreaHeading, area_headings, sections
from tests.importing.snippets import edition, flow_of

BODY = "Påhittad text om området. " * 15


def headings(*lines: str, number: int = 2016) -> list[tuple[int, bool]]:
    return [(one.area, one.is_named) for one in area_headings(flow_of(*lines), edition(number))]


@pytest.mark.parametrize(
    "line",
    [
        "Område 3 Politisk styrning och kontroll",
        "Område 3: Politisk styrning och kontroll, 48 poäng",
        "OMRÅDE 3 POLITISK STYRNING OCH KONTROLL",
        "0mrade 3 Politisk styrning och kontroll",
        "Kriterium 3 Politisk styrning och kontroll",
        "3. Politisk styrning och kontroll",
        "3) Politisk  styrning\toch kontroll",
        "Politisk styrning och kontroll",
        "3.\tPolitisk styrning och kontroll\tUppnått\tMax",
        "Politisk styrning och kontrol",
        "3. Poltsk styrin o kotrol",
        "3.\tPoltsk styrin o kotrol\tUppnått\tMax",
    ],
)
def test_a_heading_is_a_number_or_a_name_nearly_as_the_edition_has_it(line: str) -> None:
    assert headings(line) == [(3, True)]


def test_a_number_without_its_name_is_a_heading_too() -> None:
    assert headings("Område 3") == [(3, False)]
    assert headings("0mråde 3") == [(3, False)]


@pytest.mark.parametrize(
    "line",
    [
        "Område 9",
        "Områden 3",
        "Poltsk styrin o kotrol",
        "4. Poltsk styrin o kotrol",
        "Politiker styr",
        "1.3 Politisk styrning och kontroll",
    ],
)
def test_other_lines_are_no_headings(line: str) -> None:
    assert headings(line) == []


def test_a_name_within_a_long_line_is_no_heading_without_its_number() -> None:
    assert headings("Om politisk styrning och kontroll står det mer på annan plats i den påhittade rapporten.") == []


def test_other_names_of_an_area_count_too() -> None:
    assert headings("2. Brukarfokus, tillgänglighet och bemötande") == [(2, True)]
    assert headings("Brukarfokus, tillgänglighet och bemötand") == [(2, True)]
    assert headings("7. Ständiga förbättringar", number=2010) == []


def test_headings_come_once_in_the_order_of_the_text() -> None:
    flow = flow_of("Område 2 Tillgänglighet och brukarorientering", BODY, "Område 1", BODY)
    found = area_headings(flow, edition())
    assert [one.area for one in found] == [2, 1]
    assert flow.text[found[0].start : found[0].end] == "Område 2 Tillgänglighet och brukarorientering"


def test_a_list_of_areas_is_no_text_on_them() -> None:
    listed = [f"Område {number}" for number in range(1, 9)]
    flow = flow_of(*listed, BODY, "Område 1", BODY, "Område 2", BODY)
    found = area_headings(flow, edition())
    assert len(found) == 10
    assert [one.area for one in sections(found, len(flow.text))] == [1, 2]


def test_a_short_slide_followed_by_the_same_area_is_text_on_it() -> None:
    flow = flow_of("Område 1", "Kort.", "Område 1", BODY)
    assert len(sections(area_headings(flow, edition()), len(flow.text))) == 2


def test_no_headings_are_no_sections() -> None:
    assert sections([], 100) == []


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(1, 400), st.integers(1, 8))))
def test_sections_are_headings_in_their_order(places: list[tuple[int, int, int]]) -> None:
    ordered, end = [], 0
    for gap, length, area in places:
        ordered.append(AreaHeading(end + gap, end + gap + length, area, is_named=True))
        end += gap + length
    kept = sections(ordered, end)
    rest = iter(ordered)
    assert all(one in rest for one in kept)


@given(st.lists(st.text(alphabet="Område 1238.:\tPolitisk styrning och kontroll\u2028", max_size=60), max_size=6))
def test_any_text_has_headings_that_do_not_overlap(lines: list[str]) -> None:
    flow = flow_of(*lines)
    found = area_headings(flow, edition())
    assert all(0 <= one.start <= one.end <= len(flow.text) for one in found)
    assert all(one.end < after.start for one, after in pairwise(found))
    assert set(sections(found, len(flow.text))) <= set(found)


def test_the_figures_beside_a_name_are_not_part_of_its_heading() -> None:
    flow = flow_of("Rubriker\tPoäng", "Politisk styrning och kontroll\t48", "\t3.\tPoltsk styrin o kotrol\t48")
    assert [flow.text[one.end :].split()[0] for one in area_headings(flow, edition(2016))] == ["48", "48"]
