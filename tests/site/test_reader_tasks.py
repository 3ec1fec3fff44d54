"""The twelve tasks that readers come with: each in at most three steps from the home page, by link or by search.

A step is what a reader does to go on: follows a link, searches, chooses. On the real archive and on the made-up one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import Visit
from tests.conftest import OpenPage
from tests.site.real_site import RealSite

MOST_STEPS = 3


class Reader:
    """Somebody at the home page who clicks and types, and whose steps are counted."""

    def __init__(self, visit: Visit, *, is_real: bool) -> None:
        self.visit = visit
        self.is_real = is_real
        self.page: Page = visit.page
        self.steps = 0

    def follow(self, link: Locator) -> None:
        """Follow a link: one step."""
        self.steps += 1
        with self.page.expect_navigation(wait_until="networkidle"):
            link.click()

    def jump(self, link: Locator) -> None:
        """Follow a link to another place on the same page: one step."""
        self.steps += 1
        link.click()

    def search(self, words: str) -> None:
        """Write in the field of the page's head and press Enter: one step."""
        self.steps += 1
        self.page.get_by_role("searchbox", name="Sök i arkivet").fill(words)
        with self.page.expect_navigation(wait_until="networkidle"):
            self.page.keyboard.press("Enter")
        expect(self.page.get_by_role("status")).to_contain_text("träff")

    def section(self, heading: str) -> Locator:
        """The section with this heading."""
        return self.page.locator("section").filter(has=self.page.get_by_role("heading", name=heading, exact=False)).last


@pytest.fixture(params=["site", "demonstration"])
def reader(request: pytest.FixtureRequest, open_page: OpenPage, serve: Callable[[Path], str]) -> Reader:
    """A reader at the home page of each of the two archives."""
    site: RealSite = request.getfixturevalue(request.param)
    return Reader(open_page(f"{serve(site.output)}/index.html"), is_real=request.param == "site")


@pytest.fixture(autouse=True)
def few_steps_and_no_complaints(reader: Reader) -> object:
    """What holds for every task."""
    yield
    assert 0 < reader.steps <= MOST_STEPS
    assert reader.visit.complaints == []


def link(reader: Reader, name: str, within: Locator | None = None) -> Locator:
    """A link by its whole name."""
    return (within or reader.page.locator("main")).get_by_role("link", name=name, exact=True).first


def test_1_who_is_good_at_what_we_scored_low_on_and_like_us(reader: Reader) -> None:
    reader.search("tingsryd 2019")
    reader.follow(link(reader, "2019"))
    reader.follow(link(reader, "Tvärsektoriellt samarbete", reader.page.locator("#delfraga-4-3")))
    expect(reader.page.get_by_role("heading", level=1)).to_contain_text("4.3 Tvärsektoriellt samarbete")
    expect(reader.page.locator("#utpekade li").first).to_contain_text(re.compile("utpekad av utvärderarna i"))
    status = reader.page.locator("#resultat").get_by_role("status")
    if reader.is_real:
        expect(status).to_contain_text("Ingen annan kommun har resultat på delfrågan i utgåva 2016.")
        expect(reader.page.locator("#utpekade")).to_contain_text("Örnsköldsvik: projektmodell")
    else:
        expect(status).to_contain_text("Kommuner som liknar Tingsryd står först")
        like = reader.page.locator("#resultat tbody tr").nth(1)
        expect(like).to_contain_text("Uppvidinge 2018")
        expect(like).to_contain_text("Lågpendlingskommun nära större stad")


def test_2_who_is_named_for_this_topic_and_by_whom(reader: Reader) -> None:
    reader.follow(reader.page.get_by_role("link", name="Hitta goda exempel", exact=True))
    reader.steps += 1
    reader.page.get_by_label("Ledarskap och ansvar").check()
    reader.steps += 1
    reader.page.get_by_label("Utpekad").check()
    first = reader.page.locator(".finder-result").first
    expect(first).to_contain_text("Utpekad")
    expect(first).to_contain_text(re.compile(r"(utpekad|lyft) i .* \d{4}"))
    expect(reader.page.locator("#finder-count")).to_contain_text("träffar")


