"""Estimated widths and the wrapping of labels."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath

from kompass_sphinx.charts.text_width import text_width, wrap_two

WORDS = st.lists(st.text("abcåäöMW-/", min_size=1, max_size=14), min_size=1, max_size=9)


def test_a_label_of_swedish_words_is_estimated_near_its_width_in_a_wide_face() -> None:
    """DejaVu Sans is about a tenth wider than the widest face the estimate is for."""
    label = "6 Kommunen som arbetsgivare - personalpolitik"
    drawn = TextPath((0, 0), label, size=100, prop=FontProperties(family="DejaVu Sans")).get_extents().width / 100
    assert 0.85 * drawn < text_width(label) < 1.05 * drawn


def test_bold_is_wider() -> None:
    assert text_width("2014", bold=True) > text_width("2014")


@given(WORDS, st.floats(1, 30))
def test_wrapping_keeps_the_words_and_uses_two_lines_at_most(words: list[str], width: float) -> None:
    lines = wrap_two(" ".join(words), width)
    assert " ".join(lines) == " ".join(words)
    assert len(lines) <= 2


@given(WORDS, st.floats(1, 30))
def test_a_text_is_divided_only_when_it_must_be_and_so_that_it_fits_if_it_can(words: list[str], width: float) -> None:
    lines = wrap_two(" ".join(words), width)
    if text_width(" ".join(words)) <= width:
        assert len(lines) == 1
    elif len(words) > 1:
        assert len(lines) == 2
        divisions = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
        if any(max(map(text_width, pair)) <= width for pair in divisions):
            assert max(map(text_width, lines)) <= width


def test_the_first_line_is_as_full_as_it_can_be() -> None:
    assert wrap_two("aaa bbb ccc ddd", text_width("aaa bbb ccc")) == ("aaa bbb ccc", "ddd")
