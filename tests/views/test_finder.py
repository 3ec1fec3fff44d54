"""The form for finding good examples: what may be chosen, with how many records, and what the address may name."""

from __future__ import annotations

from kompass_sphinx.archive.record_counts import record_counts
from kompass_sphinx.views.finder import Finder, finder_view
from tests.archives import archive_of, context_of, made_evaluation, real_archive


def values(finder: Finder, key: str) -> dict[str, int]:
    """The values of a facet with their counts, in their order."""
    (facet,) = [one for one in finder.facets if one.key == key]
    return {value.value: value.count for value in facet.values}


def test_the_counts_are_those_of_the_archive() -> None:
    archive = real_archive()
    finder, counts = finder_view(context_of(archive)), record_counts(archive)
    assert values(finder, "slag") == {kind: counts.kinds[kind] for kind in values(finder, "slag")}
    assert values(finder, "omrade") == {theme: counts.themes[theme] for theme in archive.catalogue.themes}
    assert list(values(finder, "utgava")) == ["2020", "2016", "2010", "2002"]
    assert sum(values(finder, "lan").values()) == counts.counties.total()
    assert list(values(finder, "ar")) == sorted(values(finder, "ar"), reverse=True)


def test_a_count_is_printed_with_its_thousands_apart() -> None:
    strengths = [f"Påhittad styrka {number}." for number in range(1008)]
    finder = finder_view(context_of(archive_of(made_evaluation(areas={4: {"strengths": strengths}}))))
    (kind,) = [facet for facet in finder.facets if facet.key == "slag"]
    assert [value.number for value in kind.values] == ["0", "1\N{NO-BREAK SPACE}008", "0", "0"]
    assert finder.introduction == "Sök bland 1\N{NO-BREAK SPACE}008 styrkor."


def test_an_archive_without_examples_says_so() -> None:
    assert finder_view(context_of(archive_of())).introduction == "Arkivet har inga exempel än."


def test_the_address_may_name_every_sub_question_of_every_edition() -> None:
    archive = real_archive()
    questions = finder_view(context_of(archive)).questions
    assert len(questions) == len(set(questions))
    assert set(questions) == {f"{edition}/{number}" for edition, number in archive.questions}
