"""The sections of a document as the search of the site finds them."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from kompass_sphinx.exports.site_index import Section

_NOT_PROSE = (nodes.section, nodes.title, nodes.literal_block, nodes.raw, nodes.comment, nodes.system_message)


def sections_of(docname: str, document: nodes.document) -> Iterator[Section]:
    """The document's sections from the top, those within others after them; a section without a title is left out."""
    page_title = ""
    for section in document.findall(nodes.section):
        title = section.next_node(nodes.title)
        if title is None or title.parent is not section:
            continue
        heading = " ".join(title.astext().replace("\N{SOFT HYPHEN}", "").split())
        page_title = page_title or heading
        anchor = "" if section.parent is document else str(section["ids"][0])
        yield Section(docname, anchor, page_title, heading, " ".join(filter(None, _texts(section))))


def _texts(node: nodes.Element) -> Iterator[str]:
    """The words of the section itself, not of those within it."""
    for child in node.children:
        if isinstance(child, nodes.TextElement) and not isinstance(child, _NOT_PROSE):
            yield " ".join(child.astext().replace("\N{SOFT HYPHEN}", "").split())
        elif isinstance(child, nodes.Element) and not isinstance(child, _NOT_PROSE):
            yield from _texts(child)
