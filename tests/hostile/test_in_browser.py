"""Hostile texts in a real browser under the site's policy: nothing runs, and they are what they were written as."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser import Visit
from tests.conftest import OpenPage
from tests.hostile.hostile_site import YEAR, parts
from tests.hostile.texts import MARKER, SHOWN_TEXTS
from tests.site.finder_page import count, field, number, saved, show_all
from tests.site.sites import Built

SLUGS = [municipality.slug for municipality, _ in parts()]
PAGES = ["index.html", "docs/areas/ledarskap.html", *(f"evaluations/{slug}/{YEAR}.html" for slug in SLUGS[::3])]
FINDER = "docs/examples.html?slag=utpekad"

ELEMENTS = """
() => Array.from(document.querySelectorAll("*"), (element) =>
  [element.localName, ...element.getAttributeNames().sort()].join(" "))
"""


@pytest.fixture(scope="session")
def hostile_address(hostile_site: Built, serve: Callable[[Path], str]) -> str:
    return serve(hostile_site.output) + "/"


@pytest.fixture(scope="session")
def harmless_address(harmless_site: Built, serve: Callable[[Path], str]) -> str:
    return serve(harmless_site.output) + "/"


def elements(visit: Visit) -> Counter[str]:
    """How often each element stands on the page with which attributes, as the browser understood it."""
    return Counter(visit.page.evaluate(ELEMENTS))


def has_run(visit: Visit) -> bool:
    """Whether anything of the texts has run on the page."""
    return bool(visit.page.evaluate(f'"{MARKER}" in window || window.frames.length > 0'))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_made_of_what_a_harmless_one_is(
    hostile_address: str, harmless_address: str, open_page: OpenPage, path: str
) -> None:
    hostile, harmless = open_page(hostile_address + path), open_page(harmless_address + path)
    assert elements(hostile) == elements(harmless)
    assert not has_run(hostile)
    assert hostile.complaints == []


def test_the_finder_shows_and_saves_texts_alone(
    hostile_address: str, harmless_address: str, open_page: OpenPage
) -> None:
    hostile, harmless = open_page(hostile_address + FINDER), open_page(harmless_address + FINDER)
    assert number(hostile.page) == number(harmless.page)
    rows = saved(hostile.page)
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    for visit in (hostile, harmless):
        show_all(visit.page)
    assert {name.partition(" ")[0] for name in elements(hostile)} == {
        name.partition(" ")[0] for name in elements(harmless)
    }
    assert not has_run(hostile)
    assert hostile.complaints == []


def test_what_is_searched_for_is_text_too(hostile_address: str, open_page: OpenPage) -> None:
    visit = open_page(hostile_address + FINDER)
    for text in SHOWN_TEXTS[::5]:
        words = text.plain[:100]
        field(visit.page).fill(words)
        expect(count(visit.page)).to_contain_text(words)
        assert not has_run(visit)
    assert visit.complaints == []
