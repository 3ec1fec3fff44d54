"""The sections of a document as the search finds them: what people wrote, each section's own."""

from __future__ import annotations

from docutils import nodes
from docutils.core import publish_doctree
from docutils.utils import new_document

from kompass_sphinx.exports.site_index import Section
from kompass_sphinx.site.sections import sections_of

TEXT = """\
Så ska­pas det
==============

Första stycket
på två rader.

.. _eget-ankare:

Under rubrik
------------

* En punkt.
* En till med ``kod``.

.. code:: text

   ett block som ingen söker

.. raw:: html

   <p>gjort av data</p>

+------+------+
| en   | två  |
+------+------+

.. note:: En anmärkning.
"""


def found(text: str) -> list[Section]:
    document = publish_doctree(text, settings_overrides={"doctitle_xform": False, "sectsubtitle_xform": False})
    return list(sections_of("docs/page", document))


def test_each_section_has_its_own_words_without_soft_hyphens_code_or_data() -> None:
    assert found(TEXT) == [
        Section("docs/page", "", "Så skapas det", "Så skapas det", "Första stycket på två rader."),
        Section(
            "docs/page",
            "under-rubrik",
            "Så skapas det",
            "Under rubrik",
            "En punkt. En till med kod. en två En anmärkning.",
        ),
    ]


def test_a_section_without_a_title_is_left_out() -> None:
    document = new_document("docs/page")
    document += nodes.section("", nodes.paragraph("", "Ord."))
    assert list(sections_of("docs/page", document)) == []
