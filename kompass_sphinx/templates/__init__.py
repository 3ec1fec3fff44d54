"""HTML of pages and fragments: one Jinja template per page type, with what the templates may call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from jinja2 import BytecodeCache, pass_context
from jinja2.runtime import Context as TemplateContext
from markupsafe import Markup, escape

from kompass_sphinx.charts.frame_cache import Frames
from kompass_sphinx.charts.profile import profile_svg
from kompass_sphinx.charts.strip import strip_scale_svg, strip_svg
from kompass_sphinx.charts.trend import trend_svg
from kompass_sphinx.language import Language
from kompass_sphinx.templates.environment import KompassEnvironment, escape_text
from kompass_sphinx.views.rich import Link, Rich
from kompass_sphinx.views.targets import Target

LinkFunction = Callable[[Target], str | None]
"""The address of a place as seen from the page being made, or None when there is no such page."""


@dataclass(frozen=True, slots=True)
class Place:
    """The page that something is rendered for: its links to other pages and files, and its own lasting address."""

    link: LinkFunction
    file_link: Callable[[str], str]
    address: str


# The eight points of the compass, clockwise from north; a theme lights the same point in every edition.
_COMPASS_POINTS = (
    "M12 .6 14.1 6.6 12 9.6 9.9 6.6Z",
    "M20.1 3.9 17.3 9.7 13.7 10.3 14.3 6.7Z",
    "M23.4 12 17.4 14.1 14.4 12 17.4 9.9Z",
    "M20.1 20.1 14.3 17.3 13.7 13.7 17.3 14.3Z",
    "M12 23.4 9.9 17.4 12 14.4 14.1 17.4Z",
    "M3.9 20.1 6.7 14.3 10.3 13.7 9.7 17.3Z",
    "M.6 12 6.6 9.9 9.6 12 6.6 14.1Z",
    "M3.9 3.9 9.7 6.7 10.3 10.3 6.7 9.7Z",
)


class Renderer:
    """Renders views with the templates of this folder; ``compiled`` keeps them for later, where there is a place."""

    def __init__(self, language: Language, frames: Frames, compiled: BytecodeCache | None = None) -> None:
        self._environment = KompassEnvironment(language, compiled)
        self._environment.filters.update(
            bar=bar,
            glyph=glyph,
            rich=rich_html,
            link=link,
            profile_chart=lambda chart: Markup(profile_svg(chart, frames)),
            # The same on the pages of all evaluations of a municipality, and slow to lay out when it has many.
            trend_chart=cache(lambda chart: Markup(trend_svg(chart, frames))),
            strip_chart=lambda chart: Markup(strip_svg(chart)),
            strip_scale=lambda scale: Markup(strip_scale_svg(scale)),
        )

    def render(self, template: str, view: object, place: Place) -> str:
        """The HTML of a view made by a file of this folder, for a page at ``place``."""
        return self._environment.get_template(template).render(view=view, place=place)


@pass_context
def link(context: TemplateContext, target: Target) -> str | None:
    """The address of a place as seen from the page being made, None when there is no such page."""
    place: Place = context.parent["place"]
    return place.link(target)


@pass_context
def rich_html(context: TemplateContext, sentence: Rich | str) -> Markup:
    """A sentence with its links, as HTML."""
    if isinstance(sentence, str):
        return escape(sentence)
    place: Place = context.parent["place"]
    link = place.link
    parts: list[str] = []
    for part in sentence:
        if isinstance(part, str):
            parts.append(escape_text(part))
        elif isinstance(part, Link):
            address = link(part.target)
            text = escape_text(part.text)
            parts.append(f'<a href="{escape_text(address)}">{text}</a>' if address is not None else text)
        else:
            parts.append(f'<span class="quiet">{escape_text(part.text)}</span>')
    return Markup("".join(parts))


@lru_cache(4096)  # most shares are whole
def bar(percent: float, median: float | None = None) -> Markup:
    """A bar from 0 to 100 with the median as a tick that stands out of it; the number stands beside it in text."""
    tick = "" if median is None else f'<rect class="halo-tick" x="{median:g}%" y="-5" width="3" height="20"/>'
    return Markup(
        '<svg class="bar" aria-hidden="true"><rect class="track" width="100%" height="100%"/>'
        f'<rect class="fill" width="{percent:g}%" height="100%"/>{tick}</svg>'
    )


@cache
def glyph(index: int, size: str = "") -> Markup:
    """The compass with the point of theme ``index`` lit (0 is north); decorative, always beside the name.

    ``size`` is small, large or largest, or nothing for the usual one.
    """
    others = "".join(point for position, point in enumerate(_COMPASS_POINTS) if position != index)
    name = f"glyph glyph-{size}" if size else "glyph"
    return Markup(
        f'<svg class="{name}" viewBox="0 0 24 24" aria-hidden="true">'
        f'<path class="rose" d="{others}"/><path class="point" d="{_COMPASS_POINTS[index]}"/></svg>'
    )


__all__ = ["LinkFunction", "Place", "Renderer"]
