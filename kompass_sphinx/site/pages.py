"""The pages that data makes, and the data files beside them: only those whose content differs are written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from kompass_sphinx.exports.files import data_files
from kompass_sphinx.exports.scripts import as_script
from kompass_sphinx.exports.site_index import SITE_INDEX_FILE, Section, site_index
from kompass_sphinx.reading.whole_files import replace_file
from kompass_sphinx.site.build import CACHE_FOLDER, KompassBuild, tell_broken_view, words_of
from kompass_sphinx.site.forks import shared_among
from kompass_sphinx.site.freshness import Freshness
from kompass_sphinx.site.manifest import Manifest
from kompass_sphinx.site.page_frame import PageFrames, can_frame
from kompass_sphinx.site.plan import PlannedPage
from kompass_sphinx.templates import Place

CollectedPage = tuple[str, dict[str, Any], str]


@dataclass(frozen=True, slots=True)
class _Made:
    """What became of a page: what the manifest says of it, or why it could not be made."""

    digest: str
    path: str
    size: int
    error: str = ""


def collect_pages(
    app: Sphinx, build: KompassBuild, freshness: Freshness, builder: StandaloneHTMLBuilder, sections: list[Section]
) -> Iterator[CollectedPage]:
    """Write the pages and the data files that differ; each goes into the manifest.

    Those that Sphinx has to lay out are given to it, as ``html-collect-pages`` has it. ``sections`` are those of the
    pages that people wrote, for the search.
    """
    before, now = freshness.before, freshness.now
    if _nothing_changed(freshness):
        assert before is not None
        now.pages, now.files = before.pages, before.files
        _write_site_index(build, freshness, builder, sections)
        return
    if can_frame(app):
        yield from ()
        _write_pages(app, build, freshness, builder)
    else:
        yield from _pages_for_sphinx(build, freshness, builder)
    for relative, text in archive_files(build, builder):
        now.files[relative] = write_when_different(freshness.outdir / relative, text)
    _write_site_index(build, freshness, builder, sections)


def _write_pages(app: Sphinx, build: KompassBuild, freshness: Freshness, builder: StandaloneHTMLBuilder) -> None:
    frames = PageFrames(builder, Path(app.doctreedir) / CACHE_FOLDER)
    before, now, outdir = freshness.before, freshness.now, freshness.outdir

    def made(page: PlannedPage) -> _Made:
        try:
            content = content_of(build, page)
        except Exception as error:  # an error in one page must not lose the others
            return _Made("", "", 0, words_of(error))
        path = builder.get_output_path(page.name)
        digest = _digest(content)
        if before is not None and _is_fresh(before, now, page.name, digest, path):
            return _Made(digest, *before.pages[page.name][1:])
        size = write_when_different(path, frames.page(page.name, content))
        return _Made(digest, path.relative_to(outdir).as_posix(), size)

    for page, one in zip(build.plan, shared_among(app.parallel, made, build.plan), strict=True):
        if one.error:
            _tell_broken(build, freshness, page, one.error)
        else:
            now.pages[page.name] = (one.digest, one.path, one.size)


def _pages_for_sphinx(
    build: KompassBuild, freshness: Freshness, builder: StandaloneHTMLBuilder
) -> Iterator[CollectedPage]:
    before, now = freshness.before, freshness.now
    for page in build.plan:
        try:
            content = content_of(build, page)
        except Exception as error:  # as above
            _tell_broken(build, freshness, page, words_of(error))
            continue
        path, digest = builder.get_output_path(page.name), _digest(content)
        if not _is_fresh(before, now, page.name, digest, path):
            yield page.name, content, "page.html"
        now.pages[page.name] = (digest, path.relative_to(freshness.outdir).as_posix(), path.stat().st_size)


def _tell_broken(build: KompassBuild, freshness: Freshness, page: PlannedPage, reason: str) -> None:
    tell_broken_view(build.context, page.name, reason, page.location)
    freshness.now.archive = ""  # the next build tries again, though nothing else may have changed


def _digest(content: Mapping[str, Any]) -> str:
    digest = sha256(content["body"].encode())
    digest.update(repr([(key, content[key]) for key in sorted(content) if key != "body"]).encode())
    return digest.hexdigest()


def archive_files(build: KompassBuild, builder: StandaloneHTMLBuilder) -> Iterator[tuple[str, str]]:
    """The path and the text of every data file that is made from the archive alone."""
    announcement = builder.config.html_theme_options.get("announcement", "")
    for relative, text in data_files(build.context, announcement):
        yield relative, _signed(builder, relative, text)


def site_index_text(build: KompassBuild, builder: StandaloneHTMLBuilder, sections: list[Section]) -> str:
    """What the search knows of the site, as a script."""
    index = site_index(build.archive, sections)
    text = as_script(SITE_INDEX_FILE, json.dumps(index, ensure_ascii=False, separators=(",", ":")))
    return _signed(builder, SITE_INDEX_FILE, text)


def _signed(builder: StandaloneHTMLBuilder, relative: str, text: str) -> str:
    """A script with the site's name at its head, so that records of a demonstration say that they are made up."""
    name = builder.config.project.replace("*/", "")
    return f"/* {name} */\n{text}" if relative.endswith(".js") else text


def _write_site_index(
    build: KompassBuild, freshness: Freshness, builder: StandaloneHTMLBuilder, sections: list[Section]
) -> None:
    """What the search knows of the site depends on prose too, so it is made anew in every build."""
    text = site_index_text(build, builder, sections)
    freshness.now.files[SITE_INDEX_FILE] = write_when_different(freshness.outdir / SITE_INDEX_FILE, text)


def _nothing_changed(freshness: Freshness) -> bool:
    before, now = freshness.before, freshness.now
    if before is None or not before.complete or (before.layout, before.archive) != (now.layout, now.archive):
        return False
    written = [(path, size) for _, path, size in before.pages.values()]
    return all(_has_size(freshness.outdir / path, size) for path, size in (*written, *before.files.items()))


def _is_fresh(before: Manifest | None, now: Manifest, page: str, digest: str, path: Path) -> bool:
    if before is None or before.layout != now.layout or page not in before.pages:
        return False
    last_digest, _, size = before.pages[page]
    return last_digest == digest and _has_size(path, size)


def _has_size(path: Path, size: int) -> bool:
    try:
        return path.stat().st_size == size
    except OSError:
        return False


def content_of(build: KompassBuild, page: PlannedPage) -> dict[str, Any]:
    """What the theme's layout is given of a page that data makes. Raises what its view or template raises."""
    return view_content(build, page.template, page.view(), build.place(page.name))


def view_content(build: KompassBuild, template: str, view: Any, place: Place) -> dict[str, Any]:
    """What the layout is given of a view on the page at this place."""
    return {
        "title": view.title,
        "body": build.renderer.render(template, view, place),
        "kompass_description": view.description,
        "kompass_crumbs": [
            {"title": title, "uri": None if target is None else place.link(target)} for title, target in view.crumbs
        ],
    }


def write_when_different(path: Path, text: str) -> int:
    """Write a file in one go unless it has these bytes already; its size in bytes."""
    content = text.encode()
    try:
        if path.read_bytes() == content:
            return len(content)
    except OSError:
        path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, content)
    return len(content)
