"""What the form tells of a file: what is wrong with it, and what there is to look at, by field and as lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kompass_sphinx.form.place_names import PlaceNames
from kompass_sphinx.language import Language
from kompass_sphinx.reading.marks import RESTATE, UNSURE
from kompass_sphinx.reading.problems import Code, Loc, Problem

_MARKS = {Code.UNSURE: UNSURE, Code.NOT_RESTATED: RESTATE}
NEXT_MARK = ","
"""Stands between the marks that one button settles."""

Found = Iterable[tuple[Problem, Loc]]


@dataclass(frozen=True, slots=True)
class ProblemEntry:
    """A problem, or a piece of advice, in a list.

    ``field`` is the name of what it is about, or empty. ``button`` is what the button beside it does, ``label`` what
    that is called; both empty without one. ``line`` is 0 when it is about many.
    """

    line: int
    text: str
    field: str
    button: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The advice on one part of the form; ``button`` settles all marks in it, where there are several."""

    name: str
    title: str
    count: str
    entries: tuple[ProblemEntry, ...]
    button: str


@dataclass(frozen=True, slots=True)
class Told:
    """What is told by the name of the field, row or list that it is about, and all problems and advice in order."""

    by_name: Mapping[str, tuple[str, ...]]
    entries: tuple[ProblemEntry, ...]
    groups: tuple[Group, ...]

    @property
    def problems(self) -> int:
        """How many things there are to mend."""
        return len(self.entries)

    @property
    def advice(self) -> int:
        """How many things there are to look at."""
        return sum(len(group.entries) for group in self.groups)


def tell(problems: Found, advice: Found, name_about: Callable[[Loc], str], places: PlaceNames) -> Told:
    """The problems with the names of what they are about; fields that are merely empty are one of them."""
    language = places.language
    by_name: dict[str, tuple[str, ...]] = {}
    entries, empty = [], 0
    parts: dict[tuple[str, str], list[ProblemEntry]] = {}
    for problem, loc in problems:
        name = name_about(loc)
        if problem.code is Code.EMPTY_VALUE and name:
            empty += 1
            continue
        text = problem.text(language.gettext)
        entries.append(ProblemEntry(problem.line, text, name))
        by_name[name] = (*by_name.get(name, ()), text)
    for problem, loc in advice:
        name, text = name_about(loc), _advice_text(problem, language)
        by_name[name] = (*by_name.get(name, ()), text)
        parts.setdefault(places.part(loc), []).append(_advice(problem, text, name, places.within(loc), language))
    by_name.pop("", None)
    groups = tuple(_group(name, title, found, language) for (name, title), found in parts.items())
    return Told(by_name, (*entries, *_empty(empty, language)), groups)


def _advice_text(problem: Problem, language: Language) -> str:
    """What is to be done in the form: what a mark says, and not that it is a comment to be deleted."""
    if problem.code is Code.NOT_RESTATED:
        return language.gettext("Restate this in your own words.")
    if problem.code is Code.UNSURE:
        reason = dict(problem.values)["reason"]
        return language.gettext("Hold this against the report.") if reason == "…" else f"{reason}."
    return problem.text(language.gettext)


def _advice(problem: Problem, text: str, name: str, within: str, language: Language) -> ProblemEntry:
    mark = _MARKS.get(problem.code, "")
    button, label = (f"settle {problem.line} {mark}", language.gettext("Done")) if mark else ("", "")
    return ProblemEntry(problem.line, f"{within}: {text}" if within and mark else text, name, button, label)


def _group(name: str, title: str, entries: list[ProblemEntry], language: Language) -> Group:
    count = language.ngettext("%(count)s thing to look at", "%(count)s things to look at", len(entries))
    marks = [entry.button.removeprefix("settle ") for entry in entries if entry.button]
    button = f"settle {NEXT_MARK.join(marks)}" if len(marks) > 1 else ""
    return Group(name, title, count % {"count": language.count(len(entries))}, tuple(entries), button)


def _empty(count: int, language: Language) -> Iterator[ProblemEntry]:
    if count:
        sentence = language.ngettext(
            "%(count)s field is empty in the file. Fill it in, or leave it out.",
            "%(count)s fields are empty in the file. Fill them in, or leave them out.",
            count,
        )
        text = language.capitalized(sentence % {"count": language.count(count)})
        yield ProblemEntry(0, text, "", "tidy", language.gettext("Leave out what is empty"))
