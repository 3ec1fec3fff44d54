"""The pages that data makes, and the data files beside them: only those whose content differs are written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from sphinx.builders.html import StandaloneHTMLBuilder

from kompass_sphinx.exports.json_twin import archive_text, as_text, evaluation_json
from kompass_sphinx.site.build import ARCHIVE_FILE, KompassBuild, tell_broken_view
from kompass_sphinx.site.freshness import Freshness
from kompass_sphinx.site.manifest import Manifest
from kompass_sphinx.views.evaluation import evaluation_view
from kompass_sphinx.views.evaluation_list import evaluation_list_view
from kompass_sphinx.views.municipality import municipality_view
from kompass_sphinx.views.targets import EVALUATIONS, Target, evaluation_target, municipality_target

CollectedPage = tuple[str, dict[str, Any], str]


def collect_pages(build: KompassBuild, freshness: Freshness, builder: StandaloneHTMLBuilder) -> Iterator[CollectedPage]:
    """The pages to write, for ``html-collect-pages``; each goes into the manifest as it is made."""
    before, now = freshness.before, freshness.now
    if _nothing_changed(freshness):
        assert before is not None
        now.pages, now.files = before.pages, before.files
        return
    for page, context in _all_pages(build):
        if context is None:
            now.archive = ""  # the next build tries again, though nothing else may have changed
            continue
        digest = sha256(repr(sorted(context.items())).encode()).hexdigest()
        path = builder.get_output_path(page)
        relative = path.relative_to(freshness.outdir).as_posix()
        if not _is_fresh(before, now, page, digest, path):
            yield page, context, "page.html"
        now.pages[page] = (digest, relative, path.stat().st_size)
    for relative, text in _data_files(build):
        now.files[relative] = write_when_different(freshness.outdir / relative, text)


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


def _all_pages(build: KompassBuild) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """The name and the context of every page; None in place of a context that could not be made, which is told."""
    for page, template, location, make_view in _plan(build):
        try:
            context = _page(build, page, template, make_view())
        except Exception as error:  # an error in one page must not lose the others
            tell_broken_view(build.context, page, error, location)
            context = None
        yield page, context


def _plan(build: KompassBuild) -> Iterator[tuple[str, str, str, Callable[[], Any]]]:
    """Each page's name, template, the place to tell of it, and what makes its view."""
    context, paths = build.context, build.reading.paths
    yield EVALUATIONS, "evaluation_list.html", EVALUATIONS, partial(evaluation_list_view, context)
    for slug in build.archive.of_municipality:
        page = municipality_target(slug).page
        yield page, "municipality.html", page, partial(municipality_view, context, slug)
    for key, evaluation in build.archive.evaluations.items():
        page = evaluation_target(build.archive, evaluation).page
        yield page, "evaluation.html", f"{paths[key]}:1:1", partial(evaluation_view, context, key)


def _page(build: KompassBuild, page: str, template: str, view: Any) -> dict[str, Any]:
    place = build.place(page)
    return {
        "title": view.title,
        "body": build.renderer.render(template, view, place),
        "kompass_description": view.description,
        "kompass_crumbs": [
            {"title": title, "uri": None if target is None else _address(build, page, target)}
            for title, target in view.crumbs
        ],
    }


def _address(build: KompassBuild, page: str, target: Target) -> str | None:
    return build.place(page).link(target)


def _data_files(build: KompassBuild) -> Iterator[tuple[str, str]]:
    texts = []
    for (slug, year), evaluation in build.archive.evaluations.items():
        texts.append(as_text(evaluation_json(build.archive, evaluation)))
        yield f"evaluations/{slug}/{year}.json", texts[-1]
    yield ARCHIVE_FILE, archive_text(build.archive, texts)


def write_when_different(path: Path, text: str) -> int:
    """Write a file in one go unless it has these bytes already; its size in bytes."""
    content = text.encode()
    try:
        if path.read_bytes() == content:
            return len(content)
    except OSError:
        path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_bytes(content)
    temporary.replace(path)
    return len(content)
