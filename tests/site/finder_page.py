"""The finder as tests read it: its field, boxes, counts, hits, and the file that it saves."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Locator, Page, Route, expect

FACETS = ("slag", "omrade", "delfraga", "utgava", "grupp", "lan", "ar")
SHOWN_AT_ONCE = 25
EVERYTHING = "?slag=utpekad&slag=styrka&slag=toppresultat&slag=forbattring"


def field(page: Page) -> Locator:
    """Where words are written."""
    return page.get_by_label("Ämne eller ord")


def count(page: Page) -> Locator:
    """The heading that says how many hits there are."""
    return page.locator("#finder-count")


def cards(page: Page) -> Locator:
    """The hits that are shown."""
    return page.locator(".finder-result")


def box(page: Page, facet: str, value: str) -> Locator:
    """The box of a value."""
    return page.locator(f'input[name="{facet}"][value="{value}"]')


def beside(page: Page, facet: str, value: str) -> Locator:
    """The count beside a value."""
    return page.locator("label", has=box(page, facet, value)).locator("> :last-child")


def chosen(page: Page) -> dict[str, list[str]]:
    """The values whose boxes are ticked, by facet."""
    ticked = page.locator("[data-facet] input:checked").evaluate_all("boxes => boxes.map(box => [box.name, box.value])")
    return {facet: values for facet in FACETS if (values := [value for name, value in ticked if name == facet])}


def query(page: Page) -> dict[str, list[str]]:
    """What the address says, by name."""
    found: dict[str, list[str]] = {}
    for name, value in parse_qsl(urlsplit(page.url).query):
        found.setdefault(name, []).append(value)
    return found


def number(page: Page) -> int:
    """How many hits the heading says, when all records are there."""
    expect(count(page)).to_have_text(re.compile(r"^[\d\s]+ träff(ar)?( på ”.*”)?$"))
    return int(re.sub(r"\s", "", count(page).inner_text().partition(" träff")[0]))


def hits_of(page: Page, facet: str, value: str) -> int:
    """The count beside a value, when all records are there."""
    number(page)
    return int(beside(page, facet, value).inner_text())


def show_all(page: Page) -> None:
    """Show more until all hits are there."""
    more = page.get_by_role("button", name="Visa fler")
    while more.is_visible():
        more.click()


def hold(page: Page, pattern: str) -> Callable[[], None]:
    """Hold back what the page fetches of this pattern; give the function that lets all of it go."""
    waiting: list[Route] = []
    is_open: list[bool] = []

    def keep(route: Route) -> None:
        if is_open:
            route.continue_()
        else:
            waiting.append(route)

    def let_go() -> None:
        is_open.append(True)
        for route in waiting:
            route.continue_()

    page.route(re.compile(pattern), keep)
    return let_go


def relative(address: str | None) -> str:
    """An address of the served site, from its root."""
    parts = urlsplit(address or "")
    return parts.path.lstrip("/") + (f"#{parts.fragment}" if parts.fragment else "")


def saved(page: Page) -> list[list[str]]:
    """The rows of the file that the button saves; the form of the file is looked at on the way."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Spara träffarna som CSV").click()
    assert download.value.suggested_filename == "goda-exempel.csv"
    content = Path(download.value.path()).read_bytes()
    assert content.startswith("\N{BYTE ORDER MARK}".encode())
    assert content.endswith(b"\r\n")
    return list(csv.reader(content.decode("utf-8-sig").splitlines(), delimiter=";"))
