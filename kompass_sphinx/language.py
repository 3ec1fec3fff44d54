"""The language of a page: its messages, numbers, dates and lists."""

from __future__ import annotations

import gettext
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list

CATALOGUE = "kompass"
CATALOGUE_FOLDER = Path(__file__).parent / "locale"

# Of the environment, as gettext looks them up.
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")

MINUS = "\N{MINUS SIGN}"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def message_id(text: str) -> str:
    """Marks a text as a message that is translated later, where the language is known."""
    return text


_COUNTS = (
    message_id("no"),
    message_id("one"),
    message_id("two"),
    message_id("three"),
    message_id("four"),
    message_id("five"),
    message_id("six"),
    message_id("seven"),
    message_id("eight"),
    message_id("nine"),
    message_id("ten"),
    message_id("eleven"),
    message_id("twelve"),
)


class Language:
    """Messages in one language; what it lacks is said in English."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._messages = gettext.translation(CATALOGUE, CATALOGUE_FOLDER, [code], fallback=True)
        try:
            self._locale = Locale.parse(code, sep="-" if "-" in code else "_")
        except (UnknownLocaleError, ValueError):
            self._locale = Locale.parse("en")
        self._said: dict[str, str] = {}

    @cached_property
    def _decimal_sign(self) -> str:
        # Not asked for before there is a figure to print: Babel reads all that it knows of a language for it.
        sign: str = self._locale.number_symbols["latn"]["decimal"]
        return sign

    def gettext(self, message: str) -> str:
        """The message in this language."""
        # A page says a hundred messages, and the catalogue's own look-up is slower than the rest of it.
        if (said := self._said.get(message)) is None:
            said = self._said[message] = self._messages.gettext(message)
        return said

    def text(self, message: str, **values: object) -> str:
        """The message in this language, its placeholders filled."""
        translated = self.gettext(message)
        return translated % values if values else translated

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """The message in the form that ``count`` takes."""
        return self._messages.ngettext(singular, plural, count)

    def number(self, value: float) -> str:
        """A figure as it is printed: 48, 74,5."""
        whole = int(value)
        if value == whole:
            return f"{MINUS}{-whole}" if whole < 0 else str(whole)
        text = f"{abs(value):.2f}".rstrip("0").replace(".", self._decimal_sign)
        return f"{MINUS}{text}" if value < 0 else text

    def signed(self, value: float) -> str:
        """A difference with its sign: +11,5, ±0."""
        if value == 0:
            return "±0"
        return f"+{self.number(value)}" if value > 0 else self.number(value)

    def percent(self, value: float) -> str:
        """A share: 15 %, with a space that does not break."""
        return self.gettext("%(number)s %%") % {"number": self.number(value)}

    def count(self, number: int) -> str:
        """A number in running text: in letters up to twelve."""
        return self.gettext(_COUNTS[number]) if number < len(_COUNTS) else self.digits(number)

    def digits(self, number: int) -> str:
        """A number of things in digits, the thousands apart: 1 008."""
        return f"{number:,}".replace(",", NO_BREAK_SPACE)

    def date(self, text: str) -> str:
        """An ISO date, or year and month, in words: 6 maj 2019, december 2014."""
        return _date_in_words(text, self._locale)

    def listing(self, items: Iterable[str]) -> str:
        """Items in running text: a, b och c."""
        return format_list(list(items), locale=self._locale)

    def capitalized(self, text: str) -> str:
        """The text with its first letter as a capital, the rest as it is."""
        return text[:1].upper() + text[1:]


def language_of(environment: Mapping[str, str]) -> Language:
    """The language for a person at a terminal: English where the environment asks for it, else Swedish."""
    asked = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    return Language("en" if asked.lower().startswith("en") else "sv")


@lru_cache(maxsize=4096)
def _date_in_words(text: str, locale: Locale) -> str:
    full = len(text) == len("2019-05-06")
    day = date.fromisoformat(text if full else f"{text}-01")
    return format_date(day, "d MMMM y" if full else "MMMM y", locale=locale)
