"""What of Sphinx's own files does not belong in the output."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

THEME = "kompass"
TRANSLATIONS = "translations.js"


def drop_search(app: Sphinx) -> None:
    """builder-inited: Sphinx's search finds no ``orebro`` for Örebro, and its page breaks the security policy."""
    if isinstance(app.builder, StandaloneHTMLBuilder) and app.config.html_theme == THEME:
        app.builder.search = False


def drop_translations(app: Sphinx, exception: Exception | None) -> None:
    """build-finished: Sphinx has no such file for English, and leaves that of the language before."""
    if exception is None and isinstance(app.builder, StandaloneHTMLBuilder) and app.config.language == "en":
        own = [Path(app.confdir) / folder / TRANSLATIONS for folder in app.config.html_static_path]
        if not any(path.exists() for path in own):
            (Path(app.outdir) / "_static" / TRANSLATIONS).unlink(missing_ok=True)
