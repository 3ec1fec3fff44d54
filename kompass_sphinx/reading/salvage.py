"""What can still be read of data with faults, so that the other checks find their problems in the same run."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from kompass_sphinx.reading.problems import KEY, Fault, Loc
from kompass_sphinx.reading.validation import validate

if TYPE_CHECKING:
    from collections.abc import Set

    from kompass_sphinx.model.evaluation import Evaluation
    from kompass_sphinx.reading.shape import Shape

# Leaving a part out can make the part around it faulty (a sub-question without figures), twice at most.
_MOST_ROUNDS = 4

# What stands in for a damaged list item, so that the items after it keep their numbers.
_ITEMS: dict[str, Any] = {
    "strengths": "…",
    "improvements": "…",
    "evaluators": {"name": "…"},
    "examples": {"place": "…", "kind": "network", "topic": "…"},
    "benchmarks": {"label": "…", "statistic": "mean", "edition": "1"},
    "sources": {"title": "…", "kind": "web"},
    "notes": {"about": "notes", "text": "…"},
}
_ESSENTIALS: dict[str, Any] = {"municipality": "…", "year": "2002", "edition": "1", "sources": [_ITEMS["sources"]]}


def salvage(data: Any, faults: list[Fault], shape: Shape) -> tuple[Evaluation | None, frozenset[Loc]]:
    """An evaluation without the faulty parts, and the ways to the parts left out or replaced by a stand-in.

    What the stand-ins say means nothing: discard faults within these ways. None when too little is left.
    """
    if not isinstance(data, dict):
        return None, frozenset()
    remains = deepcopy(data)
    damaged: set[Loc] = set()
    for _ in range(_MOST_ROUNDS):
        for fault in faults:
            # What is gone already takes nothing more with it.
            if not is_damaged(fault.loc, damaged):
                damaged.add(_leave_out(remains, fault.loc))
        evaluation, faults = validate(remains, shape)
        if evaluation is not None:
            return evaluation, frozenset(damaged)
    return None, frozenset(damaged)


def is_damaged(loc: Loc, damaged: Set[Loc]) -> bool:
    """Whether a value lies within a damaged part."""
    return any(loc[:length] in damaged for length in range(1, len(loc) + 1))


def _leave_out(data: dict[str, Any], loc: Loc) -> Loc:
    """Takes the least part that ``loc`` is about out of ``data``; returns the way to that part."""
    holders = _holders(data, loc[:-1] if loc[-1:] == (KEY,) else loc)
    depth = len(holders) - 1
    # A missing key is about the keys around it; a missing key of the file itself gets a stand-in.
    if depth > 0 and isinstance(holders[depth], dict) and loc[depth] not in holders[depth]:
        depth -= 1
    holder, segment = holders[depth], loc[depth]
    if isinstance(holder, list):
        holder[int(segment)] = deepcopy(_ITEMS[str(loc[depth - 1])])
    elif holder is data and segment in _ESSENTIALS:
        holder[segment] = deepcopy(_ESSENTIALS[str(segment)])
    else:
        del holder[segment]
    return loc[: depth + 1]


def _holders(data: dict[str, Any], loc: Loc) -> list[Any]:
    """The dicts and lists that ``loc`` leads through, as far as they exist; one for each segment reached."""
    holders: list[Any] = [data]
    for segment in loc[:-1]:
        holder = holders[-1]
        inner = holder.get(segment) if isinstance(holder, dict) else holder[int(segment)]
        if not isinstance(inner, dict | list):
            break
        holders.append(inner)
    return holders
