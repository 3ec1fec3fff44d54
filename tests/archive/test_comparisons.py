"""What totals are compared with: those of other evaluations, and published figures."""

from __future__ import annotations

from typing import Any

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.model.evaluation import Evaluation
from tests.archives import archive_of, made_evaluation


def publishing(name: str, year: int, *totals: float | None, **values: Any) -> Evaluation:
    """An evaluation with a published median for each total."""
    figure = {"label": "Påhittad", "statistic": "median", "edition": 2016}
    return made_evaluation(name, year, benchmarks=[{**figure, "total": total, **values} for total in totals])


def nearest(archive: Archive) -> dict[tuple[int, int], float | None]:
    return {key: one.benchmark.total for key, one in archive.nearest_benchmark.items()}


def test_the_published_total_nearest_in_time_is_the_one_to_compare_with() -> None:
    archive = archive_of(
        publishing("Ale", 2016, 1, None),
        publishing("Mark", 2018, 2),
        made_evaluation("Vara", 2019),
        made_evaluation("Vara", 2013, 2010),
    )
    assert nearest(archive) == {(2016, 2016): 1, (2016, 2018): 2, (2016, 2019): 2}


def test_one_with_the_areas_too_comes_before_a_nearer_one() -> None:
    archive = archive_of(
        publishing("Ale", 2016, 1, areas={4: 50}),
        publishing("Lomma", 2017, None, areas={4: 50}),
        publishing("Mark", 2018, 2),
    )
    assert set(nearest(archive).values()) == {1}


def test_published_medians_are_latest_first_and_neither_means_nor_of_first_evaluations_alone() -> None:
    archive = archive_of(
        publishing("Ale", 2016, 1),
        publishing("Lomma", 2017, 2, scope="all"),
        publishing("Mark", 2018, 3, scope="first"),
        publishing("Vara", 2019, 4, statistic="mean"),
    )
    assert [one.benchmark.total for one in archive.published_medians[2016]] == [2, 1]
    assert archive.published_medians[2010] == ()


def test_evaluations_with_a_total_are_told_apart_by_whether_they_are_the_first() -> None:
    question = {"questions": {"4.3": {"percent": 7}}, "points": 40}
    archive = archive_of(
        made_evaluation("Ale", 2016, total=400, first=True, areas={4: question}),
        made_evaluation("Mark", 2017, total=500, first=False),
        made_evaluation("Nacka", 2017, first=True),
        made_evaluation("Vara", 2018, total=450),
    )
    found = {key: [one.total for one in figures] for key, figures in archive.with_total.items() if key[0] == 2016}
    assert found == {(2016, True): [400], (2016, False): [500]}
    (ale,) = archive.with_total[2016, True]
    (evaluation,) = archive.of_municipality["ale"]
    assert ale.evaluation == evaluation.reference
    assert (ale.area_points, ale.question_results) == ({4: 40}, evaluation.question_results)
