"""The pages that data makes: only those whose content differs are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from kompass_sphinx.exports.site_index import Section
from kompass_sphinx.processes import shared_among
from kompass_sphinx.site.build import CACHE_FOLDER, KompassBuild, tell_broken_view, words_of
from kompass_sphinx.site.data import write_archive_files, write_site_index
from kompass_sphinx.site.freshness import Freshness
from kompass_sphinx.site.manifest import Manifest
from kompass_sphinx.site.output import has_size, write_when_different
from kompass_sphinx.site.page_content import content_digest, content_of
from kompass_sphinx.site.page_frame import PageFrames, can_frame
from kompass_sphinx.site.plan import PlannedPage

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
    else:
        if can_frame(app):
            _write_pages(app, build, freshness, builder)
        else:
            yield from _pages_for_sphinx(build, freshness, builder)
        write_archive_files(app, build, freshness, builder)
    write_site_index(build, freshness, builder, sections)


def _write_pages(app: Sphinx, build: KompassBuild, freshness: Freshness, builder: StandaloneHTMLBuilder) -> None:
    frames = PageFrames(builder, Path(app.doctreedir) / CACHE_FOLDER)
    before, now, outdir = freshness.before, freshness.now, freshness.outdir

    def made(page: PlannedPage) -> _Made:
        try:
            content = content_of(build, page)
        except Exception as error:  # an error in one page must not lose the others
            return _Made("", "", 0, words_of(error))
        path, digest = builder.get_output_path(page.name), content_digest(content)
        if before is not None and _is_fresh(before, now, page.name, digest, path):
            return _Made(*before.pages[page.name])
        size = write_when_different(path, frames.page(page.name, content))
        return _Made(digest, path.relative_to(outdir).as_posix(), size)

    if app.parallel > 1:
        build.archive.answer_all()  # once, not in each process
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
        path, digest = builder.get_output_path(page.name), content_digest(content)
        if not _is_fresh(before, now, page.name, digest, path):
            yield page.name, content, "page.html"
        now.pages[page.name] = (digest, path.relative_to(freshness.outdir).as_posix(), path.stat().st_size)


def _tell_broken(build: KompassBuild, freshness: Freshness, page: PlannedPage, reason: str) -> None:
    tell_broken_view(build.context, page.name, reason, page.location)
    freshness.now.archive = ""  # the next build tries again, though nothing else may have changed


def _nothing_changed(freshness: Freshness) -> bool:
    before, now = freshness.before, freshness.now
    if before is None or not before.complete or (before.layout, before.archive) != (now.layout, now.archive):
        return False
    outdir = str(freshness.outdir)
    pages = ((path, size) for _, path, size in before.pages.values())
    return all(has_size(f"{outdir}/{path}", size) for path, size in (*pages, *before.files.items()))


def _is_fresh(before: Manifest | None, now: Manifest, page: str, digest: str, path: Path) -> bool:
    if before is None or before.layout != now.layout or page not in before.pages:
        return False
    last_digest, _, size = before.pages[page]
    return last_digest == digest and has_size(path, size)
