"""A single value in place of another one, in the style that the old one has."""

from __future__ import annotations

import re

from kompass_sphinx.reading.problems import Loc
from kompass_sphinx.writing.edits import Edit
from kompass_sphinx.writing.lines import Lines
from kompass_sphinx.writing.new_text import STEP
from kompass_sphinx.writing.nodes import Scalar
from kompass_sphinx.writing.scalar_text import can_be_folded, folded_lines, scalar_text

_BLOCK_HEADER = re.compile(r"[|>][0-9+-]*([ \t]+#[^\r\n]*)?")


def scalar_edit(lines: Lines, node: Scalar, wanted: str | None, key: str, *, flow: bool) -> Edit:
    """The edit that makes a value say ``wanted``; ``flow`` when it stands within braces or brackets."""
    if is_block_text(node):
        return Edit(node.start, node.end, _below_header(lines, node, wanted, key))
    new, start, end = scalar_text(wanted, key, node.style, flow=flow), node.start, node.end
    if start == end:
        # Nothing, behind a colon or a hyphen; in braces the colon may be missing too.
        start = len(lines.text[:start].rstrip(" "))
        new = f" {new}" if lines.text[start - 1] in ":-" else f": {new}"
        space = lines.spaces_end(end)
        end = space if lines.text[space] in "\r\n,}" else end
    return Edit(start, end, new)


def is_block_text(node: Scalar) -> bool:
    """Whether a text stands on the lines below its header."""
    return node.style in ("|", ">")


def key_at(loc: Loc) -> str:
    """The key that a value stands behind; ``text`` for an item of a list."""
    return loc[-1] if loc and isinstance(loc[-1], str) else "text"


def _below_header(lines: Lines, node: Scalar, wanted: str | None, key: str) -> str:
    """A text below ``>-`` in place of another one, as wide as that was when it had several lines."""
    old = lines.text[node.start : node.end]
    header = _BLOCK_HEADER.match(old)
    assert header is not None, "a value of this style begins with its header"
    comment = header.group(1) or ""
    if wanted is None or not can_be_folded(wanted):
        return scalar_text(wanted, key, '"') + comment
    below = [line for line in old[header.end() :].splitlines() if line.strip()]
    outer = lines.indent_at(node.start)
    indent = min((len(line) - len(line.lstrip(" ")) for line in below), default=outer + 2 * STEP)
    width = max(len(line) - indent for line in below) if len(below) > 1 else None
    new = (f"{' ' * indent}{line}" for line in folded_lines(wanted, width))
    return lines.line_end.join([f">-{comment}", *new])
