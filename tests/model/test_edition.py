from typing import get_args

import pytest

from kompass_sphinx.model.edition import Catalogue, Relation
from kompass_sphinx.reading.editions import data_text, load_catalogue


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def test_four_editions_of_eight_areas(catalogue: Catalogue) -> None:
    assert {edition.id: (edition.first_year, edition.last_year) for edition in catalogue} == {
        2002: (2002, 2009),
        2010: (2010, 2015),
        2016: (2016, 2019),
        2020: (2020, None),
    }
    assert all(list(edition.areas) == list(range(1, 9)) for edition in catalogue)


@pytest.mark.parametrize("edition", [2010, 2016])
def test_maximums_sum_to_a_hundred_in_every_area(catalogue: Catalogue, edition: int) -> None:
    for area in catalogue.editions[edition].areas.values():
        assert sum(question.maximum or 0 for question in area.questions.values()) == 100


def test_what_the_editions_publish_of_sub_questions(catalogue: Catalogue) -> None:
    counts = {edition.id: sum(len(area.questions) for area in edition.areas.values()) for edition in catalogue}
    assert (counts[2010], counts[2016], counts[2020]) == (45, 45, 0)
    assert [edition.has_maximums for edition in catalogue] == [False, True, True, False]


def test_a_question_knows_its_area_and_number(catalogue: Catalogue) -> None:
    for edition in catalogue:
        for area in edition.areas.values():
            for number, question in area.questions.items():
                assert (question.number, question.area, question.edition) == (number, area.number, edition.id)
                assert edition.question(number) is question


@pytest.mark.parametrize("number", ["", "9.1", "1.99", "x", "²", "１.1"])
def test_no_such_question(catalogue: Catalogue, number: str) -> None:
    assert catalogue.editions[2016].question(number) is None


def test_every_area_has_one_theme(catalogue: Catalogue) -> None:
    assert len(catalogue.themes) == 8
    for edition in catalogue:
        themes = {catalogue.theme_of(edition.id, number).id for number in edition.areas}
        assert themes == set(catalogue.themes)
        for theme in themes:
            assert catalogue.theme_of(edition.id, catalogue.area_of(edition.id, theme).number).id == theme


def test_comparability_is_said_of_all_successive_editions(catalogue: Catalogue) -> None:
    pairs = [(rule.earlier, rule.later) for rule in catalogue.comparability]
    assert pairs == [(2002, 2010), (2010, 2016), (2016, 2020)]
    assert all(rule.rule and rule.source for rule in catalogue.comparability)


def test_lineage_leads_from_question_to_question(catalogue: Catalogue) -> None:
    assert len(catalogue.lineage) == 82
    for lineage in catalogue.lineage:
        for edition, number in (lineage.earlier, lineage.later):
            assert catalogue.editions[edition].question(number) is not None
        assert lineage.relation in get_args(Relation)


def test_counterparts_lead_both_ways_with_the_same_word(catalogue: Catalogue) -> None:
    seen = 0
    for question in catalogue.questions:
        for counterpart in catalogue.counterparts(question):
            (back,) = [one for one in catalogue.counterparts(counterpart.question) if one.question == question]
            assert (back.relation, back.note) == (counterpart.relation, counterpart.note)
            assert back.is_earlier is not counterpart.is_earlier
            assert counterpart.is_earlier == (counterpart.question.edition < question.edition)
            seen += 1
    assert seen == 2 * len(catalogue.lineage)


def test_counterparts_are_of_neighbouring_editions_the_earlier_first(catalogue: Catalogue) -> None:
    for question in catalogue.questions:
        counterparts = catalogue.counterparts(question)
        neighbours = {edition.id for edition in catalogue.neighbours(question.edition)}
        assert {one.question.edition for one in counterparts} <= neighbours
        assert [one.is_earlier for one in counterparts] == sorted(
            (one.is_earlier for one in counterparts), reverse=True
        )


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((2010, "4.3"), {(2002, "4.2", "reworded"), (2002, "5.2", "partly"), (2016, "4.3", "same")}),
        ((2002, "4.3"), {(2010, "5.6", "partly")}),  # not 2010's 4.3, though the number is the same
        ((2016, "7.2"), set()),  # nor 2010's 7.2
    ],
)
def test_counterparts_are_never_found_by_number_alone(
    catalogue: Catalogue, place: tuple[int, str], expected: set[tuple[int, str, str]]
) -> None:
    question = catalogue.editions[place[0]].question(place[1])
    assert question is not None
    found = catalogue.counterparts(question)
    assert {(one.question.edition, one.question.number, one.relation) for one in found} == expected
    assert all(one.is_alike is (one.relation != "partly") for one in found)


def test_neighbours_are_the_editions_before_and_after(catalogue: Catalogue) -> None:
    neighbours = {edition.id: [one.id for one in catalogue.neighbours(edition.id)] for edition in catalogue}
    assert neighbours == {2002: [2010], 2010: [2002, 2016], 2016: [2010, 2020], 2020: [2016]}
    assert [edition.has_questions for edition in catalogue] == [True, True, True, False]


def test_every_sub_question_is_described_in_one_sentence_of_the_archives_own(catalogue: Catalogue) -> None:
    assert len(catalogue.questions) == len({(one.edition, one.number) for one in catalogue.questions}) == 127
    for question in catalogue.questions:
        sentence = question.description
        assert sentence.find(".") == len(sentence) - 1, question
        assert sentence[0].isupper(), question
        assert 4 <= len(sentence.split()) <= 14, question


def test_no_description_is_of_a_sub_question_that_is_not(catalogue: Catalogue) -> None:
    rows = data_text("question-descriptions.csv").splitlines()[1:]
    assert [tuple(row.split(",")[:2]) for row in rows] == [
        (str(one.edition), one.number) for one in catalogue.questions
    ]


def test_the_edition_in_use_is_the_last_that_had_begun(catalogue: Catalogue) -> None:
    found = {year: catalogue.in_use(year).id for year in (2002, 2009, 2010, 2015, 2016, 2019, 2020, 2030)}
    assert found == {
        2002: 2002,
        2009: 2002,
        2010: 2010,
        2015: 2010,
        2016: 2016,
        2019: 2016,
        2020: 2020,
        2030: 2020,
    }


@pytest.mark.parametrize("number", ["", "1", ".1", "9.1", "11.1", "x.1", "٣.1", "9" * 5000 + ".1"])
def test_what_is_no_number_is_no_question(catalogue: Catalogue, number: str) -> None:
    assert catalogue.editions[2016].question(number) is None
