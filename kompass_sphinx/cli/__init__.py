"""The ``kompass`` command. Knows nothing of Sphinx."""

from __future__ import annotations

from pathlib import Path

import click

from kompass_sphinx import __version__
from kompass_sphinx.cli.form import form
from kompass_sphinx.language import Language
from kompass_sphinx.reading.editions import load_catalogue, load_registry
from kompass_sphinx.reading.folder import read_folder


@click.group()
@click.version_option(__version__, prog_name="kompass")
def main() -> None:
    """Kommunkompassen-arkivet."""


main.add_command(form)


@main.command()
@click.argument("folder", default="evaluations", type=click.Path(exists=True, file_okay=False, path_type=Path))
def check(folder: Path) -> None:
    """Check every file of FOLDER; exit status 1 when there are problems."""
    language = Language("sv")
    reading = read_folder(folder, folder.as_posix(), load_registry(), load_catalogue())
    for problem in reading.problems:
        text = problem.text(language.gettext)
        click.echo(f"{problem.path}:{problem.line}:{problem.column}: {text} [kompass.{problem.code.value}]")
    click.echo(
        language.gettext("%(evaluations)s evaluations read, %(problems)s problems found")
        % {"evaluations": len(reading.evaluations), "problems": len(reading.problems)}
    )
    raise SystemExit(1 if reading.problems else 0)
