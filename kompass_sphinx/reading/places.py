"""Line and column of a value: the file is walked again, only when something in it is wrong."""

from __future__ import annotations

from typing import Any

import yaml

from kompass_sphinx.reading.problems import KEY, START, Loc, Place
from kompass_sphinx.reading.yaml_text import events, is_null, place_of


class Places:
    """The places of all keys and values of a text; ``Parsed.text`` of one that was not broken."""

    def __init__(self, text: str) -> None:
        self._values: dict[Loc, Place] = {}
        self._keys: dict[Loc, Place] = {}
        self._walk(text)

    def of(self, loc: Loc) -> Place:
        """The place of a value, or of its key when ``loc`` ends with ``KEY``; else of the nearest value around it."""
        if loc and loc[-1] == KEY and loc[:-1] in self._keys:
            return self._keys[loc[:-1]]
        return next((self._values[loc[:end]] for end in range(len(loc), -1, -1) if loc[:end] in self._values), START)

    def _walk(self, text: str) -> None:
        # Each level of nesting: the way to it, and the number of the next item, or None in a mapping.
        above: list[tuple[Loc, int | None]] = []
        way: Loc = ()
        item: int | None = None
        key: str | None = None

        for event in events(text):
            if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                way, item = above.pop()
                continue
            if not isinstance(event, yaml.NodeEvent):
                continue
            if above and item is None and key is None:
                key = _key(event)
                self._keys[(*way, key)] = place_of(event)
                continue
            here = way
            if key is not None:
                here, key = (*way, key), None
            elif item is not None:
                here, item = (*way, item), item + 1
            # An empty value has no text to point at; its key has.
            self._values[here] = self._keys[here] if is_null(event) and here in self._keys else place_of(event)
            if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                above.append((way, item))
                way, item = here, None if isinstance(event, yaml.MappingStartEvent) else 0


def _key(event: Any) -> str:
    return str(event.value)
