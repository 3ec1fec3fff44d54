"""How an evaluation stands, in Swedish sentences."""

from __future__ import annotations

import pytest

from kompass_sphinx.archive.statistics import Distribution
from kompass_sphinx.views.rich import Link, plain
from kompass_sphinx.views.standing import AreaStanding, areas_sentence, quarter_sentence
from kompass_sphinx.views.targets import Target
from tests.archives import archive_of, context_of

CONTEXT = context_of(archive_of())
PAGE = Target("evaluations/mark/2009")


def quarter(total: float, *totals: float) -> str:
    return plain(quarter_sentence(CONTEXT, "Mark", 2016, total, Distribution.of(totals)))


def areas(*points: float, of: int = 8) -> str:
    names = ("Demokrati", "Brukare", "Styrning", "Ledarskap", "Resultat", "Personal", "Utveckling", "Samhälle")
    standings = [AreaStanding(name, value, PAGE) for name, value in zip(names, points, strict=False)]
    return plain(areas_sentence(CONTEXT, standings, of))


@pytest.mark.parametrize(
    ("total", "words"),
    [
        (450, "den högsta fjärdedelen"),
        (440, "den högsta fjärdedelen"),
        (430, "den näst högsta fjärdedelen"),
        (410, "den näst lägsta fjärdedelen"),
        (380, "den lägsta fjärdedelen"),
    ],
)
def test_from_eight_totals_on_the_quarter_is_said(total: float, words: str) -> None:
    assert quarter(total, 380, 390, 400, 410, 420, 430, 440, 450) == (
        f"Bland arkivets åtta totaler i utgåva 2016 hör Mark till {words}."
    )


def test_above_twelve_the_count_is_in_figures() -> None:
    assert quarter(412, *range(400, 413)) == (
        "Bland arkivets 13 totaler i utgåva 2016 hör Mark till den högsta fjärdedelen."
    )


def test_below_eight_it_is_said_why_there_is_no_quarter() -> None:
    assert quarter(446, 446, 513, 426.5) == (
        "Arkivet har bara tre totaler i utgåva 2016, för få för att säga hur den står sig."
    )
    assert quarter(446, 446) == "Det är arkivets enda total i utgåva 2016."


def test_eight_equal_totals_have_no_quarter() -> None:
    assert quarter(446, *[446] * 8) == "Så många totaler i utgåva 2016 är lika att ingen fjärdedel kan sägas."


def test_no_rank_is_ever_said() -> None:
    totals = [float(total) for total in range(400, 440)]
    for total in totals:
        assert "plats" not in quarter(total, *totals)


def test_strongest_and_weakest_area() -> None:
    assert (
        areas(60, 71, 74.5, 62, 63, 64, 65, 66)
        == "Starkast är Styrning (74,5 av 100). Svagast är Demokrati (60 av 100)."
    )


def test_equal_areas_are_named_together() -> None:
    assert areas(71, 71, 62, 62, 62, 64, 65, 66) == (
        "Starkast är Demokrati och Brukare, båda 71. Svagast är Styrning, Ledarskap och Resultat, alla 62."
    )


def test_all_areas_alike() -> None:
    assert areas(*[50] * 8) == "Alla områden har 50 poäng."


def test_with_some_areas_only_that_is_said_first() -> None:
    assert areas(42, 66, 50) == (
        "Bara tre av de åtta områdena har poäng i arkivet. Starkast är Brukare (66 av 100). "
        "Svagast är Demokrati (42 av 100)."
    )


def test_one_or_two_areas_are_named_highest_first_and_nothing_is_strongest() -> None:
    assert areas(61, 68) == (
        "Bara två av de åtta områdena har poäng i arkivet. Det är Brukare (68 av 100) och Demokrati (61 av 100)."
    )
    assert areas(54) == "Bara ett av de åtta områdena har poäng i arkivet. Det är Demokrati (54 av 100)."


def test_without_areas_nothing_is_said_of_them() -> None:
    assert areas() == ""


def test_area_names_lead_to_their_places() -> None:
    standing = AreaStanding("Demokrati", 54, PAGE.at("omrade-1"))
    assert Link("Demokrati", PAGE.at("omrade-1")) in areas_sentence(CONTEXT, [standing], 8)
