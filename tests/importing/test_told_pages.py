"""Pages of a text without pages, told by its running heads."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.importing.document import Document, Line
from kompass_sphinx.importing.told_pages import with_told_pages
from tests.importing.snippets import document_of

WORDS = [f"Påhittad rad {letter}" for letter in "abcdefghijklm"]


def told(*lines: str) -> list[tuple[int | None, str]]:
    return [(line.page, line.text) for line in with_told_pages(document_of(*lines)).lines]


def test_heads_that_count_go_and_number_the_lines_after_them() -> None:
    assert told("Sida 1", "Ett", "Sida 2", "Två", "Sida 3", "Tre") == [(1, "Ett"), (2, "Två"), (3, "Tre")]


def test_lines_before_the_first_head_are_on_the_page_before() -> None:
    assert told("Framsida", "Sida 2", "Två", "Sida 3", "Tre", "Sida 4", "Fyra")[0] == (1, "Framsida")
    assert told("Framsida", "Sida 1", "Ett", "Sida 2", "Två", "Sida 3", "Tre")[0] == (None, "Framsida")


def test_a_head_may_begin_the_line_of_a_whole_page() -> None:
    pages = [
        f"Påhittad rapport 2016 {page} {word} " + "mera text " * 50
        for page, word in ((2, "Ett"), (3, "Två"), (4, "Tre"))
    ]
    assert [(page, text[:8]) for page, text in told(*pages)] == [(2, "Ett mera"), (3, "Två mera"), (4, "Tre mera")]


def test_numbers_that_do_not_count_or_return_too_seldom_are_no_heads() -> None:
    for lines in (
        ("Sida 1", "Ett", "Sida 2", "Två", "Tre"),
        ("Poäng 48", "Ett", "Poäng 61", "Två", "Poäng 15", "Tre"),
        ("Område 1 av", "Ett", "Kriterium 2 av", "Två", "Avsnitt 3 av", "Tre"),
    ):
        assert told(*lines) == [(None, line) for line in lines]


def test_a_year_does_not_count_pages() -> None:
    lines = ("Budget 2014", "Ett", "Budget 2015", "Två", "Budget 2016", "Tre")
    assert told(*lines) == [(None, line) for line in lines]


def test_lone_numbers_count_pages_when_they_are_far_apart() -> None:
    far = [line for page in (1, 2, 3) for line in (str(page), *WORDS)]
    assert told(*far) == [(page, word) for page in (1, 2, 3) for word in WORDS]
    near = ("1", "Plan", "2", "Dialog", "3", "Etik")
    assert told(*near) == [(None, line) for line in near]


def test_numbers_of_questions_never_count_pages() -> None:
    lines = [line for question in (1, 2, 3, 4) for line in (f"1.{question}", *WORDS)]
    assert told(*lines) == [(None, line) for line in lines]


def test_pages_that_are_known_stay() -> None:
    document = Document(tuple(Line(text, 7) for text in ("Sida 1", "Sida 2", "Sida 3")))
    assert with_told_pages(document) == document


@given(st.lists(st.sampled_from(["Sida 1", "Sida 2", "Sida 3", "Sida 4", "1", "2 (3)", "1.1", "Text", ""])))
def test_nothing_but_heads_goes_and_the_rest_keeps_its_order(lines: list[str]) -> None:
    kept = [line.text for line in with_told_pages(document_of(*lines)).lines]
    rest = iter(lines)
    assert all(text in rest for text in kept)
    assert kept.count("Text") == lines.count("Text")
