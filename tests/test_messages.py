"""The Swedish catalogue has every message of the code, no other, and is compiled."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from kompass_sphinx.language import Language
from scripts.messages import (
    KEYWORDS,
    MO_FILE,
    PACKAGE,
    PO_FILE,
    PlainCatalog,
    extracted,
    forms_of,
    lacking,
    merged,
    mo_bytes,
    po_bytes,
)
from scripts.messages import translated as read_translated

PLACEHOLDER = re.compile(r"%\((\w+)\)s|\{(\w+)\}")


@pytest.fixture(scope="module")
def messages() -> Catalog:
    return extracted()


@pytest.fixture(scope="module")
def translations() -> Catalog:
    return read_translated()


def ids_of(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if message.pluralizable else (str(message.id),)


def placeholders(text: str) -> set[str]:
    return {percent or braces for percent, braces in PLACEHOLDER.findall(text)}


def test_every_message_has_a_translation_and_every_translation_a_message(
    messages: Catalog, translations: Catalog
) -> None:
    used, known = ({ids_of(one) for one in catalog if one.id} for catalog in (messages, translations))
    assert (used - known, known - used) == (set(), set()), "run `make messages`"
    assert [message.id for message in lacking(translations)] == []


def test_messages_of_code_templates_theme_and_models_are_found(messages: Catalog) -> None:
    marked, said, counted, of_layout = "a whole number", "too few", "%(count)s area", "Skip to content"
    for known in (marked, said, counted, of_layout):
        assert messages.get(known) is not None, known


def test_placeholders_agree(translations: Catalog) -> None:
    for message in translations:
        if not message.id:
            continue
        wanted = [placeholders(text) for text in ids_of(message)]
        found = [placeholders(text) for text in forms_of(message)]
        # Each form of a plural may have its own: "one area" counts without a figure.
        assert len(found) == len(wanted), message.id
        assert set.union(*found) == set.union(*wanted), message.id


def test_every_text_with_placeholders_can_be_filled(translations: Catalog) -> None:
    for message in translations:
        for text in (*ids_of(message), *forms_of(message)):
            if message.id and "%(" in text:
                assert "%(" not in text % dict.fromkeys(placeholders(text), "")


def test_the_catalogue_is_as_make_messages_leaves_it(messages: Catalog, translations: Catalog) -> None:
    assert PO_FILE.read_bytes() == po_bytes(merged(messages, translations)), "run `make messages`"


def test_the_compiled_catalogue_equals_the_catalogue(translations: Catalog) -> None:
    assert MO_FILE.read_bytes() == mo_bytes(translations), "run `make messages`"


def test_a_new_message_is_empty_an_old_one_kept_and_an_unused_one_dropped() -> None:
    def catalog(**strings: str) -> PlainCatalog:
        return PlainCatalog(Message(name, string) for name, string in strings.items())

    wanted = catalog(kept="", new="")
    wanted.add(("one", "many"))
    result = merged(wanted, catalog(kept="behållen", gone="borta", one="ensam", newer="nyare"))
    assert {ids_of(one): forms_of(one) for one in result if one.id} == {
        ("kept",): ("behållen",),
        ("new",): ("",),
        ("one", "many"): ("", ""),
    }
    assert [one.id for one in lacking(result)] == ["new", ("one", "many")]
    assert b"fuzzy" not in po_bytes(result)
    assert b"gone" not in po_bytes(result)


@pytest.mark.parametrize(("written", "more"), [(po_bytes, (b"#:", b"fuzzy")), (mo_bytes, ())])
def test_the_files_say_neither_when_nor_by_what_they_were_made(
    translations: Catalog, written: Callable[[Catalog], bytes], more: tuple[bytes, ...]
) -> None:
    content = written(translations)
    assert content == written(read_translated())
    for word in (b"-Date", b"Babel", b"EMAIL", *more):
        assert word not in content


def test_gettext_reads_the_compiled_catalogue() -> None:
    language = Language("sv")
    assert language.gettext("Skip to content") != "Skip to content"
    assert language.ngettext("%(count)s area", "%(count)s areas", 1) == "ett område"
    assert language.ngettext("%(count)s area", "%(count)s areas", 2) == "%(count)s områden"


def messages_within_f_strings(path: Path) -> Iterator[str]:
    for joined in ast.walk(ast.parse(path.read_text("utf-8"))):
        for call in ast.walk(joined) if isinstance(joined, ast.JoinedStr) else ():
            if isinstance(call, ast.Call) and call.args and isinstance(call.args[0], ast.Constant):
                function = call.func
                name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
                if name in KEYWORDS:
                    yield f"{path.name}: {call.args[0].value!r}"


def test_no_message_stands_within_an_f_string_where_babel_does_not_see_it() -> None:
    assert [one for path in sorted(PACKAGE.rglob("*.py")) for one in messages_within_f_strings(path)] == []
