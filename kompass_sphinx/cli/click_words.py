"""What click itself says, in the language of the environment.

Click looks its words up with gettext, in the domain and folder that are set for the whole process. ``speak`` sets ours,
so that they stand in the one catalogue among our own messages; the table below is how they get there.
"""

from __future__ import annotations

import gettext
import os

from kompass_sphinx.cli.language import LANGUAGE
from kompass_sphinx.language import CATALOGUE, CATALOGUE_FOLDER, message_id


def plural(one: str, many: str) -> tuple[str, str]:
    """Marks both forms of a message that is translated later."""
    return one, many


CLICK_WORDS: tuple[str | tuple[str, str], ...] = (
    message_id("Usage:"),
    message_id("Options"),
    message_id("Positional arguments"),
    message_id("Commands"),
    message_id("Show this message and exit."),
    message_id("default: {default}"),
    message_id("required"),
    message_id("Error: {message}"),
    message_id("Try '{command} {option}' for help."),
    message_id("Aborted!"),
    message_id("Error: invalid input"),
    message_id("Invalid value: {message}"),
    message_id("Invalid value for {param_hint}: {message}"),
    message_id("Missing command."),
    message_id("Missing argument"),
    message_id("Missing option"),
    message_id("No such option {name!r}."),
    message_id("No such command {name!r}."),
    message_id("Option {name!r} does not take a value."),
    message_id("{value!r} is not a valid {number_type}."),
    message_id("{value} is not in the range {range}."),
    message_id("{name} {filename!r} does not exist."),
    message_id("{name} {filename!r} is a file."),
    message_id("{name} {filename!r} is a directory."),
    message_id("{name} {filename!r} is not readable."),
    message_id("{name} {filename!r} is not writable."),
    message_id("file"),
    message_id("directory"),
    message_id("path"),
    plural("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    plural("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    plural("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    plural("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)


def speak() -> None:
    """Let click speak the language of the environment."""
    # Before all other variables gettext asks this one; where the environment says nothing, we speak Swedish.
    os.environ["LANGUAGE"] = LANGUAGE.code
    gettext.bindtextdomain(CATALOGUE, CATALOGUE_FOLDER)
    gettext.textdomain(CATALOGUE)
