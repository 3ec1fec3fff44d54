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
