"""The registry as a script, for the pages that ask how alike two municipalities are."""

from __future__ import annotations

import json

from kompass_sphinx.exports.scripts import as_script
from kompass_sphinx.model.municipality import Registry

MUNICIPALITIES_FILE = "data/municipalities.js"


def municipalities_script(registry: Registry) -> str:
    """A call of ``kompass.receive`` with names of counties and groups by code, and all municipalities by slug.

    A municipality is its name, the code of its county and the code of its group.
    """
    data = {
        "counties": dict(sorted({one.county_code: one.county for one in registry}.items())),
        "groups": dict(sorted({one.group_code: one.group for one in registry}.items())),
        "municipalities": {one.slug: [one.name, one.county_code, one.group_code] for one in registry},
    }
    return as_script(MUNICIPALITIES_FILE, json.dumps(data, ensure_ascii=False, separators=(",", ":")))
