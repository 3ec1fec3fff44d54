"""A matplotlib figure turned into a frame: few bytes, classes and presentation attributes, no style, no ids."""

from __future__ import annotations

import re
from io import StringIO
from itertools import groupby
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree

import matplotlib
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from kompass_sphinx.charts.frame import Frame, Scale
from kompass_sphinx.charts.markup import element, number
from kompass_sphinx.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from matplotlib.axes import Axes

OVER: Final = "over "
"""An artist's gid is the class of its path in the page; with this before it, the path lies over the marks."""

_POINTS_PER_INCH: Final = 72
_SVG: Final = "{http://www.w3.org/2000/svg}"
_KEPT_STYLE: Final = ("fill", "stroke", "stroke-width", "stroke-dasharray")
_NO_METADATA: Final = ("Date", "Creator", "Format", "Type")
_Path = tuple[str, tuple[tuple[str, str], ...], str]
"""The gid of a drawn path, its kept style, its data."""

_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_RECTANGLE: Final = re.compile(r"M(\S+) (\S+)L(\S+) \2L\3 (\S+)L\1 \4z")


@dataclass(frozen=True, slots=True)
class Layout:
    """Size of the figure in SVG units, the axes in it as fractions (left, bottom, width, height), and their limits."""

    width: float
    height: float
    axes: tuple[float, float, float, float]
    x: tuple[float, float]
    y: tuple[float, float]


def draw_frame(layout: Layout, draw: Callable[[Axes], None], attributes: Mapping[str, Mapping[str, str]]) -> Frame:
    """Draw the frame: `draw` adds lines and patches to the axes, each with a class as its gid.

    attributes: what a class's path gets besides. The user's own matplotlib settings have no say.
    """
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "kompass-sphinx", "path.simplify": False})
        size = (layout.width / _POINTS_PER_INCH, layout.height / _POINTS_PER_INCH)
        figure = Figure(figsize=size, dpi=_POINTS_PER_INCH, frameon=False)
        axes = figure.add_axes(layout.axes)
        axes.set_axis_off()
        axes.set_xlim(*layout.x)
        axes.set_ylim(*layout.y)
        draw(axes)
        buffer = StringIO()
        FigureCanvasSVG(figure)
        figure.savefig(buffer, format="svg", metadata=dict.fromkeys(_NO_METADATA))
        under, over = _lean(buffer.getvalue(), attributes)
        return Frame(under, over, *_scales(axes, layout.height))


def _scales(axes: Axes, height: float) -> tuple[Scale, Scale]:
    """Read the scales off the axes: y grows upwards from the foot in matplotlib, downwards from the top in SVG."""
    (x0, y0), (x1, y1) = axes.transData.transform([(0, 0), (1, 1)]).tolist()
    return Scale(x0, x1 - x0), Scale(height - y0, y0 - y1)


def _lean(svg: str, attributes: Mapping[str, Mapping[str, str]]) -> tuple[str, str]:
    """Return the paths under and over the marks; neighbours that look alike become one path."""
    paths = tuple(_paths(svg))
    under = _joined((path for path in paths if not path[0].startswith(OVER)), attributes)
    over = _joined((path for path in paths if path[0].startswith(OVER)), attributes)
    return under, over


def _joined(paths: Iterable[_Path], attributes: Mapping[str, Mapping[str, str]]) -> str:
    parts = []
    for (gid, style), alike in groupby(paths, key=lambda path: path[:2]):
        kind = gid.removeprefix(OVER)
        looks = {"class": kind, **dict(style), **attributes.get(kind, {})}
        parts.append(element("path", {**looks, "d": "".join(data for *_, data in alike)}))
    return "".join(parts)


def _paths(svg: str) -> Iterator[_Path]:
    """Yield what was drawn, in order. Axes and figure draw nothing of their own here."""
    root = ElementTree.fromstring(svg)  # noqa: S314 - matplotlib has just written it
    for group in root.iter(f"{_SVG}g"):
        for path in group.iterfind(f"{_SVG}path"):
            style = dict(part.split(": ", 1) for part in path.attrib["style"].split("; "))
            kept = tuple((name, style[name]) for name in _KEPT_STYLE if name in style)
            yield group.attrib["id"], kept, _shorter(path.attrib["d"])


def _shorter(data: str) -> str:
    """Path data with two decimals and without idle space, rectangles by their size."""
    rounded = _NUMBER.sub(lambda found: number(float(found[0])), data)
    return _RECTANGLE.sub(_by_size, re.sub(r"\s*([A-Za-z])\s*", r"\1", rounded).strip())


def _by_size(rectangle: re.Match[str]) -> str:
    left, top, right, bottom = (float(found) for found in rectangle.groups())
    width, height = right - left, bottom - top
    return f"M{number(left)} {number(top)}h{number(width)}v{number(height)}h{number(-width)}z"
