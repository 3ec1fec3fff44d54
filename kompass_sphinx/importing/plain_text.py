"""Reports as text, often what another program made of a PDF or a Word file."""

from __future__ import annotations

import codecs
import html
import re

from kompass_sphinx.importing.document import CELL, Document, Line
from kompass_sphinx.importing.lines import finished
from kompass_sphinx.importing.running_heads import without_running_heads
from kompass_sphinx.importing.signs import as_item

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_END = re.compile(r"\r\n|\r|\n|\v|\x85")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>")
_ITEM_TAG = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_PIPES = re.compile(r"^\s*\|?(.*?)\|?\s*$")
_RULE = re.compile(r"[\s|:+=_-]*(?:--|==|__|\|)[\s|:+=_-]*")
_HEADING = re.compile(r"^\s*#{1,6}\s+(.*?)\s*#*\s*$")
_STRONG = re.compile(r"\*\*|__(?=\S)|(?<=\S)__")
_EMPHASIS_START = re.compile(r"^(\s*)\*(?=[^\s*])")
_EMPHASIS_END = re.compile(r"(?<=[^\s*])\*(\s*)$")
_EMPHASIS = re.compile(r"(?<![\w*])\*([^\s*][^*]*[^\s*]|[^\s*])\*(?![\w*])")
# Columns that a program kept with spaces: in a line with a wide gap, and before a figure, two are enough.
_WIDE_GAP = re.compile(r"\S {3,}\S")
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_WORDS = re.compile(r"[^\W\d_]{2}")
_GAP_BEFORE_FIGURE = re.compile(r"(?<=\S) {2,}(?=\d+(?:[.,]\d+)?\s*%?(?: {2}|$))")


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16 by its byte order mark, UTF-8 when it is that, else Windows-1252."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read_text(data: bytes) -> Document:
    """The lines of a text; form feeds end its pages, which are numbered only when there are any."""
    text = decoded(data)
    pages = text.split("\f")
    if not pages[-1].strip():
        pages.pop()
    numbered = len(pages) > 1
    lines = [
        Line(plain, number if numbered else None)
        for number, page in enumerate(pages, start=1)
        for line in _LINE_END.split(page)
        for plain in _plain(line)
    ]
    return Document(finished(without_running_heads(lines)))


def _plain(line: str) -> list[str]:
    """A line without its marks of Markdown and HTML; a heading has an empty line before and after."""
    heading = _HEADING.match(line)
    if heading:
        return ["", _without_marks(heading[1]), ""]
    if line.count("|") > 1 or line.lstrip().startswith("|"):
        if _RULE.fullmatch(line):
            return []
        inner = _PIPES.sub(r"\1", line)
        return [CELL.join(_without_marks(cell).strip() for cell in inner.split("|"))]
    plain = _without_marks(line.expandtabs(1) if line.isspace() else line).strip(" ")
    first, *cells = (_GAP if _WIDE_GAP.search(plain) else _GAP_BEFORE_FIGURE).split(plain)
    # A sign in another cell is an item's only where words follow it.
    return [CELL.join([as_item(first), *(as_item(cell) if _WORDS.search(cell) else cell for cell in cells)])]


def _without_marks(text: str) -> str:
    if "<" in text:
        text = _TAG.sub("", _BREAK_TAG.sub(" ", _ITEM_TAG.sub("• ", text)))
    if "&" in text:
        text = html.unescape(text)
    if "*" in text or "__" in text:
        text = _EMPHASIS.sub(r"\1", _STRONG.sub("", text))
        text = _EMPHASIS_END.sub(r"\1", _EMPHASIS_START.sub(r"\1", text))
    return text
