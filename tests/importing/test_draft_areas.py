"""The areas in the draft of an evaluation file: their figures and findings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kompass_sphinx.importing.readings import Read
from kompass_sphinx.importing.report import ReadArea, ReadScore
from kompass_sphinx.model.scalars import LONGEST_TEXT
from tests.importing.draft_text import DraftText
from tests.importing.small_drafts import DOUBT, EMPTY, NOT_FOUND, drafted, lines, with_area


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


def test_a_finding_is_no_longer_than_the_format_allows() -> None:
    draft = DraftText(drafted(with_area(ReadArea(strengths=(Read("a" * (LONGEST_TEXT + 1)),)))).text)
    assert len(draft.get("areas", 1, "strengths", 0)) == LONGEST_TEXT


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
