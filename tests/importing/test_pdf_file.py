"""Reports as PDF: words at places become lines."""

from __future__ import annotations

import logging
from collections.abc import Callable
from itertools import accumulate

import pytest
from fpdf import FPDF
from playwright.sync_api import Browser

from kompass_sphinx.importing.pdf_file import read_pdf
from tests.importing.pdf_reading import read
from tests.importing.small_reports import new_pdf, pdf_at, said, texts


def test_words_on_a_line_and_wide_gaps() -> None:
    row = [(20, 40, "1.1 Finns en plan?"), (120, 40, "2"), (140, 40, "15"), (160, 40, "15 %")]
    assert said(read(pdf_at(row))) == ["1.1 Finns en plan?\t2\t15\t15 %"]


def test_a_line_stretched_to_the_margin_is_one_text() -> None:
    words = ("Kommunen", "har", "under", "2031", "arbetat", "med", "dialog", "på", "webben")
    places = accumulate((len(word) * 2.1 + 4.4 for word in words[:-1]), initial=20.0)
    row = [(x, 40.0, word) for x, word in zip(places, words, strict=True)]
    assert said(read(pdf_at(row))) == [" ".join(words)]


def test_a_gap_between_paragraphs_is_an_empty_line() -> None:
    words = [(20, 40 + 5 * number, f"Rad {name}") for number, name in enumerate("abc")]
    assert texts(read(pdf_at([*words, (20, 60, "Nytt stycke")]))) == ["Rad a", "Rad b", "Rad c", "", "Nytt stycke"]


def test_list_signs_and_hanging_text() -> None:
    words = [
        *((25, 40, "\u2022"), (32, 40, "Första punkten"), (32, 45, "fortsätter här")),
        *((25, 50, "-"), (32, 50, "Andra punkten"), (25, 55, "o"), (32, 55, "Tredje punkten")),
    ]
    pdf = new_pdf()
    for x, y, text in words:
        if text == "\u2022":
            pdf.set_font("zapfdingbats", size=8)
            pdf.text(x, y, "l")
            pdf.set_font("helvetica", size=11)
        else:
            pdf.text(x, y, text)
    assert said(read(bytes(pdf.output()))) == [
        *("• Första punkten", "fortsätter här", "• Andra punkten", "• Tredje punkten"),
    ]


def test_drawn_list_signs() -> None:
    pdf = new_pdf()
    pdf.text(30, 40, "Första punkten")
    pdf.circle(26, 38.7, 0.6, style="F")
    pdf.text(30, 46, "Ingen punkt")
    assert said(read(bytes(pdf.output()))) == ["• Första punkten", "Ingen punkt"]


def test_columns_are_read_one_after_the_other() -> None:
    left = ["Styrkor i området", "Första styrkan här", "Andra styrkan här", "Tredje styrkan här"]
    right = ["Förbättringsområden i området", "Första rådet här", "Andra rådet här", "Tredje rådet här"]
    words = [(20.0, 40.0 + 6 * number, text) for number, text in enumerate(left)]
    words += [(110.0, 42.0 + 6 * number, text) for number, text in enumerate(right)]
    heading = [(20.0, 25.0, "Område 3: en rubrik över hela sidan, från vänster till höger kant")]
    assert said(read(pdf_at([*heading, *words]))) == [heading[0][2], *left, *right]


def test_pages_and_their_heads() -> None:
    pdf = FPDF()
    pdf.set_font("helvetica", size=11)
    for number in range(1, 5):
        pdf.add_page()
        pdf.text(20, 15, "Påhittad analys")
        pdf.text(20, 60, f"Stycke {'abcd'[number - 1]} här.")
        pdf.text(100, 285, f"{number} (4)")
    lines = [(line.page, line.text) for line in read(bytes(pdf.output())).lines if line.text]
    assert lines == [(1, "Påhittad analys"), *((page, f"Stycke {'abcd'[page - 1]} här.") for page in range(1, 5))]


def test_rotated_and_tiny_text_is_left_out() -> None:
    pdf = new_pdf()
    pdf.text(20, 40, "Läsbar text")
    with pdf.rotation(90, 60, 60):
        pdf.text(60, 60, "Vriden")
    pdf.set_font("helvetica", size=2)
    pdf.text(20, 50, "Pytteliten")
    assert said(read(bytes(pdf.output()))) == ["Läsbar text"]


