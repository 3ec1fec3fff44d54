"""SVG text: numbers, escaped elements and the outermost element of a chart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Mapping

_TO_ESCAPE: Final = re.compile(r'["&<>\n\r\t]')


def number(value: float) -> str:
    """Write a number with at most two decimals and no idle zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def percent(value: float) -> str:
    """Write a length in per cent of the chart's width or height."""
    return f"{number(value)}%"


def em(value: float) -> str:
    """Write a length in the size of the text."""
    return f"{number(value)}em"


def element(name: str, attributes: Mapping[str, str], content: str = "") -> str:
    """Write one element. Attribute values are escaped here; content is SVG already."""
    # Nearly all are numbers and names: looking first is ten times as fast as escaping each.
    start = name + "".join(
        [
            f" {key}={quoteattr(value)}" if _TO_ESCAPE.search(value) else f' {key}="{value}"'
            for key, value in attributes.items()
        ]
    )
    return f"<{start}>{content}</{name}>" if content else f"<{start}/>"


def text(words: str, attributes: Mapping[str, str]) -> str:
    """Write a text element."""
    return element("text", attributes, escape(words))


def chart(attributes: Mapping[str, str], identifier: str, title: str, description: str, content: str) -> str:
    """Write a whole chart: an image with a name and a description for those who do not see it.

    The colour of what has no colour of its own is the page's.
    """
    named = {"role": "img", "aria-labelledby": f"{identifier}-title {identifier}-description"}
    names = element("title", {"id": f"{identifier}-title"}, escape(title))
    names += element("desc", {"id": f"{identifier}-description"}, escape(description))
    return element("svg", {**attributes, "fill": "currentColor", **named}, names + content)
