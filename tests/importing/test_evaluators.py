"""Who made the evaluation."""

from __future__ import annotations

import pytest

from kompass_sphinx.importing.evaluators import recognise_evaluators
from tests.importing.snippets import flow_of


def people(*lines: str) -> list[tuple[str, str]]:
    return [read.value for read in recognise_evaluators(flow_of(*lines))]


ANNA, BO = ("Anna Påhitt", "Orsa kommun"), ("Bo von Låtsas", "SKL")


@pytest.mark.parametrize(
    "lines",
    [
        ["Utvärderare: Anna Påhitt (Orsa kommun) och Bo von Låtsas (SKL)"],
        ["Utvärderare:", "Anna Påhitt, Orsa kommun", "Bo von Låtsas, SKL"],
        ["Utvärderingen gjordes av: Anna Påhitt, Orsa kommun och Bo von Låtsas, SKL"],
        ["UTVÄRDERARE: Anna Påhitt (Orsa kommun) och", "Bo von Låtsas (SKL)"],
        ["Utvärderare: Anna Påhitt (Orsa", "kommun) och Bo von Låtsas (SKL)"],
    ],
)
def test_people_after_the_word_with_where_they_work(lines: list[str]) -> None:
    assert people(*lines) == [ANNA, BO]


def test_people_without_an_employer() -> None:
    assert people("Utvärderare: Anna Påhitt och Bo von Låtsas") == [("Anna Påhitt", ""), ("Bo von Låtsas", "")]


def test_people_one_a_line_without_an_employer() -> None:
    assert people("Utvärderare:", "Anna Påhitt", "Bo Låtsas") == [("Anna Påhitt", ""), ("Bo Låtsas", "")]


def test_names_in_capitals_are_written_as_usual() -> None:
    assert people("Utvärderare: ANNA PÅHITT (F.D. SKL) OCH BO LÅTSAS (SKR)") == [
        ("Anna Påhitt", "f.d. SKL"),
        ("Bo Låtsas", "SKR"),
    ]


def test_without_the_word_people_with_a_known_kind_of_employer_count() -> None:
    assert people("Anna Påhitt, Orsa kommun", "Bo Låtsas, en annan firma") == [ANNA]


def test_lines_after_the_people_are_not_read() -> None:
    found = people(
        "Utvärderare:", "Anna Påhitt, Orsa kommun", "", "Kommunen har bett om en utvärdering av Stora Planen."
    )
    assert found == [ANNA]


def test_four_at_most_and_none_where_nobody_is_named() -> None:
    names = " och ".join(f"Anna{letter} Påhitt" for letter in "abcdef")
    assert len(people(f"Utvärderare: {names}")) == 4
    assert people("Utvärderingen gick bra.") == []
    assert people("Text. " * 800, "Utvärderare: Anna Påhitt") == []


def test_names_are_always_to_be_checked() -> None:
    assert all(read.doubt for read in recognise_evaluators(flow_of("Utvärderare: Anna Påhitt")))


def test_people_with_an_employer_are_named_once_and_four_at_most() -> None:
    assert people("Anna Påhitt, Orsa kommun", "Anna Påhitt, Orsa kommun") == [ANNA]
    assert len(people(*(f"Anna{letter} Påhitt, SKR" for letter in "abcdef"))) == 4
    assert all(read.doubt for read in recognise_evaluators(flow_of("Anna Påhitt, Orsa kommun")))


@pytest.mark.parametrize(
    "employer",
    ["Sveriges Kommuner och Landsting", "Sveriges Kommuner och Regioner", "SKL", "SKR", "Orsa kommun", "Orsa stad",
     "Påhittade region"],
)  # fmt: skip
def test_known_kinds_of_employers(employer: str) -> None:
    assert people(f"text Anna Påhitt, {employer}.") == [("Anna Påhitt", employer)]
    assert people(f"text Anna Påhitt, {employer}x.") == []
    assert people(f"Utvärderare: Anna Påhitt, {employer}") == [("Anna Påhitt", employer)]


@pytest.mark.parametrize(
    "label",
    ["Utvärderare", "Utvärderingsteam", "Utvärderingsgrupp", "Utvärderingen gjordes av", "Utvärderarna", "UTVÄRDERARE"],
)
@pytest.mark.parametrize("sign", [":", " är", " var", " –", " -", " var:"])
def test_the_word_before_people(label: str, sign: str) -> None:
    assert people(f"{label}{sign} Anna Påhitt") == [("Anna Påhitt", "")]
    assert people(f"Själv{label.lower()}{sign} Anna Påhitt") == []


