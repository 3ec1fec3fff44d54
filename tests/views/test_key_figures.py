"""The key figures of an evaluation: what its total is held against, and what is said when it is missing."""

from __future__ import annotations

from typing import Any

import pytest

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.key_figures import KeyFigures, key_figures
from kompass_sphinx.views.notes import notes_of
from kompass_sphinx.views.rich import Link, plain
from tests.archives import archive_of, context_of, made_evaluation, real_archive, with_totals

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def of(evaluation: Evaluation, *others: Evaluation) -> KeyFigures:
    """The key figures of an evaluation in an archive of these."""
    return in_archive(archive_of(evaluation, *others), evaluation)


def in_archive(archive: Archive, evaluation: Evaluation) -> KeyFigures:
    context = context_of(archive)
    return key_figures(context, evaluation, notes_of(context, evaluation))


def rows(figures: KeyFigures) -> list[tuple[str, str, str]]:
    """Label, points and difference of each comparison."""
    return [(plain(row.label).replace(NO_BREAK_SPACE, " "), row.points, row.difference) for row in figures.comparisons]


def benchmark(**values: Any) -> dict[str, Any]:
    return {"label": "Påhittat medel", "statistic": "mean", "edition": 2016, "total": 473, **values}


def published(figures: KeyFigures) -> list[tuple[str, str, str]]:
    return [row for row in rows(figures) if row[0].startswith("Påhittat")]


def test_a_total_against_the_median_of_all_and_of_its_own_kind() -> None:
    own = made_evaluation("Örebro", 2018, total=431.5, first=False)
    figures = of(own, *with_totals(400, 410, 420, 430, 440, first=False))
    assert figures.total == "431,5"
    assert rows(figures) == [
        ("Arkivets median, alla n = 6", "425", "+6,5"),
        ("Median, återkommande n = 6", "425", "+6,5"),
        ("Median, första gången n = 0", "för få", "–"),
    ]
    assert plain(figures.comparisons_note) == "Under fem utvärderingar räknas ingen median."


def test_too_few_for_a_median_are_listed_instead() -> None:
    figures = of(
        made_evaluation("Mark", 2018, total=450, first=True),
        made_evaluation("Ale", 2017, total=500.5, first=False),
        made_evaluation("Örebro", 2016, total=400, first=True),
        made_evaluation("Vara", 2016, total=480),
        made_evaluation("Vara", 2012, 2010, total=999 / 2, first=True),
    )
    assert rows(figures) == [
        ("Arkivets median, alla n = 4", "för få", "–"),
        ("Median, återkommande n = 1", "för få", "–"),
        ("Median, första gången n = 2", "för få", "–"),
    ]
    assert all(row.is_missing for row in figures.comparisons)
    assert plain(figures.comparisons_note) == (
        "Under fem utvärderingar räknas ingen median. "
        "Förstagångsutvärderingar: Mark 2018 (450) och Örebro 2016 (400). "
        "Återkommande: Ale 2017 (500,5). "
        "För en av totalerna vet arkivet inte om det var första gången."
    )


def test_with_enough_of_every_kind_there_is_nothing_to_explain() -> None:
    own = made_evaluation("Örebro", 2018, total=431.5, first=False)
    first, repeated = with_totals(400, 410, 420, 430, 440, first=True), with_totals(*range(500, 510), first=False)[5:]
    assert of(own, *first, *repeated).comparisons_note == ()


def test_the_own_total_among_the_others_counts_itself_once() -> None:
    figures = of(made_evaluation("Örebro", 2018, total=400), *with_totals(400, 350, 500))
    assert figures.strip is not None
    assert sorted(figures.strip.values) == [350, 400, 500]
    assert (figures.strip.own, figures.strip.own_text) == (400, "Örebro 400")
    assert figures.strip.median is None
    assert figures.strip.description == "4 totaler mellan 350 och 500 poäng. Örebro 2018 har 400."
    assert figures.strip_caption == "Totalpoäng i utgåva 2016, fyra utvärderingar."
    assert figures.strip_note == "Skalan visar 300–800."


def test_the_scale_reaches_down_to_the_lowest_total() -> None:
    figures = of(made_evaluation(total=450), *with_totals(212.5))
    assert figures.strip is not None
    assert (figures.strip.low, figures.strip.low_text) == (200, "200")


def test_an_only_total_has_no_strip() -> None:
    assert of(made_evaluation(total=450), made_evaluation("Vara", 2012, 2010, total=400)).strip is None


