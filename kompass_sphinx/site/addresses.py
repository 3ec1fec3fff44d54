"""Addresses of pages as seen from each other: what Sphinx says, said faster, since a page has a hundred links."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from kompass_sphinx.templates import Place

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from kompass_sphinx.views.targets import Target


class Addresses:
    """Makes the links of pages. ``has_page`` tells whether the site has a page of a name."""

    def __init__(self, builder: Builder, has_page: Callable[[str], bool]) -> None:
        self._uri = cache(builder.get_target_uri)
        self._has_page = has_page
        self._base = builder.config.html_baseurl.rstrip("/")

    def place(self, page: str) -> Place:
        """The links of a page, and its own address; whether there is a page is asked for each page that is linked."""
        uri = self._uri(page)
        relative = relative_to(uri)

        @cache  # a page links to many places of another
        def address_of(name: str) -> str | None:
            return relative(self._uri(name)) if self._has_page(name) else None

        def link(target: Target) -> str | None:
            if target.page == page and not target.query:
                return f"#{target.anchor}"
            address = address_of(target.page)
            if address is None:
                return None
            if target.query:
                address = f"{address}?{target.query}"
            return f"{address}#{target.anchor}" if target.anchor else address

        return Place(link, relative, f"{self._base}/{uri}" if self._base else uri)


def relative_to(uri: str) -> Callable[[str], str]:
    """What leads from the page at ``uri`` to other ones; the same as ``sphinx.util.osutil.relative_uri``."""
    folder = uri[: uri.rfind("/") + 1]
    above = [folder]
    while above[-1]:
        above.append(above[-1][: above[-1].rfind("/", 0, -1) + 1])
    # The nearest folder first: what lies in it is reached by going up that many times.
    ways = [(one, "../" * steps) for steps, one in enumerate(above)]

    def relative(to: str) -> str:
        if to == uri:
            return ""
        for one, way in ways:
            if to.startswith(one):
                return (way + to[len(one) :]) or "./"
        raise AssertionError("every address begins with nothing")

    return relative
