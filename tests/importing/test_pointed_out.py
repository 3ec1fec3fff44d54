"""Whom a report points to as a good example."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kompass_sphinx.importing.area_headings import AreaHeading
from kompass_sphinx.importing.document import Line
from kompass_sphinx.importing.flow import Flow
from kompass_sphinx.importing.municipality_names import MunicipalityNames
from kompass_sphinx.importing.pointed_out import PointedOut, recognise_pointed_out
from tests.archives import registry
from tests.importing.snippets import flow_of

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


def places(*lines: str) -> list[tuple[str, str]]:
    return [(one.place, one.kind) for one in pointed(*lines)]


def test_each_belongs_to_the_area_whose_text_names_it() -> None:
    text = ["Område 3", "Studera Mora.", "Område 4", "Studera Rättvik. Det är bra.", "Område 5", "Studera Orsa."]
    flow = flow_of(*text)
    sections = [AreaHeading(flow.text.index(f"Område {area}"), 0, area, is_named=False) for area in (3, 4, 5)]
    sections = [replace(one, end=one.start + 8) for one in sections]
    found = list(recognise_pointed_out(flow, sections, None, NAMES))
    assert [(one.area, one.municipality, one.sentence) for one in found] == [
        (3, "Mora", "Studera Mora."),
        (4, "Rättvik", "Studera Rättvik."),
        (5, "Orsa", "Studera Orsa."),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Exempel finns i", "Inspireras av", "En förebild är", "Föredömligt är", "Lära av", "Lära sig av", "Ta del av",
        "Studera", "Gör studiebesök i", "Intressant är", "Hämta idéer från", "Hämta idé från", "Goda idéer har",
        "Titta på", "TITTA PÅ",
    ],
)  # fmt: skip
def test_many_words_point(words: str) -> None:
    assert municipalities(f"{words} Mora.") == ["Mora"]
    assert municipalities(f"Inget finns. {words} Mora.") == ["Mora"]


@pytest.mark.parametrize("short", ["t.ex.", "bl.a.", "dvs.", "m.m.", "ca. tio i"])
def test_a_sentence_goes_on_after_an_abbreviation(short: str) -> None:
    assert municipalities(f"Ta del av arbetet {short} Mora.") == ["Mora"]


@pytest.mark.parametrize("end", [".", "!", "?"])
@pytest.mark.parametrize("quote", ["", "”", '"'])
def test_a_sentence_ends_before_the_next(end: str, quote: str) -> None:
    assert municipalities(f"Ta del av arbetet{end} {quote}Mora är större.") == []


@pytest.mark.parametrize(
    "other",
    [
        "Asker i Norge", "Angereds stadsdel i Göteborg", "Göteborgs stads stadsdel Angered", "Påhitt AB",
        "Påhittade nätverket", "Zebrastads kommun", "Rättvik", "Stadsdelen Rosengård i Malmö",
    ],
)  # fmt: skip
def test_what_the_next_sentence_names_is_not_pointed_to(other: str) -> None:
    assert pointed(f"Ta del av det. {other} är bra.") == []
    assert len(pointed(f"{other} ger inspiration. Annat är bra.")) == 1


@pytest.mark.parametrize("name", ["Vara", "Mark", "Ale", "Boden", "Sala", "Lund", "Mora", "Kil", "Heby"])
def test_each_name_that_is_also_a_word_is_one_only_at_the_start(name: str) -> None:
    assert municipalities(f"{name} ett exempel.") == []
    assert municipalities(f"• {name} ett exempel.") == []
    assert municipalities(f"Det är bra. Om {name} är ett exempel.") == [name]
    assert municipalities("Rättvik är ett exempel.") == ["Rättvik"]


def test_the_own_municipality_does_not_count_beside_others() -> None:
    assert municipalities("Orsa är ett gott exempel, liksom Mora.") == ["Mora"]
    assert places("Orsa är ett gott exempel, liksom Asker i Norge.") == [("Asker", "foreign")]
    assert municipalities("Orsa kan inspireras. Annat är ett gott exempel.") == []


@pytest.mark.parametrize("praise", ["gott exempel", "Goda exempel", "förebild", "föredöme", "FÖREDÖME"])
def test_the_own_municipality_is_praised_with_few_words(praise: str) -> None:
    assert municipalities(f"Orsa ger {praise}.") == ["Orsa"]


def test_a_name_within_another_name_is_no_municipality() -> None:
    assert places("det går att titta på Mora Bostäder AB.") == [("Mora Bostäder AB", "company")]
    assert places("det går att titta på Mora nätverket.") == [("Mora nätverket", "network")]
    assert places("Studera Mora i Norge.") == [("Mora", "foreign")]
    assert places("Studera Mora stadsdel i Göteborg.") == [("Mora", "district")]


def test_an_unknown_place_stands_beside_known_ones() -> None:
    assert [one.municipality or one.place for one in pointed("Studera Zebrastads kommun och Mora kommun.")] == [
        "Mora",
        "Zebrastad",
    ]
    assert pointed("Studera Zebrastads kommuner.") == []


@pytest.mark.parametrize("country", ["Norge", "Danmark", "Finland", "Island", "Nederländerna"])
@pytest.mark.parametrize("kind", ["", " kommun"])
def test_places_abroad(country: str, kind: str) -> None:
    (one,) = pointed(f"Studera hur Åsker-Bö{kind} i {country} gör.")
    assert (one.place, one.kind, one.country) == ("Åsker-Bö", "foreign", country)
    assert pointed(f"Studera hur Asker i {country}projektet gör.") == []


@pytest.mark.parametrize(("written", "name"), [("Åskers kommun", "Åsker"), ("Moss kommun", "Moss"), ("Moss", "Moss")])
def test_the_name_of_a_municipality_abroad_is_no_genitive(written: str, name: str) -> None:
    assert places(f"Studera hur {written} i Norge gör.") == [(name, "foreign")]


@pytest.mark.parametrize("word", ["Studera", "Besök", "Kontakta", "Jämför", "Följ", "Läs", "Titta", "Inspireras",
                                  "Även", "Också", "Likaså", "Exempelvis", "Hos", "Se"])  # fmt: skip
def test_the_first_word_of_a_sentence_is_no_part_of_a_name(word: str) -> None:
    assert places(f"{word} Mora Bostäder AB, till inspiration.") == [("Mora Bostäder AB", "company")]
    assert places(f"{word} Mora skolnätverket, till inspiration.") == [("Mora skolnätverket", "network")]
    assert places(f"{word}by Bostäder AB, till inspiration.") == [(f"{word}by Bostäder AB", "company")]


@pytest.mark.parametrize("word", ["stadsdel", "stadsdelsnämnd", "stadsdelsförvaltning", "stadsområde", "stadsområdet"])
def test_districts(word: str) -> None:
    (one,) = pointed(f"Studera Örgryte-Härlandas {word} i Göteborg.")
    assert (one.place, one.kind, one.part_of) == ("Örgryte-Härlanda", "district", "Göteborg")


def test_a_district_named_after_the_word_is_as_it_stands() -> None:
    assert places("Studera stadsdelen Västra Alnäs i Malmö.") == [("Västra Alnäs", "district")]
    assert places("Studera stadsdelen Västra-Alnäs i Malmö.") == [("Västra-Alnäs", "district")]


@pytest.mark.parametrize("name", ["Påhitt AB", "Påhitt HB", "Nya Påhittade Bostäder AB", "AB Påhitt", "Väst-Påhitt AB"])
def test_companies(name: str) -> None:
    assert places(f"det går att titta på {name}.") == [(name, "company")]
    assert places(f"det går att titta på {name}x.") == [] or name == "AB Påhitt"


@pytest.mark.parametrize(
    "name", ["Påhitt nätverk", "Påhitt nätverket", "Påhitt Norra skolnätverket", "Väst-Påhitt nätverk"]
)
def test_networks(name: str) -> None:
    assert places(f"det går att titta på {name}.") == [(name, "network")]
    assert places(f"det går att titta på {name}en.") == []


def test_the_page_is_where_the_sentence_begins() -> None:
    assert [one.page for one in pointed("Här står annat.", "", "Studera arbetet", "i Mora.")] == [4]
    assert [one.page for one in pointed("Här står annat.", "", "", "  Studera Mora.")] == [5]
