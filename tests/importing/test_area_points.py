"""What a report says of the points of its areas, and of the total."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.importing.area_headings import AreaHeading
from kompass_sphinx.importing.area_mentions import area_mentions
from kompass_sphinx.importing.area_overview import Overview
from kompass_sphinx.importing.area_points import (
    box_claims,
    claimed_totals,
    fits_sum,
    overview_claims,
    sentence_claims,
    settle_total,
)
from kompass_sphinx.importing.doubts import Doubt
from kompass_sphinx.importing.figure_groups import figure_groups
from kompass_sphinx.importing.readings import Read
from tests.importing.snippets import edition

POINTS = [61.0, 55, 72, 48, 40, 66, 52, 58]
EARLIER = [51.0, 45, 62, 38, 30, 56, 42, 48]


def overview(*columns: Sequence[float], heading: str = "", total: str = "") -> Overview:
    rows = {
        number: tuple(figure_groups(" ".join(f"{one:g}" for one in row))[0])
        for number, row in enumerate(zip(*columns, strict=True), 1)
    }
    groups = figure_groups(total)
    return Overview(rows, heading, tuple(groups[0]) if groups else (), 0)


def claimed(found: Overview, year: int | None = None, totals: Sequence[float] = ()) -> list[tuple[float, bool]]:
    return [(claim.points, claim.is_confirmed) for claim in overview_claims(found, year, totals).values()]


@pytest.mark.parametrize(
    ("text", "totals"),
    [
        ("Sammanlagt får kommunen 452 poäng av 800 möjliga.", [452, 452]),
        ("TOTALT\t452,5", [452.5]),
        ("Orsa kommun 2016 - 452p", [452]),
        ("Genomsnittet är 410 poäng.", []),
        ("Förra gången fick kommunen 410 poäng.", []),
        ("Totalt 79 poäng", []),
        ("Totalt 801 poäng", []),
        ("Totalt 45 %", []),
        ("Kommunen har 4520 invånare", []),
    ],
)
def test_a_total_is_a_figure_beside_its_word_that_can_be_one(text: str, totals: list[float]) -> None:
    assert claimed_totals(text) == totals


def test_the_only_column_of_an_overview_is_its_points_and_confirmed_by_its_total() -> None:
    assert claimed(overview(POINTS, total="452")) == [(points, True) for points in POINTS]
    assert claimed(overview(POINTS, total="460")) == [(points, False) for points in POINTS]
    assert claimed(overview(POINTS), totals=[300, 452]) == [(points, True) for points in POINTS]


def test_the_column_of_the_evaluations_year_counts() -> None:
    found = overview(EARLIER, POINTS, heading="Område 2012 2016", total="372 452")
    assert claimed(found, 2016) == [(points, True) for points in POINTS]
    assert claimed(found, 2012) == [(points, True) for points in EARLIER]


def test_without_years_the_column_counts_that_sums_to_a_total() -> None:
    assert claimed(overview(EARLIER, POINTS), totals=[452]) == [(points, True) for points in POINTS]


def test_where_nothing_tells_the_column_the_first_is_taken_and_not_confirmed() -> None:
    assert claimed(overview(EARLIER, POINTS)) == [(points, False) for points in EARLIER]
    found = overview(EARLIER, POINTS, total="372 452")
    assert claimed(found) == [(points, False) for points in EARLIER]


def test_figures_above_a_hundred_are_no_points() -> None:
    assert [points for points, _ in claimed(overview([101, *POINTS[1:]]))] == POINTS[1:]


@given(st.lists(st.integers(0, 400).map(lambda quarters: quarters / 4), min_size=8, max_size=8))
def test_rounded_points_fit_their_rounded_sum(points: list[float]) -> None:
    printed = [float(int(one + 0.5)) for one in points]
    assert fits_sum(printed, float(int(sum(points) + 0.5)))
    assert not fits_sum(printed, sum(printed) + 6)


def boxed(text: str) -> list[tuple[int, float]]:
    return [(area, claim.points) for area, claim in box_claims(text, [AreaHeading(0, 8, 3, is_named=False)])]


def test_the_box_at_the_head_of_an_area_gives_its_points() -> None:
    assert boxed("Område 3\nPoäng\n48\n") == [(3, 48)]
    assert boxed("Område 3\nRubriker\tPoäng\nPlan; Dialog\t48,5\n") == [(3, 48.5)]
    assert boxed("Område 3\nKommunen får 48 av 100.\n") == [(3, 48)]
    assert boxed("Område 3\nPoäng: 48\n") == [(3, 48)]


def test_figures_without_a_word_on_points_or_too_many_are_no_box() -> None:
    assert boxed("Område 3\nSida\n48\n") == []
    assert boxed("Område 3\nPoäng\n480\n") == []
    assert boxed("Område 3\nPoäng: 48 %\n") == []
    assert boxed("Område 3\n" + "Text. " * 200 + "\nPoäng\n48\n") == []


def test_a_box_ends_where_the_next_area_begins() -> None:
    text = "Område 3\nPoäng saknas\nOmråde 4\n48\n"
    found = [AreaHeading(0, 8, 3, is_named=False), AreaHeading(text.index("Område 4"), 30, 4, is_named=False)]
    assert [area for area, _ in box_claims(text, found)] == []


def said(text: str) -> list[tuple[int, float]]:
    return [(area, claim.points) for area, claim in sentence_claims(text, area_mentions(text, edition()))]


def test_points_in_the_same_sentence_as_a_name_are_its_points() -> None:
    assert said("I Resultat och effektivitet fick vi 72 poäng.") == [(5, 72)]
    assert said("Vi fick 72 poäng i Resultat och effektivitet.") == [(5, 72)]
    assert said("Vi fick 72 poäng. Mer om Resultat och effektivitet. Av 48 poäng.") == []


def test_points_belong_to_the_name_before_them() -> None:
    assert said("Resultat och effektivitet 72 poäng, Ständiga förbättringar 48 poäng.") == [(5, 72), (7, 48)]


def settled(points: Sequence[float], totals: Sequence[float]) -> tuple[float, str] | None:
    read = settle_total({number: Read(one) for number, one in enumerate(points, 1)}, totals)
    return None if read is None else (read.value, read.doubt.message if read.doubt else "")


def test_the_total_is_the_one_that_the_areas_sum_to() -> None:
    assert settled(POINTS, [300, 452, 300]) == (452, "")


def test_a_total_that_nothing_confirms_is_in_doubt() -> None:
    assert settled(POINTS, [300]) == (300, "The areas do not sum to it.")
    assert settled(POINTS[:7], [452, 452]) == (452, "Nothing in the report confirms it.")
    assert settled(POINTS[:7], [300, 452, 452]) == (452, "The report has several figures: %(figures)s.")
    assert settled(POINTS, [451, 452, 452]) == (452, "The report has several figures: %(figures)s.")
    assert settled(POINTS, []) is None


def test_a_box_may_have_the_areas_name_once_more_below_the_word_on_points() -> None:
    text = "Område 3\nPoäng\nOmråde 3\t48\n"
    again = AreaHeading(text.rindex("Område 3"), text.index("\t48"), 3, is_named=False)
    assert [claim.points for _, claim in box_claims(text, [AreaHeading(0, 8, 3, is_named=False), again])] == [48]


def test_a_total_of_several_is_in_doubt_where_an_area_is() -> None:
    areas = {number: Read(one) for number, one in enumerate(POINTS, 1)}
    fitting = sum(POINTS)
    assert settle_total(areas, [fitting, 500]) == Read(fitting)
    doubt = Doubt("The report has several figures: %(figures)s.", figures=f"{fitting:g}, 500")
    areas[8] = Read(58, Doubt("?"))
    assert settle_total(areas, [fitting, 500]) == Read(fitting, doubt)
    assert settle_total(areas, [fitting, fitting]) == Read(fitting)
