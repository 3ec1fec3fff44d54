"""Changes of keys and list items that stand on lines of their own."""

from __future__ import annotations

from collections.abc import Sequence as SequenceOf
from dataclasses import dataclass

from kompass_sphinx.reading.problems import Loc
from kompass_sphinx.writing.edits import Edit, applied
from kompass_sphinx.writing.flow_collections import FlowCollections
from kompass_sphinx.writing.key_order import new_keys
from kompass_sphinx.writing.lines import Lines
from kompass_sphinx.writing.new_text import STEP, block_lines, entry_lines, inline_text, is_short, item_lines
from kompass_sphinx.writing.nodes import Mapping, Node, Scalar, Sequence, Value
from kompass_sphinx.writing.origins import Origins, moves_within, origins_at
from kompass_sphinx.writing.scalar_edit import is_block_text, key_at, scalar_edit

_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class BlockCollections:
    """The mappings and lists of a text whose keys and items stand on lines of their own."""

    lines: Lines
    origins: Origins

    def edits(self, node: Node, wanted: Value, loc: Loc) -> list[Edit] | None:
        """What makes a value say ``wanted``; None when it must be written anew as a whole."""
        if node.value == wanted and not moves_within(self.origins, loc):
            return []
        if isinstance(node, Scalar):
            if wanted is None or isinstance(wanted, str):
                return [scalar_edit(self.lines, node, wanted, key_at(loc), flow=False)]
            return None
        if node.flow:
            return FlowCollections(self.lines, self.origins).edits(node, wanted, loc)
        if isinstance(node, Mapping) and isinstance(wanted, dict) and wanted.keys() & node.value.keys():
            return self._in_mapping(node, wanted, loc)
        if isinstance(node, Sequence) and isinstance(wanted, list) and wanted:
            # A list that begins behind the hyphen of another one has no line of its own.
            return None if self.lines.shares_line(node.start) else self._in_sequence(node, wanted, loc)
        return None

    # --- keys with their values

    def _in_mapping(self, node: Mapping, wanted: dict[str, Value], loc: Loc) -> list[Edit]:
        lines, entries = self.lines, node.entries
        kept = [index for index, (key, _) in enumerate(entries) if key.value in wanted]
        first, first_kept = entries[0][0], entries[kept[0]][0]
        edits = []
        # A key behind a hyphen goes without its line, and the first that is kept takes its place.
        moves_up = kept[0] > 0 and lines.shares_line(first.start)
        if moves_up:
            edits += lines.keeping_comments(first.start, first_kept.start)
            edits.append(Edit(first.start, first_kept.start, ""))
        for index, (key, value) in enumerate(entries):
            name = key.value or ""
            if index in kept:
                edits += self._in_entry(key, value, wanted[name], (*loc, name), node.column)
            elif index > kept[0] or not moves_up:
                edits.append(lines.without(lines.start_of(key.start), lines.after(value.end), node.column))
        names = [entries[index][0].value or "" for index in kept]
        for name, before in new_keys(names, wanted, loc):
            new = lines.joined(entry_lines(name, wanted[name], (*loc, name), node.column))
            if before is None:
                start = first_kept.start
                edits.append(Edit(start, start, new.lstrip(" ") + " " * node.column))
            else:
                end = lines.after(entries[kept[before]][1].end)
                edits.append(Edit(end, end, new))
        return edits

    def _in_entry(self, key: Scalar, value: Node, wanted: Value, loc: Loc, column: int) -> list[Edit]:
        edits = self.edits(value, wanted, loc)
        return self._entry_anew(key, value, wanted, loc, column) if edits is None else edits

    def _entry_anew(self, key: Scalar, value: Node, wanted: Value, loc: Loc, column: int) -> list[Edit]:
        lines, name = self.lines, key.value or ""
        is_small = (isinstance(value, Scalar) and not is_block_text(value)) or value.value in ([], {})
        if is_small and isinstance(wanted, dict | list) and wanted and not is_short(loc):
            start = len(lines.text[: value.start].rstrip(" "))
            end = lines.after(value.end)
            below = lines.joined(block_lines(wanted, loc, column + STEP))
            return [Edit(start, value.end, ""), Edit(end, end, below)]
        if isinstance(value, Scalar) or value.flow:
            space = " " if value.start == value.end else ""
            return [Edit(value.start, value.end, space + inline_text(wanted, name))]
        start, end = key.start, lines.after(value.end)
        new = lines.joined(entry_lines(name, wanted, loc, column))
        if lines.shares_line(start):
            return [*lines.keeping_comments(start, end), Edit(start, end, new.lstrip(" "))]
        return [Edit(lines.start_of(start), end, lines.comments_in(start, end, column) + new)]

    # --- list items

    def _in_sequence(self, node: Sequence, wanted: list[Value], loc: Loc) -> list[Edit]:
        spans = self._spans(node)
        origins = origins_at(self.origins, loc, len(spans), len(wanted))
        old = [origin for origin in origins if origin is not None]
        if old != sorted(old):
            return [self._moved(node, spans, wanted, origins, loc)]
        edits = [self.lines.without(*spans[index], node.column) for index in sorted(set(range(len(spans))) - set(old))]
        position = spans[old[0]][0] if old else spans[0][0]
        for index, (value, origin) in enumerate(zip(wanted, origins, strict=True)):
            if origin is None:
                new = self.lines.joined(item_lines(value, (*loc, index), node.column))
                edits.append(Edit(position, position, new))
            else:
                edits += self._in_item(node.items[origin], spans[origin], node.column, value, (*loc, origin))
                position = spans[origin][1]
        return edits

    def _in_item(self, item: Node, span: _Span, column: int, wanted: Value, loc: Loc) -> list[Edit]:
        lines = self.lines
        edits = self.edits(item, wanted, loc)
        if edits is not None:
            return edits
        start, end = span
        new = item_lines(wanted, loc, column)
        if isinstance(item, Scalar) and not is_block_text(item) and item.start != item.end:
            # What stands behind the text stays on its line.
            first, *rest = new
            return [Edit(item.start, item.end, first[column + STEP :]), Edit(end, end, lines.joined(rest))]
        return [Edit(start, end, lines.comments_in(start, end, column) + lines.joined(new))]

    def _moved(
        self, node: Sequence, spans: list[_Span], wanted: list[Value], origins: SequenceOf[int | None], loc: Loc
    ) -> Edit:
        """Items in another order, each with the comments above it; comments of removed items come first."""
        lines, column = self.lines, node.column
        starts = [lines.lead(spans[0][0]), *(end for _, end in spans[:-1])]
        removed = sorted(set(range(len(spans))) - set(origins))
        parts = [lines.comments_in(starts[index], spans[index][1], column) for index in removed]
        for index, (value, origin) in enumerate(zip(wanted, origins, strict=True)):
            if origin is None:
                parts.append(lines.joined(item_lines(value, (*loc, index), column)))
                continue
            parts.append(lines.moved_lead(starts[origin], spans[origin][0], column))
            edits = self._in_item(node.items[origin], spans[origin], column, value, (*loc, origin))
            parts.append(applied(lines.text, *spans[origin], edits))
        return Edit(starts[0], spans[-1][1], "".join(parts))

    def _spans(self, node: Sequence) -> list[_Span]:
        """First and last line of each item, from its hyphen on."""
        lines, spans = self.lines, []
        position = lines.start_of(node.start)
        for item in node.items:
            start = position
            while lines.spaces_end(start) != start + node.column or lines.text[start + node.column] != "-":
                start = lines.after(start)
            position = lines.after(item.end)
            spans.append((start, position))
        return spans
