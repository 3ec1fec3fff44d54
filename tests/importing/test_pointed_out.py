"""Whom a report points to as a good example."""

from __future__ import annotations

import pytest

from kompass_sphinx.importing.area_headings import AreaHeading
from kompass_sphinx.importing.document import Line
from kompass_sphinx.importing.flow import Flow
from kompass_sphinx.importing.municipality_names import MunicipalityNames
from kompass_sphinx.importing.pointed_out import PointedOut, recognise_pointed_out
from tests.archives import registry

NAMES = MunicipalityNames(registry(), has_lost_accents=False)


def pointed(*lines: str, own: str | None = "Orsa") -> list[PointedOut]:
    flow = Flow(tuple(Line(line, number) for number, line in enumerate(("Område 3", *lines), 1)))
    return list(recognise_pointed_out(flow, [AreaHeading(0, 8, 3, is_named=False)], own, NAMES))


def municipalities(*lines: str, own: str | None = "Orsa") -> list[str]:
    return [one.municipality for one in pointed(*lines, own=own)]


def test_a_municipality_in_a_sentence_that_points_is_pointed_out_with_its_sentence_and_place() -> None:
    (one,) = pointed("• Gott exempel på dialog finns i Mora.")
    assert one == PointedOut(3, "Gott exempel på dialog finns i Mora.", 2, municipality="Mora")
    assert [one.page for one in pointed("Här står annat.", "Studera Mora.")] == [3]
    assert [one.page for one in pointed("Studera Mora.")] == [2]


def test_a_municipality_in_another_sentence_is_not() -> None:
    assert municipalities("Grannen Mora är större. Det finns goda exempel. Rättvik är mindre.") == []


def test_a_sentence_ends_with_a_stop_an_empty_line_or_an_item_and_not_with_an_abbreviation() -> None:
    assert municipalities("Ta del av goda exempel", "", "Mora är större") == []
    assert municipalities("Ta del av goda exempel", "• Mora är större") == []
    assert municipalities("Ta del av arbetet i t.ex. Mora.") == ["Mora"]
    assert municipalities("Ta del av arbetet", "i Mora.") == ["Mora"]


def test_each_is_named_once_for_a_sentence_and_the_own_municipality_only_when_it_is_praised_alone() -> None:
    assert municipalities("Studera Mora och Rättvik, ja Mora.") == ["Mora", "Rättvik"]
    assert municipalities("Orsa kan lära av Mora.") == ["Mora"]
    assert municipalities("Orsa kan inspireras.") == []
    assert municipalities("Orsa är ett gott exempel på dialog.") == ["Orsa"]


def test_a_word_that_is_also_a_name_is_no_name_at_the_start_of_a_sentence() -> None:
    assert municipalities("Vara ett gott exempel för andra.") == []
    assert municipalities("Vara kommun är ett gott exempel.") == ["Vara"]
    assert municipalities("Studera Vara.") == ["Vara"]


@pytest.mark.parametrize(
    ("sentence", "place", "kind", "more"),
    [
        ("Studera Asker kommun i Norge.", "Asker", "foreign", "Norge"),
        ("Studera Angereds stadsdelsförvaltning i Göteborg.", "Angered", "district", "Göteborg"),
        ("Studera Göteborgs stads stadsdel Angereds arbete.", "Angered", "district", "Göteborg"),
        ("Studera stadsdelen Rosengård i Malmö.", "Rosengård", "district", "Malmö"),
        ("Studera hur Påhittade Bostäder AB gör.", "Påhittade Bostäder AB", "company", ""),
        ("Ta del av Påhittade nätverket som finns.", "Påhittade nätverket", "network", ""),
        ("Studera Zebrastads kommun.", "Zebrastad", "", ""),
    ],
)
def test_other_places_have_a_kind_and_what_they_are_part_of(sentence: str, place: str, kind: str, more: str) -> None:
    (one,) = pointed(sentence)
    assert (one.municipality, one.place, one.kind, one.country or one.part_of) == ("", place, kind, more)


def test_nobody_is_pointed_out_before_the_first_area() -> None:
    flow = Flow((Line("Studera Mora."), Line("Område 3")))
    assert list(recognise_pointed_out(flow, [AreaHeading(14, 22, 3, is_named=False)], None, NAMES)) == []
    assert list(recognise_pointed_out(flow, [], None, NAMES)) == []


def test_long_sentences_are_cut() -> None:
    (one,) = pointed("Studera Mora " + "och mera " * 100)
    assert len(one.sentence) == 200
