"""``kompass new``: a file to fill in for one evaluation."""

from __future__ import annotations

from pathlib import Path

import click

from kompass_sphinx.cli.language import text
from kompass_sphinx.cli.municipality import municipality_meant
from kompass_sphinx.cli.number import Number
from kompass_sphinx.cli.output import write_new
from kompass_sphinx.model.years import EARLIEST_YEAR, LATEST_YEAR
from kompass_sphinx.reading.codes import Code
from kompass_sphinx.reading.editions import load_catalogue, load_registry
from kompass_sphinx.writing.skeleton import skeleton


@click.command(
    help=text(
        "Begin a new evaluation file.\n\n"
        "MUNICIPALITY is a name or a four-digit code. The file has every area and sub-question of the edition in its "
        "place; what stands in it is explained there. An existing file is never overwritten."
    )
)
@click.argument("municipality", metavar=text("MUNICIPALITY"))
@click.argument("year", metavar=text("YEAR"), type=Number(EARLIEST_YEAR, LATEST_YEAR))
@click.option(
    "--edition",
    metavar=text("YEAR"),
    type=Number(),
    help=text("2002, 2010, 2016 or 2020; without it, the one that was used that year."),
)
@click.option(
    "--evaluations",
    metavar=text("FOLDER"),
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default="evaluations",
    show_default=True,
    help=text("The folder of all evaluations."),
)
def new(municipality: str, year: int, edition: int | None, evaluations: Path) -> None:
    """Write the file."""
    catalogue = load_catalogue()
    used = catalogue.in_use(year) if edition is None else catalogue.editions.get(edition)
    if used is None:
        known = ", ".join(map(str, catalogue.editions))
        message = text(Code.UNKNOWN_EDITION.message, edition=edition, known=known)
        raise click.BadParameter(message, param_hint="'--edition'")
    meant = municipality_meant(municipality, load_registry(), text("MUNICIPALITY"))
    path = evaluations / meant.slug / f"{year}.yaml"
    write_new(path, skeleton(meant.name, year, used))
    click.echo(
        text("%(path)s is ready to be filled in, by edition %(edition)s.", path=path.as_posix(), edition=used.id)
    )
    click.echo(text("What is left to fill in says: kompass check %(path)s", path=path.as_posix()))
