"""The kinds of problems. The reference page on problems is made from this enum."""

from __future__ import annotations

import enum
from typing import Self

from kompass_sphinx.language import message_id


class Severity(enum.StrEnum):
    """How grave a problem is: an error is wrong, a warning is probably wrong and stops nothing."""

    ERROR = "error"
    WARNING = "warning"


class Code(enum.StrEnum):
    """A kind of problem: its code, what it means, what to do, and the message when no better one is given.

    ``meaning``, ``remedy`` and ``message`` are message ids; ``message`` has %(name)s placeholders. Warnings come last:
    ``kompass check`` gives them, building the site does not.
    """

    meaning: str
    remedy: str
    message: str
    severity: Severity

    def __new__(
        cls, code: str, meaning: str = "", remedy: str = "", message: str = "", severity: Severity = Severity.ERROR
    ) -> Self:
        """Return the member that a row of the table below is."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        member.remedy = remedy
        member.message = message
        member.severity = severity
        return member

    @property
    def name_in_full(self) -> str:
        """The code as messages carry it: kompass.empty-value."""
        return f"kompass.{self.value}"

    UNREADABLE_FILE = (
        "unreadable-file",
        message_id("A file or folder could not be opened or read."),
        message_id("Check that it exists and that its permissions let you read it."),
        message_id("Cannot be read (%(reason)s). Check that it exists and may be read."),
    )
    EMPTY_FILE = (
        "empty-file",
        message_id("The file holds nothing but comments or white space."),
        message_id("Fill it in, or remove it."),
        message_id("The file is empty. Fill it in, or remove it."),
    )
    NOT_UTF_8 = (
        "not-utf-8",
        message_id("The file is not saved as UTF-8, so letters such as å, ä and ö cannot be read with certainty."),
        message_id("Save the file again with the encoding UTF-8."),
        message_id("The file is not UTF-8: the byte %(byte)s does not fit here. Save it as UTF-8."),
    )
    TOO_LARGE = (
        "too-large",
        message_id("A file or a single text is longer than any real one."),
        message_id("Check what ended up there; split or shorten it."),
        message_id("The text is longer than %(limit)s characters. Shorten it."),
    )
    TOO_DEEP = (
        "too-deep",
        message_id("Lists and keys are nested deeper than the format ever needs."),
        message_id("Check the indentation and the brackets."),
        message_id("Nested deeper than %(limit)s levels. Check the indentation and the brackets."),
    )
    TOO_MANY_PROBLEMS = (
        "too-many-problems",
        message_id("A file has so many problems that the rest are not shown."),
        message_id("Mend the ones that are shown; the others appear in the next run."),
        message_id("%(count)s more problems from here on are not shown. Mend the ones above first."),
    )
    YAML_SYNTAX = (
        "yaml-syntax",
        message_id("The file cannot be read as YAML from this place on."),
        message_id("Check indentation, quotes and brackets on this line and the one before."),
        message_id("Not valid YAML here: %(detail)s. %(hint)s"),
    )
    DUPLICATE_KEY = (
        "duplicate-key",
        message_id("A key stands twice among the same keys, so one of the two values would be lost."),
        message_id("Keep one of them, or put them together."),
        message_id("The key %(key)s stands here already, on line %(first)s. Keep one of the two."),
    )
    ANCHOR = (
        "anchor",
        message_id("YAML's anchors (&), aliases (*) and merge keys (<<) are not used in this format."),
        message_id("Write the value out; put a text that begins with & or * in quotes."),
        message_id("%(sign)s is an anchor, an alias or a merge key. Write the value out, or put the text in quotes."),
    )
    TAG = (
        "tag",
        message_id("YAML's tags (!) are not used in this format."),
        message_id("Remove the tag; put a text that begins with ! in quotes."),
        message_id("%(tag)s is a tag. Remove it, or put the text in quotes."),
    )
    CONTROL_CHARACTER = (
        "control-character",
        message_id("A text holds a character that is not seen, often brought along when copying from a PDF."),
        message_id("Delete the character or write the text anew."),
        message_id("The text holds the invisible character %(sign)s. Delete it."),
    )
    COLON_IN_TEXT = (
        "colon-in-text",
        message_id("A colon followed by a space made a key out of the beginning of a text."),
        message_id("Put the whole text in quotes."),
        message_id('The colon after "%(start)s" makes a key of it. Put the whole text in quotes.'),
    )
    UNKNOWN_KEY = (
        "unknown-key",
        message_id("A key that the format does not have at this place."),
        message_id("Check the spelling and the indentation against the format."),
        message_id("Unknown key %(key)s. Keys here: %(known)s."),
    )
    MISSING_KEY = (
        "missing-key",
        message_id("A key that must be there is missing."),
        message_id("Add the key and its value."),
        message_id("The key %(key)s is missing. Add it."),
    )
    EMPTY_VALUE = (
        "empty-value",
        message_id("A key or list item has no value. Leaving out is how this format says that something is unknown."),
        message_id("Fill in the value, or remove the key."),
        message_id("Nothing stands here. Fill it in, or remove it."),
    )
    WRONG_TYPE = (
        "wrong-type",
        message_id("A value is of another kind than the key asks for, such as a text in place of a figure."),
        message_id("Write a value of the kind that the message names."),
        message_id("Expected %(expected)s."),
    )
    UNKNOWN_VALUE = (
        "unknown-value",
        message_id("The key takes one of a few words, and this is another."),
        message_id("Choose one of the words that the message lists."),
        message_id('"%(found)s" is not a possible value here. Write one of: %(known)s.'),
    )
    OUT_OF_RANGE = (
        "out-of-range",
        message_id("A figure is outside what is possible, for example more points than the maximum."),
        message_id("Check the figure against the source."),
        message_id("%(found)s is outside %(low)s to %(high)s. Check the figure against the source."),
    )
    UNSAFE_URL = (
        "unsafe-url",
        message_id("An address that is not a complete web address beginning with http or https."),
        message_id("Write the whole address as in the browser's address field, without spaces."),
        message_id('"%(found)s" is not a web address. Write all of it, beginning with https:// or http://.'),
    )
    EXAMPLE_PLACE = (
        "example-place",
        message_id("A good example names either a municipality or another place, never both or neither."),
        message_id(
            "Write municipality for a municipality of the registry; else place and kind, "
            "with part_of or country if needed."
        ),
        message_id(
            "A good example names either a municipality, alone, or a place with its kind, part_of and country. "
            "Keep one of the two."
        ),
    )
    UNKNOWN_MUNICIPALITY = (
        "unknown-municipality",
        message_id("No municipality in the registry has this name or code."),
        message_id("Write the name as in the registry, without the word kommun, or the four-digit code in quotes."),
        message_id("There is no municipality %(name)s in the registry. Write the name alone, or its four-digit code."),
    )
    FOLDER_NOT_SLUG = (
        "folder-not-slug",
        message_id("The file lies in another folder than the municipality's."),
        message_id("Move the file to the folder that the message names, or correct the municipality."),
        message_id("Evaluations of %(name)s belong in the folder %(expected_name)s, not %(found)s. Move the file."),
    )
    YEAR_NOT_FILE_NAME = (
        "year-not-file-name",
        message_id("The year in the file is not the one that the file is named after."),
        message_id("Correct the year or rename the file."),
        message_id("The year is %(year)s but the file is named %(found)s. Correct one of them."),
    )
    UNKNOWN_EDITION = (
        "unknown-edition",
        message_id("Kommunkompassen has no edition from that year."),
        message_id("Write one of the editions that the message lists."),
        message_id("There is no edition %(edition)s. Write one of: %(known)s."),
    )
    UNKNOWN_AREA = (
        "unknown-area",
        message_id("The number is not one of the eight areas."),
        message_id("Write a number from 1 to 8."),
        message_id("There is no area %(area)s. Write a number from 1 to 8."),
    )
    UNKNOWN_QUESTION = (
        "unknown-question",
        message_id("The edition has no sub-question with this number, as far as the archive knows."),
        message_id("Check the number and the edition; leave the key out where the edition has no sub-questions."),
        message_id("%(question)s is not the number of a sub-question. Write area and number, such as 4.3."),
    )
    QUESTION_NOT_IN_AREA = (
        "question-not-in-area",
        message_id("A sub-question stands under an area that it does not belong to."),
        message_id("Move it to its area, or correct the number."),
        message_id("Sub-question %(question)s does not belong to area %(area)s. Correct the number or move it."),
    )
    FIGURES_DISAGREE = (
        "figures-disagree",
        message_id("Printed figures that cannot all be right, even when every one of them is rounded."),
        message_id("Check every figure that the message names against the source. What would fit is given."),
        message_id("%(figures)s: the figures cannot all be right. %(fitting)s would fit."),
    )
    NOTE_ABOUT_NOTHING = (
        "note-about-nothing",
        message_id("A note's about names nothing in the format, so the note could not be shown beside anything."),
        message_id("Name a key of the file, such as year, or a path, such as areas.8.questions.8.3."),
        message_id("%(about)s names nothing in the format. After %(valid)s there can be: %(known)s."),
    )
    DUPLICATE_EVALUATION = (
        "duplicate-evaluation",
        message_id("Two files are about the same municipality and year."),
        message_id("Keep one of them."),
        message_id("%(name)s %(year)s is also in %(other)s. Keep one of the two files."),
    )
    STRAY_FILE = (
        "stray-file",
        message_id("A file that is neither an evaluation nor one of the few others that belong in the folder."),
        message_id("Name evaluations <municipality>/<year>.yaml; move everything else elsewhere."),
        message_id("Does not belong here: evaluations are named <municipality>/<year>.yaml. Rename or move it."),
    )
    REGISTER_ROW = (
        "register-row",
        message_id("A row in the register of known evaluations cannot be read."),
        message_id("Correct the row: code, municipality, year (may be empty), evaluators (may be empty), source."),
        message_id("The row cannot be read: expected %(expected)s."),
    )
    UNKNOWN_TARGET = (
        "unknown-target",
        message_id("A role links to an evaluation, municipality, area or sub-question that does not exist."),
        message_id("Check the target against the archive."),
        message_id("There is no %(kind)s %(target)s. Check the spelling."),
    )
    UNKNOWN_VIEW = (
        "unknown-view",
        message_id("A kompass:view directive names a view that does not exist, or lacks its argument."),
        message_id("Write one of the views that the reference page on directives lists."),
        message_id("There is no view %(view)s. Write one of: %(known)s."),
    )
    BROKEN_VIEW = (
        "broken-view",
        message_id("A page or view could not be made although its data could be read: an error in the program."),
        message_id("Report it, with the message and the file it is about."),
        message_id("%(page)s could not be made (%(reason)s). Please report this error."),
    )
    LONG_TEXT = (
        "long-text",
        message_id("A strength or something to improve has more than 25 words, so it is hardly one short thought."),
        message_id("Say it in some fifteen words, or make two of it."),
        message_id("%(count)s words here. Say it in some fifteen, or make two of it."),
        Severity.WARNING,
    )
    NO_STRENGTHS = (
        "no-strengths",
        message_id("An area has figures but no strength, though most areas of the file have one and no note says why."),
        message_id("Look in the source. When it names no strength, say so in a note about the area."),
        message_id(
            "Area %(area)s has figures but no strengths. Look in the source, or say why in a note about areas.%(area)s."
        ),
        Severity.WARNING,
    )
    FAR_YEAR = (
        "far-year",
        message_id("The visit or the report lies more than a year from the year of the evaluation."),
        message_id("Check both; the year is the one that the source gives the evaluation."),
        message_id("%(date)s lies more than a year from the evaluation's year, %(year)s. Check both."),
        Severity.WARNING,
    )
    SAME_TEXT = (
        "same-text",
        message_id("The same text stands twice among the strengths and improvements of a file."),
        message_id("Keep it where it belongs."),
        message_id("The same text stands on line %(first)s already. Keep it where it belongs."),
        Severity.WARNING,
    )
    UNSURE = (
        "unsure",
        message_id("A comment marked OSÄKER: says what an import was unsure of."),
        message_id("Compare with the source, correct if needed, and delete the comment."),
        message_id("Left to check: %(reason)s. Compare with the source, then delete the comment."),
        Severity.WARNING,
    )
    NOT_RESTATED = (
        "not-restated",
        message_id("A comment marked SKRIV OM: says that texts are still the report's own."),
        message_id("Restate them in your own words, and delete the comment."),
        message_id("Texts here are still the report's own. Restate them in your own words, then delete the comment."),
        Severity.WARNING,
    )
