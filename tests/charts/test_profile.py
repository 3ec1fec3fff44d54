"""The profile chart."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompass_sphinx.charts.frame_cache import Frames
from kompass_sphinx.charts.profile import profile_svg
from kompass_sphinx.views.chart_data import ProfileChart, ProfileRow
from tests.charts.chart_examples import FIGURE, PROFILE, WRITTEN, ids, of_class, parse

if TYPE_CHECKING:
    from xml.etree import ElementTree

ROWS = st.builds(ProfileRow, WRITTEN, st.none() | FIGURE, WRITTEN, st.none() | FIGURE)
CHARTS = st.builds(ProfileChart, st.just("p"), WRITTEN, WRITTEN, st.lists(ROWS, min_size=1, max_size=9).map(tuple))


@pytest.fixture(scope="module")
def frames() -> Frames:
    return Frames(None)


def rectangles(path: ElementTree.Element) -> list[tuple[float, float, float, float]]:
    """Left, top, right, bottom of each closed part of a path."""
    found = []
    for part in path.attrib["d"].split("z")[:-1]:
        left, top, width, height, back = map(float, re.split("[M hv]", part)[1:])
        assert back == -width
        found.append((left, top, round(left + width, 2), round(top + height, 2)))
    return found


def test_it_has_the_measures_of_the_design(frames: Frames) -> None:
    tree = parse(profile_svg(PROFILE, frames))
    assert tree.attrib["viewBox"] == "0 0 300 240"
    assert rectangles(of_class(tree, "track")[0]) == [(0, 45, 262, 54), (0, 105, 262, 114), (0, 225, 262, 234)]
    assert rectangles(of_class(tree, "halo-tick")[0]) == [(168.99, 41, 171.99, 58), (175.54, 101, 178.54, 118)]
    assert [(bar.get("x"), bar.get("y"), bar.get("width"), bar.get("height")) for bar in of_class(tree, "fill")] == [
        ("0", "45", "199.12", "9"),
        ("0", "105", "227.94", "9"),
        ("0", "225", "191.26", "9"),
    ]
    assert [(text.get("y"), text.text) for text in tree.iter("text") if text.get("class") is None] == [
        ("38", "1 Offentlighet och demokrati"),
        ("80.5", "2 Tillgänglighet och"),
        ("98", "brukarorientering"),
        ("158", "3 Politisk styrning och kontroll"),
        ("218", "4 Ledarskap, ansvar och delegation"),
    ]


def test_the_ticks_lie_over_the_bars_and_the_grounds_under_them(frames: Frames) -> None:
    kinds = [element.get("class") for element in parse(profile_svg(PROFILE, frames)).iter() if element.get("class")]
    assert kinds[:6] == ["profile", "track", "fill", "fill", "fill", "halo-tick"]


def test_a_row_without_figure_says_so_where_the_bar_would_begin(frames: Frames) -> None:
    (missing,) = of_class(parse(profile_svg(PROFILE, frames)), "label")
    assert (missing.text, missing.get("x"), missing.get("y"), missing.get("text-anchor")) == (
        "resultat saknas",
        "0",
        "175",
        None,
    )


def test_zero_is_a_figure(frames: Frames) -> None:
    chart = replace(PROFILE, rows=(ProfileRow("1", 0, "0", None),))
    tree = parse(profile_svg(chart, frames))
    assert of_class(tree, "fill")[0].get("width") == "0"
    assert len(of_class(tree, "track")) == 1


def test_no_rows_are_refused(frames: Frames) -> None:
    with pytest.raises(ValueError, match="at least one row"):
        profile_svg(replace(PROFILE, rows=()), frames)


def test_a_label_too_long_for_two_lines_is_set_closer(frames: Frames) -> None:
    chart = replace(PROFILE, rows=(ProfileRow("kommunalförbundsgemensamma " * 3, 1, "1", None),))
    longest = [text for text in parse(profile_svg(chart, frames)).iter("text") if text.get("textLength")]
    assert [text.get("textLength") for text in longest] == ["300"]


def test_a_full_profile_is_small(frames: Frames) -> None:
    rows = tuple(
        ProfileRow(f"{number} Kommunen som arbetsgivare – personalpolitik", 74.5, "74,5", 64.5)
        for number in range(1, 9)
    )
    description = "Poäng av 100 per område: " + "; ".join(f"{row.label} {row.points_text}" for row in rows)
    assert len(profile_svg(ProfileChart("profile", "Profil för Ö 2014", description, rows), frames).encode()) <= 4000


@settings(max_examples=40, deadline=None)
@given(CHARTS)
def test_any_profile_is_valid_and_inside_its_box(frames: Frames, chart: ProfileChart) -> None:
    svg = profile_svg(chart, frames)
    tree = parse(svg)
    height = 60 * len(chart.rows)
    assert not any("style" in element.attrib for element in tree.iter())
    assert ids(tree) == ["p-title", "p-description"]
    assert tree.attrib["aria-labelledby"].split() == ids(tree)
    for path in tree.iter("path"):
        for left, top, right, bottom in rectangles(path):
            assert 0 <= left <= right <= 262 + 3
            assert 0 <= top <= bottom <= height
    for bar in of_class(tree, "fill"):
        assert 0 <= float(bar.attrib["width"]) <= 262
        assert float(bar.attrib["y"]) + 9 <= height
    for text in tree.iter("text"):
        assert 0 <= float(text.attrib["y"]) <= height
    figures = [row for row in chart.rows if row.points is not None]
    assert len(of_class(tree, "fill")) == len(figures) == sum(len(rectangles(path)) for path in of_class(tree, "track"))
    medians = [row for row in figures if row.median is not None]
    assert len(medians) == sum(len(rectangles(path)) for path in of_class(tree, "halo-tick"))


@settings(max_examples=20, deadline=None)
@given(st.lists(FIGURE, min_size=2, max_size=8, unique=True))
def test_more_points_make_a_longer_bar(frames: Frames, points: list[float]) -> None:
    rows = tuple(ProfileRow("x", value, "x", None) for value in sorted(points))
    bars = of_class(parse(profile_svg(replace(PROFILE, rows=rows), frames)), "fill")
    widths = [float(bar.attrib["width"]) for bar in bars]
    assert widths == sorted(set(widths))


@settings(max_examples=20, deadline=None)
@given(FIGURE)
def test_a_bar_that_equals_the_median_ends_in_the_middle_of_its_tick(frames: Frames, points: float) -> None:
    tree = parse(profile_svg(replace(PROFILE, rows=(ProfileRow("x", points, "x", points),)), frames))
    (left, _, right, _), *_ = rectangles(of_class(tree, "halo-tick")[0])
    shift = float(of_class(tree, "halo-tick")[0].attrib["transform"].removeprefix("translate(").removesuffix(")"))
    assert (left + right) / 2 + shift == pytest.approx(float(of_class(tree, "fill")[0].attrib["width"]), abs=0.011)
