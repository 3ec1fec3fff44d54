"""The command from end to end, with subjects that do nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import __main__ as command
from benchmarks.goals import GOALS, Outcome
from benchmarks.jobs import Job
from benchmarks.page import BEGIN, END, made_part, part_of
from benchmarks.results import Pages, load_results

Run = Callable[..., int]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs the command in a temporary folder; the code given is what every subject does."""

    def job(subject: str, count: int, code: str) -> Job:
        return Job(subject, "full", count, (sys.executable, "-c", code), tmp_path)

    def start(*arguments: str, code: str = "pass") -> int:
        def prepared(count: int) -> tuple[list[Job], Pages]:
            return [job("ours", count, code), job("floor", count, code)], Pages(count, 2 * count, {"ours": 9.0}, {})

        monkeypatch.setattr(command, "WORK", tmp_path)
        monkeypatch.setattr(command, "FILE", tmp_path / "kept" / "results.json")
        monkeypatch.setattr(command, "PAGE", tmp_path / "kept" / "performance.md")
        monkeypatch.setattr(command, "prepared", prepared)
        monkeypatch.setattr(command, "empty_jobs", lambda _: [job("empty", 0, code)])
        monkeypatch.setattr(command, "full_job", lambda _: job("ours", 5, code))
        return command.main(arguments)

    return start


def test_every_subject_is_measured_in_every_round_at_every_count(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("12", "9", "12", "--rounds", "2", "--no-page") == 0
    results = load_results(tmp_path / "results.json")
    assert results.rounds == 2
    assert {(one.subject, one.count): len(one.wall) for one in results.series} == {
        ("empty", 0): 2,
        ("ours", 5): 2,
        ("ours", 9): 2,
        ("floor", 9): 2,
        ("ours", 12): 2,
        ("floor", 12): 2,
    }
    assert [at.count for at in results.pages] == [9, 12]
    said = capsys.readouterr().out
    assert "round 2 of 2  floor full 12" in said
    assert said.count("not measured") == len(GOALS)


def test_a_run_writes_its_results_and_the_page(run: Run, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "performance.md").write_text(f"{BEGIN}\n{END}\n", encoding="utf-8")
    assert run("9", "--rounds", "1") == 0
    assert part_of(kept / "performance.md").strip() == made_part(load_results(kept / "results.json")).strip()


def test_a_run_without_the_page_leaves_both(run: Run, tmp_path: Path) -> None:
    assert run("9", "--rounds", "1", "--no-page") == 0
    assert not (tmp_path / "kept").exists()
    assert (tmp_path / "results.json").is_file()


def test_a_missed_goal_is_the_exit_status(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    goal = replace(GOALS[0], limit=1.0)
    monkeypatch.setattr(command, "outcomes", lambda _: [Outcome(goal, 1.5)])
    assert run("9", "--rounds", "1", "--no-page") == 1


def test_a_subject_that_fails_ends_the_run_with_what_it_said(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("9", "--no-page", code="raise SystemExit('broken')") == 2
    said = capsys.readouterr().err
    assert "broken" in said
    assert "Traceback" not in said
