"""Kommunkompassen's evaluations as a Sphinx site.

``setup()`` is the extension's table of contents: everything that is plugged into Sphinx, in one list.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__version__ = "0.1.0"


def setup(app: Sphinx) -> dict[str, Any]:
    """Plug the archive into Sphinx."""
    # Imported here: the rooms that know nothing of Sphinx must be usable without it.
    from kompass_sphinx.site import events, sources, theme, turns
    from kompass_sphinx.site.domain import KompassDomain
    from kompass_sphinx.site.view_directive import setup_view

    app.add_config_value("kompass_evaluations", "evaluations", "env", [str])
    app.add_domain(KompassDomain)
    setup_view(app)
    app.add_html_theme("kompass", str(Path(__file__).parent / "theme" / "kompass"))
    app.connect("config-inited", turns.take_turn_with_doctrees)
    app.connect("builder-inited", turns.take_turn_with_output)
    app.connect("builder-inited", theme.drop_search)
    app.connect("builder-inited", events.drop_build_info)
    app.connect("config-inited", events.collect_rarely)
    app.connect("builder-inited", events.read_archive)
    app.connect("env-get-outdated", sources.other_sources)
    app.connect("env-before-read-docs", sources.note_sources)
    app.connect("doctree-read", events.note_document)
    app.connect("env-updated", sources.note_dependencies)
    app.connect("env-get-updated", events.stale_documents)
    app.connect("write-started", events.begin_writing)
    app.connect("doctree-resolved", events.note_written)
    app.connect("html-collect-pages", events.pages)
    app.connect("html-page-context", events.page_context)
    app.connect("build-finished", events.end_writing)
    app.connect("build-finished", events.collect_as_before)
    app.connect("build-finished", theme.drop_translations)
    app.connect("build-finished", turns.end_turn)
    return {
        "version": __version__,
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
