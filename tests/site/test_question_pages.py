"""Pages of sub-questions: on the real site, and as a reader from one municipality sees them."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kompass_sphinx.archive.likeness import Likeness, likeness
from kompass_sphinx.model.municipality import Municipality
from kompass_sphinx.views.question_results import MOST_ROWS
from tests.archives import catalogue, registry
from tests.conftest import OpenPage
from tests.site.inspection import hindrances
from tests.site.markup import Element
from tests.site.real_site import RAW, RealSite
from tests.site.sites import Built, small_site

RICH = ("questions/2010/4.3", "questions/2016/4.3")
EMPTY = "questions/2002/4.3"
READER = registry().by_slug["tingsryd"]


def test_every_sub_question_has_its_page_and_no_other_has(site: RealSite) -> None:
    expected = {f"questions/{one.edition}/{one.number}.html" for one in catalogue().questions}
    assert {path for path in site.pages if path.startswith("questions/")} == expected


def test_area_pages_and_evaluation_pages_lead_there(site: RealSite) -> None:
    for theme in catalogue().themes:
        linked = {
            target[0]
            for address in site.pages[f"docs/areas/{theme}.html"].links()
            if (target := site.resolve(f"docs/areas/{theme}.html", address))
        }
        areas = {(edition, number) for edition, number in catalogue().themes[theme].areas.items()}
        own = {
            f"questions/{one.edition}/{one.number}.html"
            for one in catalogue().questions
            if (one.edition, one.area) in areas
        }
        assert own <= linked
    row = site.evaluation("tingsryd/2019").by_id("delfraga-4-3")
    assert row.links() == ["../../questions/2016/4.3.html?for=tingsryd"]


def test_every_figure_of_a_sub_question_is_on_its_page_with_a_link_back(site: RealSite) -> None:
    found = 0
    for name, raw in RAW.items():
        for area in raw.get("areas", {}).values():
            for number, result in area.get("questions", {}).items():
                path = f"questions/{raw['edition']}/{number}.html"
                row = row_of(site, path, f"evaluations/{name}.html")
                assert f"{result['percent']} %" in row.text
                assert row.text.startswith(f"{raw['municipality']} {raw['year']}")
                found += 1
    assert found == 90


def row_of(site: RealSite, path: str, evaluation: str) -> Element:
    (row,) = [
        row
        for row in site.pages[path].by_id("resultat").all("tr")
        if any((site.resolve(path, address) or ("",))[0] == evaluation for address in row.links())
    ]
    return row


@pytest.mark.parametrize("page", [*RICH, EMPTY])
def test_a_page_has_nothing_refused_nothing_inaccessible_and_fits(address: str, open_page: OpenPage, page: str) -> None:
    visit = open_page(f"{address}{page}.html?for=tingsryd")
    assert hindrances(visit) == {}
    assert visit.complaints == []


def test_from_tingsryd_2019_ornskoldsvik_is_on_the_first_screen_of_the_page_of_4_3(
    address: str, open_page: OpenPage
) -> None:
    visit = open_page(f"{address}evaluations/tingsryd/2019.html")
    visit.page.locator("#delfraga-4-3 a").first.click()
    expect(visit.page).to_have_url(re.compile(r"questions/2016/4\.3\.html\?for=tingsryd$"))
    entry = visit.page.locator("#utpekade li").filter(has_text="Örnsköldsvik")
    expect(entry).to_be_in_viewport()
    expect(entry).to_contain_text("projektmodell")
    entry.get_by_role("link", name="Helsingborg 2014").click()
    expect(visit.page.locator(":target")).to_contain_text("Örnsköldsvik")


def alike_to(reader: Municipality, wanted: Likeness, count: int) -> list[Municipality]:
    """The first municipalities of the registry that are so like the reader's."""
    return [one for one in registry() if one != reader and likeness(reader, one) is wanted][:count]


