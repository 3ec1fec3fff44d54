"""A search in Find good examples is an address: to send, to go back to, to open anew, whatever stands in it."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import Visit
from tests.conftest import OpenPage
from tests.site.finder_page import box, cards, chosen, count, field, hold, number, query
from tests.site.real_site import RAW

LONG = "q=" + "x" * 5000
MANY_WORDS = "q=" + "+".join(["dialgo"] * 800)


def test_back_and_forward_restore_field_boxes_and_results_and_one_word_is_one_step(finder: Visit) -> None:
    page = finder.page
    field(page).press_sequentially("dialog")
    box(page, "slag", "styrka").check()
    field(page).fill("")
    field(page).press_sequentially("plan")
    states = []
    for _ in range(4):
        states.append((field(page).input_value(), chosen(page), count(page).inner_text(), cards(page).count()))
        if len(states) < 4:
            page.go_back()
    assert [state[:2] for state in states] == [
        ("plan", {"slag": ["styrka"]}),
        ("dialog", {"slag": ["styrka"]}),
        ("dialog", {}),
        ("", {}),
    ]
    assert states[-1][2:] == ("Skriv ett ord eller välj", 0)
    for state in reversed(states[:-1]):
        page.go_forward()
        expect(count(page)).to_have_text(state[2])
        assert (field(page).input_value(), chosen(page)) == state[:2]
        assert cards(page).count() == state[3]


def test_words_written_after_going_back_are_a_step_of_their_own(finder: Visit) -> None:
    page = finder.page
    field(page).press_sequentially("dialog")
    page.go_back()
    expect(field(page)).to_have_value("")
    field(page).press_sequentially("plan")
    page.go_back()
    expect(field(page)).to_have_value("")
    assert (query(page), chosen(page)) == ({}, {})


def test_an_address_opened_anew_gives_the_same(finder: Visit, open_page: OpenPage) -> None:
    page = finder.page
    field(page).fill("dialog")
    box(page, "slag", "styrka").check()
    box(page, "slag", "forbattring").check()
    page.locator("summary", has_text="Län").click()
    box(page, "lan", "14").check()
    again = open_page(page.url).page
    assert query(again) == {"q": ["dialog"], "slag": ["styrka", "forbattring"], "lan": ["14"]}
    expect(field(again)).to_have_value("dialog")
    assert chosen(again) == chosen(page) == {"slag": ["styrka", "forbattring"], "lan": ["14"]}
    expect(box(again, "lan", "14")).to_be_visible()
    expect(count(again)).to_have_text(count(page).inner_text())
    assert cards(again).all_inner_texts() == cards(page).all_inner_texts()


def test_a_sub_question_is_chosen_by_address_alone(finder_address: str, open_page: OpenPage) -> None:
    visit = open_page(finder_address + "?delfraga=2016/4.3")
    page = visit.page
    of_question = [
        f"{raw['municipality']} {raw['year']}"
        for raw in RAW.values()
        for area in raw.get("areas", {}).values()
        for kind in ("strengths", "improvements")
        for one in area.get(kind, [])
        if raw["edition"] == "2016" and isinstance(one, dict) and one.get("question") == "4.3"
    ]
    expect(cards(page)).to_have_count(len(of_question))
    sources = page.locator(".finder-result .result-source").all_inner_texts()
    assert sorted(source.partition(" · ")[0] for source in sources) == sorted(of_question)
    expect(box(page, "delfraga", "2016/4.3")).to_be_checked()
    expect(box(page, "delfraga", "2016/4.3")).to_be_visible()
    expect(page.locator(".finder-results")).to_contain_text("Delfråga: 4.3 Tvärsektoriellt samarbete (2016)")
    field(page).press_sequentially("projekt")
    expect(count(page)).to_contain_text("på ”projekt”")
    assert query(page) == {"q": ["projekt"], "delfraga": ["2016/4.3"]}
    assert visit.complaints == []


def test_a_sub_question_by_address_is_not_lost_while_its_records_are_fetched(
    browser: Browser, finder_address: str
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        let_go = hold(page, "/data/search/")
        page.goto(finder_address + "?delfraga=2016/4.3", wait_until="domcontentloaded")
        field(page).press_sequentially("projekt")
        assert query(page) == {"q": ["projekt"], "delfraga": ["2016/4.3"]}
        expect(count(page)).to_have_text("Hämtar …")
        expect(page).to_have_title(re.compile("^Hitta goda exempel"))
        let_go()
        expect(count(page)).to_contain_text("på ”projekt”")
        assert chosen(page) == {"delfraga": ["2016/4.3"]}


@pytest.mark.parametrize(
    ("search", "told"),
    [
        ("?slag=x&omrade=%3Cb%3E&ar=9999", "slag=x, omrade=<b>, ar=9999"),
        ("?delfraga=2016/4.99&delfraga=%25&delfraga=1", "delfraga=2016/4.99, delfraga=%, delfraga=1"),
        ("?omrade=" + "y" * 5000, "omrade=" + "y" * 33 + "…"),
        ("?omrade=demokrati&delfraga=2016/4.3", "delfraga=2016/4.3"),
        ("?q=dialog&utgava=2016&delfraga=2010/1.4", "delfraga=2010/1.4"),
    ],
)
def test_what_the_address_has_and_the_archive_not_is_told_and_left_out(
    finder_address: str, open_page: OpenPage, search: str, told: str
) -> None:
    visit = open_page(finder_address + search)
    page = visit.page
    expect(page.locator(".hint").first).to_have_text(
        f"Adressen har val som inte betyder något här, och de är inte med: {told}."
    )
    known = {
        facet: [value]
        for facet, value in parse_qsl(urlsplit(search).query)
        if facet in ("omrade", "utgava") and value.isalnum() and len(value) < 20
    }
    assert chosen(page) == known
    field(page).fill("dialog")
    expect(count(page)).to_contain_text("på ”dialog”")
    assert query(page) == {"q": ["dialog"], **known}
    assert page.locator("main b", has_text="<").count() == page.locator("main img").count() == 0
    assert visit.complaints == []
    assert not visit.scrolls_sideways()


@pytest.mark.parametrize(
    "search",
    [
        "q=%3Cimg%20src=x%20onerror=alert(1)%3E",
        "q=%25",
        "q=%5B",
        "q=%2A%2B%3F(",
        "q=-xyzzy",
        "q=d%3Di%3Da",
        "q=%22",
        "q=%E2%80%9D%22.",
        "q=%00%EF%BF%BF",
        LONG,
        MANY_WORDS,
        "q=&slag=",
        "q",
        "%",
    ],
)
def test_hostile_words_are_words(finder_address: str, open_page: OpenPage, search: str) -> None:
    visit = open_page(f"{finder_address}?{search}&omrade=ledarskap")
    expect(count(visit.page)).to_have_text(re.compile("träff"))
    if search.startswith("q=") and "&" not in search:
        assert number(visit.page) < 20, "a sign or a word that nobody wrote finds everything"
    assert len(field(visit.page).input_value()) <= 200
    assert visit.page.locator("main img").count() == 0
    assert visit.complaints == []
    assert not visit.scrolls_sideways()


def test_clear_all_restores_everything(finder: Visit) -> None:
    page = finder.page

    def beginning() -> list[object]:
        form = page.locator(".finder-form")
        boxes = form.locator("[data-facet] input")
        return [
            field(page).input_value(),
            count(page).inner_text(),
            page.locator('[data-part="results"]').inner_html(),
            boxes.evaluate_all("all => all.map(one => [one.name, one.value, one.checked, one.disabled])"),
            page.locator("[data-facet] li .quiet").all_text_contents(),
            page.title(),
            page.get_by_role("button", name="Spara träffarna som CSV").is_visible(),
            page.url,
        ]

    before = beginning()
    field(page).fill("dialog")
    box(page, "omrade", "demokrati").check()
    page.locator("summary", has_text="Delfråga").click()
    box(page, "delfraga", "2016/1.4").check()
    box(page, "slag", "styrka").check()
    assert beginning() != before
    clear = page.get_by_role("button", name="Rensa allt")
    clear.focus()
    page.keyboard.press("Enter")
    assert beginning() == before
    expect(clear).to_be_focused()
    page.go_back()
    assert chosen(page) == {"slag": ["styrka"], "omrade": ["demokrati"], "delfraga": ["2016/1.4"]}
