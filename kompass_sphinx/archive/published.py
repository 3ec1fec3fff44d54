"""Comparison figures that were published with evaluations: of each edition, and which is told beside an evaluation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kompass_sphinx.archive.contributions import PublishedBenchmark
from kompass_sphinx.model.order import swedish_key

if TYPE_CHECKING:
    from kompass_sphinx.archive.archive import Archive


def benchmarks_by_edition(archive: Archive) -> dict[int, tuple[PublishedBenchmark, ...]]:
    """Published comparison figures by the edition they are about, earliest first."""
    found: dict[int, list[PublishedBenchmark]] = {edition.id: [] for edition in archive.catalogue}
    for evaluation in sorted(archive, key=lambda one: (one.year, swedish_key(one.municipality))):
        for benchmark in evaluation.benchmarks:
            found[benchmark.edition].append(PublishedBenchmark(benchmark, evaluation.reference))
    return {edition: tuple(benchmarks) for edition, benchmarks in found.items()}


def nearest_benchmarks(archive: Archive) -> dict[tuple[int, int], PublishedBenchmark]:
    """The published total nearest in time for each edition and year in the archive, those with areas first."""
    found: dict[tuple[int, int], PublishedBenchmark] = {}
    for edition, year in {(one.edition, one.year) for one in archive}:
        candidates = [one for one in archive.benchmarks[edition] if one.benchmark.total is not None]
        if candidates:
            found[edition, year] = min(
                candidates, key=lambda one: (not one.benchmark.areas, abs(one.evaluation.year - year))
            )
    return found


def medians_by_edition(archive: Archive) -> dict[int, tuple[PublishedBenchmark, ...]]:
    """Published medians by edition, latest first; not those of first evaluations alone, and no means."""
    return {
        edition: tuple(
            one
            for one in reversed(benchmarks)
            if one.benchmark.statistic == "median" and one.benchmark.scope != "first"
        )
        for edition, benchmarks in archive.benchmarks.items()
    }
