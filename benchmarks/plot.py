"""The full build's time against the number of evaluations, drawn as the site's own charts are."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from benchmarks.results import Results
from kompass_sphinx.charts.figure import OVER, Layout, draw_frame
from kompass_sphinx.charts.markup import chart, element, number, text
from kompass_sphinx.language import NO_BREAK_SPACE

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LINES = {
    "ours": ("Arkivet", "trend-line"),
    "floor": ("Golvet", "median-line"),
    "hugo": ("Hugo", "median-line published"),
    "eleventy": ("Eleventy", "edition-break"),
    "myst": ("Sphinx med MyST", "axis"),
}
"""What is drawn: each subject's name and the classes of its line, which the site's style sheet knows."""
_STROKES = {"trend-line": ("C0", "-"), "median-line": ("C1", "-"), "edition-break": ("C2", ":"), "axis": ("C3", "-")}
_WIDTH, _HEIGHT = 300.0, 300.0
_AXES = (0.16, 0.1, 0.81, 0.86)


def plot(results: Results) -> str:
    """The chart with its legend, as HTML; empty when nothing was measured at two counts."""
    points = {
        subject: {count: results.cpu(subject, "full", count) for count in results.counts(subject) if count >= least}
        for subject, least in dict.fromkeys(LINES, _least(results)).items()
    }
    drawn = {subject: those for subject, those in points.items() if those}
    if not drawn or max(len(those) for those in drawn.values()) < 2:
        return ""
    return f"{_svg(drawn)}\n{_legend(drawn)}"


def _least(results: Results) -> int:
    """The least count that is measured for its own sake: the floor's, which has no site of the fewest."""
    return min(results.counts("floor"), default=1)


def _svg(points: Mapping[str, Mapping[int, float]]) -> str:
    counts = sorted({count for those in points.values() for count in those})
    costs = [cost for those in points.values() for cost in those.values()]
    low, high = math.floor(math.log10(min(costs))), math.ceil(math.log10(max(costs)))
    decades = range(low, high + 1)
    x = (math.log10(counts[0]) - 0.1, math.log10(counts[-1]) + 0.1)

    def draw(axes: Axes) -> None:
        for decade in decades:
            axes.axhline(decade, gid="grid-line", color="0.8")
        for count in counts:
            axes.axvline(math.log10(count), gid="grid-line", color="0.8")
        for subject, those in points.items():
            classes = LINES[subject][1]
            color, style = _STROKES[classes.split()[0]]
            xs, ys = [math.log10(count) for count in those], [math.log10(cost) for cost in those.values()]
            if len(those) > 1:
                axes.plot(xs, ys, style, color=color, gid=f"{OVER}{classes}", solid_capstyle="round")

    frame = draw_frame(Layout(_WIDTH, _HEIGHT, _AXES, x, (low - 0.05, high + 0.05)), draw, {})
    labels = [
        text(_digits(10**decade), {"class": "label", "x": "44", "y": number(frame.y(decade) + 5), "text-anchor": "end"})
        for decade in decades
    ]
    labels += [
        text(
            _digits(count),
            {"class": "label", "x": number(frame.x(math.log10(count))), "y": "294", "text-anchor": "middle"},
        )
        for count in counts
    ]
    dots = [
        element(
            "circle",
            {
                "class": "dot",
                "cx": number(frame.x(math.log10(count))),
                "cy": number(frame.y(math.log10(cost))),
                "r": "5",
            },
        )
        for those in points.values()
        if len(those) == 1
        for count, cost in those.items()
    ]
    title = "Processortid för ett helt bygge mot antalet utvärderingar"
    description = "Båda axlarna är logaritmiska. Siffrorna står i tabellen efter diagrammet."
    content = frame.under + frame.over + "".join([*dots, *labels])
    attributes = {"class": "profile", "viewBox": f"0 0 {number(_WIDTH)} {number(_HEIGHT)}"}
    return chart(attributes, "bench", title, description, content)


def _legend(points: Mapping[str, Mapping[int, float]]) -> str:
    keys = []
    for subject, those in points.items():
        name, classes = LINES[subject]
        if len(those) > 1:
            sign = element("line", {"class": classes, "x1": "0", "x2": "22", "y1": "10", "y2": "10"})
        else:
            sign = element("circle", {"class": "dot", "cx": "11", "cy": "10", "r": "5"})
        image = element("svg", {"class": "legend-sign", "viewBox": "0 0 22 20", "aria-hidden": "true"}, sign)
        keys.append(f'<span class="legend-key">{image}{name}</span>')
    return f'<p class="legend">{" ".join(keys)}</p>'


def _digits(value: float) -> str:
    """A number as it stands at an axis: 10 000, 0,1."""
    return f"{value:,.0f}".replace(",", NO_BREAK_SPACE) if value >= 1 else f"{value:g}".replace(".", ",")
