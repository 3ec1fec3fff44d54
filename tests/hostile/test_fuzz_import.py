"""Any file at all through the import: a draft that is YAML or an error that says what to do, and never a traceback."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.importing.errors import ReportError
from kompass_sphinx.importing.recognition import Wishes, recognise
from kompass_sphinx.importing.report_file import read_report
from kompass_sphinx.reading.yaml_text import parse
from tests.archives import catalogue, registry
from tests.hostile.mangling import Wrong, budget, done_to, mangled, wrongs
from tests.importing.report_files import as_html, as_text
from tests.importing.report_shapes import SHAPES
from tests.importing.reports import made_report
from tests.importing.small_reports import a_pdf_report

TEXT_WORDS = (
    b"\n", b"\n\n", b"\t", b"  ", b"|", b"| 1 |\n", b"**", b"#", b"# ", b"- ", "• ".encode(), b"1.1 ", b"8.9",
    b"4.3\t5\t25 %",
    "Område 4 ".encode(), b"Styrkor\n", "Förbättringsområden\n".encode(), b"av 100", b"800", b"74,5", "poäng".encode(),
    b"2019", b"Tingsryd", "Påhittad kommun".encode(), b"......... 17\n", b"sid 3", b"%", b"(", b"&lt;", b"<b>", b"\f",
    b"OSAKER:", b"# SKRIV OM:", b": ", b"'", b'"', b"---\n", b"{", b"[",
)  # fmt: skip
HTML_WORDS = (
    b"<table>", b"</table>", b"<tr>", b"<td>", b"<td rowspan=3>", b'<td rowspan="99999999999">', b"<ul>", b"</ul>",
    b'<ol start="7">', b"<li>", b"<p>", b"</p>", b"<pre>", b"<script>", b"</script>", b"<!--", b"-->", b"<![CDATA[",
    b"<![if !IE]>", b"<!DOCTYPE x [", b"<?php", b"&#9;", b"&#1114112;", b"&notit;", b"<h1>", b"<title>", b"<br>", b"<",
    b"</", b"<a href='", b"<style>", b'<meta charset="utf-7">', b'<meta charset="utf-16">',
    b'<meta charset="punycode">', b'<meta charset="unicode_escape">', b'<meta charset="rot13">',
    b"<textarea>", b"<svg>",
)  # fmt: skip
WORD_WORDS = (
    b"<w:p>", b"</w:p>", b"<w:r><w:t>", b"</w:t></w:r>", b"<w:tbl>", b"</w:tbl>", b"<w:tc>", b"<w:tr/>", b"<w:tab/>",
    b"<w:br/>", b'<w:gridSpan w:val="99999"/>', b'<w:vMerge w:val="restart"/>', b"<w:vMerge/>", b'<w:numId w:val="1"/>',
    b'<w:ilvl w:val="-1"/>', b"<w:sdt>", b"<mc:AlternateContent>", b"<w:fldChar/>", b"<w:instrText>", b"<!DOCTYPE x>",
    b"<![CDATA[", b"]]>", b"&#1;", b"&x;", b'xmlns="', b'r:id="rId1"', b"<a:blip/>", b"<w:footnoteReference/>",
    b'Target="', b"../../", b"word/document.xml", b"word/styles.xml", b"/", b'Type="', b"<w:hyperlink>", b"<w:comment>",
)  # fmt: skip
PDF_WORDS = (
    b"obj", b"endobj", b"stream\n", b"endstream", b"xref", b"trailer", b"startxref", b"<<", b">>", b"/Length ",
    b"/Kids ", b"/Parent 1 0 R", b"1 0 R", b"99 0 R", b"/Filter /FlateDecode", b"/Filter /LZWDecode",
    b"/Filter [/ASCII85Decode /ASCIIHexDecode]", b"/Filter /RunLengthDecode", b"/Filter /CCITTFaxDecode",
    b"/Predictor 12 /Columns 99999999", b"/Encrypt 1 0 R", b"/Rotate 90", b"/Rotate 45", b"/MediaBox [0 0 0 0]",
    b"/MediaBox [1 2]", b"/Resources 1 0 R", b"/Contents 1 0 R", b"/Type /XRef", b"/ObjStm", b"/Count 99999999",
    b"BT", b"ET", b"Tf", b"Td", b"TJ", b"Tj", b"Do", b"cm", b"re", b"l", b"m", b"S", b"BI ID EI", b"q", b"Q", b"nan",
    b"0 0 0 0 0 0 cm", b"1e30", b"-99999999", b"/ToUnicode 1 0 R", b"beginbfrange <00> <ffffffff> <00>", b"/W [0 [",
    b"/Title 1 0 R", b"/Title (\xfe\xff\xd8\x00)", b"null", b"true", b"%", b"(", b"<",
)  # fmt: skip
ZIP_WORDS = (
    b"PK\x03\x04",
    b"PK\x01\x02",
    b"PK\x05\x06",
    b"PK\x06\x06",
    b"word/",
    b"xl/",
    b"\x08\x00",
    b"\xff\xff\xff\xff",
)


def a_plain_pdf() -> bytes:
    """A PDF with a table, whose parts are not packed, so that what is changed in it means something."""
    paper = FPDF()
    paper.set_compression(False)
    paper.set_font("helvetica", size=11)
    paper.set_title("Rapport 2019")
    paper.add_page()
    paper.multi_cell(0, text="Område 4 Påhittat\n\nStyrkor\n- Påhittad styrka ett\n- Påhittad styrka")
    with paper.table() as table:
        for row in (("Delfråga", "Poäng", "Procent"), ("4.1 Finns en påhittad plan?", "7", "35 %")):
            table.row(row)
    paper.add_page()
    paper.text(20, 40, "Förbättringsområden")
    return bytes(paper.output())


def packed(parts: Sequence[tuple[str, bytes]]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts:
            file.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = {
    "[Content_Types].xml": f"""<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/></Types>""",
    "_rels/.rels": f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>""",
    "word/_rels/document.xml.rels": f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{_OFFICE}/numbering" Target="numbering.xml"/></Relationships>""",
    "word/styles.xml": f"""<w:styles {_WORD}><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/>
</w:style></w:styles>""",
    "word/numbering.xml": f"""<w:numbering {_WORD}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">
<w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>""",
    "word/document.xml": f"""<w:document {_WORD}><w:body>
<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Område 4 Påhittat</w:t></w:r></w:p>
<w:p><w:r><w:t>Styrkor</w:t><w:tab/></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>
<w:r><w:t>Påhittad styrka</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>4.1 Finns en påhittad plan?</w:t></w:r></w:p></w:tc>
<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>7</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>8</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>""",
    "docProps/core.xml": "<p><dc:title>Påhittad rapport</dc:title></p>",
}


