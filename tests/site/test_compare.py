"""The page that compares evaluations, in a real browser: on the project's own archive, and on a made-up one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import Visit
from tests.conftest import OpenPage
from tests.site.inspection import hindrances
from tests.site.real_site import RAW, RealSite, build_real_site
from tests.site.sites import Built, small_site

HELSINGBORG, TINGSRYD = "helsingborg/2014", "tingsryd/2019"
HOSTILE = "<img src=x onerror=document.title=1> & {title} 'påhittat' </script>"
NAMES = {"tingsryd": "Tingsryd", "lulea": "Luleå", "boden": "Boden", "eda": "Eda", "habo": "Habo"}
OWN = """\
municipality: {name}
year: 2019
edition: 2016
total: {total}
areas:
  4:
    points: {points}
    questions:
      4.1: {{percent: {percent}}}
      4.3: {{points: 1}}
    strengths:
      - Hela området, påhittat.
      - text: {text}
        question: 4.1
  5: {{points: 50}}
sources:
  - title: Påhittad källa för ett prov
    kind: report
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> RealSite:
    """The site as `make html` makes it."""
    built = build_real_site(tmp_path_factory.mktemp("html"))
    assert built.status == 0, built.warnings
    return built


@pytest.fixture(scope="module")
def address(site: RealSite, serve: Callable[[Path], str]) -> str:
    """The address of the page in the project's own site."""
    return serve(site.output) + "/docs/compare.html"


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Five made-up evaluations of one edition with sub-questions, and the page that compares."""
    site = small_site(tmp_path_factory.mktemp("made-up"))
    site.write("docs/compare.md", "# Jämför utvärderingar\n\n```{kompass:view} compare\n```\n")
    for number, (slug, name) in enumerate(NAMES.items()):
        text = json.dumps(HOSTILE if slug == "tingsryd" else "Påhittad styrka.")
        values = {"name": name, "total": 400 + 10 * number, "points": 40 + number, "percent": 20.5 + 10 * number}
        site.write(f"evaluations/{slug}/2019.yaml", OWN.format(**values, text=text))
    index = (site.folder / "index.md").read_text(encoding="utf-8")
    site.write("index.md", index.replace("docs/other\n", "docs/other\ndocs/compare\n"))
    built = site.build()
    assert (built.status, built.warnings) == (0, "")
    return built


@pytest.fixture
def made_up_page(made_up: Built, serve: Callable[[Path], str], open_page: OpenPage) -> Callable[[str], Page]:
    """Give a function that opens the page of the made-up archive with evaluations chosen."""
    address = serve(made_up.output)
    return lambda query: open_page(f"{address}/docs/compare.html{query}").page


def chosen(*ids: str) -> str:
    """The query that chooses evaluations."""
    return "?" + "&".join(f"e={one}" for one in ids)


def heads(page: Page) -> Locator:
    """The heads of the evaluations shown."""
    return page.locator(".compare-head h2")


def rows_of(table: Locator) -> dict[str, list[str]]:
    """The cells of each row by its name; every white space is one space."""
    texts = table.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => [row.querySelector('.bar-name a, .bar-name > span:not(.number)'), ...row.cells]"
        ".map(cell => cell.textContent.replace(/\\s+/g, ' ').trim()))"
    )
    return {name: cells for name, _, *cells in texts}


def areas_of(page: Page) -> dict[str, list[str]]:
    """The table of areas."""
    return rows_of(page.locator("#omraden table"))


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        (chosen(HELSINGBORG, TINGSRYD), ["Helsingborg 2014", "Tingsryd 2019"]),
        (chosen(TINGSRYD, HELSINGBORG), ["Tingsryd 2019", "Helsingborg 2014"]),
        (chosen(TINGSRYD), ["Tingsryd 2019"]),
        (chosen(TINGSRYD, TINGSRYD, HELSINGBORG), ["Tingsryd 2019", "Helsingborg 2014"]),
        (chosen("mark/2006", "mark/2009", TINGSRYD), ["Mark 2006", "Mark 2009", "Tingsryd 2019"]),
        (
            chosen("mark/2006", "mark/2009", TINGSRYD, "simrishamn/2018"),
            ["Mark 2006", "Mark 2009", "Tingsryd 2019", "Simrishamn 2018"],
        ),
        ("?e=helsingborg%2F2014&e=tingsryd%2F2019", ["Helsingborg 2014", "Tingsryd 2019"]),
    ],
)
def test_those_of_the_address_are_shown_in_its_order_and_named_in_the_title(
    address: str, open_page: OpenPage, query: str, titles: list[str]
) -> None:
    visit = open_page(address + query)
    expect(heads(visit.page)).to_have_text(titles)
    for title in titles:
        expect(visit.page.locator("h1")).to_contain_text(title)
        expect(visit.page).to_have_title(re.compile(f"^Jämför .*{title}.* – Kommunkompassen-arkivet$"))
        expect(visit.page.get_by_role("status")).to_contain_text(title)
    assert visit.page.locator(".comparison .caution").count() == (0 if len(titles) == 1 else 1)
    assert visit.complaints == []


def test_a_fifth_is_left_out_and_named(address: str, open_page: OpenPage) -> None:
    visit = open_page(address + chosen("mark/2006", "mark/2009", TINGSRYD, HELSINGBORG, "nacka/2011"))
    expect(heads(visit.page)).to_have_count(4)
    status = visit.page.get_by_role("status")
    expect(status).to_contain_text("Högst fyra får plats bredvid varandra. Utelämnade: Nacka 2011.")
    expect(visit.page.get_by_role("button", name="Lägg till")).to_be_hidden()
    expect(visit.page.get_by_text("Fyra visas, och fler får inte plats.")).to_be_visible()
    assert visit.complaints == []


@pytest.mark.parametrize("unknown", ["tingsryd/1999", "<img src=x onerror=alert(1)>", "../index"])
def test_an_unknown_one_is_named_as_text_and_the_others_are_shown(
    address: str, open_page: OpenPage, unknown: str
) -> None:
    visit = open_page(address + chosen(unknown, TINGSRYD))
    expect(heads(visit.page)).to_have_text(["Tingsryd 2019"])
    expect(visit.page.get_by_role("status")).to_contain_text(f"Arkivet har ingen utvärdering {unknown}.")
    assert visit.complaints == []


def test_without_a_choice_the_page_explains_and_suggests_two(address: str, open_page: OpenPage) -> None:
    visit = open_page(address)
    page = visit.page
    expect(page.locator("h1")).to_contain_text("Jämför utvärderingar")
    expect(page.get_by_label("Lägg till en kommun")).to_be_visible()
    page.get_by_text("Prova med").get_by_role("link").click()
    expect(heads(page)).to_have_count(2)
    expect(page.get_by_text("Samma utgåva, 2016")).to_be_visible()
    assert visit.complaints == []


def test_editions_that_differ_are_told_with_the_rule_and_nothing_is_subtracted(
    address: str, open_page: OpenPage
) -> None:
    visit = open_page(address + chosen(HELSINGBORG, TINGSRYD))
    caution = visit.page.locator(".comparison .caution")
    expect(caution).to_contain_text("Olika utgåvor. Utgåva 2010: Helsingborg 2014. Utgåva 2016: Tingsryd 2019.")
    expect(caution).to_contain_text("Från utgåva 2010 till 2016: Inte helt jämförbara.")
    expect(caution).not_to_contain_text("2002")
    expect(visit.page.get_by_role("columnheader", name="Skillnad")).to_have_count(0)
    areas = areas_of(visit.page)
    assert areas["Verksamhetsutveckling"][0].startswith("73 median 69,5")
    assert areas["Verksamhetsutveckling"][1].startswith("37 för få")
    row = visit.page.locator("#omraden tr", has_text="Verksamhetsutveckling")
    expect(row).to_contain_text("utgåva 2016: 7 Ständiga förbättringar")


def test_editions_far_apart_have_the_rule_of_each_step(address: str, open_page: OpenPage) -> None:
    caution = open_page(address + chosen("mark/2006", "mark/2024")).page.locator(".comparison .caution")
    for step in ("2002 till 2010", "2010 till 2016", "2016 till 2020"):
        expect(caution).to_contain_text(f"Från utgåva {step}")
    expect(caution).to_contain_text("bara för varje steg")


def test_the_same_sub_questions_are_side_by_side_and_the_others_under_their_edition(
    address: str, open_page: OpenPage
) -> None:
    page = open_page(address + chosen(HELSINGBORG, TINGSRYD)).page
    area = page.locator("#demokrati")
    own, other = (RAW[name]["areas"]["1"]["questions"] for name in (HELSINGBORG, TINGSRYD))
    beside = rows_of(area.locator("table"))
    assert beside["Information om resultat"] == [f"{own['1.3']['percent']} %", f"{other['1.3']['percent']} %"]
    apart = area.locator(".compare-list")
    expect(apart).to_have_count(2)
    for place, name in ((0, "Medborgardialog och deltagande"), (1, "Invånardialog och deltagande")):
        expect(apart.nth(place)).to_contain_text(name)
        assert name not in beside
    # The same under another number: both are named.
    expect(page.locator("#brukare tr", has_text="2.5 Brukarundersökningar")).to_contain_text(
        "utgåva 2016: 2.4 Brukarundersökningar"
    )


def test_editions_that_do_not_follow_each_other_share_no_sub_question(made_up_page: Callable[[str], Page]) -> None:
    page = made_up_page(chosen("mark/2006", TINGSRYD))
    expect(page.locator("#ledarskap table")).to_have_count(1)
    expect(page.get_by_text("Arkivet har inga siffror på delfrågor för Mark 2006.")).to_be_visible()


def test_within_an_edition_there_are_differences_of_two_and_the_median(made_up_page: Callable[[str], Page]) -> None:
    page = made_up_page(chosen("lulea/2019", "tingsryd/2019"))
    expect(page.locator(".comparison .caution")).to_have_count(0)
    expect(page.get_by_text("Samma utgåva, 2016")).to_contain_text("Skillnad mellan totalerna: +10.")
    assert areas_of(page)["Ledarskap, ansvar och delegation"] == ["41", "40", "42 (n = 5)", "+1"]
    questions = rows_of(page.locator("#ledarskap table"))
    assert questions["Strategi för ledarskap, ansvar och delegation"] == ["30,5 %", "20,5 %", "40,5 % (n = 5)", "+10"]
    assert questions["Tvärsektoriellt samarbete"] == ["1 poäng", "1 poäng", "för få (n = 0)", "–"]
    assert areas_of(page)["Resultat och effektivitet"][-1] == "±0"


def test_what_is_missing_is_said_in_words_and_has_no_bar(address: str, open_page: OpenPage) -> None:
    page = open_page(address + chosen("gotland/2014", HELSINGBORG)).page
    raw = RAW["gotland/2014"]["areas"]
    missing = [number for number in map(str, range(1, 9)) if "points" not in raw.get(number, {})]
    cells = page.locator("#omraden tbody tr td:nth-child(2)")
    assert [number for number, text in enumerate(cells.all_inner_texts(), 1) if text.strip() == "saknas"] == [
        int(number) for number in missing
    ]
    expect(page.locator("#omraden tbody .fill")).to_have_count(8 - len(missing))
    expect(page.locator("#omraden tbody .outline")).to_have_count(8)
    page.goto(address + chosen("simrishamn/2018", TINGSRYD))
    expect(page.get_by_text("Total saknas")).to_be_visible()
    expect(page.get_by_text("Arkivet har inga områdespoäng för Simrishamn 2018.")).to_be_visible()


def test_more_than_two_have_a_bar_with_a_name_each(address: str, open_page: OpenPage) -> None:
    page = open_page(address + chosen("mark/2006", "mark/2009", TINGSRYD)).page
    bars = page.locator("#omraden tbody tr").first.locator(".compare-bars")
    assert bars.locator("span").all_inner_texts() == ["Mark 2006", "Mark 2009", "Tingsryd 2019"]
    expect(bars.locator("svg")).to_have_count(3)
    expect(page.locator(".comparison .outline")).to_have_count(0)
    expect(page.get_by_role("columnheader", name="Skillnad")).to_have_count(0)


def test_strengths_are_side_by_side_with_the_place_they_stand_at_and_improvements_folded(
    site: RealSite, address: str, open_page: OpenPage
) -> None:
    page = open_page(address + chosen(HELSINGBORG, TINGSRYD)).page
    area = page.locator("#ledarskap")
    for name, title in ((HELSINGBORG, "Helsingborg 2014"), (TINGSRYD, "Tingsryd 2019")):
        raw = RAW[name]["areas"]["4"]
        block = area.locator("div:has(> h4)", has_text=f"{title}: styrkor")
        links = block.get_by_role("link")
        expect(links).to_have_count(len(raw.get("strengths", [])))
        for address_of_one in links.evaluate_all("links => links.map(link => link.getAttribute('href'))"):
            assert not site.is_dead("docs/compare.html", address_of_one)
    folded = area.locator("details")
    expect(folded).not_to_have_attribute("open", "")
    folded.locator("summary").click()
    expect(folded.get_by_role("heading", name="Tingsryd 2019: förbättringsområden")).to_be_visible()


def test_a_text_of_an_evaluation_comes_out_as_text(made_up_page: Callable[[str], Page]) -> None:
    page = made_up_page(chosen(TINGSRYD))
    expect(page.get_by_role("link", name=HOSTILE, exact=True)).to_be_visible()
    expect(page.locator("main img")).to_have_count(0)
    expect(page).to_have_title(re.compile("Tingsryd"))


def add(page: Page, municipality: str) -> None:
    """Add a municipality's latest evaluation by keyboard."""
    page.get_by_label("Lägg till en kommun").focus()
    page.keyboard.type(municipality)
    page.keyboard.press("Tab")
    expect(page.get_by_label("Utvärdering", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def test_adding_and_removing_by_keyboard_keeps_the_focus_and_the_address(address: str, open_page: OpenPage) -> None:
    visit = open_page(address + chosen(TINGSRYD))
    page = visit.page
    status = page.get_by_role("status")
    add(page, "Helsing")
    expect(heads(page)).to_have_text(["Tingsryd 2019", "Helsingborg 2017"])
    expect(page).to_have_url(re.compile(r"\?e=tingsryd/2019&e=helsingborg/2017$"))
    expect(status).to_contain_text("Visas: Tingsryd 2019 och Helsingborg 2017.")
    expect(page.get_by_role("button", name="Lägg till")).to_be_focused()

    add(page, "Nacka")
    add(page, "Nacka")  # the one that is shown already is not offered again
    expect(heads(page)).to_have_text(["Tingsryd 2019", "Helsingborg 2017", "Nacka 2021", "Nacka 2011"])
    expect(page.locator("h1")).to_be_focused()

    page.get_by_role("button", name="Ta bort Helsingborg 2017").press("Enter")
    expect(heads(page)).to_have_text(["Tingsryd 2019", "Nacka 2021", "Nacka 2011"])
    expect(page.get_by_role("button", name="Ta bort Nacka 2021")).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Enter")
    expect(status).to_contain_text("Ingen utvärdering är vald.")
    expect(page.get_by_label("Lägg till en kommun")).to_be_focused()
    assert visit.complaints == []


def test_back_and_forward_show_what_was_chosen(address: str, open_page: OpenPage) -> None:
    visit = open_page(address + chosen(TINGSRYD))
    page = visit.page
    add(page, "Nacka")
    expect(heads(page)).to_have_text(["Tingsryd 2019", "Nacka 2021"])
    page.go_back()
    expect(heads(page)).to_have_text(["Tingsryd 2019"])
    expect(page).to_have_title(re.compile("^Jämför Tingsryd 2019 –"))
    page.go_forward()
    expect(heads(page)).to_have_text(["Tingsryd 2019", "Nacka 2021"])
    assert visit.complaints == []


def test_a_link_to_an_area_below_leads_there_and_is_no_new_choice(address: str, open_page: OpenPage) -> None:
    page = open_page(address + chosen(HELSINGBORG, TINGSRYD)).page
    page.locator("#samhalle details summary").click()
    page.locator("#omraden").get_by_role("link", name="Kommunen som samhällsbyggare").click()
    expect(page.locator("#samhalle h3")).to_be_in_viewport()
    expect(page.locator("#samhalle details")).to_have_attribute("open", "")
    again = open_page(page.url).page
    expect(again.locator("#samhalle h3")).to_be_in_viewport()


def test_one_alone_is_offered_its_own_others_and_those_of_its_edition_and_group(
    address: str, open_page: OpenPage
) -> None:
    page = open_page(address + chosen("mark/2009")).page
    links = page.locator(".compare-next").get_by_role("link")
    assert links.all_inner_texts()[:3] == ["Mark 2024", "Mark 2022", "Mark 2006"]
    links.first.click()
    expect(heads(page)).to_have_text(["Mark 2009", "Mark 2024"])


def test_an_evaluation_page_leads_here_with_itself_chosen(address: str, open_page: OpenPage) -> None:
    page = open_page(address.replace("docs/compare", "evaluations/tingsryd/2019")).page
    page.get_by_role("link", name="Jämför med en annan").click()
    expect(heads(page)).to_have_text(["Tingsryd 2019"])


def test_a_municipality_page_leads_to_its_latest_two_of_an_edition(address: str, open_page: OpenPage) -> None:
    page = open_page(address.replace("docs/compare", "evaluations/mark/index")).page
    page.get_by_role("link", name="Jämför 2024 med 2022").click()
    expect(heads(page)).to_have_text(["Mark 2024", "Mark 2022"])


def test_an_evaluation_that_cannot_be_loaded_is_named_and_the_others_are_shown(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/helsingborg/2014.js", lambda route: route.abort())
        page.goto(address + chosen(HELSINGBORG, TINGSRYD))
        expect(heads(page)).to_have_text(["Tingsryd 2019"])
        expect(page.get_by_role("status")).to_contain_text("Gick inte att hämta: Helsingborg 2014.")
        page.route("**/data/compare.js", lambda route: route.abort())
        page.reload()
        expect(page.get_by_text("görs av JavaScript").get_by_role("link")).to_be_visible()


def test_it_works_from_a_folder_without_a_server(site: RealSite, open_page: OpenPage) -> None:
    visit = open_page((site.output / "docs/compare.html").as_uri() + chosen(HELSINGBORG, TINGSRYD))
    expect(heads(visit.page)).to_have_text(["Helsingborg 2014", "Tingsryd 2019"])
    visit.page.get_by_role("button", name="Ta bort Helsingborg 2014").click()
    expect(heads(visit.page)).to_have_text(["Tingsryd 2019"])
    assert visit.complaints == []


def test_without_script_the_page_says_so_and_leads_to_the_evaluations(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address + chosen(HELSINGBORG, TINGSRYD))
        note = page.get_by_text("görs av JavaScript")
        expect(note).to_be_visible()
        expect(page.locator("main").locator("form, button, select").locator("visible=true")).to_have_count(0)
        note.get_by_role("link").click()
        expect(page.locator("#alla")).to_be_visible()


@pytest.mark.parametrize(
    "query",
    ["", chosen(TINGSRYD), chosen(HELSINGBORG, TINGSRYD), chosen("mark/2006", "mark/2009", TINGSRYD, "nacka/1")],
)
def test_it_is_accessible_and_fits(address: str, open_page: OpenPage, query: str) -> None:
    visit = open_page(address + query)
    expect(visit.page.get_by_role("status")).not_to_be_empty()
    visit.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert hindrances(visit) == {}
    assert visit.complaints == []


def test_on_a_phone_each_value_has_its_label(address: str, open_page: OpenPage) -> None:
    visit: Visit = open_page(address + chosen(HELSINGBORG, TINGSRYD), 320)
    cells = visit.page.locator("#omraden tbody tr").first.locator("td")
    labels = cells.evaluate_all("cells => cells.map(cell => getComputedStyle(cell, '::before').content)")
    assert [label.split('"')[1].strip() for label in labels] == ["Helsingborg 2014", "Tingsryd 2019"]


def test_print_has_neither_picker_nor_buttons_but_all_that_is_folded(address: str, open_page: OpenPage) -> None:
    page = open_page(address + chosen(HELSINGBORG, TINGSRYD)).page
    page.emulate_media(media="print")
    expect(page.locator("main").locator("form, button, select").locator("visible=true")).to_have_count(0)
    expect(page.get_by_role("heading", name="Tingsryd 2019: förbättringsområden").first).to_be_visible()
    expect(page.locator(".comparison .caution")).to_be_visible()
