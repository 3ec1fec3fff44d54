"""Changes in an evaluation file that leave every other byte as it was.

Only the places of changed values are written anew; the rest of the text, comments and layout included, is never
taken apart. A comment on a line of its own is never removed; one behind a value goes with its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as MappingOf
from collections.abc import Sequence as SequenceOf
from functools import cached_property

from kompass_sphinx.reading.problems import Loc
from kompass_sphinx.reading.shape import Shape, shape_of_evaluation
from kompass_sphinx.writing.new_text import (
    STEP,
    block_lines,
    entry_lines,
    flow_text,
    inline_text,
    is_short,
    item_lines,
    key_text,
)
from kompass_sphinx.writing.nodes import Comment, Mapping, Node, Scalar, Sequence, Value, comments, compose
from kompass_sphinx.writing.scalar_text import can_be_folded, folded_lines, scalar_text

Origins = MappingOf[Loc, SequenceOf[int | None]]
"""For a list, by the way to it: which item of the text each item comes from; None for a new one."""

_SHAPE = shape_of_evaluation()
_BLOCK_HEADER = re.compile(r"[|>][0-9+-]*([ \t]+#[^\r\n]*)?")


def rewritten(text: str, wanted: dict[str, Value], origins: Origins) -> str:
    """The text, saying ``wanted``: a mapping as the text is one, with at least one key in common.

    The text is one that ``reading.yaml_text.parse`` finds nothing wrong with, except values left empty. In a list
    without origins each item is the one that stood at its place. Raises ValueError rather than give a text that says
    something else than ``wanted``.
    """
    # With a line end behind the last line, every line has one.
    line_end = "\r\n" if "\r\n" in text else "\n"
    added = "" if text.endswith("\n") else line_end
    whole = text + added
    root = compose(text)
    rewriter = _Rewriter(whole, root, origins, line_end)
    if not rewriter.change(root, wanted, ()):
        raise ValueError("nothing of the text remains")
    result = _applied(whole, 0, len(whole), rewriter.edits).removesuffix(added)
    if compose(result).value != wanted:
        raise ValueError("the text would not say what is wanted")
    return result


def without_comment(text: str, line: int, beginning: str) -> str:
    """The text without the comment on a line (from 1) from the hash sign before ``beginning`` on.

    A line on which nothing is left goes too. The text is as it was when there is no such comment on the line.
    """
    for one in comments(text, compose(text)):
        found = text.find(beginning, one.start, one.end)
        if text.count("\n", 0, one.start) + 1 != line or found < 0:
            continue
        start = len(text[: text.rfind("#", one.start, found)].rstrip(" \t"))
        line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", one.end) + 1
        is_all = start == line_start and line_end > 0
        return text[:start] + text[line_end if is_all else one.end :]
    return text


_Edit = tuple[int, int, str]


def _applied(text: str, start: int, end: int, edits: list[_Edit]) -> str:
    """``text[start:end]`` with the edits, none of which overlap; those at one place in the order they came in."""
    parts = []
    position = start
    for edit_start, edit_end, new in sorted(edits, key=lambda edit: edit[:2]):
        parts += [text[position:edit_start], new]
        position = edit_end
    return "".join([*parts, text[position:end]])


class _Rewriter:
    """Finds the edits that make a text say something else."""

    def __init__(self, text: str, root: Node, origins: Origins, line_end: str) -> None:
        self.edits: list[_Edit] = []
        self._text = text
        self._origins = origins
        self._root = root
        self._line_end = line_end

    def change(self, node: Node, wanted: Value, loc: Loc, *, flow: bool = False) -> bool:
        """Make a value say ``wanted``; False, and no edit, when it must be written anew as a whole."""
        if node.value == wanted and not self._moves_within(loc):
            return True
        if isinstance(node, Scalar) and (wanted is None or isinstance(wanted, str)):
            self._change_scalar(node, wanted, _key_at(loc), flow=flow)
            return True
        if isinstance(node, Mapping) and isinstance(wanted, dict) and wanted.keys() & node.value.keys():
            if node.flow:
                self._change_flow_mapping(node, wanted, loc)
            else:
                self._change_block_mapping(node, wanted, loc)
            return True
        if isinstance(node, Sequence) and isinstance(wanted, list) and wanted and node.items:
            if node.flow:
                self._change_flow_sequence(node, wanted, loc)
                return True
            return self._change_block_sequence(node, wanted, loc)
        return False

    def _moves_within(self, loc: Loc) -> bool:
        moved = (way for way, order in self._origins.items() if list(order) != list(range(len(order))))
        return any(way[: len(loc)] == loc for way in moved)

    # --- single values

    def _change_scalar(self, node: Scalar, wanted: str | None, key: str, *, flow: bool) -> None:
        if node.style in ("|", ">"):
            self._edit(node.start, node.end, self._below_header(node, wanted, key))
            return
        new, start, end = scalar_text(wanted, key, node.style, flow=flow), node.start, node.end
        if start == end:
            # Nothing, behind a colon or a hyphen; in braces the colon may be missing too.
            start = len(self._text[:start].rstrip(" "))
            new = f" {new}" if self._text[start - 1] in ":-" else f": {new}"
            space = self._spaces(end)
            end = space if self._text[space] in "\r\n,}" else end
        self._edit(start, end, new)

    def _below_header(self, node: Scalar, wanted: str | None, key: str) -> str:
        """A text below ``>-`` in place of another one, as wide as that was when it had several lines."""
        old = self._text[node.start : node.end]
        header = _BLOCK_HEADER.match(old)
        assert header is not None, "a value of this style begins with its header"
        comment = header.group(1) or ""
        if wanted is None or not can_be_folded(wanted):
            return scalar_text(wanted, key, '"') + comment
        lines = [line for line in old[header.end() :].splitlines() if line.strip()]
        outer = self._spaces(self._line_start(node.start)) - self._line_start(node.start)
        indent = min((len(line) - len(line.lstrip(" ")) for line in lines), default=outer + 2 * STEP)
        width = max(len(line) - indent for line in lines) if len(lines) > 1 else None
        new = (f"{' ' * indent}{line}" for line in folded_lines(wanted, width))
        return self._line_end.join([f">-{comment}", *new])

    # --- keys with values, each on lines of its own

    def _change_block_mapping(self, node: Mapping, wanted: dict[str, Value], loc: Loc) -> None:
        kept = [index for index, (key, _) in enumerate(node.entries) if key.value in wanted]
        first, first_kept = node.entries[0][0], node.entries[kept[0]][0]
        # A key behind a hyphen goes without its line, and the first that is kept takes its place.
        moves_up = kept[0] > 0 and self._shares_line(first.start)
        if moves_up:
            self._keep_comments(first.start, first_kept.start)
            self._edit(first.start, first_kept.start, "")
        for index, (key, value) in enumerate(node.entries):
            name = key.value or ""
            if index in kept:
                self._change_entry(key, value, wanted[name], (*loc, name), node.column)
            elif index > kept[0] or not moves_up:
                self._remove(self._line_start(key.start), self._line_after(value.end), node.column)
        names = [node.entries[index][0].value or "" for index in kept]
        for name, before in _places(names, wanted, loc):
            lines = entry_lines(name, wanted[name], (*loc, name), node.column)
            if before is None:
                start = node.entries[kept[0]][0].start
                self._edit(start, start, self._joined(lines).lstrip(" ") + " " * node.column)
            else:
                end = self._line_after(node.entries[kept[before]][1].end)
                self._edit(end, end, self._joined(lines))

    def _change_entry(self, key: Scalar, value: Node, wanted: Value, loc: Loc, column: int) -> None:
        if self.change(value, wanted, loc):
            return
        name = key.value or ""
        is_small = (isinstance(value, Scalar) and value.style not in ("|", ">")) or value.value in ([], {})
        if is_small and isinstance(wanted, dict | list) and wanted and not is_short(loc):
            start = len(self._text[: value.start].rstrip(" "))
            self._edit(start, value.end, "")
            end = self._line_after(value.end)
            self._edit(end, end, self._joined(block_lines(wanted, loc, column + STEP)))
        elif isinstance(value, Scalar) or value.flow:
            space = " " if value.start == value.end else ""
            self._edit(value.start, value.end, space + inline_text(wanted, name))
        else:
            start, end = key.start, self._line_after(value.end)
            new = self._joined(entry_lines(name, wanted, loc, column))
            if self._shares_line(start):
                self._keep_comments(start, end)
                self._edit(start, end, new.lstrip(" "))
            else:
                self._edit(self._line_start(start), end, self._comments_in(start, end, column) + new)

    # --- list items, each on lines of its own

    def _change_block_sequence(self, node: Sequence, wanted: list[Value], loc: Loc) -> bool:
        if self._shares_line(node.start):
            return False
        blocks = self._blocks(node)
        origins = self._origins_of(node, wanted, loc)
        old = [origin for origin in origins if origin is not None]
        if old != sorted(old):
            self._move_items(node, blocks, wanted, origins, loc)
            return True
        for index in sorted(set(range(len(blocks))) - set(old)):
            self._remove(*blocks[index], node.column)
        position = blocks[old[0]][0] if old else blocks[0][0]
        for index, (value, origin) in enumerate(zip(wanted, origins, strict=True)):
            if origin is None:
                self._edit(position, position, self._joined(item_lines(value, (*loc, index), node.column)))
            else:
                self._change_item(node, blocks, origin, value, (*loc, origin))
                position = blocks[origin][1]
        return True

    def _change_item(self, node: Sequence, blocks: list[tuple[int, int]], index: int, wanted: Value, loc: Loc) -> None:
        item = node.items[index]
        if self.change(item, wanted, loc):
            return
        start, end = blocks[index]
        lines = item_lines(wanted, loc, node.column)
        if isinstance(item, Scalar) and item.style not in ("|", ">") and item.start != item.end:
            # What stands behind the text stays on its line.
            first, *rest = lines
            self._edit(item.start, item.end, first[node.column + STEP :])
            self._edit(end, end, self._joined(rest))
        else:
            self._edit(start, end, self._comments_in(start, end, node.column) + self._joined(lines))

    def _move_items(
        self,
        node: Sequence,
        blocks: list[tuple[int, int]],
        wanted: list[Value],
        origins: SequenceOf[int | None],
        loc: Loc,
    ) -> None:
        """Items in another order, each with the comments above it; comments of removed items come first."""
        starts = [self._lead(blocks[0][0]), *(end for _, end in blocks[:-1])]
        removed = sorted(set(range(len(blocks))) - set(origins))
        parts = [self._comments_in(starts[index], blocks[index][1], node.column) for index in removed]
        edits, self.edits = self.edits, []
        for index, (value, origin) in enumerate(zip(wanted, origins, strict=True)):
            if origin is None:
                parts.append(self._joined(item_lines(value, (*loc, index), node.column)))
                continue
            self.edits = []
            self._change_item(node, blocks, origin, value, (*loc, origin))
            parts.append(self._moved_lead(starts[origin], blocks[origin][0], node.column))
            parts.append(_applied(self._text, *blocks[origin], self.edits))
        self.edits = edits
        self._edit(starts[0], blocks[-1][1], "".join(parts))

    def _blocks(self, node: Sequence) -> list[tuple[int, int]]:
        """First and last line of each item, from its hyphen on."""
        blocks = []
        position = self._line_start(node.start)
        for item in node.items:
            start = position
            while self._spaces(start) != start + node.column or self._text[start + node.column] != "-":
                start = self._line_after(start)
            position = self._line_after(item.end)
            blocks.append((start, position))
        return blocks

    def _lead(self, start: int) -> int:
        """Where the comments and empty lines above a line begin."""
        while start > 0:
            line = self._line_start(start - 1)
            content = self._text[line:start].strip()
            if content and not content.startswith("#"):
                break
            start = line
        return start

    def _moved_lead(self, start: int, end: int, column: int) -> str:
        """Comments and empty lines above an item, no further in than it, or they could become text."""
        lines = self._text[start:end].splitlines(keepends=True)
        return "".join(self._no_further(line, column) for line in lines)

    @staticmethod
    def _no_further(line: str, column: int) -> str:
        indent = len(line) - len(line.lstrip(" "))
        return line[max(0, indent - column) :] if line.strip() else line

    def _origins_of(self, node: Sequence, wanted: list[Value], loc: Loc) -> SequenceOf[int | None]:
        count = len(node.items)
        return self._origins.get(loc) or [index if index < count else None for index in range(len(wanted))]

    # --- braces and brackets

    def _change_flow_mapping(self, node: Mapping, wanted: dict[str, Value], loc: Loc) -> None:
        entries = node.entries
        kept = [index for index, (key, _) in enumerate(entries) if key.value in wanted]
        for index, (key, value) in enumerate(entries):
            name = key.value or ""
            if index in kept:
                if not self.change(value, wanted[name], (*loc, name), flow=True):
                    self._edit(value.start, value.end, flow_text(wanted[name], name))
            elif index < kept[0]:
                self._cut(key.start, entries[index + 1][0].start)
            else:
                self._cut(entries[index - 1][1].end, value.end)
        names = [entries[index][0].value or "" for index in kept]
        for name, before in _places(names, wanted, loc):
            new = f"{key_text(name)}: {flow_text(wanted[name], name)}"
            if before is None:
                start = entries[kept[0]][0].start
                self._edit(start, start, f"{new}, ")
            else:
                end = entries[kept[before]][1].end
                self._edit(end, end, f", {new}")

    def _change_flow_sequence(self, node: Sequence, wanted: list[Value], loc: Loc) -> None:
        origins = self._origins_of(node, wanted, loc)
        key = _key_at((*loc, 0))
        start, end = node.items[0].start, node.items[-1].end
        edits, self.edits = self.edits, []
        changed = []
        for index, (value, origin) in enumerate(zip(wanted, origins, strict=True)):
            item = node.items[origin] if origin is not None else None
            if item is None or not self.change(item, value, (*loc, index), flow=True):
                changed.append(flow_text(value, key))
            else:
                changed.append(_applied(self._text, item.start, item.end, self.edits))
            self.edits = []
        self.edits = edits
        if list(origins) == list(range(len(node.items))):
            for item, new in zip(node.items, changed, strict=True):
                self._edit(item.start, item.end, new)
        else:
            self._edit(start, end, ", ".join(changed) + self._flow_comments(start, end))

    def _cut(self, start: int, end: int) -> None:
        self._edit(start, end, self._flow_comments(start, end))

    def _flow_comments(self, start: int, end: int) -> str:
        """The comments between braces, each of which needs a line end behind it."""
        within = [self._text[one.start : one.end] for one in self._comments if start <= one.start < end]
        indent = " " * STEP
        return "".join(f" {comment}{self._line_end}{indent}" for comment in within)

    # --- lines and comments

    @cached_property
    def _comments(self) -> tuple[Comment, ...]:
        return comments(self._text, self._root)

    def _comments_in(self, start: int, end: int, column: int) -> str:
        """The comments on lines of their own, as lines, no further in than ``column``."""
        lines = []
        for one in self._comments:
            if one.alone and start <= one.start < end:
                line = self._text[self._line_start(one.start) : self._line_after(one.start)]
                lines.append(self._no_further(line, column))
        return "".join(lines)

    def _keep_comments(self, start: int, end: int) -> None:
        """Put the comments between two places above the line of the first."""
        line = self._line_start(start)
        kept = self._comments_in(start, end, self._spaces(line) - line)
        if kept:
            self._edit(line, line, kept)

    def _remove(self, start: int, end: int, column: int) -> None:
        """Take lines out, but for the comments on lines of their own."""
        self._edit(start, end, self._comments_in(start, end, column))

    def _edit(self, start: int, end: int, new: str) -> None:
        self.edits.append((start, end, new))

    def _joined(self, lines: list[str]) -> str:
        return "".join(line + self._line_end for line in lines)

    def _spaces(self, position: int) -> int:
        """Where the spaces from a place on end."""
        while self._text[position] == " ":
            position += 1
        return position

    def _line_start(self, position: int) -> int:
        return self._text.rfind("\n", 0, position) + 1

    def _line_after(self, position: int) -> int:
        return self._text.find("\n", position) + 1

    def _shares_line(self, position: int) -> bool:
        """Whether something stands before a place on its line."""
        return bool(self._text[self._line_start(position) : position].strip())


def _key_at(loc: Loc) -> str:
    """The key that a value stands behind; ``text`` for an item of a list."""
    return loc[-1] if loc and isinstance(loc[-1], str) else "text"


def _places(names: list[str], wanted: dict[str, Value], loc: Loc) -> list[tuple[str, int | None]]:
    """The keys of ``wanted`` that are new, each with the place among ``names`` of the key it stands behind.

    They come in the format's order; None stands for before all others.
    """
    order = _order(loc)
    new = sorted((name for name in wanted if name not in names), key=order)
    places: list[tuple[str, int | None]] = []
    for name in new:
        before = [index for index, other in enumerate(names) if order(other) <= order(name)]
        places.append((name, before[-1] if before else None))
    return places


def _order(loc: Loc) -> Callable[[str], tuple[int, ...]]:
    """What sorts the keys at a place as the format has them; unknown ones last."""
    shape: Shape | None = _SHAPE
    for segment in loc:
        shape = shape.under(segment) if shape else None
    keys = list(shape.keys) if shape else []
    numbering = shape.numbering if shape else ""

    def order(name: str) -> tuple[int, ...]:
        if name in keys:
            return (0, keys.index(name))
        parts = name.split(".")
        if numbering and all(part.isdecimal() for part in parts):
            return (0, *map(int, parts))
        return (1,)

    return order
