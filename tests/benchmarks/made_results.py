"""Results made up for tests; the times are round so that ratios can be told at sight."""

from __future__ import annotations

from benchmarks.goals import TEXT_SECONDS
from benchmarks.ours import FEWEST
from benchmarks.results import Pages, Results, Series

COUNTS = (300, 1000, 3000, 10000)


def series(subject: str, step: str, count: int, least: float, peak: int = 100_000_000) -> Series:
    """Three rounds, of which one was disturbed."""
    times = (least, round(2 * least, 3), least)
    return Series(subject, step, count, times, times, (peak, peak, peak))


def made_results(per_evaluation: float = 0.001, fixed: float = 2.0, counts: tuple[int, ...] = COUNTS) -> Results:
    """A run in which all goals are met; our full build takes ``fixed`` and ``per_evaluation`` seconds."""
    found = [
        series("empty", "full", 0, 1.0),
        series("empty", "unchanged", 0, 0.5),
        series("ours", "full", FEWEST, fixed),
    ]
    pages = []
    for count in counts:
        found += [
            series("ours", "full", count, fixed + per_evaluation * (count - FEWEST), peak=100_000_000),
            series("floor", "full", count, 5.0),
            series("ours", "unchanged", count, 0.55),
            *(series("ours", step, count, 0.5 + TEXT_SECONDS) for step in ("figure", "text", "added", "removed")),
            series("hugo", "full", count, 8.0, peak=300_000_000),
            series("hugo", "text", count, 8.0),
        ]
        differing = {"figure": (9, 3), "text": (5, 2), "added": (12, 5), "removed": (12, 5)}
        pages.append(Pages(count, 2 * count, {"ours": 60_000.0, "hugo": 60_100.0}, differing))
    if 300 in counts:
        found.append(series("myst", "full", 300, 31.0))
    return Results("en påhittad maskin", {"Hugo": "0.0"}, "2026-01-02", 3, tuple(found), tuple(pages))
