"""Brings the Swedish catalogue up to date with the messages of the code: `make messages`.

`kompass.po` keeps its translations, gets an empty one for each new message and loses those no longer used; `kompass.mo`
is compiled from it. Both hold nothing but messages, so that the same messages give the same bytes on every machine: no
dates, no line numbers, no guesses at translations.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "kompass_sphinx"
PO_FILE = PACKAGE / "locale" / "sv" / "LC_MESSAGES" / "kompass.po"
MO_FILE = PO_FILE.with_suffix(".mo")

KEYWORDS: Mapping[str, tuple[int, ...] | None] = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "text": None,
    "plural": (1, 2),
    "message_id": None,
}
"""The functions whose arguments are messages, as babel.cfg says."""

COMMENT = "# Swedish messages of kompass-sphinx. Fill in msgstr here; `make messages` does the rest."
HEADER = """\
Language: sv
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit
Plural-Forms: nplurals=2; plural=(n != 1);
"""


class PlainCatalog(Catalog):
    """A Swedish catalogue whose header says what gettext needs, and neither when nor with what it was made."""

    def __init__(self, messages: Iterable[Message] = ()) -> None:
        super().__init__(locale="sv", header_comment=COMMENT, fuzzy=False)
        for message in messages:
            if message.id:
                self.add(message.id, message.string)

    def __iter__(self) -> Iterator[Message]:
        yield Message("", HEADER)
        yield from (message for message in super().__iter__() if message.id)


def extracted() -> PlainCatalog:
    """Every message of the package's code and templates, without translations. Raises OSError and SyntaxError."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    catalog = PlainCatalog()
    for _, _, message, _, _ in extract_from_dir(PACKAGE, methods, options, KEYWORDS):
        catalog.add(message)
    return catalog


def translated(path: Path = PO_FILE) -> PlainCatalog:
    """The catalogue as its file has it. Raises OSError, and babel's PoFileError where the file is no catalogue."""
    with path.open("rb") as file:
        return PlainCatalog(read_po(file, locale="sv", abort_invalid=True))


def merged(messages: Catalog, translations: Catalog) -> PlainCatalog:
    """The messages with their translations; those that have none are left empty."""
    catalog = PlainCatalog()
    for message in messages:
        if message.id:
            known = translations.get(message.id)
            same_form = known is not None and known.pluralizable == message.pluralizable
            catalog.add(message.id, known.string if known is not None and same_form else None)
    return catalog


def lacking(catalog: Catalog) -> list[Message]:
    """The messages without a translation, or with one for a number only."""
    return [message for message in catalog if message.id and not all(forms_of(message))]


def forms_of(message: Message) -> tuple[str, ...]:
    """The translations of a message: one, or one for each number it can be about."""
    forms = message.string if isinstance(message.string, list | tuple) else [message.string]
    return tuple(form or "" for form in forms)


def po_bytes(catalog: Catalog) -> bytes:
    """The catalogue as a file to edit, in the order of the messages."""
    file = io.BytesIO()
    write_po(file, catalog, width=0, no_location=True, sort_output=True, ignore_obsolete=True)
    return file.getvalue().rstrip() + b"\n"


def mo_bytes(catalog: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def main() -> int:
    """Write both files; return the exit status, 1 when a translation is missing."""
    catalog = merged(extracted(), translated())
    PO_FILE.write_bytes(po_bytes(catalog))
    MO_FILE.write_bytes(mo_bytes(catalog))
    name = PO_FILE.relative_to(ROOT)
    missing = lacking(catalog)
    for message in missing:
        print(f"{name}: no translation of {message.id!r}", file=sys.stderr)
    print(f"{len(catalog)} messages, {len(missing)} without a translation, in {name} and {MO_FILE.name}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
