"""The profile: the points of each area as a bar, with the median as a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kompass_sphinx.charts import paint
from kompass_sphinx.charts.markup import chart, element, number, text
from kompass_sphinx.charts.profile_measure import (
    BAR,
    BAR_HEIGHT,
    LABEL,
    LEADING,
    ROW,
    TEXT,
    VALUE,
    WIDTH,
)
from kompass_sphinx.charts.text_width import text_width, wrap_two

if TYPE_CHECKING:
    from kompass_sphinx.charts.frame import Frame
    from kompass_sphinx.charts.frame_cache import Frames
    from kompass_sphinx.views.chart_data import ProfileChart, ProfileRow


def profile_svg(view: ProfileChart, frames: Frames) -> str:
    """Draw the chart as SVG text, 300 units wide and 60 a row. Raises ValueError without rows."""
    if not view.rows:
        raise ValueError("a profile needs at least one row")
    rows = tuple((row.points is not None, row.median) for row in view.rows)

    def draw() -> Frame:
        from kompass_sphinx.charts.profile_frame import draw_profile_frame

        return draw_profile_frame(rows)

    frame = frames.get(f"profile {rows!r}", draw)
    numbered = tuple(enumerate(view.rows))
    content = "".join(
        [
            frame.under,
            *(_bar(frame, at, row.points) for at, row in numbered if row.points is not None),
            frame.over,
            *(_label(frame.y(at), row.label) + _value(frame.y(at), row) for at, row in numbered),
        ]
    )
    size = {"viewBox": f"0 0 {WIDTH} {ROW * len(rows)}", "font-size": number(TEXT)}
    return chart({"class": "profile", **size}, view.identifier, view.title, view.description, content)


def _bar(frame: Frame, at: int, points: float) -> str:
    place = {"x": number(frame.x(0)), "y": number(frame.y(at) + BAR)}
    size = {"width": number(frame.x(points) - frame.x(0)), "height": number(BAR_HEIGHT)}
    return element("rect", {"class": "fill", **place, **size, "fill": paint.OWN})


def _label(top: float, label: str) -> str:
    """Write the label on one or two lines. A line that would be too long in a wide font is set closer, never cut."""
    lines = wrap_two(label, WIDTH / TEXT)
    first = top + LABEL - LEADING * (len(lines) - 1)
    return "".join(
        text(line, {"x": "0", "y": number(first + LEADING * at), **_closer(line)}) for at, line in enumerate(lines)
    )


def _closer(line: str) -> dict[str, str]:
    if text_width(line) * TEXT <= WIDTH:
        return {}
    return {"textLength": number(WIDTH), "lengthAdjust": "spacingAndGlyphs"}


def _value(top: float, row: ProfileRow) -> str:
    """Write the figure at the right edge, or in the bar's place the words that say there is none."""
    y = number(top + VALUE)
    if row.points is None:
        return text(row.points_text, {"class": "label", "x": "0", "y": y})
    return text(row.points_text, {"class": "value", "x": number(WIDTH), "y": y, "text-anchor": "end"})
