"""The search when words are hostile, something cannot be had, or it is read in another way: it says what there is."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import OpenPage
from tests.site.finder_page import hold
from tests.site.inspection import hindrances
from tests.site.real_site import RealSite
from tests.site.search_page import FAILED, field, headings, hits, status


def test_a_link_that_has_the_focus_keeps_it_when_examples_come(browser: Browser, search_address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        let_go = hold(page, r"/data/search/.*-20\d\d\.js$")
        page.goto(search_address + "?q=dialog", wait_until="domcontentloaded")
        link = hits(page, "Delfrågor").get_by_role("link").nth(1)
        expect(status(page)).to_contain_text("Hämtar …")
        link.focus()
        address = link.get_attribute("href")
        let_go()
        headings(page)
        expect(page.locator(":focus")).to_have_attribute("href", address or "")


@pytest.mark.parametrize(
    "query", ["<img src=x onerror=alert(1)>", "%", "[", "\\", "-xyzzy", '"', "”.", "x" * 5000, "dialgo " * 800]
)
def test_hostile_words_are_words(search_address: str, open_page: OpenPage, query: str) -> None:
    visit = open_page("about:blank")
    visit.page.on("dialog", lambda dialog: visit.complaints.append(dialog.message))
    visit.page.goto(search_address)
    visit.page.evaluate("query => location.search = new URLSearchParams({ q: query })", query)
    headings(visit.page)
    assert field(visit.page).input_value() == query[:200]
    field(visit.page).fill("")
    field(visit.page).fill(query[:100])
    headings(visit.page)
    assert visit.page.locator("main img").count() == 0
    assert int(re.sub(r"\D", "", status(visit.page).inner_text().partition(" träff")[0])) < 40
    assert visit.complaints == []
    assert not visit.scrolls_sideways()


def test_it_works_from_a_folder_without_a_server(site: RealSite, open_page: OpenPage) -> None:
    visit = open_page((site.output / "index.html").as_uri())
    page = visit.page
    page.get_by_role("searchbox", name="Sök i arkivet").fill("orebro")
    page.keyboard.press("Enter")
    headings(page)
    hits(page, "Kommuner").first.get_by_role("link", name="Örebro").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Örebro")
    page.go_back()
    field(page).fill("mark")
    expect(hits(page, "Kommuner").first).to_contain_text("Mark")
    page.go_back()
    expect(field(page)).to_have_value("orebro")
    assert visit.complaints == []


def test_without_script_it_says_so_and_leads_on(browser: Browser, search_address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(search_address + "?q=dialog")
        expect(page.get_by_text("Sökningen görs av JavaScript.")).to_be_visible()
        expect(page.locator("main").locator("input, button").locator("visible=true")).to_have_count(0)
        page.get_by_role("link", name="Alla utvärderingar").click()
        expect(page.locator("#alla")).to_be_visible()


@pytest.mark.parametrize("lost", ["_static/search.js", "_static/query.js", "_static/kompass.js"])
def test_when_the_page_s_own_script_fails_the_lists_are_offered(
    browser: Browser, search_address: str, lost: str
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route(f"**/{lost}*", lambda route: route.abort())
        page.goto(search_address + "?q=dialog")
        expect(page.get_by_text("Sökningen görs av JavaScript.")).to_be_visible()
        expect(page.get_by_role("link", name="Alla utvärderingar")).to_be_visible()
        expect(field(page)).to_be_hidden()


@pytest.mark.parametrize(
    "lost", ["**/data/evaluations.js", "**/data/search/site.js", "**/data/municipalities.js", "**/engine.js"]
)
def test_when_the_lists_cannot_be_fetched_it_says_so_and_the_next_try_may_succeed(
    browser: Browser, search_address: str, lost: str
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route(lost, lambda route: route.abort())
        page.goto(search_address + "?q=orebro")
        expect(status(page)).to_have_text(FAILED)
        expect(page.get_by_role("link", name="Alla utvärderingar")).to_be_visible()
        page.unroute(lost)
        field(page).press("Enter")
        expect(hits(page, "Kommuner").first).to_contain_text("Örebro")
        expect(page.get_by_text("Sökningen görs av JavaScript.")).to_have_count(0)


def test_when_the_examples_cannot_be_fetched_the_rest_is_shown_with_a_word(
    browser: Browser, search_address: str
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/data/search/*-2016.js", lambda route: route.abort())
        page.goto(search_address + "?q=dialog")
        expect(status(page)).to_have_text(re.compile(f"^Minst \\d+ träffar på ”dialog” {FAILED}$"))
        expect(hits(page, "Delfrågor").first).to_be_visible()


@pytest.mark.parametrize("query", ["", "?q=dialog", "?q=orebro", "?q=xyzzyxx", "?q=tingryd"])
def test_it_is_accessible_and_fits(search_address: str, open_page: OpenPage, query: str) -> None:
    visit = open_page(search_address + query)
    assert hindrances(visit) == {}
    assert visit.complaints == []


def test_paper_has_the_hits_and_no_controls(search_address: str, open_page: OpenPage) -> None:
    page = open_page(search_address + "?q=dialog").page
    page.emulate_media(media="print")
    expect(page.locator("main").locator("input, button, label").locator("visible=true")).to_have_count(0)
    expect(status(page)).to_be_visible()
    expect(hits(page, "Delfrågor").first).to_be_visible()