def word_with(name: str, wrong: Sequence[Wrong]) -> bytes:
    """A Word file, packed as it should be, with things done to what one of its parts says."""
    parts = [(part, content.encode()) for part, content in PARTS.items()]
    return packed([(part, done_to(content, wrong) if part == name else content) for part, content in parts])


REPORT = made_report(1, 2016, SHAPES["clean"])


def check(data: bytes, folder: Path, name: str) -> None:
    """Import it, as the command does."""
    file = folder / name
    file.write_bytes(data)
    try:
        document = read_report(file, lambda _done, _pages: None)
    except ReportError:
        return
    draft = recognise(document, registry(), catalogue(), Wishes(None, None, None, name))
    written = draft.text.encode()
    assert not parse(written.decode(), name).broken
    assert all(reason.isprintable() for _, reason in draft.unsure)


@budget
@given(data=mangled([as_text(REPORT)[:3000]], TEXT_WORDS))
def test_a_text_made_wrong(data: bytes, tmp_path: Path) -> None:
    check(data, tmp_path, "rapport.txt")


@budget
@given(data=mangled([as_html(REPORT)[:3000]], HTML_WORDS))
def test_a_web_page_made_wrong(data: bytes, tmp_path: Path) -> None:
    check(data, tmp_path, "rapport.html")


@budget
@given(data=mangled([a_plain_pdf(), a_pdf_report()], PDF_WORDS))
def test_a_pdf_made_wrong(data: bytes, tmp_path: Path) -> None:
    check(data, tmp_path, "rapport.pdf")


@budget
@given(name=st.sampled_from(list(PARTS)), wrong=wrongs(WORD_WORDS))
def test_a_part_of_a_word_file_made_wrong(name: str, wrong: list[Wrong], tmp_path: Path) -> None:
    check(word_with(name, wrong), tmp_path, "rapport.docx")


@budget
@given(data=mangled([word_with("", [])], ZIP_WORDS))
def test_a_word_file_packed_wrong(data: bytes, tmp_path: Path) -> None:
    check(data, tmp_path, "rapport.docx")


FOUND = {
    "pages numbered with figures of five thousand digits": ("rapport.txt", (b"Text " + b"9" * 5000 + b"\nx\n\n") * 40),
}
"""What the tests above have found, each mended since."""


@pytest.mark.parametrize(("name", "data"), FOUND.values(), ids=FOUND)
def test_what_was_found(name: str, data: bytes, tmp_path: Path) -> None:
    check(data, tmp_path, name)
