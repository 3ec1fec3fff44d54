"""The demonstration: it builds without a warning, and nothing in it can be taken for a real evaluation."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.conftest import OpenPage
from tests.demonstration.evaluation_text import NOTE, SOURCE
from tests.demonstration.schedule import ALWAYS
from tests.site.demonstration_site import COUNT, demonstration_settings
from tests.site.real_site import RealSite

ANNOUNCEMENT = demonstration_settings()["html_theme_options.announcement"]
NAME = demonstration_settings()["project"]


def pages(site: RealSite) -> dict[str, str]:
    """The HTML of every page by its path."""
    paths = sorted(site.output.rglob("*.html"))
    return {path.relative_to(site.output).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def test_it_builds_without_a_warning_and_has_every_evaluation(demonstration: RealSite) -> None:
    assert (demonstration.status, demonstration.warnings) == (0, "")
    assert len(list(demonstration.output.glob("evaluations/*/2???.html"))) == COUNT
    for slug, year in ALWAYS:
        assert (demonstration.output / f"evaluations/{slug}/{year}.html").is_file()


def test_every_page_says_first_of_all_that_everything_is_made_up(demonstration: RealSite) -> None:
    assert "påhittat" in ANNOUNCEMENT
    assert "påhittade" in NAME
    for path, page in pages(demonstration).items():
        beginning, _, rest = page.partition('<header class="site-header">')
        assert beginning.count(f">{ANNOUNCEMENT}</p></aside>") == 1, path
        assert 'class="announcement"' not in rest, path
        assert NAME in beginning.partition("<title>")[2].partition("</title>")[0], path


def test_every_export_says_so_too(demonstration: RealSite) -> None:
    whole = json.loads((demonstration.output / "data/evaluations.json").read_text(encoding="utf-8"))
    twins = [json.loads(path.read_text(encoding="utf-8")) for path in demonstration.output.glob("evaluations/*/*.json")]
    assert len(whole["evaluations"]) == len(twins) == COUNT
    for evaluation in (*whole["evaluations"], *twins):
        assert [source["title"] for source in evaluation["sources"]] == [SOURCE], evaluation["id"]
        assert NOTE in {note["text"] for note in evaluation["notes"]}, evaluation["id"]
    assert {known["source"] for known in whole["known"]} == {SOURCE}


def test_no_source_address_of_a_real_evaluation_is_in_it(demonstration: RealSite) -> None:
    mark = (demonstration.output / "evaluations/mark/2022.html").read_text(encoding="utf-8")
    assert "mark.se" not in mark
    assert SOURCE in mark


def test_the_command_writes_neither_beside_real_evaluations_nor_into_the_real_site() -> None:
    assert demonstration_settings()["kompass_evaluations"] == "_build/demo/evaluations"


def test_the_announcement_is_seen_heard_and_printed(
    demonstration: RealSite, serve: Callable[[Path], str], open_page: OpenPage
) -> None:
    visit = open_page(f"{serve(demonstration.output)}/evaluations/tingsryd/2019.html")
    band = visit.page.get_by_role("complementary").filter(has_text=ANNOUNCEMENT)
    findings = {}
    for width in (1280, 320):
        visit.page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            visit.page.emulate_media(color_scheme=scheme)
            findings[f"{width} {scheme}"] = visit.axe_findings()
            box = band.bounding_box()
            assert box is not None
            assert (box["x"], box["y"], box["width"]) == (0, 0, width)
        assert not visit.scrolls_sideways()
    assert {place: found for place, found in findings.items() if found} == {}
    visit.page.emulate_media(media="print")
    assert band.is_visible()
    assert visit.complaints == []
