"""Find good examples in a real browser, as a reader uses it: words, choices, counts, hits."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import Visit
from tests.conftest import OpenPage
from tests.site.finder_page import (
    EVERYTHING,
    SHOWN_AT_ONCE,
    beside,
    box,
    cards,
    chosen,
    count,
    field,
    hits_of,
    hold,
    number,
    query,
    relative,
    show_all,
)
from tests.site.real_site import RAW, RealSite


def texts_with(word: str) -> int:
    """How many strengths, improvements and examples of the evaluation files have a word in their own text."""
    texts = []
    for raw in RAW.values():
        for area in raw.get("areas", {}).values():
            texts += [one if isinstance(one, str) else one["text"] for one in area.get("strengths", [])]
            texts += [one if isinstance(one, str) else one["text"] for one in area.get("improvements", [])]
        for one in raw.get("examples", []):
            texts.append(f"{one.get('municipality') or one.get('place')}: {one['topic']}")
    return sum(word in text.lower() for text in texts)


def test_a_word_gives_hits_that_are_counted_and_marked_and_is_in_the_address(finder: Visit) -> None:
    page = finder.page
    expect(count(page)).to_have_attribute("aria-live", "polite")
    expect(count(page)).to_have_text("Skriv ett ord eller välj")
    field(page).press_sequentially("dialog")
    expect(count(page)).to_have_text(re.compile(r"^\d+ träffar på ”dialog”$"))
    expect(cards(page)).to_have_count(number(page))
    expect(field(page)).to_be_focused()
    assert query(page) == {"q": ["dialog"]}
    expect(page).to_have_title(re.compile("^”dialog” – Hitta goda exempel – "))
    for card in cards(page).all():
        marks = card.locator("mark").all_inner_texts()
        assert {mark.lower() for mark in marks} == {"dialog"}
    expect(page.get_by_text("medborgardialog").first).to_be_visible()


def test_hits_in_the_text_come_before_hits_in_names_under_headings_of_their_own(finder: Visit) -> None:
    page = finder.page
    field(page).fill("dialog")
    total = number(page)
    expect(page.locator(".finder-results h3")).to_have_text(["I texten", "I delfrågans eller områdets namn"])
    in_text, in_names = page.locator(".finder-results ol.results").all()
    assert in_text.locator("li").count() == texts_with("dialog")
    assert in_text.locator(".result-title").filter(has_not=page.locator("mark")).count() == 0
    assert in_names.locator("li").count() == total - texts_with("dialog")
    assert in_names.locator(".result-title mark").count() == 0
    field(page).fill("larvik")
    expect(cards(page)).to_have_count(2)
    expect(page.locator(".finder-results h3")).to_have_count(0)


def test_a_choice_narrows_and_is_an_address_of_its_own(finder: Visit) -> None:
    page = finder.page
    field(page).press_sequentially("dialog")
    expect(count(page)).to_contain_text("”dialog”")
    before, expected = number(page), hits_of(page, "slag", "styrka")
    box(page, "slag", "styrka").check()
    expect(count(page)).to_have_text(f"{expected} träffar på ”dialog”")
    assert expected < before
    expect(page.locator(".finder-results")).to_contain_text("Slag av belägg: Styrka")
    assert query(page) == {"q": ["dialog"], "slag": ["styrka"]}
    assert {text.split()[-1] for text in page.locator(".finder-result .evidence").all_inner_texts()} == {"Styrka"}
    page.go_back()
    expect(count(page)).to_have_text(f"{before} träffar på ”dialog”")
    assert (query(page), chosen(page)) == ({"q": ["dialog"]}, {})


def test_several_values_of_a_facet_are_either_and_of_two_facets_both(finder_address: str, open_page: OpenPage) -> None:
    page = open_page(finder_address + "?omrade=demokrati&omrade=ledarskap").page
    either = number(page)
    alone = [number(open_page(f"{finder_address}?omrade={theme}").page) for theme in ("demokrati", "ledarskap")]
    assert either == sum(alone)
    box(page, "utgava", "2010").check()
    assert number(page) == hits_of(page, "utgava", "2010") < either
    show_all(page)
    for source in page.locator(".finder-result .result-source").all_inner_texts():
        assert "utgåva 2010" in source


def test_sub_questions_are_offered_for_the_areas_chosen_and_several_of_different_areas_can_be(finder: Visit) -> None:
    page = finder.page
    page.locator("summary", has_text="Delfråga").click()
    questions = page.locator("[data-questions]")
    expect(questions).to_have_text("Välj ett område först.")
    box(page, "omrade", "ledarskap").check()
    box(page, "delfraga", "2016/4.3").check()
    first = number(page)
    assert first == hits_of(page, "delfraga", "2016/4.3")
    box(page, "omrade", "demokrati").check()
    second = hits_of(page, "delfraga", "2016/1.4")
    box(page, "delfraga", "2016/1.4").check()
    expect(count(page)).to_have_text(f"{first + second} träffar")
    expect(questions.locator("> p", has_text="Utgåva 2016")).to_have_text(
        ["Utgåva 2016, Offentlighet och demokrati", "Utgåva 2016, Ledarskap, ansvar och delegation"]
    )
    box(page, "omrade", "ledarskap").uncheck()
    expect(count(page)).to_have_text(f"{second} träffar")
    assert query(page) == {"omrade": ["demokrati"], "delfraga": ["2016/1.4"]}
    box(page, "omrade", "demokrati").uncheck()
    assert query(page) == {"delfraga": ["2016/1.4"]}
    box(page, "delfraga", "2016/1.4").uncheck()
    expect(box(page, "delfraga", "2016/1.4")).to_be_focused()
    field(page).fill("dialog")
    expect(questions).to_have_text("Välj ett område först.")


def test_counts_follow_the_search_and_a_value_without_hits_is_disabled_but_there(finder: Visit) -> None:
    page = finder.page
    boxes = page.locator("[data-facet] input")
    everything = boxes.count()
    before = {kind: int(beside(page, "slag", kind).inner_text()) for kind in ("utpekad", "styrka", "forbattring")}
    field(page).fill("medborgardialog")
    expect(count(page)).to_contain_text("träffar på ”medborgardialog”")
    kinds = {kind: hits_of(page, "slag", kind) for kind in before}
    assert all(0 < kinds[kind] < before[kind] for kind in before)
    assert sum(kinds.values()) == number(page)
    expect(beside(page, "omrade", "samhalle")).to_have_text("0")
    expect(box(page, "omrade", "samhalle")).to_be_disabled()
    expect(box(page, "omrade", "samhalle")).to_be_visible()
    assert boxes.count() == everything
    counts = boxes.evaluate_all(
        "all => all.map(one => [one.closest('label').lastElementChild.textContent, one.disabled])"
    )
    assert {(text == "0") == is_disabled for text, is_disabled in counts} == {True}


def test_a_value_is_counted_where_its_records_are_not_fetched_only_when_the_page_knows(finder: Visit) -> None:
    page = finder.page
    before = beside(page, "omrade", "demokrati").inner_text()
    box(page, "omrade", "ledarskap").check()
    number(page)
    expect(beside(page, "omrade", "demokrati")).to_have_text(before)
    box(page, "slag", "styrka").check()
    number(page)
    expect(beside(page, "omrade", "demokrati")).to_have_text("")
    expect(box(page, "omrade", "demokrati")).to_be_enabled()


def test_a_choice_leaves_the_counts_of_its_own_facet(finder: Visit) -> None:
    page = finder.page
    field(page).fill("dialog")
    others = {theme: hits_of(page, "omrade", theme) for theme in ("effektivitet", "samhalle", "demokrati")}
    assert others["effektivitet"] > others["samhalle"] == 0
    box(page, "omrade", "demokrati").check()
    assert {theme: hits_of(page, "omrade", theme) for theme in others} == others
    expect(box(page, "omrade", "effektivitet")).to_be_enabled()
    both = others["demokrati"] + others["effektivitet"]
    box(page, "omrade", "effektivitet").check()
    assert number(page) == both


def test_show_more_leads_to_the_first_new_hit(finder: Visit) -> None:
    page = finder.page
    box(page, "slag", "styrka").check()
    assert number(page) > 2 * SHOWN_AT_ONCE
    expect(cards(page)).to_have_count(SHOWN_AT_ONCE)
    page.get_by_role("button", name="Visa fler").click()
    expect(cards(page)).to_have_count(2 * SHOWN_AT_ONCE)
    expect(cards(page).nth(SHOWN_AT_ONCE).get_by_role("link").first).to_be_focused()
    show_all(page)
    expect(cards(page)).to_have_count(number(page))
    field(page).fill("dialog")
    expect(field(page)).to_be_focused()


def test_nothing_takes_the_focus_from_a_box(finder: Visit) -> None:
    page = finder.page
    field(page).fill("dialog")
    styrka = box(page, "slag", "styrka")
    styrka.focus()
    page.keyboard.press("Space")
    expect(styrka).to_be_focused()
    field(page).fill("finnsinteallslangt")
    expect(count(page)).to_contain_text("0 träffar")
    styrka.focus()
    page.keyboard.press("Space")
    expect(styrka).not_to_be_checked()
    expect(beside(page, "slag", "styrka")).to_have_text("0")
    expect(styrka).to_be_focused()
    field(page).fill("")
    box(page, "omrade", "ledarskap").check()
    page.locator("summary", has_text="Delfråga").click()
    question = box(page, "delfraga", "2016/4.3")
    question.focus()
    page.keyboard.press("Space")
    expect(count(page)).to_have_text(re.compile(r"^\d+ träffar$"))
    expect(question).to_be_focused()


def test_a_link_that_has_the_focus_keeps_it_when_older_records_come(browser: Browser, finder_address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        let_go = hold(page, r"/data/search/.*-20[01]\d\.js$")
        page.goto(finder_address + "?q=dialog", wait_until="domcontentloaded")
        expect(cards(page).first).to_be_visible()
        expect(count(page)).to_contain_text("Hämtar …")
        expect(page.get_by_role("button", name="Spara träffarna som CSV")).to_be_hidden()
        link = cards(page).first.get_by_role("link").first
        link.focus()
        address = link.get_attribute("href")
        let_go()
        expect(count(page)).to_have_text(re.compile("träffar på ”dialog”$"))
        expect(page.locator(":focus")).to_have_attribute("href", address or "")


def test_no_result_says_what_to_try_and_the_links_work(
    finder_address: str, open_page: OpenPage, site: RealSite
) -> None:
    visit = open_page(finder_address + "?q=dialog&omrade=samhalle&slag=styrka")
    page = visit.page
    expect(count(page)).to_have_text("0 träffar på ”dialog”")
    results = page.locator('[data-part="results"]')
    expect(results).to_contain_text("Pröva ett kortare ord")
    expect(results.get_by_role("link", name="Sök utan område")).to_be_visible()
    areas = results.locator(".jump-line-list a")
    assert areas.all_inner_texts() == page.locator('[data-facet="omrade"] .facet-name').all_inner_texts()
    for one in areas.all():
        assert not site.is_dead("index.html", relative(one.get_attribute("href")))
    results.get_by_role("link", name="Sök utan område").click()
    expect(count(page)).to_have_text(re.compile(r"^[1-9]\d* träffar på ”dialog”$"))
    assert (chosen(page), query(page)) == ({"slag": ["styrka"]}, {"q": ["dialog"], "slag": ["styrka"]})
    assert visit.complaints == []


def test_without_all_that_is_chosen_the_words_alone_are_offered_with_their_number(finder: Visit) -> None:
    page = finder.page
    field(page).fill("larvik")
    box(page, "slag", "utpekad").check()
    expect(count(page)).to_have_text("2 träffar på ”larvik”")
    field(page).fill("kartlägg")
    results = page.locator('[data-part="results"]')
    expect(count(page)).to_have_text("0 träffar på ”kartlägg”")
    expected = sum(hits_of(page, "slag", kind) for kind in ("utpekad", "styrka", "forbattring"))
    link = results.get_by_role("link", name="Sök utan slag av belägg")
    expect(results.locator("li").filter(has_text="Sök utan slag")).to_have_text(f"Sök utan slag av belägg ({expected})")
    box(page, "slag", "forbattring").check()
    box(page, "utgava", "2016").check()
    box(page, "slag", "forbattring").uncheck()
    expect(results.get_by_role("link", name="Sök utan några val")).to_be_visible()
    box(page, "utgava", "2016").uncheck()
    link.click()
    expect(count(page)).to_have_text(re.compile(f"^{expected} träff"))


def test_a_misspelt_word_is_told(finder: Visit) -> None:
    page = finder.page
    field(page).fill("medbogardialog")
    expect(page.locator(".hint").first).to_contain_text("Inget innehåller ”medbogardialog”.")
    expect(page.locator("mark").first).to_have_text(re.compile("medborgardialog", re.IGNORECASE))
    field(page).fill("medborgardialog")
    expect(count(page)).to_contain_text("”medborgardialog”")
    expect(page.locator(".hint")).to_have_count(0)


def test_where_nobody_is_named_for_the_words_an_area_leads_on(
    finder_address: str, open_page: OpenPage, site: RealSite
) -> None:
    page = open_page(finder_address + "?q=kartl%C3%A4gg").page
    way_on = page.get_by_text("Ingen utpekad").get_by_role("link")
    assert not site.is_dead("index.html", relative(way_on.get_attribute("href")))
    for theme in page.locator('[data-facet="omrade"] input').evaluate_all("all => all.map(one => one.value)"):
        assert not site.is_dead("index.html", f"docs/areas/{theme}.html#utpekade-av-utvarderare")
    page.goto(finder_address + "?q=kartl%C3%A4gg&slag=forbattring")
    expect(count(page)).to_contain_text("kartlägg")
    expect(page.get_by_text("Ingen utpekad")).to_have_count(0)


def test_every_card_leads_to_a_place_that_is_there(finder_address: str, open_page: OpenPage, site: RealSite) -> None:
    visit = open_page(finder_address + EVERYTHING)
    show_all(visit.page)
    links = visit.page.locator(".finder-result a")
    addresses = {str(one) for one in links.evaluate_all("links => links.map(link => link.href)")}
    assert (
        cards(visit.page).count()
        == number(visit.page)
        == sum(hits_of(visit.page, "slag", kind) for kind in ("utpekad", "styrka", "forbattring"))
    )
    assert [one for one in sorted(addresses) if site.is_dead("index.html", relative(one))] == []
    assert visit.complaints == []


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("larvik", "(i Norge)"),
        ("skarpnäck", "(stadsdel i Stockholm)"),
        ("coca-cola", "(företag)"),
        ("kvalitetsnätverk", "(nätverk)"),
    ],
)
def test_a_place_outside_the_registry_says_what_it_is(finder: Visit, word: str, place: str) -> None:
    field(finder.page).fill(word)
    expect(cards(finder.page).filter(has_text="Utpekad").first.locator(".result-title")).to_contain_text(place)
