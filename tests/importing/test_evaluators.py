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
