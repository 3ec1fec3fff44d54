"""How a municipality has developed: never one line across a change of edition."""

from __future__ import annotations

import pytest

from kompass_sphinx.views.development import development
from tests.archives import archive_of, context_of, made_evaluation, real_archive

BREAK = "Poäng från olika utgåvor kan inte jämföras rakt av."


def sentences(*evaluations: tuple[int, int, float | None]) -> str:
    """What is said of evaluations given as year, edition and total."""
    made = [made_evaluation("Mark", year, edition, total=total) for year, edition, total in evaluations]
    return development(context_of(archive_of(*made)), made)


def test_one_evaluation() -> None:
    assert sentences((2019, 2016, 377)) == "En utvärdering, i utgåva 2016. Totalen är 377 av 800."


def test_one_evaluation_without_a_total() -> None:
    assert sentences((2022, 2020, None)) == (
        "En utvärdering, i utgåva 2020. Ingen total finns i källorna som arkivet har."
    )


def test_two_in_one_edition() -> None:
    assert sentences((2011, 2010, 415), (2014, 2010, 509.5)) == (
        "Två utvärderingar, båda i utgåva 2010. Inom utgåva 2010 steg totalen från 415 (2011) till 509,5 (2014)."
    )


def test_a_fall_is_called_a_fall() -> None:
    assert sentences((2011, 2010, 509.5), (2014, 2010, 509)) == (
        "Två utvärderingar, båda i utgåva 2010. Inom utgåva 2010 sjönk totalen från 509,5 (2011) till 509 (2014)."
    )


def test_equal_totals_neither_rose_nor_fell() -> None:
    assert sentences((2011, 2010, 415), (2014, 2010, 415)) == (
        "Två utvärderingar, båda i utgåva 2010. Inom utgåva 2010 var totalen 415 både 2011 och 2014."
    )


def test_three_in_one_edition_with_the_one_in_between() -> None:
    assert sentences((2010, 2010, 415), (2012, 2010, 400), (2014, 2010, 509)) == (
        "Tre utvärderingar, alla i utgåva 2010. Inom utgåva 2010 steg totalen från 415 (2010) till 509 (2014). "
        "Däremellan var den 400 (2012)."
    )


def test_four_in_one_edition_with_those_in_between() -> None:
    assert sentences((2010, 2010, 415), (2011, 2010, 400), (2012, 2010, 450.5), (2014, 2010, 415)).endswith(
        "Inom utgåva 2010 var totalen 415 både 2010 och 2014. Däremellan var den 400 (2011) och 450,5 (2012)."
    )


def test_one_in_each_of_two_editions() -> None:
    assert sentences((2014, 2010, 631), (2017, 2016, 668)) == (
        f"Två utvärderingar, en i utgåva 2010 och en i utgåva 2016. Totalerna är 631 (2014) och 668 (2017). {BREAK}"
    )


def test_two_in_each_of_two_editions() -> None:
    assert sentences((2006, 2002, 446), (2009, 2002, 513), (2022, 2020, 438), (2024, 2020, 510)) == (
        "Fyra utvärderingar, två i utgåva 2002 och två i utgåva 2020. "
        "Inom utgåva 2002 steg totalen från 446 (2006) till 513 (2009). "
        f"Inom utgåva 2020 steg totalen från 438 (2022) till 510 (2024). {BREAK}"
    )


def test_a_single_total_beside_a_change_in_another_edition() -> None:
    assert sentences((2017, 2016, 555), (2019, 2016, 603), (2021, 2020, 648.5)) == (
        "Tre utvärderingar, två i utgåva 2016 och en i utgåva 2020. "
        "Inom utgåva 2016 steg totalen från 555 (2017) till 603 (2019). "
        f"I utgåva 2020 är totalen 648,5 (2021). {BREAK}"
    )


def test_an_old_edition_used_after_the_new_one_is_still_one_edition() -> None:
    assert sentences((2009, 2002, 400), (2010, 2010, 500), (2011, 2002, 450)) == (
        "Tre utvärderingar, två i utgåva 2002 och en i utgåva 2010. "
        "Inom utgåva 2002 steg totalen från 400 (2009) till 450 (2011). "
        f"I utgåva 2010 är totalen 500 (2010). {BREAK}"
    )


def test_only_one_total_of_several() -> None:
    assert sentences((2016, 2016, None), (2018, 2016, 519)) == (
        "Två utvärderingar, båda i utgåva 2016. Den enda kända totalen är 519 (2018)."
    )
    assert sentences((2014, 2010, 450), (2022, 2020, None)) == (
        "Två utvärderingar, en i utgåva 2010 och en i utgåva 2020. Den enda kända totalen är 450 (2014)."
    )


def test_a_missing_total_in_between_is_passed_over() -> None:
    assert sentences((2010, 2010, 415), (2012, 2010, None), (2014, 2010, 509)).endswith(
        "Inom utgåva 2010 steg totalen från 415 (2010) till 509 (2014)."
    )


def test_several_without_any_total() -> None:
    assert sentences((2016, 2016, None), (2021, 2020, None), (2024, 2020, None)) == (
        "Tre utvärderingar, en i utgåva 2016 och två i utgåva 2020. Ingen total finns i källorna som arkivet har."
    )


@pytest.mark.parametrize("total", [0, 0.5])
def test_a_total_of_nought_is_a_total(total: float) -> None:
    assert f"Totalen är {'0' if not total else '0,5'} av 800." in sentences((2019, 2016, total))


def test_totals_of_different_editions_are_never_in_one_sentence_of_change() -> None:
    archive = real_archive()
    context = context_of(archive)
    for evaluations in archive.of_municipality.values():
        text = development(context, evaluations)
        editions = {one.edition for one in evaluations if one.total is not None}
        assert (BREAK in text) == (len(editions) > 1), text
        for change in text.split("Inom utgåva ")[1:]:
            years = {one.year for one in evaluations if str(one.edition) == change[:4]}
            others = {one.year for one in evaluations} - years
            assert not any(f"({year})" in change.split(". ")[0] for year in others), text
