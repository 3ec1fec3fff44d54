"""The theme's layout around a page, with the few things that its templates ask of Sphinx."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

THEME = Path(__file__).parent.parent / "kompass_sphinx" / "theme" / "kompass"


def relative_address(page: str, address: str) -> str:
    """A file's address as seen from a page, empty for itself; both are given from the site's root."""
    return "" if address == f"{page}.html" else _relative(page.rpartition("/")[0], address)


@cache
def _relative(folder: str, address: str) -> str:
    here, there = folder.split("/") if folder else [], address.split("/")
    while here and len(there) > 1 and here[0] == there[0]:
        here, there = here[1:], there[1:]
    return "../" * len(here) + "/".join(there)


@dataclass(frozen=True, slots=True)
class _StyleSheet:
    filename: str
    checksum: str


class Layout:
    """Puts a page's body into the layout."""

    def __init__(self, project: str, announcement: str) -> None:
        self._project = project
        self._environment = Environment(loader=FileSystemLoader(THEME))  # noqa: S701 - it escapes by itself, as in Sphinx
        self._globals: dict[str, Any] = {
            "project": project,
            "root_doc": "index",
            "language": "sv",
            "builder": "html",
            "file_suffix": ".html",
            "encoding": "utf-8",
            "script_files": [],
            "parents": [],
            "theme_announcement": announcement,
        }
        style = self._environment.get_template("static/kompass.css.jinja").render(self._globals)
        self._globals["css_files"] = [_StyleSheet("_static/kompass.css", f"{zlib.crc32(style.encode()):08x}")]

    def begin(self, gettext: Callable[[str], str], pages: Collection[str], documents: Collection[str]) -> None:
        """What is known once the archive is: the messages, the pages, and those that people wrote."""
        known = {
            "kompass_gettext": gettext,
            "kompass_pages": pages.__contains__,
            "hasdoc": documents.__contains__,
        }
        self._globals.update(known)

    def page(
        self, name: str, title: str, body: str, description: str, crumbs: Sequence[Mapping[str, str | None]]
    ) -> str:
        """The whole page."""

        def path_to(address: str, resource: bool = False) -> str:
            return relative_address(name, address if resource else f"{address}.html") or "#"

        def css_tag(css: _StyleSheet) -> str:
            address = f"{path_to(css.filename, True)}?v={css.checksum}"
            return f'<link rel="stylesheet" type="text/css" href="{address}" />'

        return self._environment.get_template("page.html").render(
            self._globals,
            pagename=name,
            title=title,
            body=body,
            kompass_description=description,
            kompass_crumbs=crumbs,
            pathto=path_to,
            css_tag=css_tag,
        )

    def signed(self, script: str) -> str:
        """A script with the site's name at its head."""
        return f"/* {self._project} */\n{script}"
