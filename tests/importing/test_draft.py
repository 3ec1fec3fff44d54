"""The draft of an evaluation file: its facts, its marks and its sources."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.importing.pointed_out import PointedOut
from kompass_sphinx.importing.readings import Read
from kompass_sphinx.importing.report import ReadArea, ReadScore
from kompass_sphinx.language import Language
from kompass_sphinx.reading.marks import UNSURE
from tests.importing.draft_text import DraftText
from tests.importing.small_drafts import DOUBT, EMPTY, NOT_FOUND, drafted, lines, with_area


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


def test_texts_that_would_mean_something_else_are_quoted() -> None:
    report = replace(EMPTY, municipality=Read("2018"), visited=Read("2018-05"), source="a: b")
    assert {'municipality: "2018"', "visited: 2018-05"} <= set(lines(report))
    assert DraftText(drafted(report).text).get("sources", 0, "title") == "a: b"


def test_evaluators_are_in_doubt_with_where_they_work_when_that_is_known() -> None:
    report = replace(EMPTY, evaluators=(Read(("Anna Påhitt", "Orsa: kommun"), DOUBT), Read(("Bo: Låtsas", ""), DOUBT)))
    draft = DraftText(drafted(report).text)
    assert draft.get("evaluators") == [{"name": "Anna Påhitt", "affiliation": "Orsa: kommun"}, {"name": "Bo: Låtsas"}]
    marked = [line.split(":")[0].strip(" -") for line in lines(report) if UNSURE in line]
    assert marked.count("name") == 2
    assert marked.count("affiliation") == 1


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
