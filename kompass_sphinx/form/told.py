"""What the form tells of a file: what is wrong with it, and what there is to look at, by field and as a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kompass_sphinx.language import Language
from kompass_sphinx.reading.marks import RESTATE, UNSURE
from kompass_sphinx.reading.problems import Code, Loc, Problem

_MARKS = {Code.UNSURE: UNSURE, Code.NOT_RESTATED: RESTATE}


@dataclass(frozen=True, slots=True)
class ProblemEntry:
    """A problem, or a piece of advice, in the list of all.

    ``field`` is the name of what it is about, or empty. ``button`` is what the button beside it does, ``label`` what
    that is called; both empty without one. ``line`` is 0 when it is about many.
    """

    line: int
    text: str
    field: str
    is_advice: bool
    button: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """The problems by the name of the field, row or list that they are about, and all of them in their order."""

    by_name: Mapping[str, tuple[str, ...]]
    entries: tuple[ProblemEntry, ...]

    @property
    def problems(self) -> int:
        """How many things there are to mend."""
        return sum(not entry.is_advice for entry in self.entries)

    @property
    def advice(self) -> int:
        """How many things there are to look at."""
        return len(self.entries) - self.problems


def tell(
    problems: Iterable[tuple[Problem, Loc]],
    advice: Iterable[tuple[Problem, Loc]],
    name_about: Callable[[Loc], str],
    language: Language,
) -> Told:
    """The problems with the names of what they are about; fields that are merely empty are one of them."""
    by_name: dict[str, tuple[str, ...]] = {}
    entries, empty = [], 0
    for is_advice, found in ((False, problems), (True, advice)):
        for problem, loc in found:
            name = name_about(loc)
            if problem.code is Code.EMPTY_VALUE and name:
                empty += 1
                continue
            entry = _entry(problem, name, language, is_advice=is_advice)
            entries.append(entry)
            if name:
                by_name[name] = (*by_name.get(name, ()), entry.text)
    return Told(by_name, (*entries, *_empty(empty, language)))


def _entry(problem: Problem, name: str, language: Language, *, is_advice: bool) -> ProblemEntry:
    text = problem.text(language.gettext)
    mark = _MARKS.get(problem.code, "")
    button = f"settle {problem.line} {mark}" if mark else ""
    return ProblemEntry(problem.line, text, name, is_advice, button, language.gettext("Done") if mark else "")


def _empty(count: int, language: Language) -> Iterator[ProblemEntry]:
    if count:
        sentence = language.ngettext(
            "%(count)s field is empty in the file. Fill it in, or leave it out.",
            "%(count)s fields are empty in the file. Fill them in, or leave them out.",
            count,
        )
        text = language.capitalized(sentence % {"count": language.count(count)})
        yield ProblemEntry(0, text, "", False, "tidy", language.gettext("Leave out what is empty"))
