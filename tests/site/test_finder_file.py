"""The file that Find good examples saves, and texts and places as nobody should write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import Visit
from tests.conftest import OpenPage
from tests.site.finder_page import EVERYTHING, SHOWN_AT_ONCE, box, cards, count, field, number, relative, saved
from tests.site.real_site import RealSite
from tests.site.sites import Built, small_site
from tests.site.test_demonstration_site import NAME

HOSTILE = "<img src=x onerror=document.title=1>"
FORMULA = "=HYPERLINK(\"x\";'påhittat')"


COLUMNS = [
    *["Slag", "Text", "Kommun eller plats", "Vad det är", "Utvärdering", "År", "Utgåva", "Område"],
    *["Delfråga", "Resultat", "Kommungrupp", "Län", "Sida", "Adress", "Arkiv"],
]


def test_the_result_is_saved_as_a_file_that_a_swedish_spreadsheet_opens(finder: Visit, site: RealSite) -> None:
    page = finder.page
    box(page, "slag", "styrka").check()
    box(page, "slag", "utpekad").check()
    expect(cards(page)).to_have_count(SHOWN_AT_ONCE)
    heading, *rows = saved(page)
    assert heading == COLUMNS
    assert len(rows) == number(page) > SHOWN_AT_ONCE
    as_dicts = [dict(zip(heading, row, strict=True)) for row in rows]
    assert {row["Arkiv"] for row in as_dicts} == {"Kommunkompassen-arkivet"}
    assert {row["Slag"] for row in as_dicts} == {"Utpekad", "Styrka"}
    (larvik,) = [row for row in as_dicts if row["Text"].startswith("Larvik: möten")]
    assert (larvik["Kommun eller plats"], larvik["Vad det är"], larvik["Sida"], larvik["Kommungrupp"]) == (
        "Larvik",
        "i Norge",
        "19",
        "",
    )
    percents = {row["Resultat"] for row in as_dicts}
    assert all(re.fullmatch(r"(\d+(,\d+)?)?", percent) for percent in percents)
    for row in as_dicts:
        assert not site.is_dead("index.html", relative(row["Adress"])), row
    page.go_back()
    page.go_back()
    field(page).fill("dialog")
    expect(count(page)).to_contain_text("dialog")
    assert len(saved(page)) == number(page) + 1


OWN = """\
municipality: Tingsryd
year: 2019
edition: 2016
areas:
  4:
    points: 41
    questions:
      4.3: {{percent: 70.5}}
    strengths:
      - text: {formula}
        question: 4.3
      - text: {hostile}
        question: 4.3
      - "@påhittat"
      - "+påhittat; med ”tecken” och \\"citat\\""
examples:
  - municipality: Mark
    area: 4
    question: 4.3
    topic: påhittad projektmodell
  - municipality: Tingsryd
    area: 4
    question: 4.3
    topic: påhittad tavla
  - place: "Bolag: Påhittat"
    kind: company
    topic: påhittat kvalitetssystem
sources:
  - title: Påhittad källa för ett prov
    kind: report
"""


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A small made-up archive with texts as nobody should write them, and the finder."""
    site = small_site(tmp_path_factory.mktemp("made-up"))
    texts = {"formula": "'" + FORMULA.replace("'", "''") + "'", "hostile": f"'{HOSTILE}'"}
    site.write("evaluations/tingsryd/2019.yaml", OWN.format(**texts))
    site.write("evaluations/mark/2018.yaml", mark(2018, 55.5))
    site.write("evaluations/mark/2017.yaml", mark(2017, 90))
    site.write("docs/examples.md", "# Hitta goda exempel\n\n```{kompass:view} finder\n```\n")
    index = (site.folder / "index.md").read_text(encoding="utf-8")
    site.write("index.md", index.replace("docs/other\n", "docs/other\ndocs/examples\n"))
    built = site.build()
    assert (built.status, built.warnings) == (0, "")
    return built


def mark(year: int, percent: float) -> str:
    """An evaluation of Mark."""
    lines = ["municipality: Mark", f"year: {year}", "edition: 2016", "areas:", "  4:", "    questions:"]
    lines += [f"      4.3: {{percent: {percent}}}", "sources:", "  - title: Påhittad källa", "    kind: report", ""]
    return "\n".join(lines)


@pytest.fixture
def made_up_finder(made_up: Built, serve: Callable[[Path], str], open_page: OpenPage) -> Iterator[Page]:
    """The finder of the small made-up archive, with all its records shown."""
    visit = open_page(f"{serve(made_up.output)}/docs/examples.html{EVERYTHING}")
    yield visit.page
    assert visit.complaints == []


def test_a_text_that_a_spreadsheet_would_run_is_made_text(made_up_finder: Page) -> None:
    heading, *rows = saved(made_up_finder)
    texts = [row[1] for row in rows if row[0] == "Styrka" and row[6] == "2016"]
    assert texts == ["'" + FORMULA, HOSTILE, "'@påhittat", '\'+påhittat; med ”tecken” och "citat"']
    assert all(len(row) == len(heading) for row in rows)
    assert {"70,5", "55,5"} <= {row[9] for row in rows}
    assert not [cell for row in rows for cell in row if re.match(r"[=+\-@\t\r]", cell)]


def test_a_text_of_an_evaluation_comes_out_as_text(made_up_finder: Page) -> None:
    expect(made_up_finder.get_by_role("link", name=HOSTILE, exact=True)).to_be_visible()
    expect(made_up_finder.locator("main img")).to_have_count(0)
    field(made_up_finder).fill("onerror")
    expect(made_up_finder.locator("mark")).to_have_text("onerror")


def test_beside_somebody_named_is_their_own_latest_result_with_its_year(made_up_finder: Page) -> None:
    card = cards(made_up_finder).filter(has_text="projektmodell").filter(has_text="Tingsryd")
    expect(card.locator(".result-figure")).to_have_text(re.compile(r"55,5\s%.*eget resultat 2018"))
    own = cards(made_up_finder).filter(has_text="påhittad tavla")
    expect(own).to_contain_text("lyft i sin egen rapport Tingsryd 2019")
    expect(own.locator(".result-figure")).to_have_text(re.compile(r"70,5\s%.*eget resultat 2019"))
    strength = cards(made_up_finder).filter(has_text="onerror")
    expect(strength.locator(".result-figure")).not_to_contain_text("eget resultat")


def test_a_place_keeps_its_name_and_the_site_its_own_in_the_file(made_up_finder: Page) -> None:
    _, *rows = saved(made_up_finder)
    (place,) = [row for row in rows if row[3]]
    assert place[1:4] == ["Bolag: Påhittat: påhittat kvalitetssystem", "Bolag: Påhittat", "företag"]
    assert {row[-1] for row in rows} == {"Testarkivet"}


def test_a_large_archive_s_file_says_that_it_is_made_up_and_holds_every_hit(
    demonstration_address: str, open_page: OpenPage
) -> None:
    visit = open_page(demonstration_address + "docs/examples.html?q=dialog")
    expect(visit.page.get_by_role("complementary").first).to_contain_text("påhittat")
    expect(count(visit.page)).to_have_text(re.compile("^1\N{NO-BREAK SPACE}\\d{3} träffar på ”dialog”$"))
    _, *rows = saved(visit.page)
    assert len(rows) == number(visit.page)
    assert {row[-1] for row in rows} == {NAME}
    assert visit.complaints == []
