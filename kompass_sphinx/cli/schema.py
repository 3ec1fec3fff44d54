"""``kompass schema``: the JSON Schema of evaluation files."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kompass_sphinx.cli.language import LANGUAGE, text
from kompass_sphinx.cli.output import write_new, write_whole
from kompass_sphinx.reading.schema import evaluation_schema_text
from kompass_sphinx.reading.tree import SCHEMA_NAME


@click.command(
    help=text(
        "Write the JSON Schema of evaluation files.\n\n"
        "Editors complete keys and mark mistakes with it. Each evaluation file names it on its first line."
    )
)
@click.option(
    "--output",
    metavar=text("FILE"),
    type=click.Path(dir_okay=False, path_type=Path),
    help=text("The file to write, in place of the terminal. An older schema is replaced, another file is not."),
)
def schema(output: Path | None) -> None:
    """Write the schema."""
    content = evaluation_schema_text(LANGUAGE.gettext)
    if output is None:
        click.echo(content, nl=False)
    elif _is_schema(output):
        write_whole(output, content)
    else:
        write_new(output, content)


def _is_schema(path: Path) -> bool:
    try:
        value = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(value, dict) and value.get("$id") == SCHEMA_NAME
