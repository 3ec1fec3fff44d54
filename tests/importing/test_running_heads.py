"""Heads and feet of pages are left out; nothing else is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.importing.document import Line
from kompass_sphinx.importing.running_heads import without_running_heads


def kept(*pages: list[str]) -> list[list[str]]:
    lines = [Line(text, number) for number, page in enumerate(pages, start=1) for text in page]
    left = without_running_heads(lines)
    return [[line.text for line in left if line.page == number] for number in range(1, len(pages) + 1)]


def body(number: int) -> list[str]:
    return [f"Början av stycke {'abcdefgh'[number]}", "mitten", "och mer", f"slutet {'abcdefgh'[number]}"]


def test_a_head_stays_only_where_it_stands_first() -> None:
    pages = kept(*[["Påhittad analys", *body(number)] for number in range(4)])
    assert pages == [["Påhittad analys", *body(0)], body(1), body(2), body(3)]


def test_page_numbers_go() -> None:
    assert kept(*[[*body(number), str(number + 1)] for number in range(4)]) == [body(number) for number in range(4)]
    assert kept(*[[*body(number), f"– {number + 3} –"] for number in range(4)]) == [body(number) for number in range(4)]


def test_a_head_that_counts_the_pages() -> None:
    pages = kept(*[[f"RAPPORT {number + 1} (27)", "2031-02-07", *body(number)] for number in range(4)])
    assert pages[1:] == [body(1), body(2), body(3)]


def test_figures_that_change_are_no_page_numbers() -> None:
    pages = [[*body(number), str(points)] for number, points in enumerate((48, 52, 50, 37))]
    assert kept(*pages) == pages
    pages = [[f"Resultat: {points} av 100", *body(number)] for number, points in enumerate((48, 52, 50, 37))]
    assert kept(*pages) == pages


def test_headings_of_every_area_stay() -> None:
    pages = [[heading, *body(number)] for number, heading in enumerate(["Styrkor", "Förbättringsområden"] * 3)]
    assert kept(*pages) == pages
    pages = [["Styrkor", *body(number)] for number in range(4)]
    assert kept(*pages) == pages


def test_areas_that_are_counted_as_the_pages_are_stay() -> None:
    pages = [[f"Område {number + 1}", *body(number)] for number in range(6)]
    assert kept(*pages) == pages


def test_what_repeats_inside_pages_stays() -> None:
    pages = [[*body(number), *body(number), "Allmänt", *body(number), *body(number)] for number in range(4)]
    assert kept(*pages) == pages


def test_lines_without_pages_stay() -> None:
    lines = [Line("Påhittad analys")] * 9
    assert without_running_heads(lines) == lines


def test_two_pages_are_too_few_to_tell() -> None:
    pages = [["Huvud", "text"], ["Huvud", "annat"]]
    assert kept(*pages) == pages


@given(st.lists(st.lists(st.sampled_from(["Huvud", "48", "Sida 1", "Styrkor", ""]), max_size=6), max_size=6))
def test_order_and_inner_lines_are_kept(pages: list[list[str]]) -> None:
    for before, after in zip(pages, kept(*pages), strict=True):
        rest = iter(before)
        assert all(text in rest for text in after)
        assert after.count("Styrkor") == before.count("Styrkor")
