"""From the lines of a report to a draft: what is told is used, and no lines at all make it stumble."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kompass_sphinx.importing.document import Document, Line
from kompass_sphinx.importing.recognition import Draft, Wishes, recognise
from kompass_sphinx.reading.marks import UNSURE
from tests.archives import catalogue, registry
from tests.importing.draft_text import DraftText
from tests.importing.report_shapes import SHAPES
from tests.importing.reports import made_report
from tests.importing.snippets import document_of, edition

NOTHING = Wishes(municipality=None, year=None, edition=None, source="påhittad.txt")

# What reports are made of, in no order: headings, rows, figures, lists, dates, names, remains of layout.
TOKENS = (
    "Område 3", "1. Offentlighet och demokrati", "Politisk styrning och kontroll", "Styrkor", "Förbättringsområden",
    "Styrkor\tFörbättringsområden", "Sammanfattning", "Poäng", "TOTALT", "Max", "Procent", "1.1", "1.2 Plan?", "4,3",
    "2", "15", "48", "100", "7,5", "74.25", "13%", "40 %", "452p", "2 av 15", "2/15", "999", "\t", "•", "• ", "- ",
    "Utvärderare: ", "Anna Påhitt, Orsa kommun", "Orsa kommun 2016", "ORSA", "Mora", "Gott exempel", "3–4 maj 2016",
    "2016-06-31", "30 personer intervjuades", "kommunens första utvärdering", "Sida 1", "Sida 2", "Sida 3", "# ",
    ": ", "'", '"', "{", "]", "\x1f", "\u2028", "och", "demokrati-", "t.ex.", ".",
)  # fmt: skip
lines = st.lists(st.sampled_from(TOKENS), max_size=6).map(" ".join)
documents = st.builds(
    lambda texts, pages, title: Document(
        tuple(Line(text, 1 + index // 5 if pages else None) for index, text in enumerate(texts)), title
    ),
    st.lists(lines, max_size=40),
    st.booleans(),
    lines,
)


def drafted(document: Document, wishes: Wishes = NOTHING) -> Draft:
    return recognise(document, registry(), catalogue(), wishes)


@given(documents)
@settings(max_examples=60)
def test_any_lines_become_a_draft_that_can_be_read_and_tells_where_it_is_unsure(document: Document) -> None:
    draft = drafted(document)
    values = DraftText(draft.text).values
    assert "edition" in values
    assert "sources" in values
    written = draft.text.split("\n")
    assert draft.unsure
    assert all(UNSURE in written[number - 1] for number, _ in draft.unsure)


def test_what_the_person_knows_is_used_without_a_doubt() -> None:
    report = made_report(1, 2016, SHAPES["clean"])
    wishes = Wishes(municipality="Orsa", year=2012, edition=2010, source="påhittad.txt")
    draft = drafted(report.document, wishes)
    assert (draft.slug, draft.year) == ("orsa", 2012)
    text = DraftText(draft.text)
    for key, value in (("municipality", "Orsa"), ("year", "2012"), ("edition", "2010")):
        assert text.get(key) == value
        assert not text.is_unsure(key)


def test_the_same_report_becomes_the_same_draft() -> None:
    document = made_report(1, 2016, SHAPES["clean"]).document
    assert drafted(document) == drafted(document)


def test_a_document_without_lines_becomes_a_draft_to_fill_in() -> None:
    text = DraftText(drafted(document_of()).text)
    assert set(text.values) == {"edition", "sources"}
    assert text.is_unsure("edition")


def test_a_date_in_the_heads_of_pages_alone_is_the_publication() -> None:
    heads = [f"Påhittad rapport 2016-06-01 sida {page}" for page in (1, 2, 3, 4)]
    document = document_of(*(line for head in heads for line in (head, "Orsa kommun 2016", "Text om kommunen")))
    assert DraftText(drafted(document).text).get("published") == "2016-06-01"


def test_findings_before_any_area_are_not_lost() -> None:
    draft = drafted(document_of("Orsa kommun 2016", "Styrkor", "• Påhittad styrka utan område"))
    assert "Påhittad styrka utan område" in draft.text.splitlines()[-1]


def read_back(*lines: str, wishes: Wishes = NOTHING) -> DraftText:
    return DraftText(drafted(document_of(*lines), wishes).text)


def test_the_name_that_was_found_tells_the_year_beside_it() -> None:
    text = read_back("Orsa kommun 2016", "Lagen är från 2018, 2018")
    assert (text.get("year"), text.is_unsure("year")) == ("2016", False)


def test_the_year_that_was_found_tells_the_edition() -> None:
    assert read_back("Orsa kommun 2012").get("edition") == "2010"
    assert read_back("Ingenting").get("edition") == "2020"


def test_the_year_that_was_found_tells_which_date_is_the_publication() -> None:
    assert read_back("Orsa kommun 2012", "2016-06-01, 2012-06-01").get("published") == "2012-06-01"


def test_the_own_municipality_is_not_pointed_out_and_its_findings_stand_under_their_kinds() -> None:
    text = read_back(
        "Orsa kommun 2016",
        "Område 1 Offentlighet och demokrati",
        "Orsa kan hämta inspiration i Mora.",
        "Kommunen arbetar med frågan i alla nämnder. " * 20,
        "Styrkor",
        "• Påhittad styrka i planen",
        "Förbättringsområden",
        "• Påhittad brist i dialogen",
    )
    assert [one["municipality"] for one in text.get("examples")] == ["Mora"]
    assert text.get("areas", 1, "strengths") == ["Påhittad styrka i planen"]
    assert text.get("areas", 1, "improvements") == ["Påhittad brist i dialogen"]


def test_findings_of_an_area_stand_there_alone() -> None:
    lines = (
        "Område 1 Offentlighet och demokrati",
        "Kommunen arbetar med frågan. " * 20,
        "Styrkor",
        "• Påhittad styrka",
    )
    assert drafted(document_of("Orsa kommun 2016", *lines)).text.count("Påhittad styrka") == 1


def test_particulars_stand_in_the_draft() -> None:
    text = read_back(
        "Orsa kommun 2016",
        "Utvärderare: Anna Påhitt (SKL)",
        "Utvärderingen gjordes i maj 2016.",
        "30 personer intervjuades.",
        "Det är kommunens andra utvärdering.",
    )
    assert (text.get("visited"), text.get("interviews"), text.get("first")) == ("2016-05", "30", "false")
    assert text.get("evaluators") == [{"name": "Anna Påhitt", "affiliation": "SKL"}]


ROWS = ["1.1 Plan?\t2\t15\t13%", "1.2 Dialog?\t9\t20\t45%", "1.3 Val?\t20\t25\t80%", "1.4 Etik?\t12\t30\t40%"]
AREA = ["Orsa kommun 2016", "Område 1 Offentlighet och demokrati", *ROWS, "1.5 Insyn?\t5\t10\t50%"]


def test_what_a_sentence_says_of_an_area_counts_where_nothing_else_does() -> None:
    alone = read_back(*AREA, "Orsa får 48 poäng av 100 inom Offentlighet och demokrati.")
    assert alone.get("areas", 1, "points") == "48"
    assert not alone.is_unsure("areas", 1, "points")


def test_the_box_at_the_head_of_an_area_counts_and_no_sentence_beside_it() -> None:
    text = "Kommunen arbetar med frågan. " * 20
    sentence = "Orsa får 60 poäng inom Offentlighet och demokrati."
    boxed = read_back(*AREA[:2], "Poäng", "48", text, *AREA[2:], sentence)
    assert boxed.get("areas", 1, "points") == "48"
    assert not boxed.is_unsure("areas", 1, "points")


def test_rows_without_numbers_are_read_where_they_stand() -> None:
    rows = [row.partition(" ")[2] for row in AREA[2:]]
    text = read_back(*AREA[:2], *rows, "Område 2 Tillgänglighet och brukarorientering", "2.1 Plan?\t9\t15\t60%")
    assert text.get("areas", 1, "questions", "1.1") == {"points": "2", "percent": "13"}
    assert text.get("areas", 2, "questions", "2.1") == {"points": "9", "percent": "60"}


def test_the_points_of_another_municipalitys_areas_are_not_the_reports() -> None:
    points = [f"{number}. {area.name}\t{50 + number % 3}" for number, area in edition().areas.items()]
    for own, claimed in (("Orsa kommun 2016", "50"), ("Mora kommun 2016", None), ("Orsa kommun 2012", None)):
        wishes = Wishes(municipality="Orsa", year=2016, edition=2016, source="påhittad.txt")
        text = DraftText(drafted(document_of(own, "", *points), wishes).text)
        assert text.get("areas", "3", "points") == claimed
