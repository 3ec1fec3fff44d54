"""What the archive can be asked, and what the answers are made of: each has a path, as a file has in a folder.

``("figures", 2016, "questions", "4.3", "median")`` is one number of thousands. Whoever knows the paths of all answers
that a page is made of, and what they were, knows whether the page has to be made again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.by_theme import best_on, first_totals, named_on, recurring_on, strengths_on
from kompass_sphinx.archive.doing_well import DoingWellPeers
from kompass_sphinx.archive.own_results import own_points, own_result, result_at_home
from kompass_sphinx.archive.peers import Peers

Path = tuple[Any, ...]
"""Names of attributes, keys, places in a sequence, and the arguments of methods, as tuples."""

EVERYTHING: Path = ("everything",)
"""The path of the archive as a whole."""

ALL_BUT_TEXTS: Path = ("all but texts",)
"""The path of the archive without the evaluators' words."""

OUTLINES: Path = ("outlines",)
"""The path of the archive without words and figures."""

FUNCTION = "function"
"""The first step to an answer that a function gives."""


class Missing:
    """The answer where there is none."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING = Missing()


@dataclass(frozen=True, slots=True)
class Leaf:
    """An answer that is taken as a whole."""


@dataclass(frozen=True, slots=True)
class Call:
    """A method; its arguments are one step."""


@dataclass(frozen=True, slots=True)
class Series:
    """Answers one after the other: whoever stops early has asked for no more than were looked at."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """Answers by keys."""

    inner: Kind


@dataclass(frozen=True, slots=True)
class Parts:
    """Answers by the names of attributes; what is not named here cannot be asked for."""

    named: Mapping[str, Kind] = field(hash=False)
    methods_of: type | None = None
    """A class whose methods work on these parts as they do on its own."""


Kind = Leaf | Call | Series | Keyed | Parts


def answer_at(value: Any, kind: Kind, path: Path) -> Any:
    """What is found by following ``path`` from ``value``; MISSING where it leads nowhere.

    A path that ends before a leaf tells whether there is anything.
    """
    for step in path:
        match kind:
            case Parts(named):
                kind, value = named[step], getattr(value, step)
            case Keyed(inner):
                kind, value = inner, value.get(step, MISSING)
            case Series():
                kind, value = _LEAF, value[step] if step < len(value) else MISSING
            case Call():
                kind, value = _LEAF, value(*step)
        if value is MISSING:
            return MISSING
    return value if isinstance(kind, Leaf) else True


_LEAF = Leaf()

_DISTRIBUTION = Parts(
    {
        "n": _LEAF,
        "median": _LEAF,
        "least": _LEAF,
        "most": _LEAF,
        "is_merged": _LEAF,
        "highest_quarter_from": _LEAF,
        "positions": Call(),
        "quarter": Call(),
    }
)
_PEERS: dict[str, Kind] = {
    "candidates": Series(),
    "by_group": Keyed(Series()),
    "by_county": Keyed(Series()),
    "by_name": Keyed(_LEAF),
}
_FIGURES = Parts(
    {
        "totals": _DISTRIBUTION,
        "first_totals": _DISTRIBUTION,
        "repeated_totals": _DISTRIBUTION,
        "areas": Keyed(_DISTRIBUTION),
        "questions": Keyed(_DISTRIBUTION),
    }
)
_EVIDENCE = Parts(
    {
        "named": _LEAF,
        "result_count": _LEAF,
        "strength_count": _LEAF,
        "improvement_count": _LEAF,
        "asking_count": _LEAF,
        "has_both_figures": _LEAF,
        "highest": _LEAF,
        "first_results": Call(),
        "strengths_of_first": Call(),
        "first_strengths": Call(),
        "asked_for": Call(),
    }
)
_PROFILES = Parts({"n": _LEAF, "nearest": Call()})

ANSWERS = Parts(
    {
        "evaluations": Keyed(_LEAF),
        "of_municipality": Keyed(_LEAF),
        "figures_of_municipality": Keyed(_LEAF),
        "last_year": _LEAF,
        "figures": Keyed(_FIGURES),
        "with_total": Keyed(_LEAF),
        "profiles": Keyed(_PROFILES),
        "questions": Keyed(_EVIDENCE),
        "with_improvements": Keyed(_LEAF),
        "theme_counts": Keyed(_LEAF),
        "doing_well": Keyed(Parts({**_PEERS, "count_above": Call()}, DoingWellPeers)),
        "named_for": Keyed(Parts(_PEERS, Peers)),
        "named_on_area": Keyed(Parts(_PEERS, Peers)),
        "strengths_on": Keyed(Parts(_PEERS, Peers)),
        "on_area": Keyed(Parts(_PEERS, Peers)),
        "named_by_municipality": Keyed(_LEAF),
        "named_in": Keyed(_LEAF),
        "named_outside": _LEAF,
        "without_report": Keyed(_LEAF),
        "published_medians": Keyed(_LEAF),
        "nearest_benchmark": Keyed(_LEAF),
        "of_group": Keyed(_LEAF),
        "of_county": Keyed(_LEAF),
    }
)
"""What pages ask of an archive, by the names of its attributes."""

FUNCTIONS: dict[str, Callable[..., Any]] = {
    function.__name__: function
    for function in (
        named_on,
        strengths_on,
        best_on,
        recurring_on,
        first_totals,
        own_result,
        own_points,
        result_at_home,
    )
}
"""Functions of the archive whose results are answers too: at ``FUNCTION``, their name and their arguments."""


def follows_words(path: Path) -> bool:
    """Whether other words in an answer can make more of it another: their order, or which are taken together."""
    return path[:2] == (FUNCTION, recurring_on.__name__) or (path[0] == "questions" and path[2:3] == ("asked_for",))


def answer_of(archive: Archive, path: Path) -> Any:
    """The answer of an archive at a path; MISSING where there is none."""
    if path[0] == FUNCTION:
        return FUNCTIONS[path[1]](archive, *path[2:])
    return answer_at(archive, ANSWERS, path)
