"""The trend chart."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompass_sphinx.charts.frame_cache import Frames
from kompass_sphinx.charts.text_width import text_width
from kompass_sphinx.charts.trend import trend_svg
from kompass_sphinx.charts.trend_measure import scale_numbers, trend_range
from kompass_sphinx.views.chart_data import TrendChart
from tests.charts.chart_examples import PERIODS, TREND, WRITTEN, ids, of_class, parse, trend

if TYPE_CHECKING:
    from xml.etree import ElementTree

TEXT = 15.1
"""px of the chart's text on a phone."""

TOTALS = st.integers(0, 1600).map(lambda halves: halves / 2)
YEARS = st.integers(2002, 2025)


def years_apart(years: set[int]) -> bool:
    """There are at least two years from one evaluation to the next."""
    return all(abs(one - other) > 1 for one, other in combinations(years, 2))


SPACED = st.sets(YEARS, min_size=1, max_size=6).filter(years_apart)
TRENDS = st.builds(
    lambda years, totals, low: trend(*zip(sorted(years), totals, strict=False), low=low),
    SPACED,
    st.lists(st.integers(330, 700).map(float), min_size=6, max_size=6),
    st.booleans(),
)


@pytest.fixture(scope="module")
def frames() -> Frames:
    return Frames(None)


def length(value: str | None, full: float) -> float:
    """px of a length in per cent or em."""
    if value is None:
        return 0
    if value.endswith("%"):
        return float(value[:-1]) * full / 100
    return float(value.removesuffix("em")) * (TEXT if value.endswith("em") else 1)


def rooms(tree: ElementTree.Element, width: float) -> list[tuple[str, float, float, float, float]]:
    """What, left, top, right and bottom in px of each text and dot in a chart of this width."""
    height = length(tree.attrib["height"], 0)
    found = []
    for parent in tree.iter("svg"):
        left = length(parent.get("x"), width)
        top = length(parent.get("y"), height)
        for text in parent.findall("text"):
            words = text.text or ""
            wide = text_width(words, bold=text.attrib["class"] != "label") * TEXT
            x = left + length(text.get("x"), width)
            x -= wide * {"start": 0, "middle": 0.5, "end": 1}[text.get("text-anchor", "start")]
            foot = top + length(text.get("y"), height) + length(text.get("dy"), height)
            found.append((f"{text.attrib['class']} {words}", x, foot - 0.72 * TEXT, x + wide, foot))
        found.extend(("dot", left - 6, top - 6, left + 6, top + 6) for _ in parent.findall("circle"))
    return found


def collisions(tree: ElementTree.Element, width: float) -> list[tuple[str, str]]:
    """Pairs that cover each other. Neither the scale's grey numbers nor two dots can give way."""
    return [
        (one, other)
        for (one, l1, t1, r1, b1), (other, l2, t2, r2, b2) in combinations(rooms(tree, width), 2)
        if l1 < r2 and l2 < r1 and t1 < b2 and t2 < b1
        if not is_scale(one) and not is_scale(other) and {one, other} != {"dot"}
    ]


def is_scale(what: str) -> bool:
    return what.startswith("label ") and what.endswith("00") and int(what[-3:]) % 100 == 0 and len(what) == 9


REAL = {
    "Mark": trend((2006, 446), (2009, 513), (2022, 438), (2024, 510)),
    "Vallentuna": trend((2017, 555), (2019, 603), (2021, 648)),
    "Helsingborg": trend((2014, 631), (2017, 668)),
    "Örebro": trend((2012, 615), (2015, 650)),
    "six": trend((2012, 615), (2014, 590), (2017, 655), (2019, 603), (2021, 648), (2023, 612)),
    "six in a row": trend((2014, 500), (2016, 505), (2018, 507), (2020, 510), (2022, 509), (2024, 552)),
    "three years running": trend((2019, 603), (2020, 605), (2021, 600.5)),
    "first and last year": trend((2002, 398.5), (2025, 612.5)),
}


@pytest.mark.parametrize("name", REAL)
@pytest.mark.parametrize("low", [False, True])
@pytest.mark.parametrize("width", [280, 420, 700, 900])
def test_labels_cover_neither_each_other_nor_a_dot(name: str, width: int, *, low: bool, frames: Frames) -> None:
    tree = parse(trend_svg(replace(REAL[name], low=low), frames))
    assert collisions(tree, width) == []


