"""The draft of an evaluation file."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.importing.doubts import Doubt
from kompass_sphinx.importing.draft import Draft, draft_of
from kompass_sphinx.importing.pointed_out import PointedOut
from kompass_sphinx.importing.readings import Read
from kompass_sphinx.importing.report import ReadArea, ReadScore, Report
from kompass_sphinx.language import Language
from kompass_sphinx.model.scalars import LONGEST_TEXT
from tests.archives import registry
from tests.importing.draft_text import DraftText
from tests.importing.snippets import edition

NOT_FOUND = "# OSÄKER: Hittades inte i rapporten."
DOUBT = Doubt("Nothing in the report confirms it.")

EMPTY = Report(None, None, Read(2016), None, None, None, None, (), None, {}, (), (), "påhittad.pdf")


def drafted(report: Report) -> Draft:
    return draft_of(report, registry(), edition(report.edition.value))


def lines(report: Report) -> list[str]:
    return drafted(report).text.splitlines()


def with_area(area: ReadArea) -> Report:
    return replace(EMPTY, areas={1: area})


def test_what_was_not_found_is_a_comment_to_fill_in() -> None:
    written = lines(EMPTY)
    for key in ("municipality", "year", "visited", "published", "first", "interviews", "evaluators", "total", "areas"):
        assert f"# {key}:  {NOT_FOUND}" in written
    assert "edition: 2016" in written


def test_a_draft_says_first_that_a_program_made_it() -> None:
    assert lines(EMPTY)[0].startswith("# yaml-language-server:")
    said = Language("sv").gettext("A draft made by a program. Hold every line against the report.")
    assert lines(EMPTY)[1] == f"# {said}"


def test_what_was_read_stands_plain_and_what_is_in_doubt_has_the_reason_beside_it() -> None:
    report = replace(
        EMPTY,
        municipality=Read("Orsa"),
        year=Read(2018, DOUBT),
        visited=Read("2018-05"),
        first=Read(True),
        interviews=Read(30),
        total=Read(452.5),
    )
    written = lines(report)
    assert {"municipality: Orsa", "visited: 2018-05", "first: true", "interviews: 30", "total: 452.5"} <= set(written)
    (year,) = (line for line in written if line.startswith("year:"))
    assert year == "year: 2018  # OSÄKER: Inget annat i rapporten bekräftar siffran."


def test_every_mark_is_told_with_its_line_and_reason() -> None:
    draft = drafted(replace(EMPTY, year=Read(2018, DOUBT)))
    written = draft.text.splitlines()
    assert [number for number, line in enumerate(written, 1) if "OSÄKER:" in line] == [one for one, _ in draft.unsure]
    reasons = [written[number - 1].partition("# OSÄKER: ")[2] for number, _ in draft.unsure]
    assert all(told.endswith(reason) for reason, (_, told) in zip(reasons, draft.unsure, strict=True))


def test_what_is_not_found_is_told_by_its_key() -> None:
    assert "total: Hittades inte i rapporten." in [told for _, told in drafted(EMPTY).unsure]


def test_all_doubts_are_listed_at_the_end_without_the_mark() -> None:
    draft = drafted(replace(EMPTY, year=Read(2018, DOUBT)))
    listed = draft.text.splitlines()[-len(draft.unsure) :]
    assert listed == [f"#   rad {number}: {told}" for number, told in draft.unsure]


def test_a_draft_belongs_where_its_municipality_and_year_say() -> None:
    draft = drafted(replace(EMPTY, municipality=Read("Örebro"), year=Read(2018)))
    assert (draft.slug, draft.year) == ("orebro", 2018)
    assert (drafted(EMPTY).slug, drafted(EMPTY).year) == (None, None)


def test_sub_questions_that_are_missing_are_comments_among_the_others() -> None:
    written = lines(with_area(ReadArea(Read(48.0), {"1.1": ReadScore(2, 13), "1.3": ReadScore(None, 80, DOUBT)})))
    start = written.index("    questions:")
    assert written[start + 1] == "      1.1: {points: 2, percent: 13}"
    assert written[start + 2] == f"      # 1.2:  {NOT_FOUND}"
    assert written[start + 3].startswith("      1.3: {percent: 80}  # OSÄKER: ")
    assert f"  # 2:  {NOT_FOUND}" in written
    assert "  1:  # Offentlighet och demokrati" in written


def test_an_area_without_figures_says_so() -> None:
    written = lines(with_area(ReadArea(strengths=(Read("Tydlig plan"),))))
    assert f"    # points:  {NOT_FOUND}" in written
    assert f"    # questions:  {NOT_FOUND}" in written


def test_figures_with_other_decimals_than_halves_are_rounded_with_a_mark() -> None:
    written = lines(with_area(ReadArea(Read(48.3), {"1.1": ReadScore(7.5, 50)})))
    (points,) = (line for line in written if line.startswith("    points:"))
    assert points.startswith("    points: 48  # OSÄKER: ")
    assert "48,3" in points
    assert "      1.1: {points: 7.5, percent: 50}" in written


def test_figures_that_cannot_all_be_right_are_marked() -> None:
    written = lines(with_area(ReadArea(None, {"1.1": ReadScore(2, 90)})))
    (score,) = (line for line in written if line.startswith("      1.1:"))
    assert "OSÄKER:" in score


def test_an_area_without_strengths_or_improvements_says_so() -> None:
    written = lines(with_area(ReadArea(Read(48.0), {}, strengths=(Read("Ett"),))))
    assert f"    # improvements:  {NOT_FOUND}" in written
    assert f"    # strengths:  {NOT_FOUND}" not in written


def test_findings_are_to_be_restated_and_have_their_pages() -> None:
    area = ReadArea(strengths=(Read("Tydlig plan: bra", None, 7), Read("Dialog", DOUBT)), improvements=())
    written = lines(with_area(area))
    start = next(index for index, line in enumerate(written) if line.startswith("    strengths:  # SKRIV OM:"))
    assert written[start + 1 : start + 3] == ['      - text: "Tydlig plan: bra"', "        page: 7"]
    assert written[start + 3].startswith("      - Dialog  # OSÄKER:")
    assert not any(line.lstrip().startswith("improvements") for line in written)


def test_findings_outside_any_area_are_comments_at_the_end() -> None:
    written = lines(replace(EMPTY, unplaced=(Read("Tydlig plan # ett"),)))
    [told] = [line for line in written if line.startswith("# OSÄKER: ")]
    assert "Tydlig plan # ett" in told


def test_whom_the_report_points_to_is_always_to_be_checked() -> None:
    pointed = (
        PointedOut(3, "Studera Mora.", 5, municipality="Mora"),
        PointedOut(3, "Studera Angered.", None, place="Angered", kind="district", part_of="Göteborg"),
        PointedOut(3, "Studera Zebrastad.", None, place="Zebrastad"),
    )
    draft = DraftText(drafted(replace(EMPTY, pointed_out=pointed)).text)
    assert draft.get("examples") == [
        {"municipality": "Mora", "area": "3", "topic": "Studera Mora.", "page": "5"},
        {"place": "Angered", "kind": "district", "part_of": "Göteborg", "area": "3", "topic": "Studera Angered."},
        {"place": "Zebrastad", "kind": "foreign", "area": "3", "topic": "Studera Zebrastad."},
    ]
    assert all(draft.is_unsure("examples", index) for index in range(3))
    assert (
        "district, foreign"
        in draft.comments[next(draft.text[:i].count("\n") for i in [draft.text.index("kind: foreign")])]
    )


def test_the_source_is_the_file_until_somebody_writes_its_title() -> None:
    draft = DraftText(drafted(EMPTY).text)
    assert draft.get("sources") == [{"title": "påhittad.pdf", "kind": "report"}]
    assert draft.is_unsure("sources", 0, "title")
    assert draft.is_unsure("sources", 0, "kind")


texts = st.text(max_size=40)


@given(name=texts, finding=texts, sentence=texts, evaluator=texts, source=texts)
def test_any_text_leaves_the_draft_valid_and_itself_whole(
    name: str, finding: str, sentence: str, evaluator: str, source: str
) -> None:
    report = replace(
        with_area(ReadArea(strengths=(Read(finding, None, 2),))),
        municipality=Read(name),
        evaluators=(Read((evaluator, evaluator), DOUBT),),
        pointed_out=(PointedOut(3, sentence, None, place=name, kind="company"),),
        unplaced=(Read(finding),),
        source=source,
    )
    values = DraftText(drafted(report).text).values
    assert set(values) == {"municipality", "edition", "evaluators", "areas", "examples", "sources"}
    assert set(values["areas"]) == {"1"}
    assert set(values["examples"][0]) == {"place", "kind", "area", "topic"}


def test_a_finding_is_no_longer_than_the_format_allows() -> None:
    draft = DraftText(drafted(with_area(ReadArea(strengths=(Read("a" * (LONGEST_TEXT + 1)),)))).text)
    assert len(draft.get("areas", 1, "strengths", 0)) == LONGEST_TEXT


def test_the_list_of_doubts_has_a_title_below_an_empty_line() -> None:
    draft = drafted(EMPTY)
    before = draft.text.splitlines()[: -len(draft.unsure)]
    title = Language("sv").gettext("What the import was unsure of, by the lines of this draft as it was written:")
    assert before[-2:] == ["", f"# {title}"]


def test_a_doubt_is_written_beside_each_fact() -> None:
    report = replace(
        EMPTY,
        municipality=Read("Orsa", DOUBT),
        year=Read(2018, DOUBT),
        edition=Read(2016, DOUBT),
        visited=Read("2018-05", DOUBT),
        published=Read("2018-06-01", DOUBT),
        first=Read(False, DOUBT),
        interviews=Read(30, DOUBT),
        total=Read(452.3, DOUBT),
    )
    written = lines(report)
    for fact in (
        "municipality: Orsa", "year: 2018", "edition: 2016", "visited: 2018-05", "published: 2018-06-01",
        "first: false", "interviews: 30", "total: 452",
    ):  # fmt: skip
        assert f"{fact}  # OSÄKER: Inget annat i rapporten bekräftar siffran." in written


def test_a_date_keeps_its_capitals_and_texts_that_mean_something_else_their_quotes() -> None:
    report = replace(EMPTY, municipality=Read("2018"), visited=Read("2018-05"), source="a: b")
    assert {'municipality: "2018"', "visited: 2018-05"} <= set(lines(report))
    assert DraftText(drafted(report).text).get("sources", 0, "title") == "a: b"


def test_evaluators_are_in_doubt_with_where_they_work_when_that_is_known() -> None:
    report = replace(EMPTY, evaluators=(Read(("Anna Påhitt", "Orsa: kommun"), DOUBT), Read(("Bo: Låtsas", ""), DOUBT)))
    draft = DraftText(drafted(report).text)
    assert draft.get("evaluators") == [{"name": "Anna Påhitt", "affiliation": "Orsa: kommun"}, {"name": "Bo: Låtsas"}]
    assert draft.is_unsure("evaluators", 0, "name")
    assert draft.is_unsure("evaluators", 0, "affiliation")
    assert draft.is_unsure("evaluators", 1, "name")


@pytest.mark.parametrize(
    "area",
    [
        ReadArea(Read(48.0)),
        ReadArea(scores={"1.1": ReadScore(2, 13)}),
        ReadArea(strengths=(Read("Tydlig plan"),)),
        ReadArea(improvements=(Read("Tydlig plan"),)),
    ],
)
def test_an_area_of_which_anything_was_read_is_written_and_others_are_to_fill_in(area: ReadArea) -> None:
    written = lines(replace(EMPTY, areas={1: area, 2: ReadArea()}))
    assert "  1:  # Offentlighet och demokrati" in written
    assert f"  # 2:  {NOT_FOUND}" in written
    assert "areas:" in written


def test_areas_of_which_nothing_was_read_are_to_fill_in_together() -> None:
    assert f"# areas:  {NOT_FOUND}" in lines(with_area(ReadArea()))


def test_an_edition_without_sub_questions_asks_for_none() -> None:
    report = replace(with_area(ReadArea(Read(48.0))), edition=Read(2020))
    assert not any("questions:" in line for line in lines(report))


def test_strengths_and_improvements_are_written_under_their_own_keys() -> None:
    area = ReadArea(strengths=(Read("Tydlig plan", DOUBT, 3),), improvements=(Read("Otydlig dialog"),))
    draft = DraftText(drafted(with_area(area)).text)
    assert draft.get("areas", 1, "strengths") == [{"text": "Tydlig plan", "page": "3"}]
    assert draft.get("areas", 1, "improvements") == ["Otydlig dialog"]
    assert draft.is_unsure("areas", 1, "strengths", 0)
    assert not draft.is_unsure("areas", 1, "improvements", 0)


def test_a_doubt_of_its_own_is_told_before_rounding_and_rounding_of_either_figure() -> None:
    def score(one: ReadScore) -> str:
        return next(line for line in lines(with_area(ReadArea(Read(48.3, DOUBT), {"1.1": one}))) if "1.1:" in line)

    own = DOUBT.text(Language("sv"))
    assert score(ReadScore(2.2, 15, DOUBT)) == f"      1.1: {{points: 2, percent: 15}}  # OSÄKER: {own}"
    assert "2,2" in score(ReadScore(2.2, 15))
    assert "15,3" in score(ReadScore(2, 15.3))
    assert "2,2" in score(ReadScore(2.2, 15.3))
    (points,) = (line for line in lines(with_area(ReadArea(Read(48.3, DOUBT)))) if line.startswith("    points:"))
    assert points == f"    points: 48  # OSÄKER: {own}"


def test_where_nobody_is_pointed_to_examples_are_to_fill_in() -> None:
    assert f"# examples:  {NOT_FOUND}" in lines(EMPTY)
    assert "examples:" not in lines(EMPTY)


def test_names_of_examples_are_texts_and_only_an_unknown_kind_is_in_doubt() -> None:
    pointed = (
        PointedOut(3, "Studera: detta", None, municipality="Mora: x"),
        PointedOut(3, "Studera", None, place="Angered: x", kind="district", part_of="Göteborg: x"),
        PointedOut(3, "Studera", None, place="Asker", kind="foreign", country="Norge: x"),
        PointedOut(3, "Studera", None, place="Zebrastad"),
    )
    draft = DraftText(drafted(replace(EMPTY, pointed_out=pointed)).text)
    assert draft.get("examples", 0) == {"municipality": "Mora: x", "area": "3", "topic": "Studera: detta"}
    assert draft.get("examples", 1)["place"] == "Angered: x"
    assert draft.get("examples", 1)["part_of"] == "Göteborg: x"
    assert draft.get("examples", 2)["country"] == "Norge: x"
    kinds = [line for line in draft.text.splitlines() if line.startswith("    kind:")]
    assert ["OSÄKER" in line for line in kinds[:3]] == [False, False, True]


def test_texts_stand_on_one_line_without_signs_that_cannot_be_printed() -> None:
    report = replace(
        with_area(ReadArea(strengths=(Read("Tydlig\x1f\n  plan \u2028ett"),))), unplaced=(Read("två\x1fdelar"),)
    )
    assert "      - Tydlig plan ett" in lines(report)
    assert any(line.startswith("# OSÄKER: ") and line.endswith("två delar") for line in lines(report))
