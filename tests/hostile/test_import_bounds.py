"""Small files that ask for much, and what the import does of them: it reads them soon or says why it does not."""

from __future__ import annotations

import time
import zlib
from pathlib import Path

import pytest

from kompass_sphinx.importing import memory, pdf_bounds
from kompass_sphinx.importing.errors import ReportError
from kompass_sphinx.importing.memory import bounded_memory
from tests.hostile.test_fuzz_import import PARTS, packed
from tests.importing.small_reports import read, said

PAGE = b"<!doctype html><html><body><p>Text</p>"

PAGES = {
    "a figure of five thousand digits for rows": PAGE + b'<table><tr><td rowspan="' + b"9" * 5000 + b'">x</td></table>',
    "a figure of five thousand digits for a list": PAGE + b'<ol start="' + b"9" * 5000 + b'"><li>x</ol>',
    "an encoding that makes halves of letters": b'<!doctype html><meta charset="unicode_escape"><p>Text \\ud800',
    "another encoding that does": b'<!doctype html><meta charset="utf-7"><p>Text +2AA-',
    "an encoding that takes hours": b'<!doctype html><meta charset="punycode"><p>Text ' + b"a-zzzz9" * 40_000,
    "comments that do not end": PAGE + b"<!--" * 200_000,
    "tags that do not end": PAGE + b"<a " * 30_000,
    "tags in tags": PAGE + b"<a <b " * 15_000 + b">",
    "tables in tables": PAGE + b"<table><tr><td>" * 2_000,
}


def written(data: bytes, folder: Path, name: str) -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


@pytest.mark.parametrize("data", PAGES.values(), ids=PAGES)
def test_a_web_page_is_read_soon_and_as_what_can_be_written(data: bytes, tmp_path: Path) -> None:
    begun = time.process_time()
    document = read(written(data, tmp_path, "rapport.html"))
    assert time.process_time() - begun < 10  # seconds; the worst took minutes
    assert any("Text" in line for line in said(document))
    assert "".join(said(document)).encode()


def test_what_is_not_shown_is_taken_out_and_what_follows_is_read(tmp_path: Path) -> None:
    page = PAGE + b"<!-- en --><p>A</p><!--><p>B</p><script>'<!--'</script><p>C</p><STYLE>d</style ><p>E &lt; F</p>"
    assert said(read(written(page, tmp_path, "rapport.html"))) == ["Text", "A", "B", "C", "E < F"]


def test_a_few_tags_that_do_not_end_leave_the_others_as_they_are(tmp_path: Path) -> None:
    page = PAGE + b'<p title="a<b">A</p><b<i>B</i><p>C'
    assert said(read(written(page, tmp_path, "rapport.html")))[:2] == ["Text", "A"]


def a_pdf(*objects: bytes) -> bytes:
    """A PDF of a page that draws object 4 with object 5 as its font."""
    said = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>",
        *objects,
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % numbered for numbered in enumerate(said, start=1))
    return b"%PDF-1.4\n" + body + b"trailer\n<< /Root 1 0 R >>\n"


def stream(content: bytes, said: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), said, content)


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
TEXT = b"BT /F 12 Tf 50 700 Td (Omrade 1) Tj ET"
FIGURE = (
    b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F 5 0 R >> /XObject << /X %d 0 R >> >>"
)


def test_figures_that_draw_each_other_twice_over_come_to_an_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = [stream(b"/X Do /X Do", FIGURE % (7 + level)) for level in range(30)]
    file = written(a_pdf(stream(TEXT + b" /X Do"), FONT, *figures, stream(TEXT, FIGURE % 6)), tmp_path, "rapport.pdf")
    monkeypatch.setattr(pdf_bounds, "MOST_STEPS", 200_000)
    with pytest.raises(ReportError) as caught:
        read(file)
    assert "more than 200000 steps" in caught.value.text(str)


def test_letters_are_steps_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = TEXT + b"BT /F 1 Tf [(" + b"a" * 1000 + b")] TJ ET"
    file = written(a_pdf(stream(page), FONT), tmp_path, "rapport.pdf")
    monkeypatch.setattr(pdf_bounds, "MOST_STEPS", 1000)
    with pytest.raises(ReportError):
        read(file)
    monkeypatch.setattr(pdf_bounds, "MOST_STEPS", 1050)
    assert said(read(file))


def test_a_row_of_two_thousand_million_columns_is_refused(tmp_path: Path) -> None:
    wide = b"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 >>"
    file = written(a_pdf(stream(zlib.compress(TEXT), wide), FONT), tmp_path, "rapport.pdf")
    with pytest.raises(ReportError) as caught:
        read(file)
    assert "more than 2 gigabytes of memory" in caught.value.text(str)


def test_what_unpacks_to_more_than_there_is_room_for_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_DATA)
    monkeypatch.setattr(memory, "MOST_BYTES", 1024**3 // 2)
    packed_twice = zlib.compress(zlib.compress(b" " * 600_000_000, 1))
    page = stream(packed_twice, b"/Filter [/FlateDecode /FlateDecode]")
    with pytest.raises(ReportError) as caught:
        read(written(a_pdf(page, FONT), tmp_path, "rapport.pdf"))
    assert "gigabytes of memory" in caught.value.text(str)
    assert resource.getrlimit(resource.RLIMIT_DATA) == before


def test_a_bound_that_is_there_already_is_not_widened() -> None:
    resource = pytest.importorskip("resource")
    before = soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    assert soft == resource.RLIM_INFINITY
    resource.setrlimit(resource.RLIMIT_DATA, (memory.MOST_BYTES - 4096, hard))
    try:
        with bounded_memory():
            assert resource.getrlimit(resource.RLIMIT_DATA)[0] == memory.MOST_BYTES - 4096
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, before)
    with bounded_memory():
        assert resource.getrlimit(resource.RLIMIT_DATA)[0] == memory.MOST_BYTES


def test_text_under_another_name_is_not_read(tmp_path: Path) -> None:
    document = PARTS["word/document.xml"].encode()
    renamed = PARTS["_rels/.rels"].replace("word/document.xml", "word/document.bin").encode()
    parts = [(name, text.encode()) for name, text in PARTS.items() if name not in ("word/document.xml", "_rels/.rels")]
    data = packed([*parts, ("_rels/.rels", renamed), ("word/document.bin", document + b" " * 100_000_000)])
    begun = time.process_time()
    with pytest.raises(ReportError) as caught:
        read(written(data, tmp_path, "rapport.docx"))
    assert "damaged" in caught.value.text(str)
    assert time.process_time() - begun < 5  # seconds


def test_a_document_type_is_found_in_any_encoding(tmp_path: Path) -> None:
    typed = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE w [<!ENTITY a "b">]>' + PARTS["word/document.xml"]
    parts = [(name, text.encode()) for name, text in PARTS.items() if name != "word/document.xml"]
    with pytest.raises(ReportError, match="damaged"):
        read(written(packed([*parts, ("word/document.xml", typed.encode("utf-16"))]), tmp_path, "rapport.docx"))


def test_a_part_that_is_there_twice_is_read_once(tmp_path: Path) -> None:
    parts = [(name, text.encode()) for name, text in PARTS.items()]
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = packed([*parts, ("word/document.xml", PARTS["word/document.xml"].encode())])
    assert "Styrkor" in "".join(said(read(written(data, tmp_path, "rapport.docx"))))
