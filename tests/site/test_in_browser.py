"""The project's own site in a real browser, served with the strict content security policy."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import Visit
from tests.conftest import OpenPage
from tests.site.inspection import hindrances
from tests.site.real_site import MUNICIPALITIES, RAW, RealSite

HOME = "index.html"
ALL_EVALUATIONS = "evaluations/index.html"
EVERYTHING = "evaluations/helsingborg/2014.html"
PAGES = (
    HOME,
    ALL_EVALUATIONS,
    "evaluations/mark/index.html",
    "evaluations/simrishamn/index.html",
    "evaluations/ornskoldsvik/index.html",  # no evaluation, but named and known
    "evaluations/tyreso/index.html",  # known, once without a year
    EVERYTHING,
    "evaluations/simrishamn/2018.html",  # no points
    "evaluations/gotland/2014.html",  # two areas
    "evaluations/helsingborg/2017.html",  # a total only
    "docs/areas/brukare.html",
    "docs/method.html",
    "docs/editions.html",
    "docs/about.html",
    "docs/contribute.html",
    "docs/accessibility.html",
    "docs/data.html",
    "docs/reference/index.html",
    "docs/reference/format.html",
    "docs/reference/problems.html",
    "docs/performance.html",
    "docs/decisions/index.html",
    "docs/decisions/0004-charts-frame-and-marks.html",
)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_nothing_refused_nothing_inaccessible_and_fits(address: str, open_page: OpenPage, page: str) -> None:
    visit = open_page(address + page)
    assert visit.complaints == []
    assert hindrances(visit) == {}
    assert visit.complaints == []


@pytest.mark.parametrize("page", [HOME, ALL_EVALUATIONS, EVERYTHING, "docs/areas/brukare.html"])
def test_a_page_opens_from_a_folder_without_a_server(site: RealSite, open_page: OpenPage, page: str) -> None:
    visit = open_page((site.output / page).as_uri())
    assert visit.complaints == []
    assert visit.page.evaluate("document.styleSheets.length") == 1
    assert visit.page.evaluate("getComputedStyle(document.querySelector('.skip-link')).position") != "static"


@pytest.mark.parametrize("page", [HOME, EVERYTHING, "docs/method.html"])
def test_the_first_stop_of_the_keyboard_leads_to_the_content(address: str, open_page: OpenPage, page: str) -> None:
    visit = open_page(address + page)
    visit.page.keyboard.press("Tab")
    link = visit.page.locator(":focus")
    expect(link).to_have_class("skip-link")
    expect(link).to_be_in_viewport(ratio=1)
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator("main")).to_be_focused()
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.querySelector('main').contains(document.activeElement)")


def rows(page: Page) -> list[str]:
    """The municipality and year of each row of the table that is shown, from the top."""
    texts = page.locator("#alla tbody tr:visible").evaluate_all(
        "rows => rows.map(row => row.cells[1].querySelector('a').getAttribute('aria-label'))"
    )
    return [str(text) for text in texts]


@pytest.fixture
def table(address: str, open_page: OpenPage) -> Visit:
    """The page of all evaluations, opened."""
    return open_page(address + ALL_EVALUATIONS)


def test_the_table_is_in_swedish_order(table: Visit) -> None:
    names = list(dict.fromkeys(row.rpartition(" ")[0] for row in rows(table.page)))
    assert len(names) == len(MUNICIPALITIES)
    assert names == sorted(names, key=lambda name: [("abcdefghijklmnopqrstuvwxyzåäö".find(c), c) for c in name.lower()])
    assert names[-2:] == ["Ängelholm", "Örebro"]


def test_the_table_sorts_by_mouse_and_keyboard_and_keeps_it_in_the_address(table: Visit) -> None:
    page = table.page
    still = rows(page)
    totals = {f"{raw['municipality']} {raw['year']}": float(raw["total"]) for raw in RAW.values() if "total" in raw}
    heading = page.get_by_role("columnheader", name="Total", exact=True)
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    shown = [totals.get(row) for row in rows(page)]
    assert shown == [*sorted(totals.values(), reverse=True), *[None] * (len(RAW) - len(totals))]
    expect(page).to_have_url(re.compile(r"\?sort=total&order=descending$"))
    page.keyboard.press("Enter")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    assert [totals.get(row) for row in rows(page)][: len(totals)] == sorted(totals.values())
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"\?sort=demokrati&order=descending$"))
    expect(page.locator("#alla [aria-sort]")).to_have_count(1)
    page.get_by_role("button", name="Rensa").click()
    expect(page.locator("#alla").get_by_role("columnheader", name="Kommun", exact=True)).to_have_attribute(
        "aria-sort", "ascending"
    )
    assert rows(page) == still
    expect(page).to_have_url(re.compile(r"/index\.html$"))
    assert table.complaints == []


def test_the_table_is_filtered_and_counts_and_keeps_it_in_the_address(table: Visit, open_page: OpenPage) -> None:
    page = table.page
    count = page.get_by_role("status")
    expect(count).to_have_text(f"{len(RAW)} av {len(RAW)} utvärderingar")
    page.get_by_label("Sök i tabellen").press_sequentially("HELSING")
    expect(count).to_have_text(f"2 av {len(RAW)} utvärderingar")
    assert rows(page) == ["Helsingborg 2014", "Helsingborg 2017"]
    page.get_by_label("Utgåva").select_option("2016")
    assert rows(page) == ["Helsingborg 2017"]
    expect(page).to_have_url(re.compile(r"\?text=HELSING&edition=2016$"))
    chosen = page.url
    page.get_by_label("Län").select_option("Uppsala län")
    expect(count).to_have_text("Ingen utvärdering passar.")
    assert table.axe_findings() == []

    again = open_page(chosen)
    assert rows(again.page) == ["Helsingborg 2017"]
    expect(again.page.get_by_label("Utgåva")).to_have_value("2016")
    again.page.get_by_role("button", name="Rensa").click()
    expect(again.page.get_by_role("status")).to_have_text(f"{len(RAW)} av {len(RAW)} utvärderingar")
    assert table.complaints + again.complaints == []


@pytest.mark.parametrize("query", ["?sort=none&order=up", "?edition=1999&county=%3Cb%3E", "?text=%25%5B"])
def test_an_address_that_makes_no_sense_does_no_harm(address: str, open_page: OpenPage, query: str) -> None:
    visit = open_page(address + ALL_EVALUATIONS + query)
    assert visit.complaints == []
    assert len(rows(visit.page)) == (0 if "text" in query else len(RAW))


@pytest.fixture
def page_without_script(browser: Browser, address: str) -> Iterator[Page]:
    """The page of all evaluations in a browser that runs no script."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + ALL_EVALUATIONS)
    yield page
    context.close()


def test_the_table_is_whole_without_script(page_without_script: Page) -> None:
    table = page_without_script.locator("#alla table")
    expect(table.locator("tbody tr")).to_have_count(len(RAW))
    expect(table.locator("tbody tr").last).to_be_visible()
    assert table.get_by_role("button").count() == page_without_script.locator("main form").count() == 0
