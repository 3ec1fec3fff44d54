"""Shapes of reports that once gave figures or findings in the wrong place without a mark. All of them are made up."""

from __future__ import annotations

from kompass_sphinx.importing.plain_text import read_text
from kompass_sphinx.importing.recognition import Wishes, recognise
from tests.archives import catalogue, registry
from tests.importing.draft_text import DraftText

_NAMES = {number: area.name for number, area in catalogue().editions[2016].areas.items()}
_LETTERS = "abcdefgh"
_PROSE = "Kommunen arbetar med frågan i alla nämnder, och staben ger stöd åt dem som behöver det. " * 4


def _draft(text: str, year: int = 2018) -> DraftText:
    return DraftText(
        recognise(read_text(text.encode()), registry(), catalogue(), Wishes("Arvika", year, 2016, "rapport.txt")).text
    )


def _texts(draft: DraftText, area: int, kind: str) -> list[str]:
    found = draft.get("areas", area, kind) or []
    return [one if isinstance(one, str) else one["text"] for one in found]


def _table(area: int, figures: str) -> str:
    questions = catalogue().editions[2016].areas[area].questions
    rows = zip(questions.values(), figures.split(), strict=True)
    return "\n".join(
        f"{one.number}\tFinns det en påhittad plan?\t{figure.format(max=one.maximum)}".replace("_", "\t")
        for one, figure in rows
    )


def test_a_figure_beside_the_maximum_is_points_when_none_is_above_it() -> None:
    draft = _draft(f"Område 1 {_NAMES[1]}\n\n{_PROSE}\n\n" + _table(1, "7_{max} 11_{max} 10_{max} 22_{max} 5_{max}"))

    assert draft.get("areas", 1, "questions", "1.4") == {"points": "22"}
    assert not draft.is_unsure("areas", 1, "questions", "1.4", "points")


def test_a_number_that_a_sentence_refers_with_begins_no_row() -> None:
    text = f"Område 1 {_NAMES[1]}\n\nSe avsnitt 1.2 om rutinerna, och de 1,3 miljoner som nämns.\n\n7 15 47 %\n"

    assert draft_questions(_draft(text)) == {}


def draft_questions(draft: DraftText) -> dict[str, object]:
    return {
        number: figures
        for area in (draft.get("areas") or {}).values()
        for number, figures in ((area or {}).get("questions") or {}).items()
    }


def test_figures_below_a_row_without_any_may_be_those_of_that_row() -> None:
    rows = ["1.1 Påhittad fråga?", "1.2 Påhittad fråga?\n7 15 47 %\n11 20 55 %", "1.3 Fråga?\n10 25 40 %"]
    draft = _draft("\n".join([f"Område 1 {_NAMES[1]}", *rows, "1.4 Fråga?\n22 30 73 %", "1.5 Fråga?\n5 10 50 %"]))

    assert draft.is_unsure("areas", 1, "questions", "1.2", "points")


def test_columns_of_an_earlier_year_are_in_doubt_until_the_sum_confirms_one() -> None:
    table = _table(1, "{max}_7_47_%_3_20_% {max}_11_55_%_4_20_% {max}_10_40_%_5_20_% {max}_22_73_%_6_20_%"
                      " {max}_5_50_%_2_20_%".replace("_%", "%"))  # fmt: skip
    draft = _draft(f"Område 1 {_NAMES[1]}\n\n{_PROSE}\n\n{table}")

    assert draft.is_unsure("areas", 1, "questions", "1.1", "points")


def test_a_share_of_one_area_is_not_the_total() -> None:
    draft = _draft(f"Område 1 {_NAMES[1]}\n\n{_PROSE}\n\nSumma 91 poäng av 100\n")

    assert draft.get("total") is None


def test_numbers_with_a_colon_begin_rows() -> None:
    draft = _draft(
        f"Område 1 {_NAMES[1]}\n\n" + _table(1, "7_{max} 11_{max} 10_{max} 22_{max} 5_{max}").replace(".", ":")
    )

    assert draft.get("areas", 1, "questions", "1.2", "points") == "11"


