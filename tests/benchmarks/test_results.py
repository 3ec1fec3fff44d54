"""The file of a run, and the page that is made from it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from benchmarks.measure import Measurement
from benchmarks.page import BEGIN, END, PAGE, made_part, part_of, write_page
from benchmarks.results import FILE, Gathering, NotMeasuredError, load_results
from tests.benchmarks.made_results import made_results


def test_results_are_read_as_they_were_written(tmp_path: Path) -> None:
    results = made_results()
    results.save(tmp_path / "results.json")
    assert load_results(tmp_path / "results.json") == results


def test_a_job_has_a_line_so_that_runs_can_be_compared(tmp_path: Path) -> None:
    results = made_results()
    results.save(tmp_path / "results.json")
    lines = (tmp_path / "results.json").read_text(encoding="utf-8").splitlines()
    assert sum('"subject"' in line for line in lines) == len(results.series)
    assert sum('"differing"' in line for line in lines) == len(results.pages)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"series": [], "pages": []}', '{"series": [{}], "pages": []}'])
def test_a_file_that_is_no_run_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "results.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
        load_results(path)


def test_rounds_of_a_job_are_gathered_in_order() -> None:
    gathering = Gathering()
    for wall in (1.00049, 3.0):
        gathering.add("ours", "full", 300, Measurement(wall, wall / 2, 10))
        gathering.add("floor", "full", 300, Measurement(wall / 4, wall / 4, 20))
    ours, floor = gathering.series()
    assert (ours.subject, ours.wall, ours.cpu, ours.peak) == ("ours", (1.0, 3.0), (0.5, 1.5), (10, 10))
    assert (floor.subject, floor.wall) == ("floor", (0.25, 0.75))


def test_a_job_that_was_not_run_is_not_measured() -> None:
    with pytest.raises(NotMeasuredError, match="ours full 7"):
        made_results().cpu("ours", "full", 7)


def test_the_page_is_made_from_the_results_file() -> None:
    assert part_of(PAGE) == made_part(load_results(FILE)).strip("\n") + "\n"


def test_only_what_stands_between_the_marks_is_written(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text(f"före\n{BEGIN}\ngammalt\n{END}\nefter\n", encoding="utf-8")
    write_page(made_results(), page)
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"före\n{BEGIN}\n\nKörningen")
    assert text.endswith(f"\n{END}\nefter\n")
    assert "gammalt" not in text
    write_page(made_results(), page)
    assert page.read_text(encoding="utf-8") == text


def test_a_page_without_the_marks_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text("text\n", encoding="utf-8")
    with pytest.raises(ValueError, match="lacks the lines"):
        write_page(made_results(), page)
    assert page.read_text(encoding="utf-8") == "text\n"


def test_the_part_tells_of_machine_goals_and_figures() -> None:
    part = made_part(made_results())
    assert "2 januari 2026 på en påhittad maskin, med Hugo 0.0" in part
    assert "| Minne mot Hugos, 3\N{NO-BREAK SPACE}000 | 0,5 | 0,333: nått |" in part
    assert "| Hugo, allt | 8,00 / 8,00 | 8,00 / 8,00 | 8,00 / 8,00 | 8,00 / 8,00 |" in part
    assert "| Sphinx med MyST, allt | 31,0 / 31,0 | – | – | – |" in part
    assert "| Andra filer efter en ny | 12 | 12 | 12 | 12 |" in part


def test_a_goal_that_is_missed_or_not_measured_says_so() -> None:
    part = made_part(made_results(per_evaluation=0.003, counts=(300, 3000)))
    assert re.search(r"\| Hela bygget mot golvet.* \| 1,5 \| \*\*2,2\*\*: 1,46 gånger för mycket \|", part)
    assert re.search(r"\| En utvärdering vid 1\s000 .* \| 1/30 \| inte mätt \|", part)


def test_the_plot_has_a_line_for_each_subject_and_nothing_that_the_policy_forbids() -> None:
    part = made_part(made_results())
    svg = part[part.index("<svg") : part.index("</svg>")]
    for name in ("trend-line", "median-line", "median-line published"):
        assert f'class="{name}"' in svg, name
    labels = re.findall(r">([^<>]+)</text>", svg)
    assert labels[-4:] == ["300", "1\N{NO-BREAK SPACE}000", "3\N{NO-BREAK SPACE}000", "10\N{NO-BREAK SPACE}000"]
    assert not re.search(r"style=|<style|<script|\son\w+=", part)
    assert "\n\n" not in part[part.index("```{raw} html") : part.index("</p>\n```")]


def test_there_is_no_plot_of_a_single_count() -> None:
    assert "<svg" not in made_part(made_results(counts=(300,)))


def test_the_results_file_names_no_place_on_a_machine() -> None:
    content = json.loads(FILE.read_text(encoding="utf-8"))
    assert content.keys() == {"machine", "versions", "day", "rounds", "series", "pages"}
    assert "/home" not in FILE.read_text(encoding="utf-8")
