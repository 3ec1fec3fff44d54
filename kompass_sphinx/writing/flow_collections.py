"""Changes within braces and brackets."""

from __future__ import annotations

from dataclasses import dataclass

from kompass_sphinx.reading.problems import Loc
from kompass_sphinx.writing.edits import Edit, applied
from kompass_sphinx.writing.key_order import new_keys
from kompass_sphinx.writing.lines import Lines
from kompass_sphinx.writing.new_text import flow_text, key_text
from kompass_sphinx.writing.nodes import Mapping, Node, Scalar, Sequence, Value
from kompass_sphinx.writing.origins import Origins, moves_within, origins_at
from kompass_sphinx.writing.scalar_edit import key_at, scalar_edit


@dataclass(frozen=True, slots=True)
class FlowCollections:
    """The mappings and lists of a text that stand in braces and brackets; within them all others do too."""

    lines: Lines
    origins: Origins

    def edits(self, node: Node, wanted: Value, loc: Loc) -> list[Edit] | None:
        """What makes braces, brackets or a value in them say ``wanted``; None when it must be written anew."""
        if node.value == wanted and not moves_within(self.origins, loc):
            return []
        if isinstance(node, Scalar) and (wanted is None or isinstance(wanted, str)):
            return [scalar_edit(self.lines, node, wanted, key_at(loc), flow=True)]
        if isinstance(node, Mapping) and isinstance(wanted, dict) and wanted.keys() & node.value.keys():
            return self._in_mapping(node, wanted, loc)
        if isinstance(node, Sequence) and isinstance(wanted, list) and wanted and node.items:
            return self._in_sequence(node, wanted, loc)
        return None

    def _in_mapping(self, node: Mapping, wanted: dict[str, Value], loc: Loc) -> list[Edit]:
        edits = []
        entries = node.entries
        kept = [index for index, (key, _) in enumerate(entries) if key.value in wanted]
        for index, (key, value) in enumerate(entries):
            name = key.value or ""
            if index in kept:
                within = self.edits(value, wanted[name], (*loc, name))
                if within is None:
                    within = [Edit(value.start, value.end, flow_text(wanted[name], name))]
                edits += within
            elif index < kept[0]:
                edits.append(self._cut(key.start, entries[index + 1][0].start))
            else:
                edits.append(self._cut(entries[index - 1][1].end, value.end))
        names = [entries[index][0].value or "" for index in kept]
        for name, before in new_keys(names, wanted, loc):
            new = f"{key_text(name)}: {flow_text(wanted[name], name)}"
            if before is None:
                start = entries[kept[0]][0].start
                edits.append(Edit(start, start, f"{new}, "))
            else:
                end = entries[kept[before]][1].end
                edits.append(Edit(end, end, f", {new}"))
        return edits

    def _in_sequence(self, node: Sequence, wanted: list[Value], loc: Loc) -> list[Edit]:
        origins = origins_at(self.origins, loc, len(node.items), len(wanted))
        changed = []
        for index, (value, origin) in enumerate(zip(wanted, origins, strict=True)):
            item = None if origin is None else node.items[origin]
            changed.append(self._item_text(item, value, (*loc, index)))
        if list(origins) == list(range(len(node.items))):
            return [Edit(item.start, item.end, new) for item, new in zip(node.items, changed, strict=True)]
        start, end = node.items[0].start, node.items[-1].end
        return [Edit(start, end, ", ".join(changed) + self.lines.flow_comments(start, end))]

    def _item_text(self, item: Node | None, wanted: Value, loc: Loc) -> str:
        """An item with what is changed in it; None for a new one."""
        edits = None if item is None else self.edits(item, wanted, loc)
        if item is None or edits is None:
            return flow_text(wanted, key_at(loc))
        return applied(self.lines.text, item.start, item.end, edits)

    def _cut(self, start: int, end: int) -> Edit:
        return Edit(start, end, self.lines.flow_comments(start, end))
