"""Which municipality and year a report is about."""

from __future__ import annotations

import pytest

from kompass_sphinx.importing.identity import recognise_municipality, recognise_year
from kompass_sphinx.importing.municipality_names import MunicipalityNames
from kompass_sphinx.importing.readings import Read
from tests.archives import registry
from tests.importing.snippets import flow_of

NAMES = MunicipalityNames(registry(), has_lost_accents=False)
FILLING = "Påhittad text. " * 110


def municipality(*lines: str, title: str = "") -> tuple[str, bool] | None:
    read = recognise_municipality(flow_of(*lines), title, NAMES)
    return None if read is None else (read.value, read.doubt is not None)


def year(*lines: str, title: str = "", name: str | None = "Orsa") -> tuple[int, bool] | None:
    read = recognise_year(flow_of(*lines), title, name)
    return None if read is None else (read.value, read.doubt is not None)


def test_the_municipality_named_most_is_the_reports() -> None:
    assert municipality("Orsa", FILLING, "Orsa och Mora, Orsa") == ("Orsa", False)
    assert municipality("Ingen kommun") is None


def test_names_on_the_front_with_kommun_after_them_and_in_the_title_weigh_more() -> None:
    assert municipality("Orsa kommun", FILLING, "Mora, Mora, Mora") == ("Orsa", False)
    assert municipality(FILLING, "Mora, Mora, Mora", title="Orsa") == ("Orsa", False)


def test_two_that_are_named_nearly_as_often_leave_a_doubt() -> None:
    assert municipality("Orsa kommun, Orsa, Mora kommun") == ("Orsa", True)


def test_a_text_that_lost_its_accents_leaves_a_doubt() -> None:
    names = MunicipalityNames(registry(), has_lost_accents=True)
    read = recognise_municipality(flow_of("Orebro kommun"), "", names)
    assert read is not None
    assert (read.value, read.doubt is not None) == ("Örebro", True)


@pytest.mark.parametrize("text", ["Orsa kommun 2016", "ORSA KOMMUN, 2016", "Orsa 2016", "Orsa – 2016"])
def test_the_year_beside_the_name_is_the_evaluations(text: str) -> None:
    assert year(text) == (2016, False)


def test_the_year_of_the_visit_counts_when_it_is_one() -> None:
    assert year("Utvärderingen genomfördes i maj 2016.", FILLING, "Lagen är från 2018.") == (2016, False)
    assert year("Utvärderingen genomfördes i maj 2016.", "Orsa kommun 2013") == (2013, False)


def test_of_several_years_beside_the_name_that_on_the_front_counts() -> None:
    assert year("Orsa kommun 2016", FILLING, "Orsa kommun 2012, Orsa kommun 2012") == (2016, False)
    assert year(FILLING, "Orsa kommun 2012, Orsa kommun 2016, Orsa kommun 2012") == (2012, True)


def test_a_year_that_stands_alone_is_in_doubt() -> None:
    assert year("Rapport 2016") == (2016, True)
    assert year("Orsa kommun 2016", name=None) == (2016, True)
    assert year("Ingenting") is None


def test_other_numbers_are_no_years() -> None:
    assert year("Diarienummer 12-2016, 20161 invånare, 1999, 2050") is None


def test_the_title_counts_as_the_front() -> None:
    assert recognise_year(flow_of("Text"), "Orsa kommun 2016", "Orsa") == Read(2016)


def test_each_way_to_name_a_municipality_has_its_weight() -> None:
    # After the front each mention counts one, with "kommun" two; on the front three times as much; in the title six.
    assert municipality(FILLING, "Orsa kommun, Mora, Mora, Mora, Mora") == ("Mora", False)
    assert municipality(FILLING, "Orsa kommun, Mora, Mora, Mora") == ("Mora", True)
    assert municipality("Orsa", FILLING, "Mora, Mora, Mora, Mora, Mora, Mora") == ("Mora", False)
    assert municipality("Orsa", FILLING, "Mora, Mora, Mora, Mora, Mora") == ("Mora", True)
    assert municipality(FILLING, *["Mora kommun"] * 6, title="Orsa") == ("Mora", False)
    assert municipality(FILLING, *["Mora, "] * 11, title="Orsa") == ("Mora", True)


