"""The pages that data makes: only those whose content differs are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from kompass_sphinx.exports.site_index import Section
from kompass_sphinx.site.build import CACHE_FOLDER, KompassBuild, tell_broken_view, words_of
from kompass_sphinx.site.freshness import Freshness
from kompass_sphinx.site.output import has_size, write_when_different
from kompass_sphinx.site.page_content import content_digest, content_of
from kompass_sphinx.site.page_frame import PageFrames, can_frame
from kompass_sphinx.site.site_index import write_site_index

if TYPE_CHECKING:
    from kompass_sphinx.site.plan import PlannedPage

CollectedPage = tuple[str, dict[str, Any], str]

SHARED_FROM = 0.25
"""Only more than this share of the pages is shared among processes: before that, every answer of the archive is made.

With 3,000 evaluations that takes as long as some hundreds of pages, and few pages need few answers.
"""


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
    if _nothing_changed(freshness):
        freshness.now.pages, freshness.now.files = freshness.trusted.pages, freshness.trusted.files
    else:
        if can_frame(app):
            _write_pages(app, build, freshness, builder)
        else:
            yield from _pages_for_sphinx(build, freshness, builder)
        # Imported here, as ``KompassBuild.making`` is.
        from kompass_sphinx.site.data import write_archive_files

        write_archive_files(app, build, freshness, builder)
    write_site_index(build, freshness, builder, sections)


def _write_pages(app: Sphinx, build: KompassBuild, freshness: Freshness, builder: StandaloneHTMLBuilder) -> None:
    frames = PageFrames(builder, Path(app.doctreedir) / CACHE_FOLDER)
    now, outdir = freshness.now, freshness.outdir

    def made(page: PlannedPage) -> _Made:
        try:
            content = content_of(build, page)
        except Exception as error:  # an error in one page must not lose the others
            return _Made("", "", 0, words_of(error))
        path = builder.get_output_path(page.name)
        size = write_when_different(path, frames.page(page.name, content).encode())
        return _Made(content_digest(content), path.relative_to(outdir).as_posix(), size)

    stale = list(_stale_pages(build, freshness))
    processes = app.parallel if len(stale) > SHARED_FROM * len(build.making.plan) else 1
    if processes > 1:
        build.making.archive.answer_all()  # once, not in each process
    answers = freshness.dependencies.recorded_among(processes, made, stale, _name_of)
    for page, one in zip(stale, answers, strict=True):
        if one.error:
            _tell_broken(build, freshness, page, one.error)
        else:
            now.pages[page.name] = (one.digest, one.path, one.size)


def _stale_pages(build: KompassBuild, freshness: Freshness) -> Iterator[PlannedPage]:
    """The pages that have to be made; the others are in the manifest."""
    before, outdir = freshness.trusted.pages, str(freshness.outdir)
    for page in build.making.plan:
        last = before.get(page.name)
        if (
            last is not None
            and has_size(f"{outdir}/{last[1]}", last[2])
            and freshness.dependencies.is_fresh(_name_of(page))
        ):
            freshness.now.pages[page.name] = last
        else:
            yield page


def _name_of(page: PlannedPage) -> str:
    """What a page's dependencies are kept under: of two views in the same place, each has its own."""
    return f"{page.template} {page.name}"


def _pages_for_sphinx(
    build: KompassBuild, freshness: Freshness, builder: StandaloneHTMLBuilder
) -> Iterator[CollectedPage]:
    for page in _stale_pages(build, freshness):
        try:
            with freshness.dependencies.recording(_name_of(page)):
                content = content_of(build, page)
        except Exception as error:  # as above
            _tell_broken(build, freshness, page, words_of(error))
            continue
        path = builder.get_output_path(page.name)
        if not _is_same(freshness, page.name, content_digest(content), path):
            yield page.name, content, "page.html"
        written = path.relative_to(freshness.outdir).as_posix()
        freshness.now.pages[page.name] = (content_digest(content), written, path.stat().st_size)


def _tell_broken(build: KompassBuild, freshness: Freshness, page: PlannedPage, reason: str) -> None:
    tell_broken_view(build.language, page.name, reason, page.location)
    freshness.dependencies.forget(_name_of(page))
    freshness.now.archive = freshness.now.outline = (
        ""  # the next build tries again, though nothing else may have changed
    )


def _nothing_changed(freshness: Freshness) -> bool:
    if not freshness.has_same_archive:
        return False
    before, outdir = freshness.trusted, str(freshness.outdir)
    pages = ((path, size) for _, path, size in before.pages.values())
    return all(has_size(f"{outdir}/{path}", size) for path, size in (*pages, *before.files.items()))


def _is_same(freshness: Freshness, page: str, digest: str, path: Path) -> bool:
    last_digest, _, size = freshness.trusted.pages.get(page, ("", "", 0))
    return last_digest == digest and has_size(path, size)
