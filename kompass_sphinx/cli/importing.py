"""``kompass import``: from a report to the draft of an evaluation file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import click

from kompass_sphinx.cli.language import LANGUAGE, text
from kompass_sphinx.cli.municipality import municipality_meant
from kompass_sphinx.cli.number import Number
from kompass_sphinx.cli.output import write_new
from kompass_sphinx.importing.errors import ReportError
from kompass_sphinx.importing.recognition import Draft, Wishes, recognise
from kompass_sphinx.importing.report_file import read_report
from kompass_sphinx.model.municipality import Municipality
from kompass_sphinx.model.years import EARLIEST_YEAR, LATEST_YEAR
from kompass_sphinx.reading.codes import Code
from kompass_sphinx.reading.editions import load_catalogue, load_registry
from kompass_sphinx.reading.evaluation_file import EvaluationReader
from kompass_sphinx.reading.problems import Problem, printable

_STANDARD_OUTPUT = "-"
# Fewer pages are read before anybody looks for a bar.
_FEWEST_PAGES_WITH_BAR = 10


class RefusedError(click.ClickException):
    """What was asked for cannot be done as it was asked."""

    exit_code = 2


@click.command(
    "import",
    help=text(
        "Make a draft of an evaluation file from a report.\n\n"
        "FILE is the report as PDF, Word (.docx), HTML or text. The draft is written to "
        "evaluations/<municipality>/<year>.yaml, never over a file that is there. What the import is unsure of is "
        "marked in the draft and listed at the end. Exit status 1 when the draft has problems by the rules."
    ),
)
@click.argument("report", metavar=text("FILE"), type=click.Path(path_type=Path))
@click.option("--municipality", metavar=text("MUNICIPALITY"), help=text("Name or code, when the report does not tell."))
@click.option(
    "--year",
    metavar=text("YEAR"),
    type=Number(EARLIEST_YEAR, LATEST_YEAR),
    help=text("The evaluation's year, when the report does not tell."),
)
@click.option(
    "--edition",
    metavar=text("YEAR"),
    type=Number(EARLIEST_YEAR, LATEST_YEAR),
    help=text("2002, 2010, 2016 or 2020, when the report does not tell."),
)
@click.option("--output", metavar=text("FILE"), help=text("Another file for the draft; - for standard output."))
@click.option(
    "--evaluations",
    metavar=text("FOLDER"),
    type=click.Path(file_okay=False, path_type=Path),
    default="evaluations",
    show_default=True,
    help=text("The folder of all evaluations."),
)
@click.pass_context
def import_report(
    context: click.Context,
    report: Path,
    municipality: str | None,
    year: int | None,
    edition: int | None,
    output: str | None,
    evaluations: Path,
) -> None:
    """Read the report, write the draft and tell what to look at in it."""
    registry, catalogue = load_registry(), load_catalogue()
    if edition is not None and edition not in catalogue.editions:
        known = ", ".join(map(str, catalogue.editions))
        message = text(Code.UNKNOWN_EDITION.message, edition=edition, known=known)
        raise click.BadParameter(message, param_hint="'--edition'")
    meant = municipality_meant(municipality, registry, "'--municipality'") if municipality is not None else None
    if report.is_file():  # else that is what there is to say, wherever the draft would go
        _refuse_early(output, evaluations, meant, year)
    try:
        with _progress() as progress:
            document = read_report(report, progress)
    except ReportError as error:
        raise RefusedError(f"{printable(report.as_posix(), limit=4096)}: {error.text(LANGUAGE.gettext)}") from error
    wishes = Wishes(meant.name if meant else None, year, edition, report.name)
    draft = recognise(document, registry, catalogue, wishes)
    shown = _write(draft, output, evaluations)
    problems = (
        EvaluationReader(registry, catalogue)
        .read(draft.text.encode(), shown, draft.slug or "", str(draft.year or ""))
        .problems
    )
    _tell(draft, shown, problems)
    context.exit(1 if problems else 0)


def _refuse_early(output: str | None, evaluations: Path, municipality: Municipality | None, year: int | None) -> None:
    """Say what is in the way before a long report is read."""
    if output is None and not evaluations.is_dir():
        raise RefusedError(
            text(
                "There is no folder %(folder)s here. Go to the archive's folder, or name a file with --output.",
                folder=evaluations.as_posix(),
            )
        )
    path = None
    if output is None and municipality is not None and year is not None:
        path = evaluations / municipality.slug / f"{year}.yaml"
    elif output is not None and output != _STANDARD_OUTPUT:
        path = Path(output)
    if path is not None and os.path.lexists(path):
        raise _refusal(text("%(path)s exists already and is left as it is.", path=path.as_posix()))


def _refusal(problem: str) -> RefusedError:
    return RefusedError(text("%(problem)s Another file for the draft is named with --output.", problem=problem))


def _write(draft: Draft, output: str | None, evaluations: Path) -> str:
    """Write the draft; the name by which it is spoken of."""
    if output == _STANDARD_OUTPUT:
        click.echo(draft.text, nl=False)
        return text("the draft")
    path = Path(output) if output is not None else _place(draft, evaluations)
    try:
        write_new(path, draft.text)
    except click.ClickException as error:
        raise _refusal(error.message) from error
    click.echo(text("Written: %(path)s", path=path.as_posix()), err=True)
    return path.as_posix()


def _place(draft: Draft, evaluations: Path) -> Path:
    if draft.slug is None:
        raise RefusedError(
            text("The report does not tell for certain which municipality it is about. Say it with --municipality.")
        )
    if draft.year is None:
        raise RefusedError(
            text("The report does not tell for certain which year the evaluation is of. Say it with --year.")
        )
    return evaluations / draft.slug / f"{draft.year}.yaml"


def _tell(draft: Draft, shown: str, problems: tuple[Problem, ...]) -> None:
    """What to look at in the draft, on standard error: the draft itself may be on standard output."""
    if draft.unsure:
        message = LANGUAGE.ngettext(
            "The import is unsure of %(count)s place:", "The import is unsure of %(count)s places:", len(draft.unsure)
        )
        click.echo(message % {"count": len(draft.unsure)}, err=True)
        for line, reason in draft.unsure:
            click.echo(f"  {shown}:{line}: {reason}", err=True)
    if problems:
        message = LANGUAGE.ngettext(
            "The draft has %(count)s problem by the rules:",
            "The draft has %(count)s problems by the rules:",
            len(problems),
        )
        click.echo(message % {"count": len(problems)}, err=True)
        for problem in problems:
            said = problem.text(LANGUAGE.gettext)
            click.echo(f"  {problem.location}: {said} [kompass.{problem.code.value}]", err=True)
    click.echo(
        text(
            "Hold the figures against the report and restate the texts in your own words; kompass check tells what is "
            "left."
        ),
        err=True,
    )


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """Give what shows how many pages have been read: a bar, at a terminal and for a long report."""
    with ExitStack() as bars:
        advance: Callable[[int], None] | None = None

        def show(done: int, pages: int) -> None:
            nonlocal advance
            if advance is None and pages >= _FEWEST_PAGES_WITH_BAR and sys.stderr.isatty():
                bar = click.progressbar(length=pages, label=text("Reading pages"), file=sys.stderr)
                advance = bars.enter_context(bar).update
            if advance is not None and done:
                advance(1)

        yield show
