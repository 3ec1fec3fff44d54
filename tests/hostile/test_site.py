"""A site of hostile texts: the same elements and attributes as with harmless ones, and every text as it was written."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from tests.hostile.hostile_site import YEAR, parts
from tests.hostile.texts import SHOWN_TEXTS, HostileText
from tests.site.markup import Element, read_page
from tests.site.sites import Built

PARTS = [pytest.param(municipality.slug, texts, id=municipality.slug) for municipality, texts in parts()]


@cache
def pages(output: Path) -> dict[str, Element]:
    """Every page by its path; one that does not parse is an error."""
    return {path.relative_to(output).as_posix(): read_page(path) for path in sorted(output.rglob("*.html"))}


def names(page: Element) -> Counter[tuple[str, ...]]:
    """How often each element stands on a page with which attributes."""
    return Counter((element.tag, *sorted(element.attributes)) for element in page)


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a JSON value, not its keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts_in(inner)


def scripted(text: str) -> Any:
    """What a script hands over; it is this one call and nothing else."""
    found = re.fullmatch(r"(?:/\* Testarkivet \*/\n)?kompass\.receive\((\"[^\"]*\"), (.*)\);\n", text, re.DOTALL)
    assert found is not None, text[:80]
    return json.loads(found[2])


def test_both_sites_have_the_same_files(hostile_site: Built, harmless_site: Built) -> None:
    assert hostile_site.files().keys() == harmless_site.files().keys()


def test_no_page_has_an_element_or_attribute_of_its_own(hostile_site: Built, harmless_site: Built) -> None:
    expected = {path: names(page) for path, page in pages(harmless_site.output).items()}
    found = {path: names(page) for path, page in pages(hostile_site.output).items()}
    assert {path: (found[path] - counted, counted - found[path]) for path, counted in expected.items()} == {
        path: (Counter(), Counter()) for path in found
    }


def test_nothing_on_a_page_can_run(hostile_site: Built) -> None:
    found = [
        f"{path}: <{element.tag} {name}={value!r}>"
        for path, page in pages(hostile_site.output).items()
        for element in page
        for name, value in element.attributes.items()
        if name.startswith("on")
        or name in ("style", "srcdoc")
        or re.match(r"\s*(javascript|data|vbscript):", value, re.I)
        if name != "content" or element.tag != "meta"
    ]
    assert found == []
    scripts = [script for page in pages(hostile_site.output).values() for script in page.all("script")]
    assert {script.text for script in scripts} == {""}


@pytest.mark.parametrize(("slug", "texts"), PARTS)
def test_every_text_stands_as_it_is(hostile_site: Built, slug: str, texts: tuple[HostileText, ...]) -> None:
    page = pages(hostile_site.output)[f"evaluations/{slug}/{YEAR}.html"]
    twin = set(texts_in(json.loads(hostile_site.text(f"evaluations/{slug}/{YEAR}.json"))))
    for text in texts:
        assert text.plain in page.text, text.name
        assert text.plain in twin, text.name


def test_the_register_has_every_text(hostile_site: Built) -> None:
    shown = pages(hostile_site.output)["index.html"].text
    assert [text.name for text in SHOWN_TEXTS if text.plain[:400] not in shown] == []


def test_every_json_file_and_script_is_data_alone(hostile_site: Built) -> None:
    found: set[str] = set()
    for path in sorted(hostile_site.output.rglob("*.json")):
        found.update(texts_in(json.loads(path.read_text("utf-8"))))
    assert {text.plain for text in SHOWN_TEXTS} <= found
    in_scripts: set[str] = set()
    for path in sorted((hostile_site.output / "data").rglob("*.js")):
        in_scripts.update(texts_in(scripted(path.read_text("utf-8"))))
    # The search has its texts in the composed form, as its addresses are made.
    assert {normalize("NFC", text.plain) for text in SHOWN_TEXTS} <= in_scripts
