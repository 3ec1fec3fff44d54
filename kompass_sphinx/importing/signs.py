"""The signs of a report's text, as one way of writing them: letters, spaces, and what list items begin with."""

from __future__ import annotations

import re
import unicodedata

from kompass_sphinx.importing.document import BULLET, CELL

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_PRIVATE = "\ue000-\uf8ff"
_ONE_FOR_ONE = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "ft",
        "ﬆ": "st",
        "\u2010": "-",
        "\u2011": "-",
        "\u2028": " ",
        "\u2029": " ",
    }
)
_WIDE = re.compile(f"[{_SPACES}]")
_NOTHING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\ufffe\uffff\ud800-\udfff]"
)
_SOFT_HYPHEN_IN_WORD = re.compile("(?<=[^\\W\\d_])\u00ad(?=[^\\W\\d_])")
_DOTS = re.compile(r"([aouAOU])\u00a8")
_DOTS_BEFORE = re.compile(r"\u00a8 ?([aouAOU])")
_RING = re.compile(r"([aA]) ?\u02da|\u02da ?([aA])")
_RUN_OF_SPACES = re.compile(r" {2,}")
_AROUND_CELL = re.compile(r" *\t *")

# Dots, dashes, boxes, arrows and ticks; an o and a § stand for signs whose font is lost.
_SIGNS = "•●○◦∙·▪▫■□◼◻◆◇❖➢➤➔→►▶▸‣⁃✓✔❑❒➣*¤§–—―−\\-o" + _PRIVATE
_ITEM = re.compile(rf"(?:[{_SIGNS}]|\(cid:\d+\))(?:[ \t]+|$)|[•●○◦▪▫■□◼◻◆◇❖➢➤►▶▸‣⁃✓✔❑❒➣{_PRIVATE}](?=\S)")
_PARAGRAPH_SIGN = re.compile(r"§\s*\d")
_LEFT_OVER = re.compile(rf"[{_PRIVATE}]|\(cid:\d+\)")


def tidy(text: str) -> str:
    """The text of a line with letters composed, ligatures apart, and nothing but plain spaces between words.

    Tabs stay, as the ends of cells.
    """
    text = _WIDE.sub(" ", unicodedata.normalize("NFC", text.translate(_ONE_FOR_ONE)))
    text = _NOTHING.sub("", text)
    if "\u00ad" in text:
        text = _SOFT_HYPHEN_IN_WORD.sub("", text).replace("\u00ad", "-")
    if "\u00a8" in text or "\u02da" in text:
        text = _composed(text)
    return _AROUND_CELL.sub(CELL, _RUN_OF_SPACES.sub(" ", text)).strip(" ")


def as_item(text: str) -> str:
    """The text with ``BULLET`` in place of the sign that it begins with; the same text when it begins with none.

    A sign all alone gives ``BULLET`` alone.
    """
    found = _ITEM.match(text)
    if found and not _PARAGRAPH_SIGN.match(text):
        text = BULLET + text[found.end() :].lstrip()
    return _LEFT_OVER.sub("", text)


def _composed(text: str) -> str:
    """Letters whose dots or ring the file has as a sign of its own, beside them."""
    text = _DOTS.sub("\\1\u0308", text) if _DOTS.search(text) else _DOTS_BEFORE.sub("\\1\u0308", text)
    text = _RING.sub(lambda found: f"{found[1] or found[2]}\u030a", text)
    return unicodedata.normalize("NFC", text)
