"""Find good examples for everyone: without a server, a script, a mouse or a large screen, and how little it fetches."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.conftest import OpenPage
from tests.site.finder_page import SHOWN_AT_ONCE, box, cards, chosen, count, field, number, query, relative, saved
from tests.site.inspection import WIDTHS, hindrances
from tests.site.real_site import RealSite
from tests.site.test_demonstration_site import NAME


def test_it_works_from_a_folder_without_a_server(site: RealSite, open_page: OpenPage) -> None:
    visit = open_page((site.output / "docs/examples.html").as_uri())
    page = visit.page
    field(page).press_sequentially("dialog")
    expect(count(page)).to_contain_text("träffar på ”dialog”")
    box(page, "slag", "styrka").check()
    assert query(page) == {"q": ["dialog"], "slag": ["styrka"]}
    assert len(saved(page)) == number(page) + 1
    page.go_back()
    expect(box(page, "slag", "styrka")).not_to_be_checked()
    cards(page).first.get_by_role("link").first.click()
    page.wait_for_url(re.compile(r"^file:.*/evaluations/.*#[sei]-"))
    expect(page.locator(":target")).to_contain_text(re.compile("dialog", re.IGNORECASE))
    assert visit.complaints == []


def test_without_script_it_says_so_and_leads_to_the_areas(browser: Browser, finder_address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(finder_address + "?q=dialog")
        expect(page.get_by_text("Sökningen görs av JavaScript.")).to_be_visible()
        expect(page.locator("main").locator("input, button").locator("visible=true")).to_have_count(0)
        links = page.locator('[data-part="without-script"] a')
        expect(links).to_have_count(8)
        links.first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Demokrati och insyn")


@pytest.mark.parametrize(
    "lost", ["_static/finder.js", "_static/finder-form.js", "_static/query.js", "_static/kompass.js"]
)
def test_when_the_page_s_own_script_fails_the_areas_are_offered(
    browser: Browser, finder_address: str, lost: str
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route(f"**/{lost}*", lambda route: route.abort())
        page.goto(finder_address)
        expect(page.get_by_text("Sökningen görs av JavaScript.")).to_be_visible()
        expect(page.locator('[data-part="without-script"] a').first).to_be_visible()
        expect(field(page)).to_be_hidden()


@pytest.mark.parametrize(
    "lost",
    ["**/data/search/**", "**/data/municipalities.js", "**/engine.js", "**/uFuzzy.iife.min.js"],
)
def test_when_the_data_cannot_be_fetched_it_says_so_and_the_next_try_may_succeed(
    browser: Browser, finder_address: str, lost: str
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route(lost, lambda route: route.abort())
        page.goto(finder_address)
        field(page).fill("dialog")
        expect(count(page)).to_have_text("Allt kunde inte hämtas. Läs in sidan på nytt och försök igen.")
        expect(page.locator('[data-part="results"] a').first).to_have_text("Demokrati och insyn")
        expect(page.get_by_role("button", name="Spara träffarna som CSV")).to_be_hidden()
        page.unroute(lost)
        field(page).press("Enter")
        expect(count(page)).to_contain_text("träffar på ”dialog”")
        expect(page.get_by_text("Sökningen görs av JavaScript.")).to_have_count(0)


def test_when_some_records_cannot_be_fetched_the_others_are_shown_with_a_word(
    browser: Browser, finder_address: str
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/data/search/*-2002.js", lambda route: route.abort())
        page.goto(finder_address + "?q=dialog")
        expect(count(page)).to_have_text(re.compile(r"^\d+ träffar på ”dialog”. Allt kunde inte hämtas\."))
        expect(cards(page)).to_have_count(int(count(page).inner_text().split()[0]))
        expect(page.get_by_role("button", name="Spara träffarna som CSV")).to_be_hidden()
        field(page).fill("finnsinteallslangt")
        expect(count(page)).to_have_text(re.compile("^Allt kunde inte hämtas"))


@pytest.mark.parametrize("is_unfolded", [False, True])
@pytest.mark.parametrize(
    "search",
    [
        "",
        "?q=dialog",
        "?q=dialog&slag=x",
        "?q=xyzzyxx&slag=styrka",
        "?q=medbogardialog&omrade=demokrati",
        "?delfraga=2016/4.3&omrade=ledarskap",
    ],
)
def test_it_is_accessible_and_fits(finder_address: str, open_page: OpenPage, search: str, is_unfolded: bool) -> None:
    visit = open_page(finder_address + search)
    if is_unfolded:
        visit.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert hindrances(visit) == {}
    assert visit.complaints == []


def tab_to(page: Page, target: Locator, most: int = 60) -> None:
    """Press Tab until an element has the focus; the focus is seen on it."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            assert target.evaluate("element => getComputedStyle(element).outlineStyle") != "none"
            return
    pytest.fail(f"{target} is not reached by Tab")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_keyboard_alone_is_enough(finder_address: str, open_page: OpenPage, width: int) -> None:
    visit = open_page(finder_address, width)
    page = visit.page
    tab_to(page, field(page))
    page.keyboard.type("dialog")
    page.keyboard.press("Enter")
    number(page)
    expect(field(page)).to_be_focused()
    if width == min(WIDTHS):
        tab_to(page, page.get_by_text("Begränsa träffarna"))
        page.keyboard.press("Enter")
    tab_to(page, box(page, "slag", "styrka"))
    page.keyboard.press("Space")
    tab_to(page, box(page, "omrade", "demokrati"))
    page.keyboard.press("Space")
    tab_to(page, page.locator("summary", has_text="Delfråga"))
    page.keyboard.press("Enter")
    tab_to(page, box(page, "delfraga", "2016/1.4"))
    page.keyboard.press("Space")
    expect(page.locator(".finder-results")).to_contain_text("Delfråga: 1.4 Invånardialog och deltagande (2016)")
    first = cards(page).first.get_by_role("link").first
    tab_to(page, first)
    address = first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(address or "")
    page.go_back()
    expect(count(page)).to_contain_text("träffar på ”dialog”")
    assert chosen(page) == {"slag": ["styrka"], "omrade": ["demokrati"], "delfraga": ["2016/1.4"]}
    expect(field(page)).to_have_value("dialog")
    assert visit.complaints == []


