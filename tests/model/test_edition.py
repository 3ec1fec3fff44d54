from typing import get_args

import pytest

from kompass_sphinx.model.edition import Catalogue, Relation
from kompass_sphinx.reading.editions import load_catalogue


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
