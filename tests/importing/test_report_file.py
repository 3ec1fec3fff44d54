"""Reports in every format become the same lines."""

from __future__ import annotations

from pathlib import Path

from tests.importing.small_reports import a_pdf_report, a_word_report, read, said


def test_word(tmp_path: Path) -> None:
    file = tmp_path / "rapport.docx"
    file.write_bytes(a_word_report())
    document = read(file)
    assert document.title == "Påhittad rapport"
    assert said(document) == [
        "Område 1 Offentlighet",
        "Styrkor",
        "• Påhittad styrka ett",
        "Delfråga\tPoäng",
        "1.1 Finns en påhittad plan?\t7",
    ]


def test_pdf(tmp_path: Path) -> None:
    file = tmp_path / "rapport.pdf"
    file.write_bytes(a_pdf_report())
    document = read(file)
    assert said(document) == ["Område 1 Offentlighet", "Styrkor", "• Påhittad styrka ett"]
    assert {line.page for line in document.lines} == {1}


def test_text(tmp_path: Path) -> None:
    file = tmp_path / "rapport.txt"
    file.write_text("Område 1 Offentlighet\n\nStyrkor\n- Påhittad styrka ett\n1.1\tPlan\t7\n", encoding="cp1252")
    assert said(read(file)) == ["Område 1 Offentlighet", "Styrkor", "• Påhittad styrka ett", "1.1\tPlan\t7"]
