"""The site of the project's own archive, and its evaluation files as they are written."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote, urlsplit

import yaml

from tests.site.markup import Element, read_page

PROJECT = Path(__file__).resolve().parents[2]

RAW: dict[str, dict[str, Any]] = {
    path.relative_to(PROJECT / "evaluations").with_suffix("").as_posix(): yaml.load(
        path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader
    )
    for path in sorted((PROJECT / "evaluations").glob("*/*.yaml"))
}
"""Every evaluation by name, as tingsryd/2019; all scalars are text, so that 74.5 and 1.10 are as they were written."""

MUNICIPALITIES = sorted({name.partition("/")[0] for name in RAW})


@dataclass(frozen=True)
class RealSite:
    """The built site."""

    output: Path
    status: int
    warnings: str

    @cached_property
    def pages(self) -> dict[str, Element]:
        """Every page by its path."""
        paths = sorted(self.output.rglob("*.html"))
        return {path.relative_to(self.output).as_posix(): read_page(path) for path in paths}

    @cached_property
    def anchors(self) -> dict[str, set[str]]:
        """The ids of every page."""
        return {
            path: {element.attributes["id"] for element in page if "id" in element.attributes}
            for path, page in self.pages.items()
        }

    def evaluation(self, name: str) -> Element:
        """The page of an evaluation, named as tingsryd/2019."""
        return self.pages[f"evaluations/{name}.html"]

    def resolve(self, page: str, address: str) -> tuple[str, str] | None:
        """The file and the anchor that an address on a page means; None when it leads to another site."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return None
        path = normpath(join(dirname(page), unquote(parts.path))) if parts.path else page
        if (self.output / path).is_dir():
            path = normpath(join(path, "index.html"))
        return path, unquote(parts.fragment)

    def is_dead(self, page: str, address: str) -> bool:
        """Whether an address on a page leads to no file of the site, or to no place on its page."""
        target = self.resolve(page, address)
        if target is None:
            return False
        path, anchor = target
        return not (self.output / path).is_file() or (anchor != "" and anchor not in self.anchors.get(path, ()))

    def dead_links(self) -> list[str]:
        """Every dead link of the site, with its page."""
        return [
            f"{name}: {address}"
            for name, page in self.pages.items()
            for address in page.links()
            if self.is_dead(name, address)
        ]


def build_real_site(folder: Path, builder: str = "html", source: Path = PROJECT) -> RealSite:
    """Build the project, or a copy, with warnings as errors, as `make html` does; nothing is written beside it."""
    options = ["--quiet", "-n", "-W", "--keep-going", "-b", builder, "-d", str(folder / "doctrees")]
    # A process of its own: MyST-Parser uses what Sphinx will remove one day, and pytest makes that an error.
    command = [sys.executable, "-m", "sphinx", *options, str(source), str(folder / "site")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return RealSite(folder / "site", done.returncode, done.stdout + done.stderr)