def test_2_what_a_municipality_is_named_for(reader: Reader) -> None:
    reader.search("orebro")
    reader.follow(link(reader, "Örebro"))
    expect(reader.page.locator("#utpekad")).to_contain_text(re.compile(r"\(utgåva \d{4}"))


def test_3_how_have_we_developed(reader: Reader) -> None:
    reader.search("mark")
    reader.follow(link(reader, "Mark"))
    expect(reader.page.locator("#utveckling svg[role=img]")).to_be_visible()
    expect(reader.page.get_by_role("table", name="Alla utvärderingar av Mark")).to_contain_text("2022")


def test_4_is_our_total_good(reader: Reader) -> None:
    reader.search("tingsryd")
    reader.follow(link(reader, "2019"))
    table = reader.page.get_by_role("table", name="Totalen mot andra i samma utgåva")
    expect(table).to_contain_text("Arkivets median, alla")
    expect(table).to_contain_text(re.compile("första", re.IGNORECASE))
    expect(table).to_contain_text("n =")


def test_5_may_a_figure_of_2006_be_held_against_one_of_2019(reader: Reader) -> None:
    reader.follow(link(reader, "Vad får jämföras?"))
    expect(reader.page.locator("main")).to_contain_text("80–100 poäng")


def test_6_our_strongest_and_weakest_sides_in_words(reader: Reader) -> None:
    reader.search("tingsryd")
    reader.follow(link(reader, "2019"))
    expect(reader.page.locator("#nyckeltal")).to_contain_text(re.compile("Starkast är .*Svagast är ", re.DOTALL))
    expect(reader.page.locator("#omrade-4")).to_contain_text("Styrkor")


def test_7_municipalities_like_us(reader: Reader) -> None:
    reader.search("tingsryd")
    reader.follow(link(reader, "Tingsryd"))
    alike = reader.page.locator("#liknande")
    expect(alike).to_contain_text("kommungruppsindelning 2023")
    expect(alike).to_contain_text("Gruppen är dagens")


def test_8_who_has_the_highest_total_of_an_edition(reader: Reader) -> None:
    reader.follow(reader.page.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Utvärderingar"))
    reader.steps += 1
    reader.page.get_by_label("Utgåva").select_option("2016")
    reader.steps += 1
    reader.page.get_by_role("columnheader", name="Total", exact=True).get_by_role("button").click()
    totals = reader.page.locator("#alla tbody tr:visible").evaluate_all(
        "rows => rows.map(row => [row.dataset.edition, row.cells[3].dataset.value]).filter(([, total]) => total)"
    )
    assert {edition for edition, _ in totals} == {"2016"}
    figures = [float(total) for _, total in totals]
    assert figures == sorted(figures, reverse=True)


def test_9_which_evaluations_exist(reader: Reader) -> None:
    reader.follow(reader.page.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Utvärderingar"))
    expect(reader.page.locator("#kanda")).to_contain_text("utan att arkivet har någon rapport")
    expect(reader.page.locator("#kanda tbody tr").first).to_be_visible()


def test_10_what_evaluators_usually_ask_for(reader: Reader) -> None:
    reader.follow(link(reader, "Ledarskap och ansvar", reader.page.locator(".areas")))
    reader.jump(reader.page.get_by_role("link", name=re.compile("^Återkommande förbättrings")))
    recurring = reader.page.locator("#aterkommande-forbattringsomraden")
    expect(recurring.locator(".result").first).to_contain_text(re.compile(r"\d+ av \d+"))


def test_11_taking_the_figures_along_and_citing_them(reader: Reader) -> None:
    reader.search("tingsryd")
    reader.follow(link(reader, "2019"))
    expect(reader.page.locator(".citation").last).to_contain_text("Tingsryd 2019 (utgåva 2016)")
    expect(link(reader, "Data som JSON")).to_have_attribute("href", "2019.json")


def test_12_what_the_points_mean(reader: Reader) -> None:
    reader.follow(link(reader, "Så räknas poängen"))
    expect(reader.page.locator("main")).to_contain_text("Det finns ingen gräns för godkänt")
