"""What Sphinx's layout is given of a page that data makes."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kompass_sphinx.site.build import KompassBuild
    from kompass_sphinx.site.plan import PlannedPage
    from kompass_sphinx.templates import Place

PageContent = Mapping[str, Any]
"""``title``, ``body``, ``kompass_description`` and ``kompass_crumbs``."""


def content_of(build: KompassBuild, page: PlannedPage) -> dict[str, Any]:
    """What is on a page. Raises what its view or template raises."""
    return view_content(build, page.template, page.view(), build.making.place(page.name))


def view_content(build: KompassBuild, template: str, view: Any, place: Place) -> dict[str, Any]:
    """What a view shows on the page at this place."""
    return {
        "title": view.title,
        "body": build.making.renderer.render(template, view, place),
        "kompass_description": view.description,
        "kompass_crumbs": [
            {"title": title, "uri": None if target is None else place.link(target)} for title, target in view.crumbs
        ],
    }


def content_digest(content: PageContent) -> str:
    """A digest of it: pages with the same look the same."""
    digest = sha256(content["body"].encode())
    digest.update(repr([(key, content[key]) for key in sorted(content) if key != "body"]).encode())
    return digest.hexdigest()