def test_on_a_phone_the_choices_are_folded_and_what_is_chosen_is_in_words(
    finder_address: str, open_page: OpenPage
) -> None:
    page = open_page(finder_address + "?q=dialog&slag=styrka&omrade=demokrati", 320).page
    expect(box(page, "slag", "styrka")).to_be_hidden()
    expect(page.get_by_text("Slag av belägg: Styrka · Område: Demokrati och insyn")).to_be_visible()
    page.get_by_text("Begränsa träffarna").click()
    expect(box(page, "slag", "styrka")).to_be_visible()


def test_paper_has_the_hits_and_what_was_asked_and_no_controls(finder_address: str, open_page: OpenPage) -> None:
    page = open_page(finder_address + "?q=dialog&slag=styrka").page
    page.emulate_media(media="print")
    expect(page.locator("main").locator("input, button, summary, label").locator("visible=true")).to_have_count(0)
    expect(count(page)).to_be_visible()
    expect(cards(page).first).to_be_visible()
    expect(page.get_by_text("Slag av belägg: Styrka")).to_be_visible()


class Fetched:
    """What a page fetches, by path from the site's root, with its weight compressed."""

    def __init__(self, page: Page, root: Path) -> None:
        self._root = root
        self.paths: list[str] = []
        page.on("request", lambda request: self.paths.append(urlsplit(request.url).path.lstrip("/")))

    def take(self) -> list[str]:
        """What was fetched since last asked, without the sign of the site."""
        taken, self.paths = self.paths, []
        return sorted(path for path in taken if "favicon" not in path)

    def weight(self, path: str) -> int:
        """Bytes compressed."""
        return len(gzip.compress((self._root / path).read_bytes(), 9))


