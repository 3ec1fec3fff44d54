"""What the search of the site knows besides municipalities and examples."""

from __future__ import annotations

from kompass_sphinx.exports.site_index import Section, site_index
from tests.archives import catalogue


def section(page: str) -> Section:
    return Section(page, "", "Rubrik", "Rubrik", "Påhittad text.")


def test_the_pages_of_areas_are_found_as_areas_only() -> None:
    index = site_index(catalogue(), [], [section("docs/areas/ledarskap"), section("docs/method")])
    assert index["sections"] == [["docs/method", "", "Rubrik", "Rubrik", "Påhittad text."]]


def test_an_area_has_each_other_name_once_and_never_its_own() -> None:
    for _, name, others in site_index(catalogue(), [], [])["areas"]:
        assert len(others) == len(set(others))
        assert name not in others


def test_sub_questions_are_those_of_the_newest_edition_first() -> None:
    editions = [edition for edition, *_ in site_index(catalogue(), [], [])["questions"]]
    assert editions == sorted(editions, reverse=True)


def test_only_municipalities_with_a_page_are_said_to_have_one() -> None:
    assert site_index(catalogue(), ["mark"], [])["municipalities"] == ["mark"]
