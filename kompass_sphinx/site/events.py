"""What happens when in a build: the handlers that ``setup()`` connects to Sphinx's events."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from kompass_sphinx.site.build import begin
from kompass_sphinx.site.domain import KompassDomain
from kompass_sphinx.site.freshness import Freshness
from kompass_sphinx.site.pages import CollectedPage, collect_pages

_USUAL_THRESHOLD = gc.get_threshold()[0]
# Evaluations are a hundred objects each, and none of them garbage. With 3,000 of them a build after a changed text took
# 10.7 s of CPU instead of 13.7, and 3 MB more.
_OBJECTS_BETWEEN_COLLECTIONS = 100_000

_LINES_OF_BUILD_INFO = 4


def domain_of(env: BuildEnvironment) -> KompassDomain:
    """The domain that carries this build's archive."""
    domain = env.domains["kompass"]
    assert isinstance(domain, KompassDomain)
    return domain


def collect_rarely(app: Sphinx, config: Config) -> None:
    """config-inited: look for garbage less often, until the build has ended (``collect_as_before``)."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)


def collect_as_before(app: Sphinx, exception: Exception | None) -> None:
    """build-finished: look for garbage as often as Python usually does."""
    gc.set_threshold(_USUAL_THRESHOLD)


def drop_build_info(app: Sphinx) -> None:
    """builder-inited: take away Sphinx's own note of the last build where a full disk or a kill has cut it off.

    Sphinx reads its lines by their numbers, and would stop at the first that is missing.
    """
    note = Path(app.outdir) / ".buildinfo"
    with suppress(OSError):
        if note.read_bytes().count(b"\n") < _LINES_OF_BUILD_INFO:
            note.unlink()


def read_archive(app: Sphinx) -> None:
    """builder-inited: read the archive once, before anything else."""
    freshness = Freshness(app.builder)
    build = begin(app, freshness.before)
    freshness.begin(build)
    domain_of(app.env).use(build, freshness)


def note_document(app: Sphinx, document: nodes.document) -> None:
    """doctree-read: note which objects a document links to, and what the search finds in it."""
    docname = app.env.current_document.docname
    domain_of(app.env).note_references(docname, document)
    if "nosearch" not in app.env.metadata[docname]:
        domain_of(app.env).note_sections(docname, document)


def stale_documents(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """env-get-updated: documents whose views or references differ from those last written."""
    domain = domain_of(env)
    return domain.freshness.stale_documents(app, env, domain.build, domain.holdings)


def note_written(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """doctree-resolved: the document is about to be written."""
    domain_of(app.env).freshness.written.add(docname)


def begin_writing(app: Sphinx, builder: Builder) -> None:
    """write-started: the output is not whole until the build has finished."""
    domain = domain_of(app.env)
    domain.freshness.begin_writing(builder, domain.build)


def pages(app: Sphinx) -> Iterator[CollectedPage]:
    """html-collect-pages: the pages that data makes, when they are to be written."""
    domain = domain_of(app.env)
    if domain.build.has_pages and isinstance(app.builder, StandaloneHTMLBuilder):
        yield from collect_pages(app, domain.build, domain.freshness, app.builder, domain.all_sections)


def page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """html-page-context: what the theme's layout asks the extension for."""
    build = domain_of(app.env).build
    context["kompass_gettext"] = build.language.gettext
    context["kompass_pages"] = build.has_page


def end_writing(app: Sphinx, exception: Exception | None) -> None:
    """build-finished: the output is whole, unless something went wrong."""
    if exception is None and app.env is not None:
        domain_of(app.env).freshness.end_writing(app.builder)
