"""What the made-up evaluations are like: as varied as real ones, and what the pages and tests need is there."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterable
from statistics import median

import pytest

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.reading.folder import read_folder
from tests.archives import catalogue, real_archive, registry
from tests.demonstration.draws import Draws
from tests.demonstration.folder import generate
from tests.demonstration.schedule import GOOD_EXAMPLE
from tests.demonstration.vocabulary import compound, subjects

EDITIONS_WITH_QUESTIONS = (2002, 2010, 2016)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Three hundred made-up evaluations."""
    folder = tmp_path_factory.mktemp("made-up")
    generate(folder, 300)
    reading = read_folder(folder, "evaluations", registry(), catalogue())
    assert reading.problems == ()
    return Archive(reading.evaluations, reading.known, registry(), catalogue())


def reports(archive: Archive) -> list[Evaluation]:
    """The evaluations with examples: those of which there is a whole report."""
    return [evaluation for evaluation in archive if evaluation.examples]


def findings(evaluation: Evaluation) -> list[str]:
    areas = evaluation.areas.values()
    return [finding.text for area in areas for finding in (*area.strengths, *area.improvements)]


def test_tingsryd_is_weak_where_a_neighbour_of_its_group_is_strong(archive: Archive) -> None:
    tingsryd, neighbour = archive.evaluations["tingsryd", 2019], archive.evaluations[GOOD_EXAMPLE]
    assert (tingsryd.edition, neighbour.edition) == (2016, 2016)
    assert tingsryd.question_results["4.3"].points == 1
    assert min(tingsryd.question_results.values(), key=lambda one: one.percent or 0).points == 1
    assert (neighbour.question_results["4.3"].percent or 0) >= 90
    assert [one for one in neighbour.areas[4].strengths if one.question == "4.3"]
    assert archive.municipality(neighbour).group == archive.municipality(tingsryd).group
    assert archive.municipality(neighbour).group == "Lågpendlingskommun nära större stad"


def test_helsingborg_points_to_ornskoldsvik_as_in_the_real_report(archive: Archive) -> None:
    named = {(one.municipality, one.question) for one in archive.evaluations["helsingborg", 2014].examples}
    assert ("Örnsköldsvik", "4.3") in named


def test_most_are_whole_reports_and_every_lesser_kind_is_there(archive: Archive) -> None:
    kinds = Counter(
        "report"
        if evaluation.examples
        else "areas"
        if evaluation.area_points
        else "total"
        if evaluation.total is not None
        else "words"
        for evaluation in archive
    )
    for kind, share in {"report": 0.70, "areas": 0.15, "total": 0.10, "words": 0.05}.items():
        assert abs(kinds[kind] / len(archive) - share) < 0.05, kind


def test_totals_spread_as_real_ones_do(archive: Archive) -> None:
    for evaluations in archive.of_edition.values():
        totals = [one.total for one in evaluations if one.total is not None]
        assert len(totals) > 40
        assert 420 < median(totals) < 540
        assert max(totals) - min(totals) > 200
        assert min(totals) > 250
        assert max(totals) < 720


def test_reports_have_figures_for_every_sub_question_that_the_edition_has(archive: Archive) -> None:
    for evaluation in reports(archive):
        edition = archive.edition(evaluation)
        numbers = {number for area in edition.areas.values() for number in area.questions}
        assert evaluation.question_results.keys() == numbers
        for result in evaluation.question_results.values():
            assert result.percent is not None
            assert (result.points is not None) == edition.has_maximums
        assert len(evaluation.area_points) == 8
        assert 40 <= len(findings(evaluation)) <= 125


def test_every_sub_question_of_every_edition_has_strengths_improvements_and_somebody_named(archive: Archive) -> None:
    for edition in EDITIONS_WITH_QUESTIONS:
        for area in catalogue().editions[edition].areas.values():
            for number in area.questions:
                evidence = archive.questions[edition, number]
                assert len(evidence.strengths) >= 5, (edition, number)
                assert len(evidence.improvements) >= 5, (edition, number)
                assert evidence.named, (edition, number)


def test_strengths_are_noted_where_results_are_good_and_improvements_where_they_are_not(archive: Archive) -> None:
    strong = [one.percent or 0 for evidence in archive.questions.values() for one in evidence.strengths]
    weak = [one.percent or 0 for evidence in archive.questions.values() for one in evidence.improvements]
    assert median(strong) > median(weak) + 5


