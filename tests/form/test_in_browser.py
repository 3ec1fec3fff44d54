"""The form in a real browser, with its script: problems and the page beside as one types, saving, keyboard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

from kompass_sphinx.form.server import FormServer
from tests.conftest import OpenPage
from tests.form.served import serving_form
from tests.form.test_form import added_lines


def problem(name: str) -> str:
    return f'[id="problem:{name}"]'


def open_area(page: Page, number: int) -> None:
    page.locator(f'[id="areas/{number}"] > summary').click()


def test_a_strength_is_filled_in_checked_seen_and_saved(server: FormServer, file: Path, open_page: OpenPage) -> None:
    before = file.read_text(encoding="utf-8")
    visit = open_page(server.address)
    page = visit.page
    beside = page.frame_locator("#preview")
    open_area(page, 1)
    page.get_by_role("button", name="Add a strength").first.click()
    text = page.locator('[id="areas/1/strengths/10/text"]')
    expect(text).to_be_focused()
    place = page.locator('[id="areas/1/strengths/10/page"]')
    place.fill("sju")
    told = page.locator(problem("areas/1/strengths/10"))
    expect(told).to_be_visible()
    expect(page.locator("#status")).to_contain_text("to mend")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.type("Påhittad styrka som syns.")
    told_page = page.locator(problem("areas/1/strengths/10/page"))
    expect(told_page).to_contain_text("sju")
    expect(place).to_have_attribute("aria-invalid", "true")
    expect(told).to_be_hidden()
    place.fill("")
    expect(told_page).to_be_hidden()
    expect(place).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator("#status")).to_have_text("Nothing to mend. Not saved yet.")
    expect(beside.get_by_text("Påhittad styrka som syns.")).to_be_visible()
    assert file.read_text(encoding="utf-8") == before
    assert visit.axe_findings() == []

    page.get_by_role("button", name="Save").first.click()
    expect(page.locator("#status")).to_have_text("Saved. Nothing to mend.")
    expect(text).to_be_visible()
    after = file.read_text(encoding="utf-8")
    assert added_lines(before, after) == ["      - Påhittad styrka som syns."]
    assert visit.complaints == []


def test_what_was_saved_can_be_changed_again(server: FormServer, file: Path, open_page: OpenPage) -> None:
    page = open_page(server.address).page
    for count in ("41", "42"):
        page.locator("#interviews").fill(count)
        expect(page.locator("#status")).to_contain_text("Not saved yet.")
        page.get_by_role("button", name="Save").first.click()
        expect(page.locator("#status")).to_have_text("Saved. Nothing to mend.")
        assert f"interviews: {count}\n" in file.read_text(encoding="utf-8")


def test_rows_are_moved_by_keyboard_and_the_focus_stays_with_them(server: FormServer, open_page: OpenPage) -> None:
    page = open_page(server.address).page
    open_area(page, 1)
    first = page.locator('[id="areas/1/strengths/0/text"]')
    words = first.input_value()
    page.locator('button[value="down areas/1/strengths/0"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator('button[value="down areas/1/strengths/1"]')).to_be_focused()
    expect(page.locator('[id="areas/1/strengths/1/text"]')).to_have_value(words)
    page.locator('button[value="remove areas/1/strengths/1"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator('[id="areas/1/strengths"]')).to_be_focused()
    expect(page.locator('[id="areas/1/strengths/9"]')).to_have_count(0)


def test_a_problem_leads_to_its_field_in_a_closed_area(server: FormServer, open_page: OpenPage) -> None:
    page = open_page(server.address).page
    open_area(page, 4)
    figure = page.locator('[id="areas/4/questions/4.3/points"]')
    figure.fill("20")
    link = page.locator('#problem-list a[href="#areas/4/questions/4.3/points"]')
    expect(link).to_be_visible()
    open_area(page, 4)
    expect(figure).to_be_hidden()
    link.click()
    expect(figure).to_be_focused()
    expect(figure).to_be_in_viewport()


@pytest.mark.parametrize("width", [1280, 320])
def test_what_is_looked_at_in_an_area_is_settled_one_by_one_with_the_list_open(
    file: Path, open_page: OpenPage, width: int
) -> None:
    text = file.read_text(encoding="utf-8")
    marked = re.sub("^(      - .*)$", r"\1  # OSÄKER: Står ihop.", text, count=3, flags=re.MULTILINE)
    file.write_text(marked, encoding="utf-8")
    with serving_form(file) as server:
        visit = open_page(server.address, width)
        page = visit.page
        group = page.locator('[id="look:areas/1"]')
        expect(page.locator("#problem-list > *")).to_have_count(1)
        expect(group.get_by_role("button")).to_have_count(0)
        group.locator("summary").click()
        assert not visit.scrolls_sideways()
        assert visit.axe_findings() == []
        group.get_by_role("link", name="Strength 3").click()
        expect(page.locator('[id="areas/1/strengths/2"]')).to_be_visible()
        group.get_by_role("button", name="Strength 2").click()
        expect(group.locator("li")).to_have_count(2)
        expect(group.locator("summary")).to_be_focused()
        page.locator("#interviews").fill("12")
        expect(page.locator("#status")).to_contain_text("Not saved yet.")
        expect(group.get_by_role("link", name="Strength 3")).to_be_visible()
        group.get_by_role("button", name="Done with all of these").click()
        expect(group).to_have_count(0)
        expect(page.locator(".form-problems")).to_be_hidden()
        assert visit.complaints == []


def test_another_edition_shows_its_questions_at_once(server: FormServer, open_page: OpenPage) -> None:
    page = open_page(server.address).page
    page.locator("#edition").focus()
    page.locator("#edition").select_option("2010")
    expect(page.locator('[id="areas/8/questions/8.1/points"]')).to_have_count(1)
    expect(page.locator("#status")).to_contain_text("Not saved yet.")
    expect(page.locator("#edition")).to_be_focused()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (320, "light"), (320, "dark")])
def test_nothing_hinders(server: FormServer, open_page: OpenPage, width: int, scheme: str) -> None:
    visit = open_page(server.address, width, scheme)  # type: ignore[arg-type]
    page = visit.page
    open_area(page, 1)
    page.locator('[id="areas/1/questions/1.1/points"]').fill("900")
    expect(page.locator(problem("areas/1/questions/1.1/points"))).to_be_visible()
    assert not visit.scrolls_sideways()
    assert visit.axe_findings() == []
    assert visit.complaints == []


def test_a_broken_file_is_mended_in_its_text(file: Path, open_page: OpenPage) -> None:
    right = file.read_text(encoding="utf-8")
    file.write_text(right.replace("total: 377", 'total: "377'), encoding="utf-8")
    with serving_form(file) as server:
        visit = open_page(server.address)
        page = visit.page
        expect(page.locator("#problem-list li")).to_have_count(1)
        page.locator("#text").fill(right)
        expect(page.locator("#problem-list li")).to_have_count(0)
        expect(page.frame_locator("#preview").locator("h1")).to_contain_text("Tingsryd")
        page.get_by_role("button", name="Save").first.click()
        expect(page.locator("#status")).to_have_text("Saved. Nothing to mend.")
        assert file.read_text(encoding="utf-8") == right
        page.get_by_role("link", name="Back to the fields").click()
        expect(page.locator("#municipality")).to_have_value("Tingsryd")
        assert visit.axe_findings() == []
        assert visit.complaints == []


def test_nobody_leaves_what_is_not_saved_unasked(server: FormServer, open_page: OpenPage) -> None:
    page = open_page(server.address).page
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.locator('[id="summary"]').fill("Ett påhittat intryck.")
    page.get_by_role("link", name="Edit the file’s text instead").click()
    expect(page.locator('[id="summary"]')).to_have_value("Ett påhittat intryck.")
    assert asked == ["beforeunload"]
    page.get_by_role("button", name="Save").first.click()
    expect(page.locator("#status")).to_have_text("Saved. Nothing to mend.")
    page.get_by_role("link", name="Edit the file’s text instead").click()
    expect(page.locator("textarea#text")).to_be_visible()
    assert asked == ["beforeunload"]


def test_when_the_form_has_ended_nothing_written_is_lost(file: Path, open_page: OpenPage) -> None:
    with serving_form(file) as server:
        visit = open_page(server.address)
    visit.page.locator("#interviews").fill("50")
    expect(visit.page.locator("#status")).to_contain_text("no longer answers")
    visit.page.get_by_role("button", name="Save").first.click()
    expect(visit.page.locator("#interviews")).to_have_value("50")