def test_text_printed_twice_is_read_once() -> None:
    assert said(read(pdf_at([(20, 40, "Fet rubrik"), (20.1, 40, "Fet rubrik")]))) == ["Fet rubrik"]


def test_a_larger_heading_is_a_paragraph_of_its_own() -> None:
    pdf = new_pdf(18)
    pdf.text(20, 40, "Rubrik")
    pdf.set_font_size(11)
    pdf.text(20, 45, "Text")
    assert texts(read(bytes(pdf.output()))) == ["Rubrik", "", "Text"]


def test_title() -> None:
    pdf = new_pdf()
    pdf.set_title("Påhittad rapport")
    pdf.text(20, 40, "Text")
    assert read(bytes(pdf.output())).title == "Påhittad rapport"


def test_progress_counts_pages() -> None:
    pdf = new_pdf()
    pdf.text(20, 40, "Ett")
    pdf.add_page()
    pdf.text(20, 40, "Två")
    seen: list[tuple[int, int]] = []
    read_pdf(bytes(pdf.output()), lambda done, pages: seen.append((done, pages)))
    assert seen == [(0, 2), (1, 2), (2, 2)]


def test_what_pdfminer_says_stays_inside(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    pdf = new_pdf()
    pdf.text(20, 40, "Text")
    pdf._out("/P0 g")
    data = bytes(pdf.output())
    logging.getLogger("pdfminer").warning("heard")
    with caplog.at_level(logging.DEBUG):
        read(data)
    assert [record.message for record in caplog.records] == ["heard"]
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("pdfminer").level == logging.NOTSET


@pytest.fixture
def printed(browser: Browser) -> Callable[[str], bytes]:
    def print_page(html: str) -> bytes:
        page = browser.new_page()
        page.set_content(f'<!doctype html><html lang="sv"><body style="font: 11pt sans-serif">{html}')
        data = page.pdf(format="A4")
        page.close()
        return data

    return print_page


ROWS = (
    ("1.1", "Finns en påhittad plan för demokratiutveckling och information till alla invånare?", "2", "15", "15 %"),
    ("1.2", "Informerar kommunen sina invånare?", "14", "20", "69 %"),
    (
        "1.3",
        "Informerar kommunen om resultat, även när de är sämre än väntat?",
        "12,5",
        "25",
        "50 %",
    ),
    ("1.4", "Främjas dialog?", "16", "30", "53 %"),
)


@pytest.mark.parametrize(
    "style",
    [
        "td, th { border: 1px solid }",
        "td, th { border-bottom: 1px solid gray }",
        "tr:nth-child(even) { background: #ddd }",
    ],
)
def test_a_browsers_tables(printed: Callable[[str], bytes], style: str) -> None:
    head = "<tr><th colspan=2>Delfråga<th>Poäng<th>Max<th>Procent</tr>"
    total = "<tr><td>Summa<td><td>44<td>90<td></tr>"
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    table = f"<table style='border-collapse: collapse; width: 70%'>{head}{rows}{total}</table>"
    lines = said(read(printed(f"<style>{style} td, th {{ padding: 3pt 6pt }}</style>{table}")))
    assert lines[0] == "Delfråga\tPoäng\tMax\tProcent"
    assert lines[1:5] == ["\t".join(row) for row in ROWS]
    assert lines[5].split("\t")[-2:] == ["44", "90"]


def test_a_browsers_lists_and_columns(printed: Callable[[str], bytes]) -> None:
    tail = "påhittad punkt som är lång nog för två rader"
    lists = [
        f"<h3>{heading}</h3><ul>{''.join(f'<li>{name} {tail}' for name in names)}</ul>"
        for heading, names in (("Styrkor här", ("Ett", "Två", "Tre")), ("Att förbättra", ("Fyra", "Fem", "Sex")))
    ]
    columns = f'<div style="display: flex; gap: 3em"><div>{lists[0]}</div><div>{lists[1]}</div></div>'
    lines = said(read(printed(f"<h1>Område 3</h1>{columns}")))
    assert [line for line in lines if line.startswith("•") or line in ("Styrkor här", "Att förbättra")] == [
        "Styrkor här",
        *(line for line in lines if line.startswith(("• Ett", "• Två", "• Tre"))),
        "Att förbättra",
        *(line for line in lines if line.startswith(("• Fyra", "• Fem", "• Sex"))),
    ]
    assert sum(line.startswith("•") for line in lines) == 6
