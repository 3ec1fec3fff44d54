"""The file with what the search knows of the site."""

from __future__ import annotations

import json

from sphinx.builders.html import StandaloneHTMLBuilder

from kompass_sphinx.exports.scripts import as_script
from kompass_sphinx.exports.site_index import SITE_INDEX_FILE, Section, site_index
from kompass_sphinx.site.build import KompassBuild
from kompass_sphinx.site.freshness import Freshness
from kompass_sphinx.site.output import signed, write_when_different


def write_site_index(
    build: KompassBuild, freshness: Freshness, builder: StandaloneHTMLBuilder, sections: list[Section]
) -> None:
    """Write what the search knows of the site; it depends on prose too, so it is made anew in every build."""
    text = site_index_text(build, builder, sections)
    freshness.now.files[SITE_INDEX_FILE] = write_when_different(freshness.outdir / SITE_INDEX_FILE, text.encode())


def site_index_text(build: KompassBuild, builder: StandaloneHTMLBuilder, sections: list[Section]) -> str:
    """What the search knows of the site, as a script."""
    index = site_index(build.catalogue, build.slugs, sections)
    text = as_script(SITE_INDEX_FILE, json.dumps(index, ensure_ascii=False, separators=(",", ":")))
    return signed(builder, SITE_INDEX_FILE, text)