GROUP, COUNTY, OTHERS = (alike_to(READER, wanted, 3) for wanted in Likeness)
PERCENTS = {
    **{one.slug: percent for one, percent in zip(OTHERS, (90, 80, 70), strict=True)},
    **{one.slug: percent for one, percent in zip(COUNTY, (60, 85, 10), strict=True)},
    **{one.slug: percent for one, percent in zip(GROUP, (30, 50, 75), strict=True)},
    READER.slug: 40,
}
EVALUATION = """\
municipality: {name}
year: 2018
edition: 2016
areas:
  4:
    questions:
      4.3: {{percent: {percent}}}
sources:
  - title: Påhittad källa för ett prov
    kind: report
"""


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site with results on 4.3 of municipalities that are more and less like Tingsryd."""
    made = small_site(tmp_path_factory.mktemp("made-up"))
    for slug, percent in PERCENTS.items():
        name = registry().by_slug[slug].name
        made.write(f"evaluations/{slug}/2018.yaml", EVALUATION.format(name=name, percent=percent))
    built = made.build()
    assert built.warnings == ""
    return built


@pytest.fixture(scope="module")
def made_up_address(made_up: Built, serve: Callable[[Path], str]) -> str:
    """The address of the page of 4.3 on that site."""
    return serve(made_up.output) + "/questions/2016/4.3.html"


BY_RESULT = sorted(PERCENTS, key=lambda slug: -PERCENTS[slug])


def slugs(page: Page) -> list[str]:
    """Whose the rows of results are, from the top."""
    addresses = page.locator("#resultat tbody a").evaluate_all("links => links.map(link => link.href)")
    return [str(address).split("/evaluations/")[1].split("/")[0] for address in addresses]


def headings(page: Page) -> list[str]:
    return page.locator("#resultat .row-group").all_inner_texts()


def best_first(municipalities: list[Municipality]) -> list[str]:
    return sorted((one.slug for one in municipalities), key=lambda slug: -PERCENTS[slug])


def test_without_a_reader_the_order_is_by_result_and_no_registry_is_loaded(
    made_up_address: str, open_page: OpenPage
) -> None:
    visit = open_page(made_up_address)
    assert slugs(visit.page) == BY_RESULT
    assert headings(visit.page) == []
    expect(visit.page.locator("#resultat caption")).to_contain_text("resultat, högst andel först")
    assert visit.page.locator("#resultat [role=status]").count() == 0
    assert visit.page.locator("script[src$='municipalities.js']").count() == 0


def test_municipalities_like_the_readers_stand_first_each_group_by_result_and_it_is_said(
    made_up_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{made_up_address}?for=tingsryd").page
    assert slugs(page) == [*best_first([*GROUP, READER]), *best_first(COUNTY), *best_first(OTHERS)]
    assert headings(page) == [
        f"Samma kommungrupp: {READER.group}",
        f"Samma län: {READER.county}",
        "Övriga",
    ]
    status = page.locator("#resultat").get_by_role("status")
    expect(status).to_contain_text(
        "Kommuner som liknar Tingsryd står först: "
        f"samma kommungrupp ({READER.group}), sedan samma län ({READER.county})."
    )
    expect(page.locator("#resultat caption")).to_contain_text("resultat, kommuner som liknar Tingsryd först")
    expect(page.locator("#resultat .own-row")).to_contain_text("Tingsryd 2018 kommunen du kom från")
    assert page.locator("#resultat .own-row").count() == 1


def test_one_link_gives_back_the_order_by_result(made_up_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{made_up_address}?for=tingsryd").page
    page.get_by_role("link", name="Ordna bara efter resultat").click()
    expect(page).to_have_url(re.compile(r"questions/2016/4\.3\.html#resultat$"))
    assert slugs(page) == BY_RESULT


def test_the_reader_goes_along_to_other_sub_questions_and_nowhere_else(
    made_up_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{made_up_address}?for=tingsryd").page
    hrefs = page.locator("main a").evaluate_all("links => links.map(link => link.href)")
    to_questions = [str(href) for href in hrefs if "/questions/" in str(href) and "#" not in str(href)]
    assert len(to_questions) >= 3
    assert {href.partition("?")[2] for href in to_questions} == {"for=tingsryd"}
    assert not [href for href in hrefs if "for=" in str(href) and "/questions/" not in str(href)]
    page.locator("#andra-utgavor a").first.click()
    expect(page).to_have_url(re.compile(r"questions/2010/4\.3\.html\?for=tingsryd$"))


@pytest.mark.parametrize("slug", ["gavle-och-sa", "__proto__", "%3Cb%3Efel"])
def test_an_unknown_municipality_changes_nothing_and_says_so(
    made_up_address: str, open_page: OpenPage, slug: str
) -> None:
    visit = open_page(f"{made_up_address}?for={slug}")
    assert slugs(visit.page) == BY_RESULT
    expect(visit.page.locator("#resultat").get_by_role("status")).to_contain_text("känner inte till kommunen")
    assert "for=" not in str(visit.page.locator("#vidare a").first.get_attribute("href"))
    assert visit.complaints == []


def test_a_reader_without_likes_here_is_told_so_and_the_order_is_by_result(
    made_up_address: str, open_page: OpenPage
) -> None:
    alone = next(
        one
        for one in registry()
        if all(likeness(one, registry().by_slug[slug]) is Likeness.UNLIKE for slug in PERCENTS)
    )
    page = open_page(f"{made_up_address}?for={alone.slug}").page
    assert slugs(page) == BY_RESULT
    expect(page.locator("#resultat").get_by_role("status")).to_contain_text("Ingen annan kommun här")
    assert headings(page) == []


def test_it_works_from_a_folder_too(made_up: Built, open_page: OpenPage) -> None:
    visit = open_page((made_up.output / "questions/2016/4.3.html").as_uri() + "?for=tingsryd")
    assert slugs(visit.page)[0] == best_first([*GROUP, READER])[0]
    assert visit.complaints == []


def test_without_script_the_page_is_whole_and_by_result(browser: Browser, made_up_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{made_up_address}?for=tingsryd")
    rows = page.locator("#resultat tbody tr")
    expect(rows).to_have_count(len(PERCENTS))
    assert [text.split(" 2018")[0] for text in rows.all_inner_texts()] == [
        registry().by_slug[one].name for one in BY_RESULT
    ]
    context.close()


def test_a_page_with_as_many_rows_as_it_can_have_weighs_at_most_15_kb(tmp_path: Path) -> None:
    made = small_site(tmp_path)
    for index, one in enumerate(list(registry())[: MOST_ROWS + 5]):
        text = EVALUATION.format(name=f'"{one.name}"', percent=index * 7 % 101)
        made.write(f"evaluations/{one.slug}/2018.yaml", text)
    page = made.build().text("questions/2016/4.3.html")
    assert page.count("<tr") == MOST_ROWS + 1
    assert len(gzip.compress(page.encode(), mtime=0)) <= 15_000
