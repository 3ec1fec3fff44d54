"""The ``kompass`` domain: links to evaluations, municipalities, areas and sub-questions from any page."""

from __future__ import annotations

from collections.abc import Iterable, Set
from difflib import get_close_matches
from typing import Any, ClassVar

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.builders import Builder
from sphinx.domains import Domain, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.util import logging
from sphinx.util.nodes import make_refnode

from kompass_sphinx.exports.site_index import Section
from kompass_sphinx.site.build import KompassBuild
from kompass_sphinx.site.freshness import Freshness
from kompass_sphinx.site.objects import ANY, LIST_TARGET, Holdings, LinkedObject, objects_of
from kompass_sphinx.site.sections import sections_of

UNTYPED = ("any", "myst")  # reference types that ask every domain

logger = logging.getLogger(__name__)


class ListRole(XRefRole):
    """A link to the list of all evaluations; what stands in it is its text."""

    def process_link(
        self, env: BuildEnvironment, refnode: nodes.Element, has_explicit_title: bool, title: str, target: str
    ) -> tuple[str, str]:
        """The text as given, and the list as target."""
        refnode["refexplicit"] = True
        return title, LIST_TARGET


class KompassDomain(Domain):
    """Objects of the archive. What a document uses of them is noted, so that it is as fresh as they are."""

    name = "kompass"
    label = "Kommunkompassen"
    object_types = {
        "evaluation": ObjType("evaluation", "evaluation"),
        "municipality": ObjType("municipality", "municipality"),
        "area": ObjType("area", "area"),
        "question": ObjType("question", "question"),
        "list": ObjType("list", "list"),
    }
    roles = {
        "evaluation": XRefRole(innernodeclass=nodes.inline),
        "municipality": XRefRole(innernodeclass=nodes.inline),
        "area": XRefRole(innernodeclass=nodes.inline),
        "question": XRefRole(innernodeclass=nodes.inline),
        "list": ListRole(innernodeclass=nodes.inline),
    }
    initial_data: ClassVar[dict[str, Any]] = {
        "views": {},
        "references": {},
        "sections": {},
        "sources": {},
        "dependencies": {},
    }
    data_version = 4
    build: KompassBuild
    freshness: Freshness
    objects: dict[tuple[str, str], LinkedObject]
    type_of: dict[str, str]

    @property
    def views(self) -> dict[str, list[tuple[str, str]]]:
        """The views (name and argument) that each document holds."""
        views: dict[str, list[tuple[str, str]]] = self.data["views"]
        return views

    @property
    def references(self) -> dict[str, list[tuple[str, str]]]:
        """The objects (type and target) that each document links to."""
        references: dict[str, list[tuple[str, str]]] = self.data["references"]
        return references

    @property
    def sections(self) -> dict[str, list[Section]]:
        """The sections of each document, for the search."""
        sections: dict[str, list[Section]] = self.data["sections"]
        return sections

    @property
    def all_sections(self) -> list[Section]:
        """The sections of all documents, for the search."""
        return [section for docname in sorted(self.sections) for section in self.sections[docname]]

    def use(self, build: KompassBuild, freshness: Freshness) -> None:
        """Give the domain the build whose archive it speaks of, and what the last one wrote."""
        self.build = build
        self.freshness = freshness
        title = build.language.text("All evaluations")
        self.objects = objects_of(build.reading.evaluations, build.slugs, build.registry, build.catalogue, title)
        self.type_of = {name: typ for typ, name in self.objects if typ != "list"}

    def note_view(self, docname: str, name: str, argument: str) -> None:
        """A document holds a view."""
        self.views.setdefault(docname, []).append((name, argument))

    def note_sections(self, docname: str, document: nodes.document) -> None:
        """A document's sections, as the search finds them."""
        self.sections[docname] = list(sections_of(docname, document))

    def note_references(self, docname: str, document: nodes.document) -> None:
        """A document's links to objects of the archive."""
        found = []
        for node in document.findall(pending_xref):
            if node.get("refdomain") == self.name:
                found.append((node["reftype"], node["reftarget"]))
            elif node["reftype"] in UNTYPED:
                found.append((ANY, node["reftarget"]))
        if found:
            self.references[docname] = found

    def holdings(self, docname: str) -> Holdings:
        """What a document has of the archive."""
        references = self.references.get(docname, ())
        return Holdings(
            tuple(self.views.get(docname, ())),
            tuple((reference, self.find(*reference)) for reference in references),
        )

    def find(self, typ: str, target: str) -> LinkedObject | None:
        """What a reference leads to here; one of unknown type may lead to another domain."""
        if typ != ANY:
            return self.objects.get((typ, target))
        return self.objects.get((self.type_of.get(target, ""), target))

    def clear_doc(self, docname: str) -> None:
        """Forget a document."""
        self.views.pop(docname, None)
        self.references.pop(docname, None)
        self.sections.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel reader noted."""
        for table in ("views", "references", "sections"):
            self.data[table].update(
                (docname, noted) for docname, noted in otherdata[table].items() if docname in docnames
            )

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """The link, or the title as plain text where the builder has no such page; a missing target is a warning."""
        found = self.objects.get((typ, target))
        if found is None:
            self._warn_unknown(typ, target, node)
            return _as_reference(contnode)
        content = contnode if node["refexplicit"] else nodes.inline(found.title, found.title)
        if not self.build.has_page(found.target.page) or not self.build.has_pages:
            return _as_reference(content)
        return make_refnode(builder, fromdocname, found.target.page, found.target.anchor, content)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """The link for a target of unknown type, as ``any`` and MyST ask for."""
        typ = self.type_of.get(target, "")
        linked = self.objects.get((typ, target))
        if linked is None or not self.build.has_pages or not self.build.has_page(linked.target.page):
            return []
        content = contnode if node.get("refexplicit") else nodes.inline(linked.title, linked.title)
        reference = make_refnode(builder, fromdocname, linked.target.page, linked.target.anchor, content)
        return [(f"{self.name}:{typ}", reference)]

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """The objects that have a page, for objects.inv."""
        for (typ, name), linked in self.objects.items():
            if typ != "list" and self.build.has_page(linked.target.page):
                yield name, linked.title, typ, linked.target.page, linked.target.anchor, 1

    def _warn_unknown(self, typ: str, target: str, node: pending_xref) -> None:
        names = [name for kind, name in self.objects if kind == typ]
        near = ", ".join(get_close_matches(target, names, n=3, cutoff=0.5))
        text = self.build.language.text
        message = (
            text("unknown %(type)s '%(target)s'; did you mean %(near)s?", type=typ, target=target, near=near)
            if near
            else text("unknown %(type)s '%(target)s'", type=typ, target=target)
        )
        logger.warning("%s", message, location=node, type="kompass", subtype="unknown-target")


def _as_reference(content: nodes.Element) -> nodes.reference:
    # Sphinx takes any node here; its annotation names only the usual one.
    return content  # type: ignore[return-value]
