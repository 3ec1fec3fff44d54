"""What is done to the lines of every format."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.importing.document import Line
from kompass_sphinx.importing.lines import finished, joined


def done(*texts: str) -> list[str]:
    return [line.text for line in finished(Line(text) for text in texts)]


def test_a_word_split_at_the_end_of_a_line_is_put_together() -> None:
    assert done("en plan för demokrati-", "utveckling och annat") == ["en plan för demokratiutveckling", "och annat"]
    assert done("stark demokrati-", "utveckling") == ["stark demokratiutveckling"]
    assert done("gott IT-", "stöd finns") == ["gott IT-stöd", "finns"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ekonomi-", "och personalfrågor"),
        ("ekonomi-", "Område 2"),
        ("ekonomi-", "• utveckling"),
        ("ekonomi-", ""),
        ("mål –", "utveckling"),
        ("demokrati-\t2", "utveckling"),
    ],
)
def test_other_hyphens_stay(first: str, second: str) -> None:
    assert done(first, second)[0] == first


def test_a_sign_on_a_line_of_its_own_begins_the_next() -> None:
    assert done("\uf0b7", "Påhittad styrka", "•", "", "En till") == ["• Påhittad styrka", "• En till"]


def test_several_items_on_a_line_are_several_lines() -> None:
    assert done("• Ett • Två • Tre") == ["• Ett", "• Två", "• Tre"]


def test_a_list_in_a_row_of_a_table_stays_in_the_row() -> None:
    assert done("• Ett• Två\t37") == ["Ett; Två\t37"]


def test_empty_lines_come_one_at_a_time_and_not_at_the_ends() -> None:
    assert done("", "Ett", "", " ", "Två", "") == ["Ett", "", "Två"]


def paged(*lines: tuple[int, str]) -> list[tuple[int | None, str]]:
    return [(line.page, line.text) for line in finished(Line(text, page) for page, text in lines)]


def test_a_page_ends_a_paragraph() -> None:
    assert paged((1, "Ett"), (2, "Två")) == [(1, "Ett"), (1, ""), (2, "Två")]
    assert paged((1, "Ett"), (1, ""), (2, ""), (2, "Två")) == [(1, "Ett"), (1, ""), (2, "Två")]


def test_a_sentence_goes_on_over_the_page() -> None:
    assert paged((1, "Kommunen bör"), (1, ""), (2, "göra mer")) == [(1, "Kommunen bör"), (2, "göra mer")]
    assert paged((1, "stöd för demokrati-"), (2, "utveckling")) == [(1, "stöd för demokratiutveckling")]


def test_a_row_that_the_page_cuts_is_put_together() -> None:
    assert paged((1, "2.3\tHur sker\t8\t20"), (2, "\tdialog?"), (2, "\t\t52\t100")) == [
        (1, "2.3\tHur sker dialog?\t8\t20"),
        (1, ""),
        (2, "\t\t52\t100"),
    ]


def test_joined_lines_of_a_paragraph() -> None:
    assert joined(["Finns en plan för demokrati-", "utveckling och", "dialog?"]) == (
        "Finns en plan för demokratiutveckling och dialog?"
    )
    assert joined(["Finns en plan", "?"]) == "Finns en plan?"


@given(
    st.lists(
        st.tuples(st.sampled_from(["", "•", "- a", "ord", "ord-", "Ord", "a\t5", "\tb", "• x • y"]), st.integers(1, 3))
    )
)
def test_finished_lines_keep_their_form(lines: list[tuple[str, int]]) -> None:
    ordered = [Line(text, page) for text, page in sorted(lines, key=lambda line: line[1])]
    result = finished(ordered)
    assert all(one.text or other.text for one, other in pairwise(result))
    assert not result or (result[0].text and result[-1].text)
    pages = [line.page or 0 for line in result]
    assert pages == sorted(pages)
    words = "".join(line.text for line in ordered)
    assert all(sign in words for line in result for sign in line.text if sign.isalnum())