@pytest.mark.parametrize(
    ("name", "low"), [case for case in product(REAL, (False, True)) if case != ("six in a row", True)]
)
def test_labels_stay_inside_on_a_phone(name: str, *, low: bool, frames: Frames) -> None:
    """Six totals on the medians have no room in the low form on a phone: there they reach into the page's margin."""
    tree = parse(trend_svg(replace(REAL[name], low=low), frames))
    height = length(tree.attrib["height"], 0)
    for what, left, top, right, bottom in rooms(tree, 280):
        assert -0.1 <= left < right <= 280.1, what
        assert -0.1 <= top < bottom <= height + 0.1, what


@settings(max_examples=150, deadline=None)
@given(TRENDS, st.integers(280, 1000))
def test_any_trend_of_spaced_years_is_readable(frames: Frames, chart: TrendChart, width: int) -> None:
    assert collisions(parse(trend_svg(chart, frames)), width) == []


@settings(max_examples=60, deadline=None)
@given(years=st.sets(YEARS, min_size=1, max_size=8), totals=st.lists(TOTALS, min_size=8, max_size=8), low=st.booleans())
def test_any_trend_is_valid_and_its_dots_are_inside(
    frames: Frames, *, years: set[int], totals: list[float], low: bool
) -> None:
    chart = trend(*zip(sorted(years), totals, strict=False), low=low)
    svg = trend_svg(chart, frames)
    tree = parse(svg)
    assert not any("style" in element.attrib for element in tree.iter())
    assert ids(tree) == ["trend-title", "trend-description"]
    marks = [svg for svg in tree.findall("svg") if svg.find("circle") is not None]
    across = [length(mark.get("x"), 100) for mark in marks]
    assert across == sorted(set(across))
    assert all(0 < x < 100 for x in across)
    down = {point.total: length(mark.get("y"), 100) for point, mark in zip(chart.points, marks, strict=True)}
    assert all(20 < y <= 92.01 for y in down.values())
    by_total = [y for _, y in sorted(down.items())]
    assert by_total == sorted(by_total, reverse=True)
    assert [text.text for text in of_class(tree, "label-own")] == [point.total_text for point in chart.points]


@pytest.mark.parametrize(("year", "anchor"), [(2002, "start"), (2013, "middle"), (2025, "end")])
def test_near_an_edge_a_label_over_its_dot_begins_or_ends_there(year: int, anchor: str, frames: Frames) -> None:
    (total,) = of_class(parse(trend_svg(trend((year, 648.5)), frames)), "label-own")
    assert total.attrib["text-anchor"] == anchor
    assert total.attrib["y"] == "-1.9em"


def test_points_are_joined_only_within_an_edition(frames: Frames) -> None:
    tree = parse(trend_svg(REAL["six"], frames))
    assert len(of_class(tree, "trend-line")) == 3
    assert of_class(parse(trend_svg(REAL["Helsingborg"], frames)), "trend-line") == []


def test_points_are_joined_by_edition_not_by_year(frames: Frames) -> None:
    """An evaluation with the old edition in the new one's first year."""
    one, other = trend((2019, 600), (2020, 620)).points
    chart = replace(TREND, points=(one, replace(other, edition=2016)))
    assert len(of_class(parse(trend_svg(chart, frames)), "trend-line")) == 1


def test_the_order_of_the_points_does_not_matter(frames: Frames) -> None:
    assert trend_svg(replace(TREND, points=TREND.points[::-1]), frames) == trend_svg(TREND, frames)


def test_the_frame_has_breaks_grid_and_medians_that_keep_their_width(frames: Frames) -> None:
    tree = parse(trend_svg(TREND, frames))
    inner = tree.find("svg")
    assert inner is not None
    assert inner.attrib["preserveAspectRatio"] == "none"
    counts = {path.attrib["class"]: path.attrib["d"].count("M") for path in inner}
    assert counts == {"grid-line": 5, "edition-break": 3, "median-line": 3, "median-line published": 1}
    assert all(path.attrib["vector-effect"] == "non-scaling-stroke" for path in inner)