@pytest.mark.parametrize(
    "name",
    [
        "Anna Påhitt", "Anna-Lisa Påhitt", "Anna Påhitt-Låtsas", "Anna Maria Påhitt", "Anna af Påhitt",
        "Anna av Påhitt", "Anna de Påhitt", "Åsa Éva", "A Påhitt",
    ],
)  # fmt: skip
def test_kinds_of_names(name: str) -> None:
    assert people(f"Utvärderare: {name} (SKL)") == [(name, "SKL")]


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("Anna Påhitt, Orsa kommun; Text", "Orsa kommun"),
        ("Anna Påhitt, Orsa kommun\tText", "Orsa kommun"),
        ("Anna Påhitt, Orsa kommun, Text", "Orsa kommun"),
        ("Anna Påhitt, Orsa kommun. Text", "Orsa kommun"),
        ("Anna Påhitt, Orsa kommun och Bo Låtsas", "Orsa kommun"),
        ("Anna Påhitt ( Orsa kommun )", "Orsa kommun"),
        ("Anna Påhitt", ""),
    ],
)
def test_where_an_employer_ends(line: str, where: str) -> None:
    assert people(f"Utvärderare: {line}")[0] == ("Anna Påhitt", where)


def test_the_lines_after_the_word_are_read_wherever_it_stands() -> None:
    assert people("Text. " * 100, "Utvärderare: Anna Påhitt, Orsa kommun") == [ANNA]


def test_people_more_than_400_signs_after_the_word_are_not_read() -> None:
    first, last = "Utvärderare: Anna Påhitt (SKL)", "Bo Låtsas (SKR)"
    assert people(first, *[""] * 367, last) == [("Anna Påhitt", "SKL"), ("Bo Låtsas", "SKR")]
    assert people(first, *[""] * 368, last) == [("Anna Påhitt", "SKL"), ("Bo Låtsas", "")]


@pytest.mark.parametrize(
    "lines",
    [
        ["Utvärderare:", "  ANNA PÅHITT, ORSA KOMMUN OCH", "  BO LÅTSAS, SKL"],
        ["Utvärderare: Anna Påhitt, Orsa Kommun och  ", "Bo Låtsas, SKL"],
        ["Utvärderare: Anna Påhitt, Orsa Kommun,", "Bo Låtsas, SKL"],
        ["Utvärderare:", "Anna Påhitt,", "Orsa Kommun", "Bo Låtsas,", "SKL"],
        ["Utvärderare: Anna Påhitt (", "  Orsa Kommun)", "Bo Låtsas (SKL)"],
    ],
)
def test_a_line_that_was_broken_is_joined_with_the_next(lines: list[str]) -> None:
    assert people(*lines) == [("Anna Påhitt", "Orsa Kommun"), ("Bo Låtsas", "SKL")]


@pytest.mark.parametrize(
    "line",
    [
        "en text om annat, Stora Planen",
        "Rapporten",
        "och så vidare om den Stora Planen, som är mycket lång och viktig för alla",
    ],
)
def test_reading_ends_at_the_first_line_that_goes_on_about_something_else(line: str) -> None:
    assert people("Utvärderare: Anna Påhitt (Orsa kommun)", line, "Bo Låtsas (SKL)") == [ANNA]
    assert people("Utvärderare:", "Anna Påhitt (Orsa kommun)", "", line, "Bo Låtsas (SKL)") == [ANNA]


def test_a_name_that_was_broken_is_joined() -> None:
    assert people("Utvärderare: Anna Påhitt, SKR och Bo", "Låtsas") == [("Anna Påhitt", "SKR"), ("Bo Låtsas", "")]


def test_small_words_and_short_names_in_capitals() -> None:
    assert people("Utvärderare: ANNA PÅHITT (FÖRE DETTA SKR), BO LÅTSAS (KS PÅHITT AB)") == [
        ("Anna Påhitt", "före detta SKR"),
        ("Bo Låtsas", "KS Påhitt AB"),
    ]


def test_running_text_after_a_line_that_is_broken_names_nobody() -> None:
    text = "Påhittad Kommun deltog. Texten handlar om något helt annat."
    assert people("Utvärderare: Anna Påhitt och", text) == [("Anna Påhitt", "")]


def test_names_of_several_parts_are_whole() -> None:
    named = "Anna-Lisa Påhitt-Ek, Bo Låtsas-Ek Hitt och Cilla Påhitt"
    whole = ["Anna-Lisa Påhitt-Ek", "Bo Låtsas-Ek Hitt", "Cilla Påhitt"]
    assert [name for name, _ in people("Utvärderare:", *named.replace(" och ", ", ").split(", "))] == whole
    assert people("Anna-Lisa Påhitt-Ek, Orsa-Mora kommun") == [("Anna-Lisa Påhitt-Ek", "Orsa-Mora kommun")]
