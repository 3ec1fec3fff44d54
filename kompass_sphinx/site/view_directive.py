"""The ``kompass:view`` directive: a view's table, list or chart in a page that people write."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from kompass_sphinx.site.domain import KompassDomain

logger = logging.getLogger(__name__)


class view_placeholder(nodes.General, nodes.Element):  # noqa: N801 (docutils names nodes in lower case)
    """Where a view will stand; replaced before references are resolved, when the archive is known."""


class ViewDirective(SphinxDirective):
    """Puts a view in its place: ``{kompass:view} NAME [THEME]``."""

    required_arguments = 1
    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        """A placeholder; what is wrong with it is said where it is replaced, in every build until it is mended."""
        domain = self.env.domains["kompass"]
        assert isinstance(domain, KompassDomain)
        name, argument = self.arguments[0], (self.arguments[1:] or [""])[0]
        domain.note_view(self.env.docname, name, argument)
        placeholder = view_placeholder(name=name, argument=argument)
        self.set_source_info(placeholder)
        return [placeholder]


class ViewTransform(SphinxPostTransform):
    """Swaps placeholders for HTML under the builders with pages, for one line of text under the others."""

    default_priority = 5  # before references are resolved

    def run(self, **kwargs: Any) -> None:
        """Replace every placeholder of the document."""
        domain = self.env.domains["kompass"]
        assert isinstance(domain, KompassDomain)
        build = domain.build
        for placeholder in list(self.document.findall(view_placeholder)):
            name, argument = placeholder["name"], placeholder["argument"]
            complaint = build.making.complaint_about(name, argument)
            if complaint:
                logger.warning("%s", complaint, location=placeholder, type="kompass", subtype="unknown-view")
                placeholder.parent.remove(placeholder)
            elif build.has_pages:
                html = build.making.fragment(name, argument, self.env.current_document.docname)
                placeholder.replace_self(nodes.raw("", html, format="html"))
            else:
                line = build.language.text("The figures are on the website.")
                placeholder.replace_self(nodes.paragraph(line, line))


def setup_view(app: Sphinx) -> None:
    """Plug the directive in."""
    app.add_node(view_placeholder)
    app.add_directive_to_domain("kompass", "view", ViewDirective)
    app.add_post_transform(ViewTransform)
