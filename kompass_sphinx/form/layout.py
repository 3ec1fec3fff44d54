"""Which fields the form has: those of the format, in the order in which a person fills them in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kompass_sphinx.language import message_id
from kompass_sphinx.reading.problems import Loc

Control = Literal["line", "short", "long", "municipality", "edition", "area", "question", "choice"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of the format that a field is for. ``choices`` are values with what they are called; messages ids, all."""

    key: str
    label: str
    control: Control = "line"
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RowKind:
    """A list of the format whose items are rows of fields."""

    key: str
    legend: str
    item: str
    add: str
    entries: tuple[Entry, ...]
    hint: str = ""


FACTS = (
    Entry("municipality", message_id("Municipality"), "municipality"),
    Entry("year", message_id("Year"), "short"),
    Entry("edition", message_id("Edition"), "edition"),
    Entry("visited", message_id("Visited"), "short", message_id("Year and month, or a date: 2019-03 or 2019-03-12.")),
    Entry("published", message_id("Date of the report"), "short", message_id("A date: 2019-05-06.")),
    Entry(
        "first",
        message_id("The municipality’s first evaluation"),
        "choice",
        choices=(("true", message_id("Yes")), ("false", message_id("No"))),
    ),
    Entry("interviews", message_id("People interviewed"), "short"),
    Entry("total", message_id("Total, of 800 points"), "short", message_id("Halves with a point: 377.5.")),
    Entry(
        "summary", message_id("The evaluators’ overall impression"), "long", message_id("Restated in our own words.")
    ),
)
AREA = (
    Entry("points", message_id("Points of 100"), "short"),
    Entry("impression", message_id("The evaluators’ impression of the area"), "long"),
)
QUESTION = (
    Entry("points", message_id("Points"), "short"),
    Entry("percent", message_id("Percent"), "short"),
)
_FINDING = (
    Entry("text", message_id("In our own words"), "long"),
    Entry("question", message_id("Sub-question"), "question"),
    Entry("page", message_id("Page"), "short"),
)
FINDINGS = (
    RowKind(
        "strengths",
        message_id("Strengths"),
        message_id("Strength %(number)s"),
        message_id("Add a strength"),
        _FINDING,
        message_id("One thought each, some fifteen words."),
    ),
    RowKind(
        "improvements",
        message_id("Improvements"),
        message_id("Improvement %(number)s"),
        message_id("Add an improvement"),
        _FINDING,
        message_id("One thought each, some fifteen words."),
    ),
)
EVALUATORS = RowKind(
    "evaluators",
    message_id("Evaluators"),
    message_id("Evaluator %(number)s"),
    message_id("Add an evaluator"),
    (Entry("name", message_id("Name")), Entry("affiliation", message_id("Employer at the time"))),
)
EXAMPLES = RowKind(
    "examples",
    message_id("Good examples"),
    message_id("Example %(number)s"),
    message_id("Add an example"),
    (
        Entry("municipality", message_id("Municipality"), "municipality"),
        Entry("place", message_id("Or another place")),
        Entry(
            "kind",
            message_id("What the place is"),
            "choice",
            choices=(
                ("district", message_id("city district")),
                ("foreign", message_id("place abroad")),
                ("company", message_id("company")),
                ("network", message_id("network")),
            ),
        ),
        Entry("part_of", message_id("City of the district")),
        Entry("country", message_id("Country")),
        Entry("area", message_id("Area"), "area"),
        Entry("question", message_id("Sub-question"), "question"),
        Entry("topic", message_id("An example of what"), "long"),
        Entry("page", message_id("Page"), "short"),
    ),
    message_id("Whom the evaluators point to: a municipality, or a place of another kind."),
)
SOURCES = RowKind(
    "sources",
    message_id("Sources"),
    message_id("Source %(number)s"),
    message_id("Add a source"),
    (
        Entry("title", message_id("Title"), "long"),
        Entry(
            "kind",
            message_id("Kind"),
            "choice",
            choices=(
                ("report", message_id("report")),
                ("slides", message_id("slides")),
                ("news", message_id("news item")),
                ("press", message_id("press release")),
                ("web", message_id("web page")),
            ),
        ),
        Entry("publisher", message_id("Publisher")),
        Entry("date", message_id("Date"), "short"),
        Entry("url", message_id("Web address")),
        Entry("note", message_id("Note"), "long"),
    ),
    message_id("At least one."),
)
NOTES = RowKind(
    "notes",
    message_id("Uncertain or worth knowing"),
    message_id("Note %(number)s"),
    message_id("Add a note"),
    (
        Entry(
            "about",
            message_id("About"),
            hint=message_id("A key or a path: year, areas.7 or areas.8.questions.8.3."),
        ),
        Entry("text", message_id("What is uncertain"), "long"),
    ),
)
ROOT_LISTS = {kind.key: kind for kind in (EVALUATORS, EXAMPLES, SOURCES, NOTES)}
AREA_LISTS = {kind.key: kind for kind in FINDINGS}


def rows_at(loc: Loc) -> RowKind | None:
    """The list that stands at a place, when the form shows one there."""
    if len(loc) == 1:
        return ROOT_LISTS.get(str(loc[0]))
    return AREA_LISTS.get(str(loc[2])) if len(loc) == 3 and loc[0] == "areas" else None


def is_field(loc: Loc) -> bool:
    """Whether the form has a field of its own for the value at a place, outside of lists."""
    entries: tuple[Entry, ...] = ()
    if len(loc) == 1:
        entries = FACTS
    elif len(loc) == 3 and loc[0] == "areas":
        entries = AREA
    elif len(loc) == 5 and loc[0] == "areas" and loc[2] == "questions":
        entries = QUESTION
    return any(entry.key == loc[-1] for entry in entries)
