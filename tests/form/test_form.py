"""The form as a person without scripts uses it: opening, changing, saving."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kompass_sphinx.form.server import FormServer
from kompass_sphinx.reading.yaml_text import parse
from kompass_sphinx.writing.skeleton import skeleton
from tests.archives import EVALUATIONS, catalogue
from tests.form.served import opened, pressed, serving_form
from tests.writing.layouts import LAYOUTS

FILES = sorted(EVALUATIONS.glob("*/*.yaml"))


def added_lines(before: str, after: str) -> list[str]:
    """The lines that were added, when nothing else was changed."""
    old, added = before.splitlines(), []
    for line in after.splitlines():
        if old and old[0] == line:
            old.pop(0)
        else:
            added.append(line)
    assert old == []
    return added


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_opening_and_saving_a_real_file_leaves_every_byte(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.parent.name / path.name
    copy.parent.mkdir()
    shutil.copy(path, copy)
    with serving_form(copy) as server:
        page = opened(server)
        assert "areas/1/points" in dict(page.pairs) or page["edition"] == "" or "areas" in page.page
        after = pressed(server, page, "save")
    assert copy.read_bytes() == path.read_bytes()
    assert "Saved." in after.page


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "mark"])
@pytest.mark.parametrize("layout", range(len(LAYOUTS)))
def test_opening_and_saving_any_layout_leaves_every_byte(tmp_path: Path, layout: int, mark: str) -> None:
    path = tmp_path / "tingsryd" / "2019.yaml"
    path.parent.mkdir()
    path.write_bytes((mark + LAYOUTS[layout]).encode())
    with serving_form(path) as server:
        page = opened(server)
        assert page["municipality"] == "Tingsryd"
        pressed(server, page, "save")
        assert path.read_bytes() == (mark + LAYOUTS[layout]).encode()
        page["municipality"] = "Mark"
        pressed(server, page, "save")
    assert path.read_bytes() == (mark + LAYOUTS[layout].replace("Tingsryd", "Mark")).encode()


def test_a_strength_that_is_added_is_one_line_more(server: FormServer, file: Path) -> None:
    before = file.read_text(encoding="utf-8")
    page = pressed(server, opened(server), "add areas/1/strengths")
    assert file.read_text(encoding="utf-8") == before
    page["areas/1/strengths/10/text"] = "Påhittad styrka."
    pressed(server, page, "save")
    assert added_lines(before, file.read_text(encoding="utf-8")) == ["      - Påhittad styrka."]


def test_a_text_that_yaml_would_misread_is_put_in_quotes(server: FormServer, file: Path) -> None:
    page = pressed(server, opened(server), "add areas/1/strengths")
    page["areas/1/strengths/10/text"] = "Påhittat: 'no' # \"ja\""
    page["areas/1/strengths/10/page"] = "7"
    pressed(server, page, "save")
    value = parse(file.read_text(encoding="utf-8"), "").value
    assert value["areas"]["1"]["strengths"][-1] == {"text": "Påhittat: 'no' # \"ja\"", "page": "7"}


def test_rows_are_moved_and_removed(server: FormServer, file: Path) -> None:
    before = parse(file.read_text(encoding="utf-8"), "").value["areas"]["1"]["strengths"]
    page = pressed(server, opened(server), "down areas/1/strengths/0")
    page = pressed(server, page, "remove areas/1/strengths/3")
    page = pressed(server, page, "up areas/1/strengths/8")
    pressed(server, page, "save")
    after = parse(file.read_text(encoding="utf-8"), "").value["areas"]["1"]["strengths"]
    assert after == [before[index] for index in (1, 0, 2, 4, 5, 6, 7, 9, 8)]


def test_an_emptied_row_goes_and_an_emptied_field_takes_its_key(server: FormServer, file: Path) -> None:
    page = opened(server)
    for key in ("name", "affiliation"):
        page[f"evaluators/0/{key}"] = ""
    page["interviews"] = ""
    page["areas/1/questions/1.1/points"] = ""
    pressed(server, page, "save")
    value = parse(file.read_text(encoding="utf-8"), "").value
    assert value["evaluators"] == [{"name": "Anders Bergenek"}]
    assert "interviews" not in value
    assert value["areas"]["1"]["questions"]["1.1"] == {"percent": "15"}


def test_a_file_that_says_little_is_filled_in_as_the_format_has_it(tmp_path: Path) -> None:
    path = tmp_path / "tingsryd" / "2019.yaml"
    path.parent.mkdir()
    path.write_text("municipality: Tingsryd  # kommunen\nyear: 2019\nedition: 2016\nareas:\n", encoding="utf-8")
    with serving_form(path) as server:
        page = opened(server)
        page["areas/2/questions/2.1/percent"] = "60"
        page["areas/2/questions/2.1/points"] = "9"
        page["areas/2/points"] = "52"
        page["summary"] = "Påhittat\r\nintryck."
        page["total"] = "377.5"
        page = pressed(server, page, "add sources")
        page["sources/0/title"] = "Påhittad källa"
        page["sources/0/kind"] = "report"
        page = pressed(server, page, "save")
    assert path.read_text(encoding="utf-8") == (
        "municipality: Tingsryd  # kommunen\nyear: 2019\nedition: 2016\ntotal: 377.5\n"
        "summary: >-\n  Påhittat intryck.\nareas:\n  2:\n    points: 52\n    questions:\n"
        "      2.1: {points: 9, percent: 60}\nsources:\n  - title: Påhittad källa\n    kind: report\n"
    )
    assert "Nothing to mend." in page.page


def test_problems_stand_at_their_fields_and_a_draft_is_saved_with_them(server: FormServer, file: Path) -> None:
    page = opened(server)
    page["areas/1/questions/1.1/points"] = "9"
    page["areas/1/strengths/1/page"] = "sju"
    page["published"] = "maj"
    page = pressed(server, page, "save")
    assert "Saved. Three things to mend." in page.page
    for name in ("areas/1/questions/1.1/points", "areas/1/strengths/1/page", "published"):
        assert f'<p class="form-problem" id="problem:{name}">' in page.page
        assert f'<a href="#{name}">' in page.page
    assert parse(file.read_text(encoding="utf-8"), "").value["published"] == "maj"


def test_a_file_that_changed_meanwhile_is_not_overwritten_until_told_to(server: FormServer, file: Path) -> None:
    page = opened(server)
    page["interviews"] = "50"
    other = file.read_text(encoding="utf-8").replace("total: 377", "total: 378")
    file.write_text(other, encoding="utf-8")
    refused = pressed(server, page, "save")
    assert file.read_text(encoding="utf-8") == other
    assert "Not saved: the file has changed on disk" in refused.page
    assert refused["interviews"] == "50"
    again = pressed(server, refused, "save")
    assert file.read_text(encoding="utf-8") == other
    file.write_text(other + "# ännu en\n", encoding="utf-8")
    later = pressed(server, again, again.button("overwrite"))
    assert file.read_text(encoding="utf-8") == other + "# ännu en\n"
    pressed(server, later, later.button("overwrite"))
    value = parse(file.read_text(encoding="utf-8"), "").value
    assert (value["interviews"], value["total"]) == ("50", "377")


BROKEN = {
    "a quote that does not end": 'municipality: "Tingsryd\nyear: 2019\n',
    "a tab": "municipality:\tTingsryd\n\tyear: 2019\n",
    "nothing": "",
    "a list": "- Tingsryd\n",
    "a key twice": "year: 2019\nyear: 2019\n",
    "an anchor": "municipality: &m Tingsryd\nyear: *m\n",
    "a text for a list": "municipality: Tingsryd\nsources: en rapport\n",
    "a colon in a strength": "municipality: Tingsryd\nareas: {1: {strengths: [a: b]}}\n",
    "lone returns": "municipality: Tingsryd\ryear: 2019\r",
    "a control character": "municipality: Tings\x07ryd\nyear: 2019\n",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_opens_as_text_and_can_be_mended(tmp_path: Path, text: str) -> None:
    path = tmp_path / "tingsryd" / "2019.yaml"
    path.parent.mkdir()
    path.write_bytes(text.encode())
    with serving_form(path) as server:
        page = opened(server)
        assert "<li>" in page.page
        if "\r" not in text and "\x07" not in text:
            pressed(server, page, "save")
            assert path.read_bytes() == text.encode()
        page["text"] = "municipality: Tingsryd\r\nyear: 2019\r\n"
        page = pressed(server, page, "save")
        assert path.read_bytes() == b"municipality: Tingsryd\nyear: 2019\n"
        assert opened(server)["municipality"] == "Tingsryd"


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "tingsryd" / "2019.yaml"
    path.parent.mkdir()
    path.write_bytes("municipality: Malmö".encode("latin-1"))
    with serving_form(path) as server:
        page = opened(server)
        assert "UTF-8" in page.page
        pressed(server, page, "save")
    assert path.read_bytes() == "municipality: Malmö".encode("latin-1")


def test_saving_keeps_the_rights_of_the_file_and_leaves_nothing_beside_it(server: FormServer, file: Path) -> None:
    file.chmod(0o640)
    page = opened(server)
    page["interviews"] = "50"
    pressed(server, page, "save")
    assert file.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in file.parent.iterdir()] == ["2019.yaml"]


def test_a_new_file_is_filled_in_and_what_is_left_empty_left_out(tmp_path: Path) -> None:
    path = tmp_path / "tingsryd" / "2019.yaml"
    path.parent.mkdir()
    path.write_text(skeleton("Tingsryd", 2019, catalogue().editions[2016]), encoding="utf-8")
    before = path.read_bytes()
    with serving_form(path) as server:
        page = opened(server)
        assert "One thing to mend." in page.page
        pressed(server, page, "save")
        assert path.read_bytes() == before
        page["areas/1/questions/1.1/points"] = "2"
        page["areas/1/strengths/0/text"] = "Påhittad styrka."
        page["sources/0/title"] = "Påhittad källa"
        page["visited"] = "2019-03"
        page = pressed(server, page, "tidy")
        assert path.read_bytes() == before
        page = pressed(server, page, "save")
    assert "Saved. Nothing to mend." in page.page
    text = path.read_text(encoding="utf-8")
    assert parse(text, "").value == {
        "municipality": "Tingsryd",
        "year": "2019",
        "edition": "2016",
        "visited": "2019-03",
        "areas": {"1": {"questions": {"1.1": {"points": "2"}}, "strengths": [{"text": "Påhittad styrka."}]}},
        "sources": [{"title": "Påhittad källa", "kind": "report"}],
    }
    assert "visited: 2019-03  # när utvärderarna var där" in text
    assert "      1.1: {points: 2}  # " in text


def test_another_edition_brings_its_own_questions(server: FormServer) -> None:
    page = opened(server)
    page["edition"] = "2020"
    page = pressed(server, page, "show")
    assert "areas/1/points" in dict(page.pairs)
    assert "not a sub-question of this edition" in page.page
    assert page["areas/1/questions/1.1/points"] == "2"


def test_comparison_figures_are_shown_and_kept(server: FormServer) -> None:
    assert "Medel för alla utvärderingar" in opened(server).page