def test_a_mark_at_a_median_lies_on_its_line(frames: Frames) -> None:
    tree = parse(trend_svg(trend((2013, 509)), frames))
    (mark,) = [svg for svg in tree.findall("svg") if svg.find("circle") is not None]
    (path,) = of_class(tree, "median-line")
    first_line = path.attrib["d"].split("M")[1].replace("L", " ").split()
    assert first_line[1] == first_line[3] == mark.attrib["y"].removesuffix("%")


def test_the_numbers_stand_at_their_grid_lines(frames: Frames) -> None:
    tree = parse(trend_svg(TREND, frames))
    numbers = {text.attrib["y"].removesuffix("%") for text in tree.findall("text") if text.get("dy") == "-0.3em"}
    (path,) = of_class(tree, "grid-line")
    assert numbers == {part.replace("L", " ").split()[1] for part in path.attrib["d"].split("M")[1:]}


def test_the_scale_begins_and_ends_with_hundreds_around_the_figures() -> None:
    assert trend_range(TREND) == (300, 700)
    assert trend_range(REAL["Helsingborg"]) == (400, 800)


def test_the_scale_stays_between_zero_and_the_maximum() -> None:
    assert trend_range(trend((2006, 10), (2014, 790))) == (0, 800)


@given(st.lists(TOTALS, min_size=1, max_size=6))
def test_the_scale_covers_all_figures(totals: list[float]) -> None:
    low, high = trend_range(trend(*zip(range(2010, 2020), totals, strict=False)))
    assert low <= min(*totals, 463.5)
    assert max(*totals, 551.5) <= high
    assert low in scale_numbers(low, high)
    assert 3 <= len(scale_numbers(low, high)) <= 7


@pytest.mark.parametrize("points", [(), trend((2006, 446)).points])
def test_no_points_or_points_off_the_axis_are_refused(points: tuple[object, ...], frames: Frames) -> None:
    chart = replace(
        TREND, points=tuple(replace(point, year=2026) for point in trend((2006, 446)).points[: len(points)])
    )
    with pytest.raises(ValueError, match="all in 2002-2025"):
        trend_svg(chart, frames)


def test_a_trend_is_small(frames: Frames) -> None:
    assert all(len(trend_svg(chart, frames).encode()) <= 5000 for chart in REAL.values())


@settings(max_examples=20, deadline=None)
@given(WRITTEN, WRITTEN, WRITTEN)
def test_texts_are_escaped(frames: Frames, title: str, description: str, total: str) -> None:
    points = tuple(replace(point, total_text=total) for point in TREND.points)
    tree = parse(trend_svg(replace(TREND, title=title, description=description, points=points), frames))
    assert (tree.findtext("title"), tree.findtext("desc")) == (title, description)
    assert {text.text or "" for text in of_class(tree, "label-own")} == {total}


def test_periods_without_medians_have_no_median_lines(frames: Frames) -> None:
    bare = tuple(replace(period, median=None, published=None) for period in PERIODS)
    tree = parse(trend_svg(trend((2006, 446), periods=bare), frames))
    assert of_class(tree, "median-line") == of_class(tree, "label-other") == []


DRAW = """
import sys
from pathlib import Path
from tests.charts.chart_examples import PROFILE, STRIP, TREND
from kompass_sphinx.charts.frame_cache import Frames
from kompass_sphinx.charts.profile import profile_svg
from kompass_sphinx.charts.strip import strip_svg
from kompass_sphinx.charts.trend import trend_svg
frames = Frames(Path(sys.argv[1]) if sys.argv[1:] else None)
print(profile_svg(PROFILE, frames), trend_svg(TREND, frames), strip_svg(STRIP))
"""


def test_each_process_draws_the_same_bytes_fresh_or_cached(tmp_path: Path) -> None:
    def run(seed: str, *folder: str) -> bytes:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", DRAW, *folder]
        root = Path(__file__).parents[2]
        return subprocess.run(command, check=True, capture_output=True, cwd=root, env=environment).stdout

    folder = str(tmp_path / "frames")
    assert run("1") == run("2") == run("3", folder) == run("4", folder)
