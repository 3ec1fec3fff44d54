"""An evaluation is the same after having been packed, down to the types of its values."""

from dataclasses import fields
from typing import Any

import pytest

from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.reading.packing import packed, unpacked
from tests.archives import made_evaluation, real_archive, registry

WHOLE = made_evaluation(
    visited="2019-03",
    published="2019-05-06",
    first="true",
    interviews="40",
    total="0",
    summary="Påhittad.",
    evaluators=[{"name": "A", "affiliation": "B"}, {"name": "Å"}],
    areas={
        1: {"points": "74.5", "impression": "P.", "questions": {"1.1": {"points": "0"}, "1.2": {"percent": "15"}}},
        2: {"strengths": ["Bra.", {"text": "Bra.", "question": "2.1", "page": "9"}], "improvements": ["\U0001f9ed"]},
        3: {},
    },
    examples=[{"municipality": "Lomma", "topic": "t", "area": "1"}, {"place": "P", "kind": "district", "topic": "t"}],
    benchmarks=[{"label": "M", "statistic": "median", "edition": "2016", "areas": {"1": "60"}, "approximate": "true"}],
    notes=[{"about": "year", "text": "Påhittat."}],
)
ALL = [made_evaluation(), WHOLE, *real_archive()]


@pytest.mark.parametrize("evaluation", ALL, ids=lambda one: f"{registry().by_name[one.municipality].slug}-{one.year}")
def test_it_is_the_same_again(evaluation: Evaluation) -> None:
    again = unpacked(packed(evaluation))
    assert again == evaluation
    assert repr(again) == repr(evaluation)
    assert again.question_results == evaluation.question_results


def test_what_comes_back_is_as_frozen_and_as_light() -> None:
    again = unpacked(packed(WHOLE))
    parts: tuple[Any, ...] = (
        *again.evaluators,
        *again.areas.values(),
        *again.areas[2].strengths,
        *again.sources,
        *again.notes,
    )
    for part in parts:
        assert not hasattr(part, "__dict__")
        with pytest.raises(AttributeError):
            setattr(part, fields(part)[0].name, None)
    with pytest.raises(AttributeError):
        again.year = 2020  # type: ignore[misc]


def test_numbers_of_sub_questions_are_kept_once() -> None:
    one, other = unpacked(packed(WHOLE)), made_evaluation(areas={1: {"questions": {"".join("1.1"): {"points": "0"}}}})
    assert next(iter(one.areas[1].questions)) is next(iter(other.areas[1].questions))
