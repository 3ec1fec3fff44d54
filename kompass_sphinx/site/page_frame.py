"""The frame around the pages that data makes, laid out by Sphinx once for all pages of a kind.

Laying out a page takes Sphinx some milliseconds, and all pages of a kind have the same head, menus and foot. So the
theme's layout is rendered with marks in place of what differs, and the marks are filled. Where something may look at
each page on its own (another theme, changed templates, another extension), pages go through Sphinx one by one.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup, escape
from sphinx.builders.dirhtml import DirectoryHTMLBuilder
from sphinx.builders.html import StandaloneHTMLBuilder

from kompass_sphinx.site.page_content import PageContent
from kompass_sphinx.site.theme import THEME

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_FRAME = "kompass-frame"
_SLOT = re.compile(r"kompass-slot-([a-z0-9-]+)-end")
_DESIGN_MARKS = ('class="sd-', " sd-", "sd-tab-")
_SEARCH_MARK = 'id="home-query"'
_SCRIPT_MARK = re.compile(r"data-kompass-[a-z]+")
# What these add to a page does not depend on which page that data makes it is.
_KNOWN_PACKAGES = frozenset({"sphinx", "alabaster", "myst_parser", "sphinx_design", "kompass_sphinx"})


@dataclass(frozen=True, slots=True)
class _Frame:
    """Text before each slot, the slots' names, and the text after the last."""

    parts: tuple[str, ...]

    def filled(self, slots: Mapping[str, str]) -> str:
        return "".join([slots[part] if at % 2 else part for at, part in enumerate(self.parts)])


class PageFrames:
    """Lays out pages. ``folder`` takes a file for a moment."""

    def __init__(self, builder: StandaloneHTMLBuilder, folder: Path) -> None:
        self._builder = builder
        self._folder = folder
        self._frames: dict[object, _Frame] = {}

    def page(self, name: str, content: PageContent) -> str:
        """The HTML of a page, the same as Sphinx's."""
        uri = self._builder.get_target_uri(name)
        body, crumbs = content["body"], content["kompass_crumbs"]
        marks = tuple(_marks_in(body))
        linked = tuple(crumb["uri"] is not None for crumb in crumbs)
        stand_in = _stand_in(name)
        key = (stand_in, marks, linked, bool(content["kompass_description"]))
        if key not in self._frames:
            self._frames[key] = self._frame(stand_in, marks, linked, key[-1])
        slots = {
            "uri": str(escape(uri)),
            "title": _words(content["title"]),
            "description": _words(content["kompass_description"]),
            "body": body,
        }
        for at, crumb in enumerate(crumbs):
            slots[f"crumb-{at}"] = _words(crumb["title"])
            slots[f"way-{at}"] = str(escape(crumb["uri"] or ""))
        return self._frames[key].filled(slots)

    def _frame(self, stand_in: str, marks: tuple[str, ...], linked: tuple[bool, ...], is_described: bool) -> _Frame:
        crumbs = [
            {"title": _slot(f"crumb-{at}"), "uri": _slot(f"way-{at}") if has_link else None}
            for at, has_link in enumerate(linked)
        ]
        body = _slot("body") + "".join(marks)
        content = {
            "title": _slot("title"),
            "body": body,
            "kompass_description": _slot("description") if is_described else "",
            "kompass_crumbs": crumbs,
        }
        self._folder.mkdir(parents=True, exist_ok=True)
        file = self._folder / f"frame.{os.getpid()}"  # asked for here: this may be another process than the build's
        try:
            self._builder.handle_page(stand_in, content, "page.html", outfilename=file)
            text = file.read_text("utf-8")
        finally:
            file.unlink(missing_ok=True)
        text = text.replace(body, _slot("body")).replace(self._builder.get_target_uri(stand_in), _slot("uri"))
        return _Frame(tuple(_SLOT.split(text)))


def _marks_in(body: str) -> Iterator[str]:
    """What the layout looks for in a body; few have any, so that what several have in common is looked for first."""
    if "sd-" in body:
        yield from (mark for mark in _DESIGN_MARKS if mark in body)
    if _SEARCH_MARK in body:
        yield _SEARCH_MARK
    if "data-kompass-" in body:
        yield from sorted(set(_SCRIPT_MARK.findall(body)))


def can_frame(app: Sphinx) -> bool:
    """Whether nothing in the project looks at single pages that data makes."""
    builder, config = app.builder, app.config
    handlers = app.events.listeners.get("html-page-context", [])
    return (
        type(builder) in (StandaloneHTMLBuilder, DirectoryHTMLBuilder)
        and config.html_theme == THEME
        and not config.templates_path
        and config.html_output_encoding.lower() == "utf-8"
        and all(_package(one.handler) in _KNOWN_PACKAGES for one in handlers)
    )


def _package(handler: object) -> str:
    """Where a handler is from; one of conf.py is from nowhere."""
    return str(getattr(handler, "__module__", None)).partition(".")[0]


def _stand_in(name: str) -> str:
    """A page that does not exist, with the same way to everything else: in the same section, as deep, index or not."""
    section, *below = name.split("/")
    if below in ([], ["index"]):
        return name
    return "/".join([section, *(_FRAME for _ in below[:-1]), "index" if below[-1] == "index" else _FRAME])


def _slot(name: str) -> str:
    return f"kompass-slot-{name}-end"


def _words(text: str) -> str:
    """A text as the layout writes it: without tags, escaped."""
    return str(escape(Markup(text).striptags()))  # noqa: S704 -- only to take the tags away; escaped again
