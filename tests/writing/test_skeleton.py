"""The file to fill in: every area and sub-question is there, what is left says `check`, and filled in it is right."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompass_sphinx.model.edition import Edition, Question
from kompass_sphinx.reading.evaluation_file import EvaluationReader, FileResult
from kompass_sphinx.reading.problems import Code
from kompass_sphinx.reading.yaml_text import parse
from kompass_sphinx.writing.skeleton import skeleton
from tests.archives import catalogue, registry
from tests.writing.filling import empty_lines, filled, without_lines_of

READER = EvaluationReader(registry(), catalogue(), advises=True)
EDITIONS = list(catalogue())

every_edition = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)


def read(text: str, year: int) -> FileResult:
    return READER.read(text.encode(), "p", "tingsryd", str(year))


@every_edition
def test_every_area_and_sub_question_is_in_its_place_with_its_name(edition: Edition) -> None:
    text = skeleton("Tingsryd", edition.first_year, edition)
    areas = parse(text, "p").value["areas"]
    assert list(areas) == [str(number) for number in edition.areas]
    for number, area in edition.areas.items():
        assert f"  {number}:  # {area.name}\n" in text
        assert list(areas[str(number)].get("questions", {})) == list(area.questions)
        for question in area.questions.values():
            most = f", högst {question.maximum}\n" if question.maximum else "\n"
            assert f"# {question.name}{most}" in text
    # A strength and an improvement in each area, and an example, may belong to a sub-question where there are any.
    assert text.count("question:") == (2 * len(edition.areas) + 1 if edition.has_questions else 0)
    assert text.startswith("# yaml-language-server: $schema=../evaluation.schema.json\n")
    assert max(map(len, text.splitlines())) <= 120
    assert not any(line.endswith(" ") for line in text.splitlines())


@every_edition
def test_a_new_file_has_a_problem_at_each_empty_place_and_no_other(edition: Edition) -> None:
    text = skeleton("Tingsryd", edition.first_year, edition)
    result = read(text, edition.first_year)
    assert {problem.code for problem in result.problems} == {Code.EMPTY_VALUE}
    assert sorted({problem.line for problem in result.problems}) == empty_lines(text)
    assert len(result.problems) == len(empty_lines(text)) + text.count("{points: , percent: }")
    assert result.advice == ()


@every_edition
def test_deleting_what_is_empty_leaves_a_file_that_is_right(edition: Edition) -> None:
    text = skeleton("Tingsryd", edition.first_year, edition).replace("- title:", "- title: Påhittad rapport")
    for _ in range(4):
        text = without_lines_of(read(text, edition.first_year).problems, text)
    result = read(text, edition.first_year)
    assert result.problems == ()
    assert result.evaluation is not None
    assert not result.evaluation.areas


def printed(value: float) -> str:
    """A figure rounded to a whole one, halves upwards."""
    return str(int(value + 0.5))


@st.composite
def results_of(draw: st.DrawFn, question: Question) -> tuple[str, float]:
    """What to write of a sub-question, and its points before rounding."""
    percent = draw(st.integers(0, 100))
    if question.maximum is None:
        return f"percent: {percent}", 0
    points = percent * question.maximum / 100
    shown = draw(st.sampled_from(["points: {0}, percent: {1}", "percent: {1}", "points: {0}"]))
    return shown.format(printed(points), percent), points


@settings(max_examples=60)
@given(data=st.data(), edition=st.sampled_from(EDITIONS))
def test_filled_in_it_is_right(data: st.DataObject, edition: Edition) -> None:
    drawn = {
        question.number: data.draw(results_of(question))
        for area in edition.areas.values()
        for question in area.questions.values()
    }
    points = {
        str(number): sum(drawn[question][1] for question in area.questions)
        if edition.has_maximums
        else data.draw(st.integers(0, 100))
        for number, area in edition.areas.items()
    }
    text = filled(
        skeleton("Tingsryd", 2019, edition),
        {number: written for number, (written, _) in drawn.items()},
        {number: printed(value) for number, value in points.items()},
        printed(sum(points.values())),
    )
    if not edition.has_questions:
        assert "question" not in text
    result = read(text, 2019)
    assert [problem.text(str) for problem in result.problems] == []
    assert result.advice == ()
    assert result.evaluation is not None
    assert len(result.evaluation.question_results) == len(drawn)
