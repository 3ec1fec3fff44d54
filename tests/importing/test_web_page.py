"""Reports as HTML."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.importing.web_page import document_of_html, read_html


def texts(html: str) -> list[str]:
    return [line.text for line in document_of_html(html).lines]


def test_paragraphs_headings_and_breaks() -> None:
    assert texts("<h2>Område 1</h2><p>Ett\n  stycke<br>på två rader</p><p>Ett <b>till</b></p>") == [
        *("Område 1", "", "Ett stycke", "på två rader", "", "Ett till"),
    ]


def test_title_and_what_is_no_text() -> None:
    document = document_of_html(
        "<title>Påhittad &amp; rapport</title><style>p{}</style><nav>Meny</nav><header><p>Huvud</p></header>"
        "<script>var a = '<p>nej</p>'</script><p>Text</p><aside>Bredvid</aside><footer>Fot</footer>"
    )
    assert document.title == "Påhittad & rapport"
    assert [line.text for line in document.lines] == ["Text"]


def test_lists() -> None:
    assert texts("<h3>Styrkor</h3><ul><li>Ett<li><p>Två</p><ul><li>Tre</li></ul></li></ul><p>Slut") == [
        *("Styrkor", "", "• Ett", "• Två", "• Tre", "", "Slut"),
    ]
    assert texts('<ol start="3"><li>Ett</li><li>Två</li></ol>') == ["3. Ett", "4. Två"]


def test_tables() -> None:
    assert texts(
        "<table><tr><th colspan=2>Delfråga<th>Poäng<th>Max</tr>"
        "<tr><td rowspan=2>1.1<td>Finns\nen plan?<td>2<td>15</tr><tr><td>Dialog<td><td>20</table>"
    ) == ["Delfråga\tPoäng\tMax", "1.1\tFinns en plan?\t2\t15", "\tDialog\t\t20"]


def test_a_list_in_a_cell_beside_a_figure() -> None:
    assert texts("<table><tr><td><ul><li>Plan<li>Dialog</ul></td><td><p>37</p></td></tr></table>") == [
        "Plan; Dialog\t37"
    ]


def test_a_table_in_a_table() -> None:
    inner = "<table><tr><td>1.1 Plan</td><td>7</td></tr><tr><td>1.2 Dialog</td><td>9</td></tr></table>"
    assert texts(f"<table><tr><td>{inner}</td><td>Bredvid</td></tr></table>") == [
        *("1.1 Plan\t7", "1.2 Dialog\t9", "", "Bredvid"),
    ]


def test_tabs_are_white_space_in_a_page_and_cells_in_word() -> None:
    assert texts("<p>1.1\tPlan\t7</p>") == ["1.1 Plan 7"]
    assert document_of_html("<p>1.1\tPlan\t7</p>", tabs_end_cells=True).lines[0].text == "1.1\tPlan\t7"


def test_what_word_writes_as_html() -> None:
    assert texts(
        "<p class=MsoListParagraph><![if !supportLists]><span style='font-family:Symbol'>·<span>&nbsp;&nbsp; "
        "</span></span><![endif]>En punkt<o:p></o:p></p>"
    ) == ["• En punkt"]


def test_encodings() -> None:
    for encoding in ("utf-8", "iso-8859-1", "windows-1252"):
        data = f'<html><head><meta charset="{encoding}"></head><p>Åre når målen</p>'.encode(encoding)
        assert read_html(data).lines[0].text == "Åre når målen", encoding
    assert read_html("<html><p>Åre når målen</p>".encode("cp1252")).lines[0].text == "Åre når målen"


_NAMES = ("table", "tr", "td", "th", "ul", "ol", "li", "p", "br", "div", "title", "script")
_TAGS = [f"<{end}{name}>" for name in _NAMES for end in ("", "/")]


@given(
    st.lists(
        st.sampled_from(
            [*_TAGS, "ord", "7", "&", "<", "<!", "<![", "<!--", "<?", "]>", '<td rowspan="3">', '<ol start="x">']
        )
    )
)
def test_any_tags_in_any_order(parts: list[str]) -> None:
    document = document_of_html("".join(parts))
    assert all(not line.text.isspace() for line in document.lines)
