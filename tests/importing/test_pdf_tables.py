"""Tables of reports as PDF: rows become lines, however their cells are set."""

from __future__ import annotations

import pytest
from fpdf import FPDF

from tests.importing.pdf_reading import read
from tests.importing.small_reports import new_pdf, pdf_at, said


def test_two_figures_never_become_one_cell() -> None:
    row = [
        (20, 40, "1.1"),
        (30, 40, "Finns en plan för alla i hela kommunen?"),
        (135, 40, "2"),
        (142, 40, "15"),
    ]
    assert said(read(pdf_at(row)))[0].endswith("\t2\t15")


def test_the_headings_of_columns_are_cells() -> None:
    row = [(20, 40, "Kriterium"), (42, 40, "Kommun 2031"), (72, 40, "Kommun 2028"), (102, 40, "Median")]
    assert said(read(pdf_at(row))) == ["Kriterium\tKommun 2031\tKommun 2028\tMedian"]


def ruled(rows: list[list[str]], widths: tuple[int, ...]) -> bytes:
    pdf = new_pdf()
    with pdf.table(col_widths=widths, width=sum(widths), align="L") as table:
        for row in rows:
            table.row(row)
    return bytes(pdf.output())


def test_a_row_of_a_ruled_table_is_a_line_however_its_cells_are_broken() -> None:
    rows = [
        ["1. Offentlighet", "Uppnått", "Max", "Procent"],
        ["1.1 Finns en påhittad plan för demokratiutveckling och information till alla?", "2", "15", "15 %"],
        ["1.2 Informeras invånarna?", "14,5", "20", "69 %"],
        ["", "48", "100", "48 %"],
    ]
    assert said(read(ruled(rows, (45, 25, 25, 25)))) == ["\t".join(row) for row in rows]


def cut_table(left: float, *, closed: bool, others: str = "", more: tuple[float, ...] = ()) -> bytes:
    """A table of two columns that goes on over a page; the rules across its end may be missing, as browsers do."""
    pdf = new_pdf()
    for x, y, text in ((22, 246, "Styrkor"), (92, 246, "Förbättringsområden")):
        pdf.text(x, y, text)
    for x, y, text in ((22, 256, "* Ett"), (92, 256, "* Två som"), (92, 261, "* Tre som")):
        pdf.text(x, y, text)
    rules(pdf, 20, (240, 250, 270), closed=closed)
    pdf.add_page()
    if others:
        for y in (10, 15, 20, 25):
            pdf.text(20, y, others)
    top = 30 if others else 10
    for x, y, text in ((22, 6, "* Fyra"), (22, 11, "* Fem"), (92, 6, "går vidare"), (92, 11, "* Sex")):
        pdf.text(left - 20 + x, top + y, text)
    rules(pdf, left, (top, top + 20), closed=closed, more=more)
    return bytes(pdf.output())


def rules(pdf: FPDF, left: float, heights: tuple[float, ...], *, closed: bool, more: tuple[float, ...] = ()) -> None:
    for x in (left, left + 70, left + 140, *more):
        pdf.line(x, heights[0], x, heights[-1])
    for y in heights if closed else heights[1:-1]:
        pdf.line(left, y, max(left + 140, *more, 0), y)


WHOLE = ["Styrkor", "• Ett", "Förbättringsområden", "• Två som", "• Tre som"]


REST = ["Styrkor", "• Fyra", "• Fem", "Förbättringsområden", "går vidare", "• Sex"]


@pytest.mark.parametrize("closed", [True, False])
def test_a_table_that_a_page_has_cut_keeps_its_headings(closed: bool) -> None:
    assert said(read(cut_table(20, closed=closed))) == [*WHOLE, *REST]


def test_a_table_elsewhere_or_with_other_columns_is_another() -> None:
    assert said(read(cut_table(25, closed=True))).count("Styrkor") == 1
    assert said(read(cut_table(20, closed=True, others="Påhittad text"))).count("Styrkor") == 1
    assert said(read(cut_table(20, closed=True, more=(190.0,)))).count("Styrkor") == 1


@pytest.mark.parametrize("place", [60, 160])
def test_rules_that_end_in_the_middle_of_a_page_have_not_been_cut_there(place: float) -> None:
    pdf = new_pdf()
    for y in (10, 15, 20, 25, 220, 230, 240, 250):
        pdf.text(20, y, "Påhittad text")
    for y in (-10, 6, 11, 30):
        for x in (22, 92):
            pdf.text(x, place + y, "Mål" if y == 6 else "för alla")
    for x in (20, 90, 160):
        pdf.line(x, place - 20, x, place + 40)
    pdf.line(20, place, 160, place)
    pdf.line(20, place + 20, 160, place + 20)
    assert "Mål" in said(read(bytes(pdf.output())))


def test_a_word_too_long_for_its_cell_is_one_word() -> None:
    long = "Demokratiutvecklingsstrategiarbetet"
    assert said(read(ruled([["Fråga", "Poäng"], [f"1.1 {long} och mål", "7"]], (28, 25)))) == [
        "Fråga\tPoäng",
        f"1.1 {long} och mål\t7",
    ]


def test_a_dash_inside_the_text_of_a_cell_is_no_list() -> None:
    rows = [["Område", "Poäng"], ["Kommunen som arbetsgivare\n- personalen", "61"]]
    assert said(read(ruled(rows, (70, 25)))) == ["Område\tPoäng", "Kommunen som arbetsgivare - personalen\t61"]


def test_rows_without_rules_between_them_are_lines() -> None:
    rows = [["Fråga", "Poäng"], ["1.1 Plan\n1.2 Dialog\n1.3 Etik", "2\n14\n7"]]
    assert said(read(ruled(rows, (60, 25)))) == ["Fråga\tPoäng", "1.1 Plan\t2", "1.2 Dialog\t14", "1.3 Etik\t7"]


def test_a_frame_around_text_is_no_table() -> None:
    pdf = new_pdf()
    pdf.rect(15, 30, 150, 40)
    pdf.text(20, 40, "Inramad text")
    assert said(read(bytes(pdf.output()))) == ["Inramad text"]


def test_text_beside_figures_stays_rows() -> None:
    rows = [
        ("Demokratins villkor", "48"),
        ("Brukarnas villkor", "52"),
        ("Styrningens villkor", "50"),
        ("Ledning här", "37"),
    ]
    words = [
        (x, 40.0 + 6 * number, text)
        for number, row in enumerate(rows)
        for x, text in zip((20.0, 110.0), row, strict=True)
    ]
    assert said(read(pdf_at(words))) == ["\t".join(row) for row in rows]
