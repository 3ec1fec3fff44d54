"""The frame of a profile: a ground for each bar and the median's tick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matplotlib.patches import Rectangle

from kompass_sphinx.charts import paint
from kompass_sphinx.charts.figure import OVER, Layout, draw_frame
from kompass_sphinx.charts.profile_measure import BAR, BAR_HEIGHT, BAR_WIDTH, ROW, WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from kompass_sphinx.charts.frame import Frame

_TICK: Final = "halo-tick"
"""The theme moves this class half its width to the left, as the attribute does without a theme."""

_TICK_WIDTH: Final = 3
_TICK_OVERHANG: Final = 4
_FULL: Final = 100


def draw_profile_frame(rows: Sequence[tuple[bool, float | None]]) -> Frame:
    """Draw the frame; rows: for each area whether it has a figure, and the median. y is counted in rows, x in points.

    A row without a figure has neither ground nor tick: nothing there may look like zero.
    """
    layout = Layout(WIDTH, ROW * len(rows), (0, 0, BAR_WIDTH / WIDTH, 1), (0, _FULL), (len(rows), 0))

    def draw(axes: Axes) -> None:
        for at, (has_figure, median) in enumerate(rows):
            if has_figure:
                axes.add_patch(_bar("track", 0, at + BAR / ROW, _FULL, BAR_HEIGHT / ROW, paint.TRACK))
                if median is not None:
                    top = at + (BAR - _TICK_OVERHANG) / ROW
                    height = (BAR_HEIGHT + 2 * _TICK_OVERHANG) / ROW
                    width = _TICK_WIDTH * _FULL / BAR_WIDTH
                    axes.add_patch(_bar(f"{OVER}{_TICK}", median, top, width, height, paint.OTHER))

    return draw_frame(layout, draw, {_TICK: {"transform": f"translate({-_TICK_WIDTH / 2})"}})


def _bar(kind: str, x: float, y: float, width: float, height: float, colour: str) -> Rectangle:
    """Make a bar; kind: the class, before it the layer."""
    return Rectangle((x, y), width, height, gid=kind, facecolor=colour, edgecolor="none", clip_on=False)
