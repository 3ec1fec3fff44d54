"""The file that is edited: its bytes, its text and what it says."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from kompass_sphinx.form.shown import can_be_shown
from kompass_sphinx.reading.problems import Code
from kompass_sphinx.reading.yaml_text import MOST_BYTES, parse
from kompass_sphinx.writing.comment_removal import without_comment
from kompass_sphinx.writing.nodes import Value
from kompass_sphinx.writing.origins import Origins
from kompass_sphinx.writing.round_trip import rewritten

_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was when it was read.

    ``value`` is what it says, or None when only its text can be edited: it is broken, or of another form than the
    format's.
    """

    data: bytes
    text: str
    value: dict[str, Value] | None

    @property
    def digest(self) -> str:
        """Tells one state of the file from another."""
        return hashlib.sha256(self.data).hexdigest()

    def changed(self, value: dict[str, Value], origins: Origins) -> bytes:
        """The file's bytes when it says ``value``. Raises ValueError when that cannot be written in its layout."""
        if value == self.value and not origins:
            return self.data
        return (self._mark + rewritten(self.text.removeprefix(self._mark), value, origins)).encode()

    def without_comment(self, line: int, beginning: str) -> bytes:
        """The file's bytes without the comment on a line, from the hash sign before ``beginning`` on."""
        return (self._mark + without_comment(self.text.removeprefix(self._mark), line, beginning)).encode()

    @property
    def _mark(self) -> str:
        return _BYTE_ORDER_MARK if self.text.startswith(_BYTE_ORDER_MARK) else ""


def document_of(data: bytes) -> Document:
    """The document that some bytes are."""
    text = data.decode(errors="replace")
    parsed = parse(text.removeprefix(_BYTE_ORDER_MARK), "")
    # An empty value is a field that is empty; whatever else YAML has to say needs its text.
    is_plain = not parsed.broken and all(problem.code is Code.EMPTY_VALUE for problem in parsed.problems)
    is_whole = text.encode() == data and len(data) <= MOST_BYTES
    can_be_form = is_plain and is_whole and can_be_shown(parsed.value) and not _has_lone_returns(text)
    return Document(data, text, parsed.value if can_be_form else None)


def _has_lone_returns(text: str) -> bool:
    """Whether lines end as on old machines, which the form does not write."""
    return "\r" in text.replace("\r\n", "")
