"""The table of the eight areas with their points."""

from __future__ import annotations

from kompass_sphinx.importing.area_mentions import area_mentions
from kompass_sphinx.importing.area_overview import Overview, overviews
from tests.importing.snippets import edition

NAMES = [area.name for area in edition().areas.values()]
POINTS = [61, 55, 72, 48, 40, 66, 52, 58]


def found(text: str) -> list[Overview]:
    return list(overviews(text, area_mentions(text, edition())))


def rows(overview: Overview) -> dict[int, list[float]]:
    return {area: [figure.value for figure in row] for area, row in overview.rows.items()}


def table(*columns: list[int]) -> str:
    figures = zip(*columns, strict=True)
    return "\n".join(f"{name}\t" + "\t".join(map(str, row)) for name, row in zip(NAMES, figures, strict=True))


def test_a_row_for_each_area_with_what_stands_above_and_the_total_below() -> None:
    (overview,) = found(f"Område\t2016\n{table(POINTS)}\nTOTALT\t452\n")
    assert rows(overview) == {number: [points] for number, points in enumerate(POINTS, 1)}
    assert overview.heading == "Område\t2016\n"
    assert [figure.value for figure in overview.total] == [452]


def test_several_columns_are_rows_of_several_figures() -> None:
    (overview,) = found(table(POINTS, POINTS[::-1]))
    assert rows(overview)[1] == [61, 58]
    assert overview.total == ()


def test_names_first_and_then_as_many_figures_are_a_column_that_lost_its_rows() -> None:
    (overview,) = found("\n".join(NAMES[:3]) + "\n61 55 72\n" + "\n".join(table(POINTS).split("\n")[3:]))
    assert rows(overview) == {number: [points] for number, points in enumerate(POINTS, 1)}


def test_a_list_of_contents_is_no_table_of_points() -> None:
    assert found(table([5, 7, 9, 12, 15, 18, 21, 24])) == []


def test_fewer_than_five_areas_are_no_table() -> None:
    assert found("\n".join(table(POINTS).split("\n")[:4])) == []


def test_words_between_areas_are_no_table() -> None:
    text = "\nHär står en hel mening om området och vad som är bra i det.\n".join(table(POINTS).split("\n"))
    assert found(text) == []


def test_rows_may_begin_with_the_number_alone_and_run_on() -> None:
    text = "Område 2013 2016 " + " ".join(f"{number} {points - 5} {points}" for number, points in enumerate(POINTS, 1))
    (overview,) = found(f"{text} Totalt 412 452")
    assert rows(overview) == {number: [points - 5, points] for number, points in enumerate(POINTS, 1)}
    assert [figure.value for figure in overview.total] == [412, 452]
