"""The problems of files as live writing shows them: in place of a file's page, and at the top of all others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kompass_sphinx.frozen import dataclass
from kompass_sphinx.reading.problems import Problem
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.targets import PROBLEMS, Target

LINES_AROUND = 2
LONGEST_LINE = 200
MOST_FILES = 10


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a file with its number; ``is_meant`` when the problem is in it."""

    number: int
    text: str
    is_meant: bool


@dataclass(frozen=True, slots=True)
class ShownProblem:
    """One problem: its place, what it says, where its code is explained, and the lines around it."""

    place: str
    text: str
    code: str
    explained: Target
    lines: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class FileProblems:
    """All problems of one file."""

    title: str
    problems: tuple[ShownProblem, ...]


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file with problems: where they are shown, or what the first of them is."""

    path: str
    target: Target | None
    summary: str


@dataclass(frozen=True, slots=True)
class ProblemNotice:
    """What stands at the top of a page: the problems of its own file, and the other files that have any."""

    own: FileProblems | None
    others: tuple[ListedFile, ...]
    more: str


@dataclass(frozen=True, slots=True)
class StandInView:
    """What is shown in place of a page that cannot be made, or that there is none of."""

    title: str
    description: str
    crumbs: tuple[tuple[str, Target | None], ...]
    lede: str
    notice: ProblemNotice


def stand_in_view(context: Context, title: str, lede: str, notice: ProblemNotice) -> StandInView:
    """A page of ``title`` and ``lede``; the title is that of the file's problems when it has any."""
    shown = notice.own.title if notice.own else title
    return StandInView(shown, lede, context.crumbs((shown, None)), lede, notice)


def problem_notice(
    context: Context, problems: Mapping[str, Sequence[Problem]], pages: Mapping[str, Target], own: str, source: str
) -> ProblemNotice:
    """The problems of files by their paths, those of ``own``, whose text is ``source``, in full.

    ``pages`` are the pages that show the problems of a file.
    """
    others = [(path, found) for path, found in problems.items() if path != own]
    left = len(others) - MOST_FILES
    return ProblemNotice(
        _file_problems(context, problems[own], source) if own in problems else None,
        tuple(_listed(context, path, found, pages.get(path)) for path, found in others[:MOST_FILES]),
        context.plural("and %(n)s file more", "and %(n)s files more", left, n=left) if left > 0 else "",
    )


def _file_problems(context: Context, problems: Sequence[Problem], source: str) -> FileProblems:
    lines = source.split("\n") if source else []
    return FileProblems(
        context.plural(
            "%(n)s problem in %(path)s",
            "%(n)s problems in %(path)s",
            len(problems),
            n=len(problems),
            path=problems[0].path,
        ),
        tuple(
            ShownProblem(
                _place(context, problem),
                problem.text(context.language.gettext),
                problem.code.value,
                Target(PROBLEMS, problem.code.value),
                _around(lines, problem.line),
            )
            for problem in problems
        ),
    )


def _listed(context: Context, path: str, problems: Sequence[Problem], target: Target | None) -> ListedFile:
    if target is not None:
        return ListedFile(
            path, target, context.plural("%(n)s problem", "%(n)s problems", len(problems), n=len(problems))
        )
    first = problems[0]
    return ListedFile(path, None, f"{_place(context, first)}: {first.text(context.language.gettext)}")


def _place(context: Context, problem: Problem) -> str:
    return context.text("Line %(line)s, column %(column)s", line=problem.line, column=problem.column)


def _around(lines: Sequence[str], meant: int) -> tuple[SourceLine, ...]:
    first, last = max(1, meant - LINES_AROUND), min(len(lines), meant + LINES_AROUND)
    return tuple(SourceLine(number, _short(lines[number - 1]), number == meant) for number in range(first, last + 1))


def _short(line: str) -> str:
    line = line.rstrip("\r")
    return line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]}…"
