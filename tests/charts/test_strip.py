"""The dot strip."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.charts.strip import strip_scale_svg, strip_svg
from kompass_sphinx.charts.text_width import text_width
from kompass_sphinx.views.chart_data import ScaleMark, StripChart, StripScale
from tests.charts.chart_examples import FIGURE, STRIP, WRITTEN, ids, of_class, parse

if TYPE_CHECKING:
    from xml.etree import ElementTree

NARROW = 280 / 15.1

STRIPS = st.builds(
    lambda values, own, median, small: replace(
        STRIP, low=0, high=100, low_text="0", high_text="100", values=tuple(values), own=own, median=median, small=small
    ),
    st.lists(FIGURE, max_size=12),
    st.none() | FIGURE,
    st.none() | FIGURE,
    st.booleans(),
)


def rows(svg: str) -> list[ElementTree.Element]:
    return list(parse(f"<g>{svg}</g>"))


def rooms(row: ElementTree.Element, width: float) -> list[tuple[float, float]]:
    """Left and right end of each text in a row of this width, in em."""
    found = []
    for text in row.iter("text"):
        wide = text_width(text.text or "", bold=text.attrib["class"] != "label")
        x = float(text.attrib["x"].removesuffix("%")) * width / 100 + float(text.get("dx", "0em").removesuffix("em"))
        x -= wide * {"start": 0, "middle": 0.5, "end": 1}[text.attrib["text-anchor"]]
        found.append((x, x + wide))
    return found


def test_it_has_a_row_of_labels_above_and_below() -> None:
    above, strip, below = rows(strip_svg(STRIP))
    assert [row.attrib["class"] for row in (above, strip, below)] == ["strip-labels", "dot-strip", "strip-labels"]
    assert above.attrib["aria-hidden"] == below.attrib["aria-hidden"] == "true"
    assert [text.text for text in above] == ["Helsingborg 631"]
    assert [text.text for text in below] == ["300", "800", "median 509"]
    assert [dot.get("cx") for dots in of_class(strip, "dot") for dot in dots] == ["23%", "41.8%", "70%"]
    assert [(dot.get("cx"), dot.get("r")) for dot in of_class(strip, "dot own")] == [("66.2%", "8")]
    assert [tick.get("x1") for tick in of_class(strip, "tick")] == ["41.8%"]


def test_a_small_strip_is_only_the_line() -> None:
    (strip,) = rows(strip_svg(replace(STRIP, small=True)))
    assert strip.attrib["class"] == "dot-strip"


def test_what_there_is_not_is_not_drawn() -> None:
    strip, below = rows(strip_svg(replace(STRIP, own=None, median=None)))
    assert of_class(strip, "dot own") == of_class(strip, "tick") == []
    assert [text.text for text in below] == ["300", "800"]


def test_the_own_dot_lies_over_all_others() -> None:
    assert list(rows(strip_svg(STRIP))[1])[-1].get("class") == "dot own"


@pytest.mark.parametrize("off", [{"own": 801}, {"median": 299}, {"values": (900,)}])
def test_a_figure_off_the_scale_is_refused(off: dict[str, object]) -> None:
    chart = StripChart(**{**{name: getattr(STRIP, name) for name in StripChart.__slots__}, **off})
    with pytest.raises(ValueError, match="is not between"):
        strip_svg(chart)


@given(STRIPS, WRITTEN, WRITTEN)
def test_any_strip_is_valid_and_inside(chart: StripChart, title: str, own_text: str) -> None:
    svg = strip_svg(replace(chart, title=title, own_text=own_text))
    for row in rows(svg):
        assert not any("style" in element.attrib for element in row.iter())
        if row.attrib["class"] == "dot-strip":
            assert ids(row) == ["strip-title", "strip-description"]
            assert row.attrib["aria-labelledby"].split() == ids(row)
            assert row.findtext("title") == title
            dots = [float(dot.attrib["cx"].removesuffix("%")) for dot in row.iter("circle")]
            assert len(dots) == len(chart.values) + (chart.own is not None)
            assert all(0 <= dot <= 100 for dot in dots)
            assert tuple(dots[: len(chart.values)]) == chart.values
        else:
            assert ids(row) == []


@given(STRIPS, st.sampled_from(["Mark 5", "Helsingborg 631", "Upplands Väsby 2014: 631 poäng"]), st.floats(1, 4))
def test_labels_stay_inside_and_apart_at_any_width(chart: StripChart, own_text: str, wider: float) -> None:
    width = NARROW * wider
    for row in rows(strip_svg(replace(chart, own_text=own_text, small=False))):
        texts = rooms(row, width)
        assert all(left >= -0.01 and right <= width + 0.01 for left, right in texts)
        assert all(r1 < l2 or r2 < l1 for (l1, r1), (l2, r2) in combinations(texts, 2))


def test_a_median_too_long_for_the_room_between_the_ends_gets_a_row_of_its_own() -> None:
    chart = replace(
        STRIP, low_text="lägst 300", high_text="högst 800", median_text="median 509 poäng (n = 11)", own=None
    )
    _, ends, median = rows(strip_svg(chart))
    assert [text.text for text in ends] == ["lägst 300", "högst 800"]
    assert [text.text for text in median] == ["median 509 poäng (n = 11)"]


def test_a_text_wider_than_a_phone_begins_at_its_nearer_end() -> None:
    above, *_ = rows(strip_svg(replace(STRIP, own_text="Helsingborg " * 9)))
    assert (above[0].get("x"), above[0].get("text-anchor")) == ("100%", "end")


def test_a_common_scale_writes_its_marks_by_their_places() -> None:
    marks = (ScaleMark(0, "0"), ScaleMark(50, "50"), ScaleMark(100, "100"))
    (row,) = rows(strip_scale_svg(StripScale(0, 100, marks)))
    assert [(text.get("x"), text.get("text-anchor"), text.text) for text in row] == [
        ("0%", "start", "0"),
        ("50%", "middle", "50"),
        ("100%", "end", "100"),
    ]
