"""A document as one running text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.importing.document import Line
from kompass_sphinx.importing.flow import Flow, folded
from tests.importing.snippets import flow_of

texts = st.text(alphabet="aåÄ\t .5", max_size=8)


def test_every_place_knows_its_line_and_page() -> None:
    flow = Flow((Line("Ett", 1), Line("", 1), Line("Två", 2)))
    assert flow.text == "Ett\n\nTvå\n"
    assert [flow.line_at(offset) for offset in range(9)] == [0, 0, 0, 0, 1, 2, 2, 2, 2]
    assert [flow.page_at(flow.text.index(word)) for word in ("Ett", "Två")] == [1, 2]


def test_a_document_without_lines_or_pages_has_no_page() -> None:
    assert flow_of().page_at(0) is None
    assert flow_of("Ett").page_at(2) is None


@given(st.lists(texts))
def test_every_sign_is_on_the_line_that_holds_it(lines: list[str]) -> None:
    flow = flow_of(*lines)
    for index, (start, line) in enumerate(zip(flow.starts, lines, strict=True)):
        assert flow.text[start : start + len(line)] == line
        assert {flow.line_at(start), flow.line_at(start + len(line))} == {index}


@given(st.text())
def test_the_text_without_accents_has_every_sign_in_its_place(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_accents_go_and_other_letters_stay() -> None:
    assert folded("Åre, Örebro, Älvsbyn, Linné, Müller") == "Are, Orebro, Alvsbyn, Linne, Muller"


def test_a_long_text_without_accents_has_lost_them_and_a_short_one_tells_nothing() -> None:
    assert flow_of("Hur informeras medborgarna om aktuella beslut i namnden " * 20).has_lost_accents
    assert not flow_of("Hur informeras medborgarna om aktuella beslut i nämnden " * 20).has_lost_accents
    assert not flow_of("Hur informeras medborgarna").has_lost_accents
