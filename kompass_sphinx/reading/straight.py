"""The fast way through a YAML text: it builds the value and stops at the first thing that is not in order.

Every file is read this way first. It looks at no place of the text: making one costs more than reading a value.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

import yaml

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
DEEPEST = 20
MOST_VALUES = 10_000
"""In one file, each list and each group of keys too. A real one has some hundreds."""


class NotStraightError(Exception):
    """Something is wrong with the text as YAML, or unusual: the careful way tells what, and where."""


def straight_value(text: str) -> Any:
    """The dict, list or text that a text says. Raises NotStraightError or yaml.YAMLError."""
    get_event: Any = yaml.CBaseLoader(text).get_event
    event: Any = None
    documents: list[Any] = []
    holder: Any = documents  # the innermost open dict or list
    is_mapping = False
    above: list[tuple[Any, bool]] = []
    key: Any = None
    # Each turn is a value or the end of something: what takes no more turns has no more values.
    for begun in islice(iter(get_event, None), MOST_VALUES):
        event = begun
        kind = type(event)
        if is_mapping and kind is not yaml.MappingEndEvent:
            # A key, and its value after it.
            if kind is not yaml.ScalarEvent or event.anchor is not None or event.tag is not None:
                raise NotStraightError
            key = event.value
            if key in holder or key == "<<":
                raise NotStraightError
            event = get_event()
            kind = type(event)
        if kind is yaml.ScalarEvent:
            value = event.value
            if event.anchor is not None or event.tag is not None or (value in NULLS and event.implicit[0]):
                raise NotStraightError
            if is_mapping:
                holder[key] = value
            else:
                holder.append(value)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.anchor is not None or event.tag is not None or len(above) >= DEEPEST:
                raise NotStraightError
            value = {} if kind is yaml.MappingStartEvent else []
            if is_mapping:
                holder[key] = value
            else:
                holder.append(value)
            above.append((holder, is_mapping))
            holder, is_mapping = value, kind is yaml.MappingStartEvent
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            holder, is_mapping = above.pop()
        elif kind is yaml.AliasEvent or (kind is yaml.DocumentStartEvent and documents):
            raise NotStraightError
    if type(event) is not yaml.StreamEndEvent or len(documents) != 1 or documents == [""]:
        raise NotStraightError
    return documents[0]
