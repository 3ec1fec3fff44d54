"""Reports as HTML, and Word files by way of HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from kompass_sphinx.importing.document import BULLET, Document, Line
from kompass_sphinx.importing.lines import finished
from kompass_sphinx.importing.plain_text import decoded
from kompass_sphinx.importing.signs import tidy
from kompass_sphinx.importing.table import Cell, lines_of_table


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Others are no encodings of text, take hours or give what cannot be written: browsers do not know them either.
_KNOWN_CHARSET = re.compile(
    r"utf-?(8|16)([lb]e)?|(us-)?ascii|iso-?8859-?\d{1,2}|latin-?1|(windows-|cp)125\d", re.IGNORECASE
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_LOOKED_AT = 4096
# Taken out beforehand, for the parser looks through all the rest for the end of each one that has none.
_HIDDEN = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))|<(script|style)\b.*?(?:</\1\b[^>]*>?|\Z)", re.IGNORECASE | re.DOTALL)
# For each tag that has no end the parser looks through all the rest too. A page has a few of them at most; where there
# are more, they are text.
_UNENDED = re.compile(r"<(?=[^<>]*(?:<|\Z))")
_MOST_UNENDED = 20
# Word writes these into HTML; the parser stops at those it does not know.
_CONDITIONS = re.compile(r"<!\[[^>]*>?")

_IGNORED = _names(
    "script style nav header footer aside template noscript svg math button select textarea iframe object"
)
_PARAGRAPHS = _names(
    "p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre figure figcaption section article main address hr table"
)
_OWN_LINES = _names("div li dt dd tr caption summary details fieldset form legend body center")
_MOST_SPANNED = 100
_NUMBER = re.compile(r"[0-9]{1,9}")


def read_html(data: bytes) -> Document:
    """The lines of a page, without its menus, heads and feet."""
    return document_of_html(_decoded(data))


def document_of_html(text: str, *, tabs_end_cells: bool = False) -> Document:
    """The lines of HTML; tabs are white space in a web page, and ends of cells in what Word has written."""
    reader = _Reader(tabs_end_cells)
    reader.feed(_shown(text))
    reader.close()
    return Document(finished(Line(line) for line in reader.finish()), tidy(reader.title))


def _shown(text: str) -> str:
    shown = _CONDITIONS.sub("", _HIDDEN.sub("", text))
    return _UNENDED.sub("&lt;", shown) if len(_UNENDED.findall(shown)) > _MOST_UNENDED else shown


def _decoded(data: bytes) -> str:
    found = _CHARSET.search(data[:_LOOKED_AT])
    charset = found[1].decode("ascii") if found else ""
    if _KNOWN_CHARSET.fullmatch(charset) and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(charset)
        except (LookupError, UnicodeError):
            pass
    return decoded(data)


@dataclass(slots=True)
class _Table:
    """A table as it is read; below a cell of several rows its column is empty."""

    rows: list[list[Cell]] = field(default_factory=list)
    spanned: dict[int, int] = field(default_factory=dict)
    """How many rows more a column is covered from above."""
    row_is_open: bool = False
    cell_is_open: bool = False

    def begin_row(self) -> None:
        self.end_row()
        self.rows.append([])
        self.row_is_open = True

    def end_row(self) -> None:
        if self.row_is_open:
            self._skip_covered()
        self.row_is_open = False

    def add(self, cell: Cell, rows: int) -> None:
        if not self.row_is_open:
            self.begin_row()
        self._skip_covered()
        if rows > 1:
            self.spanned[len(self.rows[-1])] = rows - 1
        self.rows[-1].append(cell)

    def _skip_covered(self) -> None:
        row = self.rows[-1]
        while self.spanned.get(len(row)):
            self.spanned[len(row)] -= 1
            row.append(())


@dataclass(slots=True)
class _Holder:
    """Where lines go: the page itself, or a cell of a table."""

    lines: list[str] = field(default_factory=list)
    rows: int = 1


class _Reader(HTMLParser):
    """Writes the lines of a page as its elements come; forgives elements that are not ended."""

    def __init__(self, tabs_end_cells: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self._space = re.compile(r"[ \n\r\f\v]+" if tabs_end_cells else r"[ \t\n\r\f\v]+")
        self._ignored: list[str] = []
        self._in_title = False
        self._text: list[str] = []
        self._mark = ""
        self._preformatted = 0
        self._lists: list[int | None] = []
        self._holders = [_Holder()]
        self._tables: list[_Table] = []

    def finish(self) -> list[str]:
        """All lines, once everything has been read."""
        while self._tables:
            self._end_table()
        self._flush()
        return self._holders[0].lines

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _IGNORED or self._ignored:
            if tag in _IGNORED:
                self._ignored.append(tag)
            return
        if tag == "title":
            self._in_title = not self.title
        elif tag == "br":
            self._flush()
        elif tag in ("td", "th"):
            self._begin_cell(_number(attrs, "rowspan"))
        elif tag == "tr":
            self._begin_row()
        elif tag == "li":
            self._begin_item()
        elif tag in _PARAGRAPHS or tag in _OWN_LINES:
            self._begin_block(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._ignored:
            if tag in self._ignored:
                del self._ignored[self._ignored.index(tag) :]
            return
        if tag == "title":
            self._in_title = False
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag == "tr":
            self._end_row()
        elif tag == "table":
            self._end_table()
        elif tag in _PARAGRAPHS or tag in _OWN_LINES:
            self._end_block(tag)

    def handle_data(self, data: str) -> None:
        if self._ignored:
            return
        if self._in_title:
            self.title += data
        elif self._preformatted:
            first, *others = data.split("\n")
            self._text.append(first)
            for line in others:
                self._flush()
                self._text.append(line)
        else:
            self._text.append(data)

    def _begin_block(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._flush()
        if tag in ("ul", "ol"):
            self._lists.append(_number(attrs, "start") if tag == "ol" else None)
        elif tag == "pre":
            self._preformatted += 1
        if tag == "table":
            self._tables.append(_Table())
        if tag in _PARAGRAPHS:
            self._gap()

    def _end_block(self, tag: str) -> None:
        self._flush()
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "pre":
            self._preformatted = max(0, self._preformatted - 1)
        if tag in _PARAGRAPHS:
            self._gap()
        if tag == "li":
            self._mark = ""

    def _begin_item(self) -> None:
        self._flush()
        number = self._lists[-1] if self._lists else None
        if number is None:
            self._mark = BULLET
        else:
            self._mark = f"{number}. "
            self._lists[-1] = number + 1

    def _begin_row(self) -> None:
        if self._tables:
            self._end_cell()
            self._tables[-1].begin_row()

    def _end_row(self) -> None:
        if self._tables:
            self._end_cell()
            self._tables[-1].end_row()

    def _begin_cell(self, rows: int) -> None:
        if self._tables:
            self._end_cell()
            self._flush()
            self._holders.append(_Holder(rows=rows))
            self._tables[-1].cell_is_open = True

    def _end_cell(self) -> None:
        """End the innermost open cell of the innermost table."""
        self._flush()
        if self._tables and self._tables[-1].cell_is_open:
            holder = self._holders.pop()
            self._tables[-1].cell_is_open = False
            self._tables[-1].add(tuple(line for line in holder.lines if line), holder.rows)

    def _end_table(self) -> None:
        if not self._tables:
            return
        self._end_cell()
        table = self._tables.pop()
        table.end_row()
        self._gap()
        self._holders[-1].lines += lines_of_table(table.rows)
        self._gap()

    def _flush(self) -> None:
        """End the line."""
        text = self._space.sub(" ", "".join(self._text)).strip(" ")
        self._text = []
        if text:
            self._holders[-1].lines.append(self._mark + text)
            self._mark = ""

    def _gap(self) -> None:
        lines = self._holders[-1].lines
        # Between a list item and a paragraph inside it is no gap: the item's sign would stand alone.
        if lines and lines[-1] and not self._lists:
            lines.append("")


def _number(attributes: list[tuple[str, str | None]], name: str) -> int:
    value = dict(attributes).get(name) or "1"
    return min(int(value), _MOST_SPANNED) if _NUMBER.fullmatch(value) else 1