@pytest.mark.parametrize(
    ("values", "lede"),
    [
        ({}, "Källorna säger att utvärderingen gjordes, men ger inga poäng."),
        ({"summary": "Påhittat."}, "Källorna ger inga poäng, men berättar i ord vad utvärderarna såg."),
        (
            {"areas": {4: {"strengths": ["Påhittad."]}}},
            "Källorna ger inga poäng, men berättar i ord vad utvärderarna såg.",
        ),
        ({"total": 450}, "Det är arkivets enda total i utgåva 2016. Källorna ger bara totalen, inte områdena."),
        (
            {"areas": {4: 74.5}},
            "Totalen saknas i källorna som arkivet har. Bara ett av de åtta områdena har poäng i arkivet. "
            "Det är Ledarskap, ansvar och delegation (74,5 av 100).",
        ),
    ],
)
def test_what_is_missing_is_said_in_words(values: dict[str, Any], lede: str) -> None:
    assert plain(of(made_evaluation(**values)).lede) == lede


def test_without_a_total_nothing_is_compared() -> None:
    figures = of(made_evaluation(areas={4: 41}), *with_totals(400, 410, 420, 430, 440))
    assert figures.total == ""
    assert figures.comparisons == ()
    assert figures.comparisons_note == ()
    assert figures.strip is None


def test_a_total_of_nought_is_compared() -> None:
    figures = of(made_evaluation(total=0, benchmarks=[benchmark()]))
    assert figures.total == "0"
    assert published(figures) == [("Påhittat medel publicerat", "473", "−473")]


def test_the_own_published_figures_stand_as_printed() -> None:
    own = made_evaluation(
        total=377,
        benchmarks=[
            benchmark(scope="first", total=375, approximate=True),
            benchmark(scope="all", period="2016–2018", n=22),
            benchmark(
                label="Påhittat medel 2016–2018, n 22", statistic="median", period="2016–2018", n=22, total=374.5
            ),
        ],
    )
    assert published(of(own)) == [
        ("Påhittat medel publicerat, förstagångsutvärderingar", "omkring 375", "omkring +2"),
        ("Påhittat medel publicerat, alla utvärderingar, 2016–2018, n = 22", "473", "−96"),
        ("Påhittat medel 2016–2018, n 22 publicerad median", "374,5", "+2,5"),
    ]


def test_a_figure_of_another_edition_has_no_difference() -> None:
    own = made_evaluation(total=377, benchmarks=[benchmark(edition=2010, total=455)])
    assert published(of(own)) == [("Påhittat medel publicerat, utgåva 2010", "455", "–")]


def test_without_figures_of_its_own_the_nearest_of_the_edition_is_borrowed_and_said_so() -> None:
    own = made_evaluation("Mark", 2018, total=450)
    near = made_evaluation("Ale", 2017, benchmarks=[benchmark(total=470)])
    far = made_evaluation("Ale", 2016, benchmarks=[benchmark(total=460)])
    other_edition = made_evaluation("Ale", 2020, 2020, benchmarks=[benchmark(edition=2020, total=480)])
    figures = of(own, near, far, other_edition)
    assert published(figures) == [("Påhittat medel publicerat, ur Ale 2017", "470", "−20")]
    (row,) = [row for row in figures.comparisons if plain(row.label).startswith("Påhittat")]
    assert [part.text for part in row.label if isinstance(part, Link)] == ["Ale 2017"]


def test_own_figures_are_not_mixed_with_borrowed_ones() -> None:
    own = made_evaluation("Mark", 2018, total=450, benchmarks=[benchmark(total=472)])
    other = made_evaluation("Ale", 2018, benchmarks=[benchmark(total=470)])
    assert [row[1] for row in published(of(own, other))] == ["472"]


def test_without_a_total_only_own_published_figures_are_shown_and_without_difference() -> None:
    other = made_evaluation("Ale", 2018, benchmarks=[benchmark(total=470)])
    assert published(of(made_evaluation("Mark", 2018), other)) == []
    own = made_evaluation("Mark", 2018, benchmarks=[benchmark()])
    assert published(of(own, other)) == [("Påhittat medel publicerat", "473", "–")]


def test_in_the_real_archive_every_difference_is_the_total_less_the_figure() -> None:
    archive = real_archive()
    for evaluation in archive:
        for row in in_archive(archive, evaluation).comparisons:
            if row.difference == "–":
                continue
            assert evaluation.total is not None
            assert figure(row.difference) == evaluation.total - figure(row.points)


def figure(text: str) -> float:
    return float(text.removeprefix("omkring ").replace("−", "-").replace(",", ".").replace("±", ""))
