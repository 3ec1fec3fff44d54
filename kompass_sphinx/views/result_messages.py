"""The words of a result of the search, which is made in the browser (theme/kompass/static/results.js)."""

from __future__ import annotations

from typing import Any

from kompass_sphinx.archive.record_counts import IMPROVEMENT, NAMED, STRENGTH, TOP_RESULT
from kompass_sphinx.language import message_id
from kompass_sphinx.views.context import Context

KIND_NAMES = {
    NAMED: message_id("Named"),
    STRENGTH: message_id("Strength"),
    TOP_RESULT: message_id("Top result"),
    IMPROVEMENT: message_id("Area for improvement"),
}
KIND_SIGNS = {NAMED: "◆", STRENGTH: "+", TOP_RESULT: "■", IMPROVEMENT: "→"}


def result_messages(context: Context) -> dict[str, Any]:
    """What a result says; {braces} are filled by the script. ``kinds`` and ``themes`` are names by their values."""
    text = context.text
    return {
        "kinds": {
            kind: {"sign": KIND_SIGNS[kind], "name": context.language.gettext(name)}
            for kind, name in KIND_NAMES.items()
        },
        "themes": {theme.id: theme.name for theme in context.archive.catalogue.themes.values()},
        "edition": text("edition {edition}"),
        "page": text("p. {page}"),
        "wholeArea": text("the whole area"),
        "percent": text("{n} %"),
        "points": text("{n} of 100"),
        "ofQuestion": text("of the points on the sub-question"),
        "ofArea": text("points on the area"),
        "missing": text("no result"),
        "ownResult": text("its own result {year}"),
        "namedBy": text("named in"),
        "ownReport": text("held up in its own report"),
        "topQuestion": text("In the highest quarter of edition {edition}"),
        "topArea": text("In the highest quarter of edition {edition}, whole area"),
    }
