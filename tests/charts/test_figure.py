"""matplotlib's figures become small frames without style."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib
import pytest
from matplotlib.lines import Line2D

from kompass_sphinx.charts.figure import OVER, Layout, draw_frame

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LAYOUT = Layout(200, 100, (0.1, 0.2, 0.8, 0.6), (2000, 2010), (0, 50))


def two_lines(axes: Axes) -> None:
    axes.add_artist(Line2D([2000, 2010], [0, 50], gid="rise", color="#123456", linewidth=2))
    axes.add_artist(Line2D([2005, 2005], [0, 50], gid="rise", color="#123456", linewidth=2))
    axes.add_artist(
        Line2D([2000, 2010], [50, 50], gid=f"{OVER}lid", color="#000000", linestyle=(0, (2, 1)), linewidth=2)
    )


def test_paths_of_one_kind_are_one_and_have_attributes_for_style() -> None:
    frame = draw_frame(LAYOUT, two_lines, {"lid": {"vector-effect": "non-scaling-stroke"}})
    assert frame.under == (
        '<path class="rise" fill="none" stroke="#123456" stroke-width="2" d="M20 80L180 20M100 80L100 20"/>'
    )
    assert frame.over == (
        '<path class="lid" fill="none" stroke="#000000" stroke-width="2" stroke-dasharray="4,2"'
        ' vector-effect="non-scaling-stroke" d="M20 20L180 20"/>'
    )


def test_the_scales_are_those_of_the_drawing() -> None:
    frame = draw_frame(LAYOUT, two_lines, {})
    assert [frame.x(2000), frame.x(2010)] == pytest.approx([20, 180])
    assert [frame.y(0), frame.y(50)] == pytest.approx([80, 20])


def test_the_users_matplotlib_settings_have_no_say_and_stay_as_they_were() -> None:
    usual = draw_frame(LAYOUT, two_lines, {})
    with matplotlib.rc_context({"lines.linewidth": 9, "lines.dash_capstyle": "round", "path.sketch": (1, 100, 2)}):
        assert draw_frame(LAYOUT, two_lines, {}) == usual
        assert matplotlib.rcParams["lines.linewidth"] == 9
