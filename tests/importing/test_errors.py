"""What cannot be read gets a message that says what to do."""

from __future__ import annotations

import builtins
import io
import os
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from fpdf import FPDF
from fpdf.enums import EncryptionMethod
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kompass_sphinx.importing import pdf_file, report_file
from kompass_sphinx.importing.errors import ReportError
from tests.importing.small_reports import a_pdf_report, a_word_report, new_pdf, read


def message(file: Path) -> str:
    with pytest.raises(ReportError) as caught:
        read(file)
    return caught.value.text(str)


def message_on(data: bytes, folder: Path, name: str = "rapport") -> str:
    file = folder / name
    file.write_bytes(data)
    return message(file)


def test_no_file(tmp_path: Path) -> None:
    assert "no such file" in message(tmp_path / "saknas.pdf")
    assert "folder" in message(tmp_path)
    assert "cannot be read" in message(tmp_path / ("x" * 5000))


def test_not_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rör")
    assert "not a file" in message(tmp_path / "rör")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "nej")

    file = tmp_path / "hemlig.pdf"
    file.write_bytes(a_pdf_report())
    monkeypatch.setattr(Path, "open", refuse)
    assert "may not be read" in message(file)


@pytest.mark.parametrize("data", [b"", b" \n\t\n"])
def test_empty(data: bytes, tmp_path: Path) -> None:
    assert "empty" in message_on(data, tmp_path)


@pytest.mark.parametrize("data", [b"1 2 3\n", b"<html><p></p></html>"])
def test_no_text(data: bytes, tmp_path: Path) -> None:
    assert "no text" in message_on(data, tmp_path)


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_file, "MOST_BYTES", 3 * 1024 * 1024)
    file = tmp_path / "stor.pdf"
    with file.open("wb") as stream:
        stream.truncate(report_file.MOST_BYTES + 1)
    assert "larger than 3 megabytes" in message(file)


def test_too_many_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_file, "MOST_PAGES", 1)
    pdf = new_pdf()
    pdf.add_page()
    assert "2 pages" in message_on(bytes(pdf.output()), tmp_path)


def test_encrypted_pdf(tmp_path: Path) -> None:
    pdf = FPDF()
    pdf.set_encryption("ägare", "läsare", EncryptionMethod.RC4)
    pdf.set_font("helvetica")
    pdf.add_page()
    pdf.text(20, 40, "Hemligt")
    assert "password" in message_on(bytes(pdf.output()), tmp_path)


@pytest.mark.parametrize("stamp", ["", "Stämpel"])
def test_scanned_pdf(stamp: str, tmp_path: Path) -> None:
    pdf = FPDF()
    pdf.set_font("helvetica")
    for number in range(3):
        pdf.add_page()
        pdf.image(Image.new("L", (60, 80), 40 * number + 9), 0, 0, 210, 297)
    if stamp:
        pdf.text(20, 20, stamp)
    assert "OCR" in message_on(bytes(pdf.output()), tmp_path)


@pytest.mark.parametrize("data", [b"En bra plan. " * 80_000, b"<p>En bra plan.</p>" * 90_000])
def test_more_text_than_any_report_has(data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_file, "MOST_SIGNS", 1_000_000)
    assert "more than 1 million characters" in message_on(data, tmp_path)


def test_too_long_a_text_is_told_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_file, "MOST_SIGNS", 1_000_000)
    monkeypatch.delattr(report_file, "read_text")
    assert "more than 1 million characters" in message_on(b"En bra plan. " * 80_000, tmp_path)


def test_pdf_whose_letters_have_no_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        pdf_file, "lines_of_page", lambda _page, _before: (["(cid:12)(cid:7) (cid:99)", "a (cid:5)"], None)
    )
    assert "which letters" in message_on(a_pdf_report(), tmp_path)


def test_damaged(tmp_path: Path) -> None:
    assert "PDF is damaged" in message_on(b"%PDF-1.7\n" + b"\x00\xff" * 300, tmp_path)
    assert "Word file is damaged" in message_on(a_word_report()[:3000], tmp_path, "rapport.docx")
    assert "damaged" in message_on(a_word_report()[:3000], tmp_path)


def zip_of(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as parts:
        for name in names:
            parts.writestr(name, "x")
    return stream.getvalue()


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (OLD + bytes(600), "rapport.doc", "Word 97–2003"),
        (OLD + bytes(600), "rapport.xls", "Excel 97–2003"),
        (OLD + bytes(600), "rapport", "Office 97–2003"),
        (OLD + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "rapport.docx", "password"),
        (b"{\\rtf1\\ansi text}", "rapport.rtf", "RTF"),
        (zip_of("xl/workbook.xml"), "rapport.xlsx", "Excel"),
        (zip_of("ppt/presentation.xml"), "rapport.pptx", "PowerPoint"),
        (zip_of("mimetype", "content.xml"), "rapport.odt", "OpenDocument"),
        (zip_of("rapport.pdf"), "rapport.zip", "zip"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "rapport.pdf", "picture"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "rapport.jpg", "picture"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "rapport.webp", "picture"),
        (bytes(range(256)) * 4, "rapport.bin", "not known"),
    ],
)
def test_other_formats(data: bytes, name: str, said: str, tmp_path: Path) -> None:
    assert said in message_on(data, tmp_path, name)


@pytest.mark.parametrize(("data", "package"), [(a_pdf_report(), "pdfplumber"), (a_word_report(), "mammoth")])
def test_without_the_extra(data: bytes, package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real_import = builtins.__import__

    def without(
        name: str,
        globals: Mapping[str, object] | None = None,  # noqa: A002 - the names of the function it stands for
        locals: Mapping[str, object] | None = None,  # noqa: A002
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> Any:
        if name == package:
            raise ModuleNotFoundError(name)
        return real_import(name, globals, locals, fromlist, level)

    monkeypatch.setattr(builtins, "__import__", without)
    assert 'pip install "kompass-sphinx[import]"' in message_on(data, tmp_path)


def is_read_or_refused(data: bytes, name: str, folder: Path) -> None:
    file = folder / name
    file.write_bytes(data)
    with suppress(ReportError):
        assert read(file).lines


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("rapporter")


_NAMES = st.sampled_from(["rapport.pdf", "rapport.docx", "rapport.txt", "rapport.html", "rapport"])
_STARTS = st.sampled_from(
    [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"<!doctype html>", b"\xff\xfe", b"\xef\xbb\xbf"]
)


@given(start=_STARTS, data=st.binary(max_size=300), name=_NAMES)
def test_any_bytes(start: bytes, data: bytes, name: str, folder: Path) -> None:
    is_read_or_refused(start + data, name, folder)


_REPORTS = {"rapport.pdf": a_pdf_report(), "rapport.docx": a_word_report()}


@settings(max_examples=150)
@given(draw=st.data(), name=st.sampled_from(sorted(_REPORTS)))
def test_damaged_reports(draw: st.DataObject, name: str, folder: Path) -> None:
    data = bytearray(_REPORTS[name])
    for _ in range(draw.draw(st.integers(0, 5), "changes")):
        data[draw.draw(st.integers(0, len(data) - 1), "where")] = draw.draw(st.integers(0, 255), "byte")
    end = draw.draw(st.one_of(st.just(len(data)), st.integers(0, len(data))), "end")
    is_read_or_refused(bytes(data[:end]), name, folder)
