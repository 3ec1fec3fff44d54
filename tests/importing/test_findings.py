"""Strengths and improvements, under the area that the report speaks of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.importing.area_headings import AreaHeading
from kompass_sphinx.importing.document import Line
from kompass_sphinx.importing.findings import FoundFinding, recognise_findings, with_doubtful_names
from kompass_sphinx.importing.flow import Flow
from tests.importing.snippets import edition, flow_of


def found(*lines: str) -> list[FoundFinding]:
    return list(recognise_findings(flow_of(*lines), [], []))


def said(*lines: str) -> list[tuple[str, str]]:
    return [(one.kind, one.text.value) for one in found(*lines)]


def strengths(*lines: str) -> list[str]:
    return [text for kind, text in said("Styrkor", *lines) if kind == "strengths"]


def doubts(*lines: str) -> list[str]:
    return [one.text.doubt.message if one.text.doubt else "" for one in found("Styrkor", *lines)]


def test_items_are_of_the_kind_of_the_heading_above_them() -> None:
    assert said("Styrkor", "• Ett", "Förbättringsområden", "• Två", "• Tre") == [
        ("strengths", "Ett"),
        ("improvements", "Två"),
        ("improvements", "Tre"),
    ]


def test_items_belong_to_the_area_whose_text_they_stand_in() -> None:
    flow = flow_of("Styrkor", "• Ett", "Område 1", "Styrkor", "• Två", "Område 2", "Styrkor", "• Tre")
    headings = [
        AreaHeading(start, start + 8, area, is_named=False)
        for area in (1, 2)
        for start in [flow.text.index(f"Område {area}")]
    ]
    areas = [(one.area, one.text.value) for one in recognise_findings(flow, headings, headings)]
    assert areas == [(None, "Ett"), (1, "Två"), (2, "Tre")]


def test_a_heading_of_anything_else_ends_a_list() -> None:
    assert strengths("• Ett", "Sammanfattning", "Här står annat.") == ["Ett"]


def test_items_go_on_over_lines_that_do_not_begin_with_a_sign() -> None:
    assert strengths("• Ett", "fortsätter", "• Två") == ["Ett fortsätter", "Två"]
    assert strengths("• En demokrati-", "utveckling") == ["En demokratiutveckling"]
    assert strengths("• Skolor och budget-", "och bokslutsarbete") == ["Skolor och budget- och bokslutsarbete"]


def test_text_after_the_last_item_is_not_part_of_it_and_headings_within_the_list_are_none() -> None:
    assert strengths("• Ett", "", "Detta är ett nytt stycke om annat.") == ["Ett"]
    assert strengths("• Ett", "", "Ett nytt stycke", "som fortsätter.") == ["Ett"]
    assert strengths("• Ett", "", "Dialog", "• Två") == ["Ett", "Två"]
    assert strengths("Inledande ord", "• Ett") == ["Ett"]


def test_a_footnote_is_not_part_of_an_item() -> None:
    assert strengths("• Ett", "1 Se kommunens bokslut", "• Två") == ["Ett", "Två"]


def test_without_signs_each_line_is_an_item_unless_it_goes_on() -> None:
    assert strengths("Plan", "Dialog", "som fortsätter", "Etik och", "insyn") == [
        "Plan",
        "Dialog som fortsätter",
        "Etik och insyn",
    ]
    assert strengths("Dialog finns.", "Särskilt för unga.", "Etik") == ["Dialog finns. Särskilt för unga.", "Etik"]


def test_a_line_with_a_capital_that_seems_to_go_on_is_in_doubt() -> None:
    together = "The report runs items together; check where each begins and ends."
    assert doubts("Plan som alla är med i", "Dialog för unga", "Etik") == [together, ""]


def test_a_lone_line_is_parted_at_its_capitals_and_in_doubt() -> None:
    assert strengths("Tydlig plan Öppen dialog God etik") == ["Tydlig plan", "Öppen dialog", "God etik"]
    assert set(doubts("Tydlig plan Öppen dialog")) == {
        "The report runs items together; check where each begins and ends."
    }
    assert doubts("• Tydlig plan Öppen dialog") == [""]


def test_a_long_text_without_a_sign_is_in_doubt() -> None:
    long = "Kommunen " + "arbetar med planer och " * 10
    assert doubts("Plan", long) == ["", "A long text that may hold several items, or none."]


@pytest.mark.parametrize("between", ["\t", " \t "])
def test_strengths_beside_improvements_are_told_by_their_column(between: str) -> None:
    lines = ("Styrkor" + between + "Förbättringsområden", "• Ett\t• Två", "• Tre\t• Fyra")
    assert said(*lines) == [
        ("strengths", "Ett"),
        ("improvements", "Två"),
        ("strengths", "Tre"),
        ("improvements", "Fyra"),
    ]
    assert said("Förbättringsområden\tStyrkor", "Ett\tTvå") == [("improvements", "Ett"), ("strengths", "Två")]


def test_several_items_in_a_cell_are_several_findings() -> None:
    assert said("Styrkor\tFörbättringsområden", "• Ett • Två\t• Tre") == [
        ("strengths", "Ett"),
        ("strengths", "Två"),
        ("improvements", "Tre"),
    ]


def test_a_row_with_one_cell_may_be_of_either_column() -> None:
    (one,) = found("Styrkor\tFörbättringsområden", "• Ett")
    assert one.text.doubt is not None
    assert [one.text.doubt for one in found("Styrkor Förbättringsområden", "Ett och två")] == [one.text.doubt]


def test_a_wider_row_ends_the_columns() -> None:
    assert said("Styrkor\tFörbättringsområden", "Ett\tTvå", "1.1\t2\t15") == [
        ("strengths", "Ett"),
        ("improvements", "Två"),
    ]


def test_a_finding_has_the_page_it_begins_on() -> None:
    flow = Flow((Line("Styrkor", 1), Line("• Ett", 1), Line("• Två", 2)))
    assert [one.text.page for one in recognise_findings(flow, [], [])] == [1, 2]


@given(
    st.lists(
        st.sampled_from(["Styrkor", "Förbättringsområden", "• Ett", "•", "Två", "och tre", "", "a\tb", "Område 1", "-"])
    )
)
def test_any_lines_give_findings_with_words(lines: list[str]) -> None:
    for one in found(*lines):
        assert one.text.value == one.text.value.strip() != ""
        assert "\n" not in one.text.value


def test_one_heading_above_the_lists_of_several_areas() -> None:
    flow = flow_of("Styrkor per område", "", "Område 1", "• Ett", "Område 2", "• Två", "Förbättringsområden", "• Tre")
    headings = [
        AreaHeading(start, start + 8, area, is_named=False)
        for area in (1, 2)
        for start in [flow.text.index(f"Område {area}")]
    ]
    areas = [(one.kind, one.area, one.text.value) for one in recognise_findings(flow, headings, [])]
    assert areas == [("strengths", 1, "Ett"), ("strengths", 2, "Två"), ("improvements", None, "Tre")]


def test_a_question_in_a_list_is_a_heading_and_what_follows_is_in_doubt() -> None:
    assert strengths("• Ett", "• Två", "Vad bör göras nu?", "Mer text.") == ["Ett", "Två"]
    assert strengths("Ett", "Två", "Vad bör göras nu?", "Tre") == ["Ett", "Två", "Tre"]
    assert doubts("Ett", "Två", "Vad bör göras nu?", "Tre") == ["", "", "Stands after other text: %(text)s"]


def test_a_line_after_one_with_room_left_is_of_something_else() -> None:
    lines = ("• En plan som alla i hela kommunen känner till", "• Två", "Det påhittade arbetet", "• Tre")
    assert strengths(*lines[:3]) == ["En plan som alla i hela kommunen känner till", "Två"]
    assert strengths(lines[0], "Ekby och dess grannar", "• Två")[0].endswith("till Ekby och dess grannar")


def test_running_text_among_lines_without_signs_is_in_doubt_and_so_is_its_heading() -> None:
    unsure = "Running text begins here, which may be of something else."
    prose = "Kommunen har åtta nämnder. Arbetet började för länge sedan."
    explained = "Ett gott stöd för alla. Det gäller också bolagen"
    lines = ("Ett", "Två", "Tre", explained, "Fyra", "Läget i dag", prose, "Gör en plan")
    assert doubts(*lines) == ["", "", "", "", "", unsure, unsure, unsure]


def test_lists_of_several_areas_below_both_headings_are_in_doubt() -> None:
    flow = flow_of("Styrkor", "Förbättringsområden", "Område 1", "• Ett", "• Två", "Område 2", "• Tre")
    headings = [
        AreaHeading(start, start + 8, area, is_named=False)
        for area in (1, 2)
        for start in [flow.text.index(f"Område {area}")]
    ]
    found = recognise_findings(flow, headings, headings)
    assert [(one.area, one.text.value, one.text.doubt is not None) for one in found] == [
        (1, "Ett", True),
        (1, "Två", True),
        (2, "Tre", True),
    ]


def test_an_item_that_a_page_has_cut_goes_on_under_the_heading_when_that_returns() -> None:
    lines = ("• Ett", "• Två som", "Förbättringsområden", "• Tre", "Styrkor", "går vidare", "• Fyra")
    assert said("Styrkor", *lines) == [
        ("strengths", "Ett"),
        ("strengths", "Två som går vidare"),
        ("improvements", "Tre"),
        ("strengths", "Fyra"),
    ]


def test_a_list_without_items_has_none_that_a_page_has_cut() -> None:
    assert said("Styrkor", "Styrkor", "och tre", "• Ett") == [("strengths", "Ett")]
    assert said("• Noll", "Styrkor", "• Ett", "Förbättringsområden", "", "Förbättringsområden", "och", "• Två") == [
        ("strengths", "Ett"),
        ("improvements", "Två"),
    ]


def test_a_number_in_brackets_is_no_item() -> None:
    assert strengths("Ett", "(4.5)") == ["Ett"]


def test_a_text_between_the_items_goes_on_where_its_line_was_full_and_the_item_after_the_head_of_a_page() -> None:
    full = "Här står en lång rad med löpande text om något annat, som är lika bred som de bredaste raderna är i"
    assert strengths("• Ett", "Vad bör göras nu?", full, "rapporten. Mer text.", "• Två") == ["Ett", "Två"]
    assert strengths("• En lång rad", "", "Påhittads kommun", f"som är bred: {full}", "• Två")[1:] == ["Två"]
    assert doubts("• Ett", "Vad bör göras nu?", full, "rapporten. Mer text.", "• Två")[1]


def test_a_list_whose_lines_hold_ends_and_beginnings_of_items_is_in_doubt() -> None:
    unsure = "The report runs items together; check where each begins and ends."
    assert doubts("Ett gott stöd", "En tydlig plan En öppen", "dialog") == [unsure, unsure]
    assert doubts("• Ett gott stöd", "• En tydlig plan En öppen dialog") == ["", ""]
    assert doubts("• Ett gott stöd", "• En tydlig plan En öppen dialog Ett råd") == [unsure, unsure]


def test_a_list_in_which_a_sentence_goes_on_after_its_end_is_in_doubt() -> None:
    unsure = "The report runs items together; check where each begins and ends."
    assert doubts("• Ett gott stöd.", "• En tydlig ordning.", "saknas på skolorna.") == [unsure, unsure]
    assert doubts("• Ett gott stöd", "• Många planer osv. på skolorna") == ["", ""]


def test_a_list_whose_heading_stands_within_a_line_is_in_doubt_whatever_its_signs() -> None:
    unsure = "The report runs items together; check where each begins and ends."
    lines = (
        "Det är bra. Styrkor Tydlig plan",
        "• God dialog. Öppna möten.",
        "",
        "• Stöd",
        "Förbättringsområden",
        "• Råd",
    )
    assert [(one.text.value, one.text.doubt and one.text.doubt.message) for one in found(*lines)] == [
        ("Tydlig plan", unsure),
        ("God dialog. Öppna möten.", unsure),
        ("Stöd", unsure),
        ("Råd", None),
    ]


def test_before_the_first_sign_of_a_list_within_a_line_items_are_parted_at_their_capitals() -> None:
    assert [text for _, text in said("Bra. Styrkor Tydlig plan Öppen dialog", "• Två råd Tre råd")] == [
        "Tydlig plan",
        "Öppen dialog",
        "Två råd Tre råd",
    ]


def test_a_finding_with_the_name_of_a_sub_question_may_be_a_heading() -> None:
    name = edition(2016).areas[1].questions["1.1"].name
    lines = (name.upper(), f"{name} finns", "Etik och moral")
    marked = with_doubtful_names(found("Styrkor", *lines), edition(2016))
    assert [one.text.doubt is None for one in marked] == [False, True, True]
