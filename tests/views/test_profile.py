"""The profile: chart and table show the same areas and figures."""

from __future__ import annotations

from typing import Any

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.notes import notes_of
from kompass_sphinx.views.profile import Profile, profile_of
from kompass_sphinx.views.rich import plain
from tests.archives import archive_of, context_of, made_evaluation, real_archive

OTHERS = ("Ale", "Boden", "Lomma", "Vara")


def of(evaluation: Evaluation, *others: Evaluation) -> Profile | None:
    return in_archive(archive_of(evaluation, *others), evaluation)


def in_archive(archive: Archive, evaluation: Evaluation) -> Profile | None:
    context = context_of(archive)
    return profile_of(context, evaluation, notes_of(context, evaluation))


def cells(profile: Profile | None, row: int = 0) -> list[tuple[str, str, str]]:
    """Label, figure and what stands small beside it."""
    assert profile is not None
    return [(cell.label, cell.text, cell.quiet) for cell in profile.rows[row].cells]


def others(*points: float, **values: Any) -> list[Evaluation]:
    return [made_evaluation(name, areas={4: value}, **values) for name, value in zip(OTHERS, points, strict=True)]


def test_without_points_by_area_there_is_no_profile() -> None:
    assert of(made_evaluation(total=450)) is None
    assert of(made_evaluation(areas={4: {"strengths": ["Påhittad."]}})) is None


def test_only_areas_with_points_have_a_row_in_the_editions_order() -> None:
    profile = of(made_evaluation(areas={6: 54, 4: 0, 5: {"impression": "Påhittat."}}))
    assert profile is not None
    assert [(row.number, row.points) for row in profile.rows] == [(4, "0"), (6, "54")]
    assert [(row.label[:1], row.points) for row in profile.chart.rows] == [("4", 0), ("6", 54)]
    assert [row.target.anchor for row in profile.rows] == ["omrade-4", "omrade-6"]


def test_from_five_on_the_median_and_the_difference() -> None:
    profile = of(made_evaluation("Örebro", areas={4: 74.5, 6: 50}), *others(60, 61, 62, 63))
    assert cells(profile) == [("Median", "62", "(5)"), ("Skillnad", "+12,5", "")]
    assert cells(profile, 1) == [("Median", "för få", "(1)"), ("Skillnad", "–", "")]
    assert profile is not None
    assert [row.median for row in profile.chart.rows] == [62, None]
    assert profile.legend_median == "arkivets median"


def test_without_any_median_there_is_no_column_of_differences_and_no_tick() -> None:
    profile = of(made_evaluation(areas={4: 41}))
    assert cells(profile) == [("Median", "för få", "(1)")]
    assert profile is not None
    assert profile.legend_median == ""
    assert profile.columns == (("Median", "(n)"),)


def test_the_evaluation_before_stands_beside_it_only_in_the_same_edition() -> None:
    own = made_evaluation("Mark", 2018, areas={4: 41, 5: 50, 6: 60.5})
    before = made_evaluation("Mark", 2016, areas={4: 44.5, 6: 60.5})
    profile = of(own, before)
    assert [cells(profile, row)[1:] for row in range(3)] == [
        [("2016", "44,5", "(−3,5)")],
        [("2016", "saknas", "")],
        [("2016", "60,5", "(±0)")],
    ]
    assert profile is not None
    assert "2016: poängen i Mark 2016, samma utgåva, med förändringen sedan dess." in plain(profile.explanation)
    assert len(cells(of(own, made_evaluation("Mark", 2014, 2010, areas={4: 44})))) == 1
    assert len(cells(of(own, made_evaluation("Mark", 2016, total=400)))) == 1
    assert len(cells(of(own, made_evaluation("Mark", 2019, areas={4: 44})))) == 1


def test_published_figures_by_area_stand_under_what_they_are() -> None:
    mean = {"label": "Påhittat medel", "statistic": "mean", "edition": 2016, "areas": {4: 48.5}}
    profile = of(made_evaluation(areas={4: 41, 5: 50}, benchmarks=[mean, {**mean, "statistic": "median"}]))
    assert cells(profile)[1:] == [("Publ. medel", "48,5", ""), ("Publ. median", "48,5", "")]
    assert cells(profile, 1)[1:] == [("Publ. medel", "saknas", ""), ("Publ. median", "saknas", "")]
    assert profile is not None
    assert "Publicerat: Påhittat medel publicerat." in plain(profile.explanation)


def test_figures_of_another_edition_do_not_stand_beside_its_areas() -> None:
    # The areas of 2020 are cut otherwise: number 4 there is not number 4 here.
    other = {"label": "Påhittat medel", "statistic": "mean", "edition": 2010, "total": 455, "areas": {4: 48.5}}
    assert len(cells(of(made_evaluation(areas={4: 41}, benchmarks=[other])))) == 1


def test_the_median_says_what_it_is_of() -> None:
    profile = of(made_evaluation(areas={4: 41}))
    assert profile is not None
    assert plain(profile.explanation) == ("Median: arkivets inom utgåva 2016, Tingsryd inräknad; under fem är för få.")


def test_chart_and_table_of_every_real_evaluation_show_all_its_areas() -> None:
    archive = real_archive()
    context = context_of(archive)
    for evaluation in archive:
        profile = in_archive(archive, evaluation)
        if profile is None:
            assert not evaluation.area_points
            continue
        wanted = {number: context.language.number(points) for number, points in evaluation.area_points.items()}
        assert {row.number: row.points for row in profile.rows} == wanted
        assert [row.points_text for row in profile.chart.rows] == [row.points for row in profile.rows]
        assert {len(row.cells) for row in profile.rows} == {len(profile.columns)}
        assert profile.chart.description == context.text("Points of 100 by area. The table has the same figures.")
