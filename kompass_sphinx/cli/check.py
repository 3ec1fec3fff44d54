"""``kompass check``: every problem and every warning of evaluation files."""

from __future__ import annotations

from pathlib import Path

import click

from kompass_sphinx.cli.findings import Findings
from kompass_sphinx.cli.language import text
from kompass_sphinx.cli.reports import REPORTS
from kompass_sphinx.reading.editions import load_catalogue, load_registry
from kompass_sphinx.reading.evaluation_file import EvaluationReader
from kompass_sphinx.reading.folder import read_tree
from kompass_sphinx.reading.problems import printable
from kompass_sphinx.reading.selection import LONGEST_PATH, select

DEFAULT_FOLDER = Path("evaluations")


@click.command(
    help=text(
        "Check evaluation files.\n\n"
        "PATH is a file or a folder, and there can be several; without any, the folder evaluations is checked. "
        "Exit status 1 when something is wrong. What is probably wrong is a warning and changes nothing."
    )
)
@click.argument("paths", metavar=text("[PATH]..."), nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(list(REPORTS)),
    default="text",
    show_default=True,
    help=text("For people, for programs, for the lines of a pull request on GitHub, or for code scanning."),
)
@click.pass_context
def check(context: click.Context, paths: tuple[Path, ...], form: str) -> None:
    """Check the files and tell what was found."""
    if not paths and not DEFAULT_FOLDER.is_dir():
        message = text("There is no folder %(folder)s here. Name what to check.", folder=DEFAULT_FOLDER.as_posix())
        raise click.UsageError(message)
    findings = found_in(paths or (DEFAULT_FOLDER,))
    report = REPORTS[form](findings)
    if report:
        click.echo(report)
    click.echo(findings.summary, err=True)
    context.exit(1 if findings.errors else 0)


def found_in(paths: tuple[Path, ...]) -> Findings:
    """What is to be said about the files that the paths point out. Raises click.UsageError when one points out none."""
    reader = EvaluationReader(load_registry(), load_catalogue(), advises=True)
    trees = [select(path, reader.registry) for path in paths]
    for path, tree in zip(paths, trees, strict=True):
        if tree.is_empty:
            raise click.UsageError(
                text(
                    "%(path)s holds no evaluations to check. They are files named <municipality>/<year>.yaml.",
                    path=printable(path.as_posix(), limit=LONGEST_PATH),
                )
            )
    readings = [read_tree(tree, reader.registry, lambda: reader) for tree in trees]
    return Findings(
        problems=tuple(sorted({one for reading in readings for one in (*reading.problems, *reading.advice)})),
        right=len({path for reading in readings for path in reading.paths.values()}),
    )
