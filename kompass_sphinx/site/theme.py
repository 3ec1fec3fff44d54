"""What the site's own theme needs of Sphinx: no search index."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

THEME = "kompass"


def drop_search(app: Sphinx) -> None:
    """builder-inited: Sphinx's search finds no ``orebro`` for Örebro, and its page breaks the security policy."""
    if isinstance(app.builder, StandaloneHTMLBuilder) and app.config.html_theme == THEME:
        app.builder.search = False
