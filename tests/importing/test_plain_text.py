"""Reports as text."""

from __future__ import annotations

import codecs

import pytest

from kompass_sphinx.importing.plain_text import read_text


def texts(data: bytes | str) -> list[str]:
    return [line.text for line in read_text(data.encode() if isinstance(data, str) else data).lines]


@pytest.mark.parametrize(
    "data",
    [
        "Åre når målen – nästan".encode(),
        codecs.BOM_UTF8 + "Åre når målen – nästan".encode(),
        codecs.BOM_UTF16_LE + "Åre når målen – nästan".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Åre når målen – nästan".encode("utf-16-be"),
        "Åre når målen – nästan".encode("cp1252"),
    ],
)
def test_encodings(data: bytes) -> None:
    assert texts(data) == ["Åre når målen – nästan"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    assert texts(f"Ett{end}Två{end}{end}Tre{end}") == ["Ett", "Två", "", "Tre"]


def test_form_feeds_end_pages() -> None:
    lines = read_text("Ett\n\fTvå\n\fTre\n\f".encode()).lines
    assert [(line.page, line.text) for line in lines if line.text] == [(1, "Ett"), (2, "Två"), (3, "Tre")]
    assert {line.page for line in read_text(b"Ett\n").lines} == {None}


def test_tabs_end_cells() -> None:
    assert texts("1.1\tFinns en plan?\t2\t15\t15%\n\t\t48\t100\t48%") == [
        "1.1\tFinns en plan?\t2\t15\t15%",
        "\t\t48\t100\t48%",
    ]


def test_pipes_are_cells() -> None:
    table = "| Delfråga | Poäng |\n|:---|---:|\n| 1.1 **Plan** | 2 |\n\n1.2 Dialog | 7 | 20"
    assert texts(table) == ["Delfråga\tPoäng", "1.1 Plan\t2", "", "1.2 Dialog\t7\t20"]


def test_columns_kept_with_spaces() -> None:
    assert texts("   1.1  Finns en plan?            2     15  15 %") == ["1.1\tFinns en plan?\t2\t15\t15 %"]
    assert texts("Fråga          Uppnått  Max  Procent") == ["Fråga\tUppnått\tMax\tProcent"]
    assert texts("Finns en plan?  2  15  15 %") == ["Finns en plan?\t2\t15\t15 %"]
    assert texts("Ett ord.  Två ord.") == ["Ett ord. Två ord."]


def test_marks_of_markdown_go() -> None:
    assert texts("# Område 1 #\n**Styrkor**\n* Ett\n- *Två*\n__Tre__ och *fyra*") == [
        *("Område 1", "", "Styrkor", "• Ett", "• Två", "Tre och fyra"),
    ]


def test_html_inside_text() -> None:
    assert texts('<ul style="x: y">• Plan• Dialog och svar</ul>\t37') == ["Plan; Dialog och svar\t37"]
    assert texts("<ul><li>Plan</li><li>Dialog &amp; svar</li></ul>\t37") == ["Plan; Dialog & svar\t37"]
    assert texts("Rad<br/>bruten, 3 < 5 och 7 > 2") == ["Rad bruten, 3 < 5 och 7 > 2"]


def test_list_signs() -> None:
    assert texts("  • Ett\n  – Två\no   Tre\n\uf0b7\tFyra") == ["• Ett", "• Två", "• Tre", "• Fyra"]


def test_a_sign_begins_an_item_in_every_column_of_words() -> None:
    text = "• Ett påhittat                \uf0b7 Två påhittade\n1.1 Plan      -      o 7\n"
    assert [line.text for line in read_text(text.encode()).lines] == [
        "• Ett påhittat\t• Två påhittade",
        "1.1 Plan\t-\to 7",
    ]
