"""The ``kompass`` command: what it is made of. Each command is a module here, imported when it is asked for.

Knows nothing of Sphinx. Exit status: 0 all is well, 1 problems were found, 2 the command was used wrongly.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import cast

import click

from kompass_sphinx import __version__
from kompass_sphinx.cli.click_words import speak
from kompass_sphinx.cli.language import text
from kompass_sphinx.language import message_id


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command is: its module in this package, the function's name, and the line for it in the list."""

    module: str
    function: str
    summary: str


COMMANDS: Mapping[str, Entry] = MappingProxyType(
    {
        "check": Entry("check", "check", message_id("Check evaluation files.")),
        "new": Entry("new", "new", message_id("Begin a new evaluation file.")),
        "import": Entry("importing", "import_report", message_id("Make a draft of an evaluation file from a report.")),
        "form": Entry("form", "form", message_id("Edit an evaluation as a form in the browser.")),
        "schema": Entry("schema", "schema", message_id("Write the schema that editors check files with.")),
    }
)


class Kompass(click.Group):
    """The commands of the table above."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click settles the parameters
        """Names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command with this name, now imported."""
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        command = cast("click.Command", getattr(import_module(f"{__name__}.{entry.module}"), entry.function))
        command.options_metavar = text("[OPTIONS]")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands, without importing them."""
        with formatter.section(text("Commands")):
            formatter.write_dl([(name, text(entry.summary)) for name, entry in COMMANDS.items()])


@click.group(
    cls=Kompass,
    help=text("Keep the Kommunkompassen archive: check evaluations and add new ones."),
    options_metavar=text("[OPTIONS]"),
    subcommand_metavar=text("COMMAND [ARGUMENTS]..."),
)
@click.version_option(__version__, message="%(prog)s %(version)s", help=text("Show the version and exit."))
def kompass() -> None:
    """Run the command that was named."""


def main() -> None:
    """Run ``kompass``, as the installed command does."""
    speak()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal without å shows a question mark in its place; that is no reason to stop. A file or a program
            # gets UTF-8 whatever the machine's own encoding is, as all our files are.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    try:
        kompass(prog_name="kompass")
    except OSError as error:
        # What has a file's name is a fault of ours; without one it is the terminal, or the file that stands for it.
        if error.filename is not None:
            raise
        _end_unheard(error)


def _end_unheard(error: OSError) -> None:
    """End when what there is to say cannot be written, such as on a full disk."""
    reason = error.strerror or type(error).__name__
    with suppress(OSError):
        click.echo(text("What there is to say cannot be written (%(reason)s).", reason=reason), err=True)
    # What is still waiting to be written would fail again when Python ends.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):
            os.dup2(nowhere, stream.fileno())
    sys.exit(2)
