"""Every value of an evaluation file in turn, and a file that has something hostile there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

WHOLE: dict[str, Any] = {
    "municipality": "Tingsryd",
    "year": "2019",
    "edition": "2016",
    "visited": "2019-03",
    "published": "2019-05-06",
    "first": "true",
    "interviews": "40",
    "evaluators": [{"name": "Påhittad Ett", "affiliation": "Påhittad firma"}],
    "total": "377",
    "summary": "Påhittat intryck.",
    "areas": {
        "4": {
            "points": "41",
            "impression": "Påhittat intryck av området.",
            "questions": {"4.3": {"points": "5", "percent": "25"}},
            "strengths": ["Påhittad styrka.", {"text": "Påhittad styrka till.", "question": "4.6", "page": "11"}],
            "improvements": ["Påhittat råd.", {"text": "Påhittat råd till.", "question": "4.6", "page": "12"}],
        }
    },
    "examples": [
        {"municipality": "Mark", "area": "4", "question": "4.3", "topic": "påhittat ämne", "page": "13"},
        {"place": "Påhittad stadsdel", "kind": "district", "part_of": "Påhittad stad", "country": "Påhittat land",
         "topic": "påhittat ämne till"},
    ],
    "benchmarks": [
        {"label": "Påhittad jämförelse", "statistic": "median", "edition": "2016", "scope": "all",
         "period": "2016–2018", "n": "12", "approximate": "true", "total": "400", "areas": {"4": "50"}},
    ],
    "sources": [
        {"title": "Påhittad källa", "kind": "report", "publisher": "Påhittad utgivare", "date": "2019-05",
         "url": "https://a.invalid/x", "note": "Påhittad notering."},
    ],
    "notes": [{"about": "total", "text": "Påhittad not."}],
}  # fmt: skip
"""A made-up evaluation that has every key of the format."""

Way = tuple[str | int, ...]

TEXT_KEYS = frozenset({
    "about", "affiliation", "country", "impression", "label", "municipality", "name", "note", "part_of", "period",
    "place", "publisher", "summary", "text", "title", "topic", "url",
})  # fmt: skip


def ways(value: Any = WHOLE, way: Way = ()) -> Iterator[Way]:
    """The way to every single value of the file."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if inner is None:
        yield way
    else:
        for key, one in inner:
            yield from ways(one, (*way, key))


def is_text(way: Way) -> bool:
    """Whether the value may be any words; a finding may be its text alone."""
    return way[-1] in TEXT_KEYS or way[-2:-1] in (("strengths",), ("improvements",))


TEXT_WAYS = [way for way in ways() if is_text(way)]
OTHER_WAYS = [way for way in ways() if not is_text(way)]
WITH_RULES = frozenset({"municipality", "url", "about"})
"""Keys whose texts must be something more than words."""


def quoted(text: str) -> str:
    """The text as YAML that means just this."""
    return "'" + text.replace("'", "''") + "'" if "\n" not in text else '"' + escaped(text) + '"'


def escaped(text: str) -> str:
    """The text for double quotes, with nothing in it but ASCII."""
    return "".join(
        sign if sign.isascii() and sign.isprintable() and sign not in '"\\' else f"\\U{ord(sign):08x}" for sign in text
    )


def with_value(way: Way, written: str) -> str:
    """The file with ``written`` as YAML in place of the value at ``way``."""
    return "\n".join(lines(WHOLE, {way: written})) + "\n"


def lines(value: Any, instead: dict[Way, str], way: Way = (), indent: str = "") -> Iterator[str]:
    """The lines of a file, with other YAML ``instead`` at some places."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        here = (*way, key)
        start = f"{indent}{key}:" if isinstance(value, dict) else f"{indent}-"
        if here in instead:
            yield f"{start} {instead[here]}"
        elif isinstance(inner, str):
            yield f"{start} {quoted(inner)}"
        else:
            yield start
            yield from lines(inner, instead, here, f"{indent}  ")
