"""The floor: a plain script that makes what data makes of the site, with the same bytes and without Sphinx.

`python -m benchmarks.floor EVALUATIONS OUTPUT [ANNOUNCEMENT PROJECT]`

It does what anybody would write first, with stock tools: PyYAML's C loader, pydantic's validation, the archive's
views, the templates in an ordinary Jinja environment with autoescape, the layout in another, and a file for each page.
One process, no cache, no check of the figures, no place of an error, no look at what is there already. Left out is
only what people wrote: their pages, and the search's knowledge of them. The views within these pages are rendered as
well, each to a file of its own, since they take their part of the time.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from benchmarks.floor_layout import Layout, relative_address
from kompass_sphinx.archive.archive import Archive, Key
from kompass_sphinx.charts.frame_cache import Frames
from kompass_sphinx.charts.profile import profile_svg
from kompass_sphinx.charts.strip import strip_scale_svg, strip_svg
from kompass_sphinx.charts.trend import trend_svg
from kompass_sphinx.exports.files import makers, twin_path
from kompass_sphinx.exports.json_twin import archive_text
from kompass_sphinx.language import Language
from kompass_sphinx.model.definition import evaluation_of
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.model.order import swedish_key
from kompass_sphinx.reading.editions import load_catalogue, load_registry
from kompass_sphinx.reading.register import read_register
from kompass_sphinx.site.plan import plan
from kompass_sphinx.templates import Place, bar, glyph, link, rich_html
from kompass_sphinx.views.catalogue import FRAGMENTS
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.data_files import ARCHIVE_FILE
from kompass_sphinx.views.targets import Target

PROJECT = Path(__file__).parent.parent
TEMPLATES = PROJECT / "kompass_sphinx" / "templates"
FRAGMENTS_FOLDER = "fragments"
_VIEW = re.compile(r"^```\{kompass:view\} *([a-z-]+) *([a-z]*)", re.MULTILINE)
_SHOWN_CODE = re.compile(r"^````md\n.*?^````$", re.MULTILINE | re.DOTALL)


def read_archive(folder: Path) -> Archive:
    """All evaluations of a folder that is known to be right."""
    registry = load_registry()
    found: dict[Key, Evaluation] = {}
    for path in folder.glob("*/*.yaml"):
        values = yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506 - it makes texts, lists and dicts
        evaluation = evaluation_of(values)
        found[path.parent.name, evaluation.year] = evaluation
    in_order = sorted(found, key=lambda key: (swedish_key(registry.by_slug[key[0]].name), key[1]))
    known, _ = read_register((folder / "known.csv").read_bytes(), "known.csv", registry)
    return Archive({key: found[key] for key in in_order}, known, registry, load_catalogue())


def templates(language: Language) -> Environment:
    """The templates of pages as Jinja has them out of the box."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(language.gettext, language.ngettext, newstyle=True)  # type: ignore[attr-defined]
    frames = Frames(None)
    environment.filters.update(
        bar=bar,
        glyph=glyph,
        rich=rich_html,
        link=link,
        profile_chart=lambda chart: Markup(profile_svg(chart, frames)),  # noqa: S704 - charts are made here
        trend_chart=cache(lambda chart: Markup(trend_svg(chart, frames))),  # noqa: S704
        strip_chart=lambda chart: Markup(strip_svg(chart)),  # noqa: S704
        strip_scale=lambda scale: Markup(strip_scale_svg(scale)),  # noqa: S704
    )
    return environment


def documents() -> dict[str, tuple[tuple[str, str], ...]]:
    """The pages that people wrote, with the names and arguments of the views in them."""
    paths = [PROJECT / "index.md", *sorted((PROJECT / "docs").rglob("*.md"))]
    return {
        path.relative_to(PROJECT).with_suffix("").as_posix(): tuple(
            (found[1], found[2]) for found in _VIEW.finditer(_SHOWN_CODE.sub("", path.read_text(encoding="utf-8")))
        )
        for path in paths
    }


class Site:
    """The pages of an archive, as text."""

    def __init__(self, archive: Archive, layout: Layout) -> None:
        language = Language("sv")
        self.context = Context(archive, language)
        self.documents = documents()
        paths = {key: f"{key[0]}/{key[1]}.yaml" for key in archive.evaluations}
        slugs = [municipality.slug for municipality in archive.with_page]
        self.pages = tuple(plan(self.context, slugs, paths, with_search=True))
        self._names = {page.name for page in self.pages} | self.documents.keys()
        self._templates = templates(language)
        self._layout = layout
        self._layout.begin(language.gettext, self._names, self.documents.keys())

    def links(self, page: str) -> Callable[[Target], str | None]:
        """The addresses of places as seen from a page."""

        def address_of(target: Target) -> str | None:
            if target.page == page and not target.query:
                return f"#{target.anchor}"
            if target.page not in self._names:
                return None
            query = f"?{target.query}" if target.query else ""
            anchor = f"#{target.anchor}" if target.anchor else ""
            return relative_address(page, f"{target.page}.html") + query + anchor

        return address_of

    def rendered(self, template: str, view: object, page: str) -> str:
        """A view as HTML for a page."""
        place = Place(self.links(page), lambda path: relative_address(page, path), f"{page}.html")
        return self._templates.get_template(template).render(view=view, place=place)

    def files(self, announcement: str) -> Iterator[tuple[str, str]]:
        """The path and the text of every file."""
        for page in self.pages:
            view = page.view()
            body = self.rendered(page.template, view, page.name)
            way = self.links(page.name)
            crumbs = [{"title": title, "uri": target and way(target)} for title, target in view.crumbs]
            yield f"{page.name}.html", self._layout.page(page.name, view.title, body, view.description, crumbs)
        for name, views in self.documents.items():
            for number, (view_name, argument) in enumerate(views):
                fragment = FRAGMENTS[view_name]
                text = self.rendered(fragment.template, fragment.view(self.context, argument), name)
                yield f"{FRAGMENTS_FOLDER}/{name}-{number}.html", text
        texts = {
            path: text
            for maker in makers(self.context, self.context.archive.evaluations)
            for path, text in maker.files()
        }
        for path, text in texts.items():
            yield path, self._layout.signed(text) if path.endswith(".js") else text
        twins = (texts[twin_path(key)] for key in self.context.archive.evaluations)
        yield ARCHIVE_FILE, "".join(archive_text(self.context.archive, twins, announcement))


def main(evaluations: str, output: str, announcement: str = "", project: str = "Kommunkompassen-arkivet") -> None:
    """Make all files anew."""
    site = Site(read_archive(Path(evaluations)), Layout(project, announcement))
    for relative, text in site.files(announcement):
        path = Path(output) / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