def test_who_else_is_named_is_told_and_so_are_the_years() -> None:
    read = recognise_municipality(flow_of("Orsa, Orsa, Mora, Mora, Orsa"), "", NAMES)
    assert read is not None
    assert read.doubt is not None
    assert read.doubt.values == {"other": "Mora"}
    of_year = recognise_year(flow_of("Rapport 2016, 2014, 2016"), "", None)
    assert of_year is not None
    assert of_year.doubt is not None
    assert of_year.doubt.values == {"years": "2014, 2016"}


@pytest.mark.parametrize(
    "text", ["Orsas kommun 2016", "Orsa stads, 2016", "Orsa regions - 2016", "Orsa: 2016", "orsa\n2016", "Orsa -2016"]
)
def test_little_may_stand_between_the_name_and_the_year(text: str) -> None:
    assert year(text, "Rapporten, 2019, 2019") == (2016, False)


def test_a_year_further_from_the_name_is_not_beside_it() -> None:
    assert year("Orsa -- 2016") == (2016, True)
    assert year("Orsa är bra 2016") == (2016, True)


def test_visits_of_several_years_or_of_another_than_beside_the_name_do_not_count_first() -> None:
    may, june = "Utvärderingen genomfördes i maj 2016.", "Besöket gjordes i juni 2017."
    assert year(may, june) == (2017, True)
    assert year(may, may, "Lagen är från 2018.") == (2016, False)
    assert year(FILLING, may, "Orsa kommun 2016, Orsa kommun 2019, Orsa kommun 2019") == (2016, False)


def test_beside_the_name_the_front_counts_then_how_often_and_then_the_latest() -> None:
    assert year("2012", FILLING, "Orsa 2012, Orsa 2016, Orsa 2016") == (2012, True)
    assert year(FILLING, "Orsa 2012, Orsa 2016, Orsa 2012") == (2012, True)
    assert year(FILLING, "Orsa 2012, Orsa 2016") == (2016, True)
    assert year(FILLING, "Orsa 2016, Orsa 2016") == (2016, False)
    assert year("2016", FILLING, "Orsa 2012, Orsa 2012, Orsa 2016") == (2016, False)


def test_a_year_alone_counts_by_the_visit_the_front_how_often_and_then_the_latest() -> None:
    visits = ["Besöket gjordes i juni 2014.", "Besöket gjordes i juni 2013."]
    assert year("2016", FILLING, *visits, "2019, 2019", name=None) == (2014, True)
    assert year("2016", FILLING, "2019, 2019, 2019", name=None) == (2016, True)
    assert year(FILLING, "2012, 2012, 2019", name=None) == (2012, True)
    assert year(FILLING, "2019, 2012", name=None) == (2019, True)
    assert year(FILLING, "2019, 2012, 2012", title="2015", name=None) == (2015, True)


@pytest.mark.parametrize("what", ["Utvärderingen", "Besöket", "Intervjuerna", "En utvärdering", "BESÖKET"])
@pytest.mark.parametrize("how", ["genomfördes", "gjordes", "skedde", "ägde rum"])
def test_a_visit_has_many_words(what: str, how: str) -> None:
    assert year(f"{what} {how} i maj 2016, lagen är från 2018.") == (2016, False)


def test_the_year_in_which_the_evaluators_came_is_that_of_the_visit() -> None:
    beside = "Orsa kommun 2013, Orsa kommun 2013, Orsa kommun 2016"
    assert year("Utvärderarna besökte Orsa kommun i maj 2016.", beside) == (2016, False)


@pytest.mark.parametrize(
    "text",
    [
        "Besöket gick bra. Mätningen gjordes 2016",
        "Besöket gjordes sent.\nLagen är från 2016",
        "Besökets plan gjordes 2016",
        "Besöket upphävdes, ombesgjordes 2016",
        "Besöket gjordes 20161.\n2016",
        "Besöket gjordessedan.\n2016",
        f"Besöket{' x' * 41} gjordes 2016",
        f"Besöket gjordes{' x' * 31} 2016",
    ],
)
def test_other_sentences_tell_no_visit(text: str) -> None:
    assert year(text) == (2016, True)


def test_years_are_of_this_centurys_first_half() -> None:
    assert year("12016, 2016-2017") == (2016, True)
    assert year("2000, 2049") == (2049, True)
