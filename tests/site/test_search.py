"""The search of the whole site in a real browser, as a reader uses it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from kompass_sphinx.reading.editions import load_registry
from tests.browser import Visit
from tests.conftest import OpenPage
from tests.site.finder_page import relative
from tests.site.real_site import RAW, RealSite
from tests.site.search_page import KINDS, field, headings, hits, numbers, status
from tests.site.sites import Built, small_site
from tests.site.test_in_browser import PAGES


def test_every_page_has_a_field_that_leads_to_the_search(site: RealSite) -> None:
    assert "search.html" in site.pages
    for name, page in site.pages.items():
        look = "search-field home-search" if name == "index.html" else "site-search"
        forms = [one for one in page if one.tag == "form" and one.attributes.get("class") == look]
        if name == "search.html":
            assert forms == []
            continue
        (form,) = forms
        assert site.resolve(name, form.attributes["action"]) == ("search.html", ""), name
        (entry,) = [one for one in form if one.tag == "input"]
        assert entry.attributes["name"] == "q"


@pytest.mark.parametrize("page", [PAGES[0], PAGES[1], PAGES[6], "docs/method.html", "questions/2016/4.3.html"])
def test_the_field_of_a_page_searches(address: str, open_page: OpenPage, page: str) -> None:
    visit = open_page(address + page)
    visit.page.get_by_role("searchbox", name="Sök i arkivet").fill("örebro & dialog")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(re.compile(r"/search\.html\?q=%C3%B6rebro\+%26\+dialog$"))
    expect(field(visit.page)).to_have_value("örebro & dialog")
    expect(status(visit.page)).to_contain_text("på ”örebro & dialog”")
    assert visit.complaints == []


def test_kinds_stand_in_their_order(search: Visit) -> None:
    field(search.page).fill("a")
    assert headings(search.page) == KINDS
    field(search.page).fill("ledarskap")
    assert headings(search.page) == KINDS[1:]
    for kind in KINDS[1:]:
        assert hits(search.page, kind).count() <= 10


def test_a_municipality_is_found_without_accents_with_its_years(search: Visit, site: RealSite) -> None:
    page = search.page
    field(page).fill("orebro")
    assert headings(page)[0] == "Kommuner"
    first = hits(page, "Kommuner").first
    expect(first).to_contain_text("Örebro län")
    expect(first.locator("mark")).to_have_text("Örebro")
    known = {
        str(raw["year"]): raw["total"].replace(".", ",") for raw in RAW.values() if raw["municipality"] == "Örebro"
    }
    for year, total in known.items():
        expect(first).to_contain_text(f"{year} ({total})")
    links = first.get_by_role("link")
    assert links.all_inner_texts() == ["Örebro", *sorted(known)]
    for link in links.all():
        assert not site.is_dead("index.html", relative(str(link.evaluate("link => link.href"))))


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Tingsryds kommun", "Tingsryd"),
        ("Marks kommun 4.3", "Mark"),
        ("Helsingborgs stad", "Helsingborg"),
        ("Region Gotland", "Gotland"),
    ],
)
def test_a_municipality_is_found_by_what_it_calls_itself(search: Visit, written: str, name: str) -> None:
    field(search.page).fill(written)
    expect(status(search.page)).to_contain_text(f"på ”{written}”")
    expect(hits(search.page, "Kommuner").locator("b").first).to_have_text(name)


def test_what_municipalities_call_themselves_is_no_name_of_any(search: Visit) -> None:
    field(search.page).fill("kommun")
    assert headings(search.page)[0] != "Kommuner"


def test_a_municipality_and_a_year_are_that_evaluation(search: Visit) -> None:
    field(search.page).fill("2019 tingsryd")
    headings(search.page)
    expect(hits(search.page, "Kommuner")).to_have_count(1)
    hits(search.page, "Kommuner").get_by_role("link", name="2019").click()
    expect(search.page.get_by_role("heading", level=1)).to_contain_text("Tingsryd")


def test_the_name_as_it_is_written_comes_first(search: Visit) -> None:
    page = search.page
    for word, names in {"håbo": ["Håbo", "Habo"], "habo": ["Habo", "Håbo"]}.items():
        field(page).fill(word)
        expect(status(page)).to_contain_text(f"på ”{word}”")
        assert hits(page, "Kommuner").locator("b").all_inner_texts() == names
    field(page).fill("å")
    expect(status(page)).to_contain_text("på ”å”")
    assert hits(page, "Kommuner").locator("b").first.inner_text().startswith("Å")


def test_a_municipality_that_is_named_only_says_so(search: Visit) -> None:
    field(search.page).fill("örnsköldsvik")
    headings(search.page)
    first = hits(search.page, "Kommuner").first
    expect(first).to_contain_text("Ingen utvärdering i arkivet.")
    first.get_by_role("link", name="Örnsköldsvik").click()
    expect(search.page.locator("#utpekad")).to_be_visible()


def test_a_municipality_without_a_page_is_named_and_no_link(search: Visit, site: RealSite) -> None:
    page = search.page
    without = [one.name for one in load_registry() if f"evaluations/{one.slug}/index.html" not in site.pages]
    assert without
    field(page).fill(without[0])
    first = hits(page, "Kommuner").filter(has_text=without[0]).first
    expect(first).to_contain_text("Ingen känd utvärdering.")
    expect(first.get_by_role("link")).to_have_count(0)


def test_a_number_is_the_sub_questions_of_that_number_the_newest_edition_first(search: Visit, site: RealSite) -> None:
    page = search.page
    field(page).fill("4.3")
    expect(status(page)).to_contain_text("på ”4.3”")
    first = hits(page, "Delfrågor")
    expected = [edition for edition in (2020, 2016, 2010, 2002) if f"questions/{edition}/4.3.html" in site.pages]
    for place, edition in enumerate(expected):
        expect(first.nth(place)).to_contain_text(re.compile(rf"^4\.3 .*utgåva {edition}$"))
        address = relative(str(first.nth(place).get_by_role("link").evaluate("link => link.href")))
        assert address == f"questions/{edition}/4.3.html"


def test_an_area_is_found_by_any_of_its_names(search: Visit) -> None:
    page = search.page
    field(page).fill("ständiga förbättringar")
    headings(page)
    expect(hits(page, "Områden")).to_have_count(1)
    expect(hits(page, "Områden")).to_contain_text("heter också")
    hits(page, "Områden").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kvalitet och förbättring")


def test_a_word_of_a_page_leads_to_its_section(search: Visit) -> None:
    page = search.page
    field(page).fill("prickar förlåts")
    headings(page)
    link = hits(page, "Sidor").get_by_role("link")
    expect(link).to_have_text("Hitta goda exempel: Så söker du")
    expect(hits(page, "Sidor").locator(".result-source mark").first).to_be_visible()
    link.click()
    page.wait_for_url(re.compile("/docs/examples.html#"))
    expect(page.locator(":target").get_by_role("heading", name="Så söker du")).to_be_in_viewport()


def test_a_section_with_the_word_in_its_heading_comes_first(search: Visit) -> None:
    field(search.page).fill("söker")
    expect(hits(search.page, "Sidor").first).to_contain_text("Hitta goda exempel: Så söker du")


def test_every_section_area_and_sub_question_of_the_index_is_there(site: RealSite) -> None:
    text = (site.output / "data/search/site.js").read_text(encoding="utf-8")
    index = json.loads(text[text.index(", {") + 2 : -3])
    for page, anchor, *_ in index["sections"]:
        assert not site.is_dead("index.html", f"{page}.html" + (f"#{anchor}" if anchor else "")), (page, anchor)
    for theme, *_ in index["areas"]:
        assert f"docs/areas/{theme}.html" in site.pages
    for edition, number, _ in index["questions"]:
        assert f"questions/{edition}/{number}.html" in site.pages
    assert {page for page in site.pages if page.startswith("docs/areas/")}.isdisjoint(
        f"{page}.html" for page, *_ in index["sections"]
    )


def test_typing_updates_and_one_search_is_one_step_back(search: Visit) -> None:
    page = search.page
    expect(field(page)).to_be_focused()
    field(page).press_sequentially("orebro")
    expect(hits(page, "Kommuner").first).to_contain_text("Örebro")
    expect(page).to_have_url(re.compile(r"\?q=orebro$"))
    expect(page).to_have_title(re.compile("^”orebro” – Sök i arkivet – "))
    page.keyboard.press("Enter")
    field(page).fill("")
    field(page).press_sequentially("mark")
    expect(hits(page, "Kommuner").first).to_contain_text("Mark")
    expect(field(page)).to_be_focused()
    page.go_back()
    expect(field(page)).to_have_value("orebro")
    expect(hits(page, "Kommuner").first).to_contain_text("Örebro")
    page.go_back()
    expect(field(page)).to_have_value("")
    expect(status(page)).to_have_text("")
    expect(page.get_by_role("link", name="Alla utvärderingar")).to_be_visible()
    expect(page).to_have_title(re.compile("^Sök i arkivet – "))
    page.go_forward()
    page.go_forward()
    expect(field(page)).to_have_value("mark")
    expect(hits(page, "Kommuner").first).to_contain_text("Mark")


@pytest.mark.parametrize("word", ["orebrro", "tingryd", "medbogardialog", "tilgänglighetsredogörelse"])
def test_a_misspelt_word_is_told(search: Visit, word: str) -> None:
    field(search.page).fill(word)
    expect(search.page.locator(".hint")).to_have_text(
        f"Inget innehåller ”{word}”. Här är träffar som stavas nästan likadant."
    )
    expect(search.page.locator("main li mark").first).to_be_visible()


def test_nothing_found_says_what_to_try(search: Visit, site: RealSite) -> None:
    page = search.page
    field(page).fill("xyzzyxx")
    expect(status(page)).to_have_text("0 träffar på ”xyzzyxx”")
    expect(page.get_by_text("Pröva ett kortare ord")).to_be_visible()
    expect(page.locator(".hint")).to_have_count(0)
    links = page.locator(".jump-line-list a")
    assert links.count() == 10
    for link in links.all():
        assert not site.is_dead("search.html", str(link.get_attribute("href")))
    links.filter(has_text="Hitta goda exempel").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hitta goda exempel")


@pytest.mark.parametrize("word", ["dialog", "kartlägg", "orebro"])
def test_the_number_of_examples_is_whole_or_said_to_be_the_least(
    search: Visit, finder_address: str, open_page: OpenPage, word: str
) -> None:
    page = search.page
    field(page).fill(word)
    headings(page)
    said = numbers(page, "Goda exempel")
    whole = open_page(f"{finder_address}?q={word}").page.locator("#finder-count").inner_text().split()[0]
    if said.startswith("minst "):
        assert 10 <= int(said.removeprefix("minst ")) <= int(whole)
        expect(status(page)).to_have_text(re.compile("^Minst "))
        expect(page.get_by_text("Bara de första visas här.")).to_be_visible()
    else:
        assert said == whole
        expect(status(page)).to_have_text(re.compile(r"^\d+ träff"))
    page.get_by_role("link", name="Sök vidare i Hitta goda exempel").click()
    expect(page.locator("#finder-count")).to_have_text(re.compile(f"^{whole} träff(ar)? på ”{word}”$"))


OLD_WORD = """\
municipality: {name}
year: {year}
edition: {edition}
areas:
  4:
    strengths: {strengths}
sources:
  - title: Påhittad källa för ett prov
    kind: report
"""


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A word in the oldest edition, and many words spelt nearly so in a newer one."""
    site = small_site(tmp_path_factory.mktemp("made-up"))
    near = [f"Påhittat kvarnhjal {number}." for number in range(12)]
    site.write(
        "evaluations/tingsryd/2019.yaml", OLD_WORD.format(name="Tingsryd", year=2019, edition=2016, strengths=near)
    )
    site.write(
        "evaluations/mark/2006.yaml",
        OLD_WORD.format(name="Mark", year=2006, edition=2002, strengths=["Påhittat kvarnhjul."]),
    )
    built = site.build()
    assert (built.status, built.warnings) == (0, "")
    return built


def test_a_word_of_an_older_edition_is_not_taken_for_misspelt(
    made_up: Built, serve: Callable[[Path], str], open_page: OpenPage
) -> None:
    page = open_page(f"{serve(made_up.output)}/search.html?q=kvarnhjul").page
    expect(status(page)).to_have_text("1 träff på ”kvarnhjul”")
    expect(hits(page, "Goda exempel").locator(".result-title")).to_have_text(["Påhittat kvarnhjul."])
    expect(page.locator(".hint")).to_have_count(0)