OVERFLOWING = """
(all) => all.filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth).map((one) => one.outerHTML)
"""
ALL_RECORDS_ARE_THERE = """
() => performance.getEntriesByType("resource").filter((one) => one.name.includes("/data/search/")).length === 36
"""
ENGINE = [
    "_static/engine.js",
    "_static/vendor/sha256.min.js",
    "_static/vendor/uFuzzy.iife.min.js",
    "data/municipalities.js",
]


def test_little_is_fetched_before_the_field_is_touched_and_of_one_area_only_its_records(
    finder_address: str, open_page: OpenPage, site: RealSite
) -> None:
    visit = open_page("about:blank")
    page = visit.page
    fetched = Fetched(page, site.output)
    page.goto(finder_address, wait_until="networkidle")
    page_itself, *rest = first = fetched.take()
    scripts = ["finder-form.js", "finder.js", "kompass.js", "query.js", "results.js"]
    assert first == sorted(["docs/examples.html", "_static/kompass.css", *(f"_static/{one}" for one in scripts)])
    assert sum(fetched.weight(path) for path in [page_itself, *rest] if path.endswith((".css", ".js"))) <= 25_000
    box(page, "omrade", "ledarskap").check()
    expect(count(page)).to_have_text(re.compile(r"^\d+ träffar$"))
    records = [f"data/search/ledarskap-{edition}.js" for edition in (2002, 2010, 2016, 2020)]
    assert fetched.take() == sorted([*ENGINE, *records])
    field(page).press_sequentially("chef")
    expect(count(page)).to_contain_text("på ”chef”")
    number(page)
    assert fetched.take() == []
    box(page, "utgava", "2016").check()
    box(page, "omrade", "demokrati").check()
    number(page)
    assert fetched.take() == ["data/search/demokrati-2016.js"]


def test_the_field_brings_the_engine_and_all_records(finder_address: str, open_page: OpenPage, site: RealSite) -> None:
    visit = open_page(finder_address)
    fetched = Fetched(visit.page, site.output)
    field(visit.page).focus()
    visit.page.wait_for_function(ALL_RECORDS_ARE_THERE)
    paths = fetched.take()
    assert set(ENGINE) < set(paths)
    assert len([path for path in paths if path.startswith("data/search/")]) == 9 * 4
    field(visit.page).press_sequentially("dialog")
    expect(count(visit.page)).to_contain_text("”dialog”")
    assert fetched.take() == []


def test_a_large_archive_has_light_records_that_say_they_are_made_up(demonstration: RealSite) -> None:
    weights: dict[str, int] = {}
    for path in sorted(demonstration.output.glob("data/search/*-*.js")):
        theme = path.name.rpartition("-")[0]
        weights[theme] = weights.get(theme, 0) + len(gzip.compress(path.read_bytes(), 9))
        assert path.read_text(encoding="utf-8").startswith(f"/* {NAME} */\n"), path
    assert len(weights) == 9
    assert {theme: weight for theme, weight in weights.items() if weight > 60_000} == {}


def test_a_large_archive_has_top_results_and_leads_to_them(
    demonstration_address: str, demonstration: RealSite, open_page: OpenPage
) -> None:
    page = open_page(demonstration_address + "docs/examples.html?slag=toppresultat&omrade=ledarskap").page
    addresses = page.locator(".finder-result a").evaluate_all("links => links.map(link => link.href)")
    assert len(addresses) >= SHOWN_AT_ONCE
    assert [one for one in addresses if demonstration.is_dead("index.html", relative(one))] == []
    expect(cards(page).first).to_contain_text("I den högsta fjärdedelen av utgåva")


@pytest.mark.parametrize("width", WIDTHS)
def test_every_part_of_a_card_has_room(demonstration_address: str, open_page: OpenPage, width: int) -> None:
    page = open_page(demonstration_address + "docs/examples.html?slag=utpekad&q=dialog", width).page
    figures = page.locator(".finder-result .result-figure", has_text="eget resultat")
    assert figures.count() > 5
    parts = page.locator(".finder-result *")
    assert parts.evaluate_all(OVERFLOWING) == []
