"""The trend of a municipality: its totals, and what each edition's line is."""

from __future__ import annotations

from typing import Any

import pytest

from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.trend_figure import TrendFigure, trend_figure
from tests.archives import archive_of, context_of, made_evaluation, real_archive, with_totals

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def of(*evaluations: Evaluation) -> TrendFigure:
    figure = trend_figure(context_of(archive_of(*evaluations)), "mark", "trend", low=False)
    assert figure is not None
    return figure


def benchmark(**values: Any) -> dict[str, Any]:
    return {"label": "Påhittad", "statistic": "median", "edition": 2002, "total": 450} | values


def published(figure: TrendFigure) -> dict[int, tuple[float | None, str]]:
    """The published medians that are drawn, by edition."""
    periods = figure.chart.periods
    return {one.edition: (one.published, one.published_text) for one in periods if one.published is not None}


def test_without_a_total_there_is_no_trend() -> None:
    context = context_of(archive_of(made_evaluation("Mark", 2018), made_evaluation("Vara", 2018, total=450)))
    assert trend_figure(context, "mark", "trend", low=False) is None


def test_totals_by_year_and_those_missing_are_left_out() -> None:
    figure = of(
        made_evaluation("Mark", 2006, 2002, total=446.5),
        made_evaluation("Mark", 2012, 2010),
        made_evaluation("Mark", 2018, total=0),
    )
    points = [(one.year, one.total, one.total_text, one.edition) for one in figure.chart.points]
    assert points == [(2006, 446.5, "446,5", 2002), (2018, 0, "0", 2016)]
    assert "446,5 (utgåva 2002)" in figure.chart.description


def test_periods_are_without_gaps_and_end_with_the_latest_evaluation_of_all() -> None:
    figure = of(made_evaluation("Mark", 2018, total=450), made_evaluation("Vara", 2031, 2020))
    periods = figure.chart.periods
    assert [one.first_year for one in periods][1:] == [one.end_year for one in periods][:-1]
    assert periods[-1].end_year == 2032
    alone = of(made_evaluation("Mark", 2006, 2002, total=450)).chart.periods[-1]
    assert alone.end_year > alone.first_year


def test_the_archives_medians_are_drawn_from_five_on_and_their_n_is_told() -> None:
    figure = of(made_evaluation("Mark", 2018, total=450), *with_totals(400, 410, 420, 430.5))
    assert [(one.edition, one.median_text) for one in figure.chart.periods if one.median is not None] == [(2016, "420")]
    legend = figure.legend_median.replace(NO_BREAK_SPACE, " ")
    assert legend == "arkivets median i utgåvan (2016: n = 5)"
    assert of(made_evaluation("Mark", 2018, total=450)).legend_median == ""


def test_the_latest_published_median_stands_in_where_the_archive_has_too_few() -> None:
    figure = of(
        made_evaluation("Mark", 2006, 2002, total=446, benchmarks=[benchmark(total=409, n=38)]),
        made_evaluation("Mark", 2009, 2002, benchmarks=[benchmark(total=463.5, period="2002–2009")]),
    )
    assert published(figure) == {2002: (463.5, "463,5")}
    assert figure.legend_published == "publicerad median (2002–2009)"


def test_what_is_known_of_a_published_median_is_told() -> None:
    figure = of(made_evaluation("Mark", 2006, 2002, total=446, benchmarks=[benchmark(n=38)]))
    assert figure.legend_published.replace(NO_BREAK_SPACE, " ") == "publicerad median (utgåva 2002, n = 38)"


@pytest.mark.parametrize(
    "values", [{"statistic": "mean"}, {"scope": "first"}, {"total": None, "areas": {4: 50}}], ids=str
)
def test_means_medians_of_first_evaluations_and_those_without_a_total_are_not_drawn(values: dict[str, Any]) -> None:
    figure = of(made_evaluation("Mark", 2006, 2002, total=446, benchmarks=[benchmark(**values)]))
    assert (published(figure), figure.legend_published) == ({}, "")


def test_a_published_median_gives_way_to_the_archives_own() -> None:
    others = with_totals(400, 410, 420, 430, edition=2002)
    figure = of(made_evaluation("Mark", 2006, 2002, total=446, benchmarks=[benchmark()]), *others)
    assert (published(figure), figure.legend_published) == ({}, "")
    assert figure.legend_median


def test_every_real_municipality_with_a_total_has_a_trend_with_all_of_them() -> None:
    archive = real_archive()
    for slug, evaluations in archive.of_municipality.items():
        figure = trend_figure(context_of(archive), slug, "trend", low=True)
        totals = [(one.year, one.total) for one in evaluations if one.total is not None]
        assert (figure is None) == (not totals)
        if figure:
            assert [(one.year, one.total) for one in figure.chart.points] == totals
