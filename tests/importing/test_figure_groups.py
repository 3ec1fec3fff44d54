"""Figures that stand together."""

from __future__ import annotations

from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.importing.figure_groups import figure_groups

report_like = st.lists(
    st.sampled_from(["2", "15", "100", "7,5", "1.1", "2016", "%", " procent", " poäng", "\t", "\n", " ", "/", "av"])
).map("".join)


def values(text: str) -> list[list[float]]:
    return [[figure.value for figure in group] for group in figure_groups(text)]


@pytest.mark.parametrize(
    "text", ["2 15 13%", "2\t15\t13 %", "2 av 15 (13 procent)", "2/15 | 13 %", "2\n\n15\n\n13", "2 max 15; 13"]
)
def test_figures_with_signs_of_a_table_between_them_stand_together(text: str) -> None:
    assert values(text) == [[2, 15, 13]]


def test_words_part_figures() -> None:
    assert values("2 av 15 men sedan 3") == [[2, 15], [3]]


@pytest.mark.parametrize("text", ["2016", "1.1.2", "§ 4a", "§4", "a15", "15a", "2.345", "1 000 000"[2:], "F3"])
def test_numbers_of_other_things_are_no_figures(text: str) -> None:
    assert values(text) in ([], [[0.0, 0.0]])


def test_decimals_are_part_of_the_figure() -> None:
    assert values("7,5 74.25") == [[7.5, 74.25]]
    assert values("48, sedan 15.") == [[48], [15]]


@pytest.mark.parametrize("text", ["40%", "40 %", "40 procent", "40 PROCENT", "40 pct"])
def test_a_percent_sign_or_word_belongs_to_its_figure(text: str) -> None:
    ((figure,),) = figure_groups(text)
    assert figure.is_percent
    assert not figure.is_points
    assert figure.printed == "40"


@pytest.mark.parametrize("text", ["40p", "40 p", "40 poäng"])
def test_a_unit_of_points_belongs_to_its_figure(text: str) -> None:
    ((figure,),) = figure_groups(text)
    assert figure.is_points
    assert not figure.is_percent


def test_only_a_stretch_is_read_where_one_is_given() -> None:
    assert [[one.value for one in group] for group in figure_groups("1 ord 2 ord 3", 2, 8)] == [[2]]


@given(report_like)
def test_figures_keep_their_order_and_places(text: str) -> None:
    groups = figure_groups(text)
    assert all(groups)
    figures = list(chain.from_iterable(groups))
    assert all(one.end <= after.start for one, after in pairwise(figures))
    for figure in figures:
        assert text[figure.start : figure.end].startswith(figure.printed)
        assert figure.value == float(figure.printed.replace(",", "."))


@given(report_like, report_like)
def test_a_word_ends_every_group(before: str, after: str) -> None:
    def plain(text: str) -> list[list[tuple[float, bool]]]:
        return [[(one.value, one.is_percent) for one in group] for group in figure_groups(text)]

    assert plain(f"{before} ord {after}") == plain(before) + plain(after)
