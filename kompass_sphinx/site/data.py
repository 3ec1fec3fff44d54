"""The data files beside the pages."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from kompass_sphinx.exports.files import (
    Line,
    Maker,
    heads_of,
    line_files,
    lines_of,
    makers,
    twin_path,
)
from kompass_sphinx.exports.json_twin import archive_text
from kompass_sphinx.exports.lines import with_lines
from kompass_sphinx.reading.frames import TOTAL
from kompass_sphinx.reading.whole_files import replace_file
from kompass_sphinx.site.build import KompassBuild
from kompass_sphinx.site.freshness import Freshness
from kompass_sphinx.site.output import has_size, signed, write_when_different
from kompass_sphinx.views.data_files import ARCHIVE_FILE


def write_archive_files(app: Sphinx, build: KompassBuild, freshness: Freshness, builder: StandaloneHTMLBuilder) -> None:
    """Write the files that the archive alone makes, where they differ; each goes into the manifest."""
    outdir, files = freshness.outdir, freshness.now.files

    def written(maker: Maker) -> list[tuple[str, int]]:
        texts = maker.files()
        return [
            (path, write_when_different(outdir / path, signed(builder, path, text).encode())) for path, text in texts
        ]

    announcement = _announcement(builder)
    files.update(_with_other_lines(build, freshness, announcement))
    stale = list(_stale_makers(build, freshness))
    for several in freshness.dependencies.recorded_among(app.parallel, written, stale, _name_of):
        files.update(several)
    if ARCHIVE_FILE in files:
        return
    # The twins that were just written, one after the other: the archive's text is never in memory, only its bytes.
    twins = ((outdir / twin_path(key)).read_text("utf-8") for key in build.making.archive.evaluations)
    parts = archive_text(build.making.archive, twins, announcement)
    files[ARCHIVE_FILE] = write_when_different(outdir / ARCHIVE_FILE, b"".join(part.encode() for part in parts))


def _with_other_lines(build: KompassBuild, freshness: Freshness, announcement: str) -> dict[str, int]:
    """The sizes of the files of many evaluations, where only lines of theirs had to be written anew; else nothing."""
    outdir = freshness.outdir
    changed = freshness.dependencies.with_other_words_or_figures
    of_many = line_files(build.making.archive.catalogue)
    files = {path: size for path, size in freshness.trusted.files.items() if path in of_many}
    if not files or not changed or not all(has_size(outdir / path, size) for path, size in files.items()):
        return {}
    lines: dict[str, dict[str, str]] = {}
    for line in _other_lines(build, freshness, announcement):
        lines.setdefault(line.path, {})[line.beginning] = line.text
    for path, new in lines.items():
        content = (outdir / path).read_bytes()
        try:
            changed_content = with_lines(content, new)
        except KeyError:  # it is not the file that we wrote: all are made again
            return {}
        if changed_content != content:
            replace_file(outdir / path, changed_content)
        files[path] = len(changed_content)
    for path in files:
        freshness.dependencies.keep(path)
    return files


def _other_lines(build: KompassBuild, freshness: Freshness, announcement: str) -> Iterator[Line]:
    """The lines of the evaluations with other words or figures, and of those that tell of all figures together."""
    archive, dependencies = build.making.archive, freshness.dependencies
    for name, year in dependencies.with_other_words_or_figures:
        yield from lines_of(build.making.context, (archive.registry.by_name[name].slug, year))
    for (name, year), places in dependencies.changed_figures.items():
        edition = archive.evaluations[archive.registry.by_name[name].slug, year].edition
        yield from heads_of(build.making.context, edition, set(places) - {TOTAL}, announcement)


def _stale_makers(build: KompassBuild, freshness: Freshness) -> Iterator[Maker]:
    """What makes the files that have to be made; the others are in the manifest."""
    before, outdir = freshness.trusted.files, str(freshness.outdir)
    for maker in makers(build.making.recorded_context, build.making.archive.evaluations):
        if freshness.now.files.keys() >= set(maker.paths):
            continue
        sizes = {path: before.get(path, -1) for path in maker.paths}
        is_there = all(has_size(f"{outdir}/{path}", size) for path, size in sizes.items())
        if is_there and freshness.dependencies.is_fresh(_name_of(maker)):
            freshness.now.files.update(sizes)
        else:
            yield maker


def _name_of(maker: Maker) -> str:
    return maker.paths[0]


def archive_files(build: KompassBuild, builder: StandaloneHTMLBuilder) -> Iterator[tuple[str, str]]:
    """The path and the text of every file that the archive alone makes."""
    texts = {
        path: text
        for maker in makers(build.making.context, build.making.archive.evaluations)
        for path, text in maker.files()
    }
    for path, text in texts.items():
        yield path, signed(builder, path, text)
    twins = (texts[twin_path(key)] for key in build.making.archive.evaluations)
    yield ARCHIVE_FILE, "".join(archive_text(build.making.archive, twins, _announcement(builder)))


def _announcement(builder: StandaloneHTMLBuilder) -> str:
    """What the site says on every page, such as that everything is made up."""
    return str(builder.config.html_theme_options.get("announcement", ""))