def test_points_in_the_heading_of_an_area() -> None:
    text = "\n\n".join(
        f"{name}: {60 + number} poäng\n\n{_PROSE}\n\nStyrkor\n\n• Styrka {_LETTERS[number - 1]} är påhittad"
        for number, name in _NAMES.items()
    )
    draft = _draft(text)

    assert {number: _texts(draft, number, "strengths") for number in _NAMES} == {
        number: [f"Styrka {_LETTERS[number - 1]} är påhittad"] for number in _NAMES
    }


def test_the_kind_of_findings_in_the_title_of_a_slide() -> None:
    text = "\n\n".join(
        f"{number}. {name} – Styrkor\n\n• Styrka {_LETTERS[number - 1]} är påhittad\n\n"
        f"{number}. {name} – Förbättringsområden\n\n• Påhittad förbättring {_LETTERS[number - 1]}"
        for number, name in _NAMES.items()
    )
    draft = _draft(text)

    assert _texts(draft, 2, "strengths") == ["Styrka b är påhittad"]
    assert _texts(draft, 7, "improvements") == ["Påhittad förbättring g"]


def test_the_chapter_after_a_list_of_areas_is_the_first_area_s() -> None:
    names = "\n".join(f"{number}. {name}" for number, name in _NAMES.items())
    draft = _draft(f"{names}\n\nOmråde 1 {_NAMES[1]}\n\n{_PROSE}\n\nStyrkor\n\n• Påhittad styrka")

    assert _texts(draft, 1, "strengths") == ["Påhittad styrka"]


def test_headings_with_numbers_are_not_counted_as_pages() -> None:
    text = "\n\n".join(
        f"3.{number} Område {number} {name}\n\n{_PROSE}\n\n"
        f"3.{number}.1 Styrkor\n\n• Påhittad styrka {_LETTERS[number - 1]}"
        for number, name in _NAMES.items()
    )
    draft = _draft(text)

    assert _texts(draft, 5, "strengths") == ["Påhittad styrka e"]
    assert "page" not in draft.text


def test_both_headings_above_one_list_leave_a_doubt() -> None:
    draft = _draft(
        f"Område 1 {_NAMES[1]}\n\n{_PROSE}\n\nStyrkor\n\nFörbättringsområden\n\n• Påhittat\n• Också påhittat"
    )

    assert all(draft.is_unsure("areas", 1, "improvements", place) for place in (0, 1))


def test_lists_under_a_heading_of_something_else_are_no_findings() -> None:
    other = "Kommuner att lära av\n\n• Påhittad kommun"
    draft = _draft(f"Område 1 {_NAMES[1]}\n\n{_PROSE}\n\nFörbättringsområden\n\n• Påhittat\n\n{other}")

    assert _texts(draft, 1, "improvements") == ["Påhittat"]


def test_items_after_a_sentence_of_other_text_are_in_doubt() -> None:
    other = "Vad kan göras nu?\n\nKommunen har flera vägar att gå, och\nbörjar med den första.\n\n• Utse en ansvarig"
    draft = _draft(f"Område 1 {_NAMES[1]}\n\n{_PROSE}\n\nFörbättringsområden\n\n• Påhittat\n\n{other}")

    assert _texts(draft, 1, "improvements") == ["Påhittat", "Utse en ansvarig"]
    assert not draft.is_unsure("areas", 1, "improvements", 0)
    assert draft.is_unsure("areas", 1, "improvements", 1)


def test_running_text_under_a_heading_of_findings_is_in_doubt() -> None:
    lines = "En påhittad styrka är planen. Ännu en\nFinns i Påhittstad. Även den tredje\nÄr påhittad. Så är allt här."
    draft = _draft(f"Område 1 {_NAMES[1]}\n\n{_PROSE}\n\nStyrkor\n{lines}\n")

    found = _texts(draft, 1, "strengths")
    assert found
    assert all(draft.is_unsure("areas", 1, "strengths", place) for place in range(len(found)))