def test_evaluators_name_mostly_others_and_those_good_at_it(archive: Archive) -> None:
    named = [one for one in archive.named if one.item.example.municipality]
    by_itself = [one for one in named if one.by_itself]
    assert 0 < len(by_itself) < len(named) / 5
    places = [one.item.example for one in archive.named if one.item.example.place]
    assert {place.kind for place in places} == {"district", "foreign", "company", "network"}
    assert len(places) < len(named) / 5
    points_of_named = [
        points
        for one in named
        if (area := one.item.example.area) is not None and one.item.example.municipality
        for evaluation in archive
        if evaluation.municipality == one.item.example.municipality and evaluation.edition == one.by.edition
        if (points := evaluation.area_points.get(area)) is not None
    ]
    all_points = [points for evaluation in archive for points in evaluation.area_points.values()]
    assert median(points_of_named) > median(all_points) + 8


def test_groups_differ_little(archive: Archive) -> None:
    by_group: dict[str, list[float]] = {}
    for evaluation in archive:
        if evaluation.total is not None:
            by_group.setdefault(archive.municipality(evaluation).group_code, []).append(evaluation.total)
    medians = [median(totals) for totals in by_group.values() if len(totals) >= 15]
    assert len(medians) >= 4
    assert max(medians) - min(medians) < 120


def test_only_the_earliest_evaluation_of_a_municipality_is_said_to_be_its_first(archive: Archive) -> None:
    for evaluations in archive.of_municipality.values():
        assert not any(evaluation.first for evaluation in evaluations[1:])
    assert sum(evaluations[0].first is True for evaluations in archive.of_municipality.values()) > 80
    assert len(archive.of_municipality) < len(archive) / 2


def test_texts_are_as_varied_as_the_real_ones(archive: Archive) -> None:
    real = [text for evaluation in real_archive() for text in findings(evaluation)]
    made_up = [text for evaluation in archive for text in findings(evaluation)]
    # As many as the real ones: with more, more must come again.
    assert gzip_bytes_a_text(made_up[: len(real)]) > 0.9 * gzip_bytes_a_text(real)
    assert len(set(made_up)) / len(made_up) > 0.85
    assert max(Counter(made_up).values()) < 0.1 * len(archive)


def gzip_bytes_a_text(texts: list[str]) -> float:
    return len(gzip.compress("\n".join(texts).encode(), mtime=0)) / len(texts)


def test_halves_are_printed_in_edition_2002_alone(archive: Archive) -> None:
    def with_halves(edition: int) -> Iterable[Evaluation]:
        return (one for one in archive.of_edition[edition] if any(points % 1 for points in one.area_points.values()))

    assert any(with_halves(2002))
    assert not any(one for edition in (2010, 2016, 2020) for one in with_halves(edition))


def test_every_sub_question_has_one_subject_and_every_subject_enough_words() -> None:
    places = [place for theme in catalogue().themes for subject in subjects(theme) for place in subject.questions]
    areas = [area for edition in catalogue() for area in edition.areas.values()]
    assert sorted(places) == sorted((area.edition, number) for area in areas for number in area.questions)
    for theme in catalogue().themes:
        for subject in subjects(theme):
            for words in (subject.first, subject.last, subject.about, subject.effect, subject.needs):
                assert len(set(words)) == len(words) >= 6, subject.name


@pytest.mark.parametrize(
    ("first", "last", "text", "article", "definite"),
    [
        ("invånar", "en dialog", "invånardialog", "en", False),
        ("ungdoms", "möten", "ungdomsmöten", "", False),
        ("EU", "-projekten", "EU-projekten", "", True),
        ("e", "-tjänsterna", "e-tjänsterna", "", True),
        ("miljö", "-målen", "miljömålen", "", True),
    ],
)
def test_compounds_are_written_as_swedes_do(first: str, last: str, text: str, article: str, definite: bool) -> None:
    noun = compound(first, last)
    assert (noun.text, noun.article, noun.definite) == (text, article, definite)


def test_draws_depend_on_their_key_alone() -> None:
    def of(*key: object) -> list[int]:
        draws = Draws(*key)
        return [draws.below(1000) for _ in range(5)]

    assert of("a", 1) == of("a", 1) != of("a", 2)
