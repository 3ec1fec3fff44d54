"""What the archive says of one sub-question: everything, once, and in an order that can be told in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.by_question import FindingOf
from kompass_sphinx.model.evaluation import Evaluation
from tests.archives import archive_of, made_evaluation, real_archive

NUMBERS = ("4.1", "4.2", "4.3")
NAMES = ("Ale", "Mark", "Vara", "Örebro")


@st.composite
def findings(draw: st.DrawFn) -> list[dict[str, Any]]:
    texts = draw(st.lists(st.sampled_from(("Påhittad.", "En till.", "En tredje.")), max_size=3))
    return [{"text": text, **draw(question_or_none())} for text in texts]


def question_or_none() -> st.SearchStrategy[dict[str, Any]]:
    return st.sampled_from(({}, *({"question": number} for number in NUMBERS)))


FIGURES: st.SearchStrategy[dict[str, int]] = st.one_of(
    st.builds(dict, percent=st.integers(0, 100)),
    st.builds(dict, points=st.integers(0, 10)),
    st.builds(dict, percent=st.integers(0, 100), points=st.integers(0, 10)),
)


@st.composite
def archives(draw: st.DrawFn) -> Archive:
    """Up to eight evaluations of four municipalities, in two editions that share the numbers of sub-questions."""
    keys = draw(st.lists(st.tuples(st.sampled_from(NAMES), st.integers(2012, 2019)), unique=True, max_size=8))
    made = []
    for name, year in keys:
        area = {
            "questions": draw(st.dictionaries(st.sampled_from(NUMBERS), FIGURES)),
            "strengths": draw(findings()),
            "improvements": draw(findings()),
        }
        examples = [
            {"municipality": draw(st.sampled_from(NAMES)), "area": 4, "topic": "påhittat", **draw(question_or_none())}
            for _ in range(draw(st.integers(0, 2)))
        ]
        edition = 2010 if year < 2016 else 2016
        made.append(made_evaluation(name, year, edition, areas={4: area}, examples=examples))
    return archive_of(*made)


@given(archives())
def test_every_finding_example_and_result_of_a_sub_question_is_in_its_evidence_once(archive: Archive) -> None:
    assert_complete(archive)


def test_so_it_is_in_the_real_archive() -> None:
    archive = real_archive()
    assert_complete(archive)
    assert sum(len(one.named) for one in archive.questions.values()) > 20


def assert_complete(archive: Archive) -> None:
    assert list(archive.questions) == [(one.edition, one.number) for one in archive.catalogue.questions]
    expected: Counter[tuple[Any, ...]] = Counter()
    for one in archive:
        items = archive.items_of(one)
        for kind in ("strengths", "improvements"):
            for item in getattr(items, kind):
                expected[kind, one.edition, item.finding.question, one.title, item.address] += 1
        for example in items.examples:
            expected["named", one.edition, example.example.question, one.title, example.address] += 1
        for number in one.question_results:
            expected["results", one.edition, number, one.title, ""] += 1
    found: Counter[tuple[Any, ...]] = Counter()
    for place, evidence in archive.questions.items():
        found.update(("strengths", *place, one.evaluation.title, one.item.address) for one in evidence.strengths)
        found.update(("improvements", *place, one.evaluation.title, one.item.address) for one in evidence.improvements)
        found.update(("named", *place, one.by.title, one.item.address) for one in evidence.named)
        found.update(("results", *place, one.evaluation.title, "") for one in evidence.results)
    assert found == Counter({key: count for key, count in expected.items() if key[2] is not None})
    assert set(found.values()) <= {1}


@given(archives())
def test_order_is_by_result_and_then_latest_first(archive: Archive) -> None:
    for evidence in archive.questions.values():
        results = [(one.percent, one.evaluation.year) for one in evidence.results]
        assert results == sorted(results, key=order)
        strengths = [(one.percent, one.evaluation.year) for one in evidence.strengths]
        assert strengths == sorted(strengths, key=order)
        named = [(one.by_itself, -one.by.year) for one in evidence.named]
        assert named == sorted(named)
        improvements = [-one.evaluation.year for one in evidence.improvements]
        assert improvements == sorted(improvements)


def order(pair: tuple[float | None, int]) -> tuple[bool, float, int]:
    """Highest percent first, those without one last; the latest first of equal ones."""
    percent, year = pair
    return percent is None, -(percent or 0), -year


@given(archives())
def test_findings_carry_the_result_of_their_own_evaluation(archive: Archive) -> None:
    found = {one.reference: one for one in archive}
    for (_, number), evidence in archive.questions.items():
        for one in (*evidence.strengths, *evidence.improvements):
            result = found[one.evaluation].question_results.get(number)
            assert one.percent == (result.percent if result else None)


def answered(name: str, year: int = 2019, edition: int = 2016, **figures: float) -> Evaluation:
    return made_evaluation(name, year, edition, areas={4: {"questions": {"4.3": figures}}})


def test_a_result_of_nought_stands_before_points_alone() -> None:
    archive = archive_of(
        answered("Ale", points=20), answered("Mark", percent=0), answered("Vara", percent=0.5, points=1)
    )
    assert titles(archive.questions[2016, "4.3"].results) == ["Vara 2019", "Mark 2019", "Ale 2019"]


def test_a_first_result_has_the_first_strength_of_its_evaluation_if_any() -> None:
    strengths = [{"text": text, "question": "4.3"} for text in ("Ett.", "Två.")]
    area = {"questions": {"4.3": {"percent": 50}}, "strengths": strengths}
    archive = archive_of(
        made_evaluation("Mark", areas={4: area}), answered("Ale", percent=60), answered("Vara", percent=1)
    )
    (mark,) = archive.of_municipality["mark"]
    found = archive.questions[2016, "4.3"].strengths_of_first(2)
    assert found == (None, archive.items_of(mark).strengths[0])


def test_the_strength_with_the_highest_result_stands_first() -> None:
    def area(percent: int) -> dict[int, Any]:
        strengths = [{"text": "Påhittad.", "question": "4.3"}]
        return {4: {"questions": {"4.3": {"percent": percent}}, "strengths": strengths}}

    archive = archive_of(made_evaluation("Ale", 2019, areas=area(10)), made_evaluation("Mark", 2017, areas=area(90)))
    assert titles(archive.questions[2016, "4.3"].strengths) == ["Mark 2017", "Ale 2019"]


def test_the_highest_are_all_that_share_the_highest_percent() -> None:
    archive = archive_of(answered("Ale", percent=9), answered("Mark", percent=9), answered("Vara", percent=8))
    assert [one.title for one in archive.questions[2016, "4.3"].highest] == ["Ale 2019", "Mark 2019"]
    assert archive_of(answered("Ale", points=20)).questions[2016, "4.3"].highest == ()
    assert archive_of().questions[2016, "4.3"].highest == ()


def test_the_same_number_of_another_edition_is_another_sub_question() -> None:
    archive = archive_of(answered("Ale", percent=10), answered("Mark", 2012, 2010, percent=90))
    assert titles(archive.questions[2016, "4.3"].results) == ["Ale 2019"]
    assert titles(archive.questions[2010, "4.3"].results) == ["Mark 2012"]
    assert titles(archive.questions[2002, "4.3"].results) == []


def titles(found: Sequence[Any]) -> list[str]:
    return [one.evaluation.title for one in found]


@pytest.mark.parametrize("kind", ["strengths", "improvements"])
def test_findings_on_the_whole_area_belong_to_no_sub_question(kind: str) -> None:
    archive = archive_of(made_evaluation(areas={4: {kind: ["Hela området."]}}))
    found: list[FindingOf] = [one for evidence in archive.questions.values() for one in getattr(evidence, kind)]
    assert found == []


def test_evaluations_with_improvements_are_counted_by_edition_and_area() -> None:
    archive = archive_of(
        made_evaluation("Ale", areas={4: {"improvements": ["A.", "B."]}, 5: {"strengths": ["C."]}}),
        made_evaluation("Mark", areas={4: {"improvements": ["D."]}}),
        made_evaluation("Vara", 2012, 2010, areas={4: {"improvements": ["E."]}}),
        made_evaluation("Nacka", areas={4: 50}),
    )
    assert archive.with_improvements == {(2016, 4): 2, (2010, 4): 1}
