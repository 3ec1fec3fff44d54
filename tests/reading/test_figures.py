"""The interval rules on real files: they pass, and every figure that is changed too much fails."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from kompass_sphinx.model.definition import evaluation_of
from kompass_sphinx.model.edition import Catalogue, Edition
from kompass_sphinx.model.points import Interval
from kompass_sphinx.reading.figures import check_figures
from kompass_sphinx.reading.problems import Fault
from kompass_sphinx.reading.yaml_text import load

FULL = ["tingsryd/2019.yaml", "helsingborg/2014.yaml"]


def faults(data: Any, catalogue: Catalogue) -> list[Fault]:
    evaluation = evaluation_of(data)
    return list(check_figures(evaluation, catalogue.editions[evaluation.edition]))


def only(data: Any, area: str) -> Any:
    """A copy with nothing but the figures of one area."""
    kept = {key: data["areas"][area][key] for key in ("points", "questions")}
    head = {key: data[key] for key in ("municipality", "year", "edition", "sources")}
    return deepcopy(head | {"areas": {area: kept}})


def figures(data: Any, edition: Edition) -> Iterator[tuple[str, str, int]]:
    """Area, sub-question and maximum of every sub-question."""
    for area, result in data["areas"].items():
        for number in result["questions"]:
            question = edition.question(number)
            assert question is not None
            assert question.maximum is not None
            yield area, number, question.maximum


@pytest.fixture(params=FULL)
def data(request: pytest.FixtureRequest, archive: Path) -> Any:
    return load((archive / request.param).read_text(encoding="utf-8"))


@pytest.fixture
def edition(data: Any, catalogue: Catalogue) -> Edition:
    return catalogue.editions[int(data["edition"])]


def test_there_are_forty_five_sub_questions_each(data: Any, edition: Edition, catalogue: Catalogue) -> None:
    assert len(list(figures(data, edition))) == 45
    assert faults(data, catalogue) == []


def test_points_changed_by_two_or_more_fail(data: Any, edition: Edition, catalogue: Catalogue) -> None:
    for area, number, maximum in figures(data, edition):
        part = only(data, area)
        result = part["areas"][area]["questions"][number]
        printed = float(result["points"])
        for changed in range(maximum + 1):
            if abs(changed - printed) >= 2:
                result["points"] = str(changed)
                assert faults(part, catalogue), (number, changed)


def test_an_areas_points_changed_by_two_or_more_fail(data: Any, catalogue: Catalogue) -> None:
    for number in data["areas"]:
        part = only(data, number)
        area = part["areas"][number]
        printed = float(area["points"])
        for changed in range(101):
            if abs(changed - printed) >= 2:
                area["points"] = str(changed)
                found = [fault.loc for fault in faults(part, catalogue)]
                assert found == [("areas", number, "points")], changed


def test_a_percent_outside_the_interval_of_its_points_fails(data: Any, edition: Edition, catalogue: Catalogue) -> None:
    for area, number, maximum in figures(data, edition):
        part = only(data, area)
        result = part["areas"][area]["questions"][number]
        points = Interval.of_points(float(result["points"]), maximum)
        outside = [percent for percent in range(101) if not Interval.of_percent(percent, maximum) & points]
        assert len(outside) > 80
        for changed in outside:
            result["percent"] = str(changed)
            found = {fault.loc for fault in faults(part, catalogue)}
            assert ("areas", area, "questions", number, "points") in found, (number, changed)


def test_a_total_far_from_the_sum_fails(data: Any, catalogue: Catalogue) -> None:
    for change in (-6, 6):
        changed = {**data, "total": str(float(data["total"]) + change).removesuffix(".0")}
        assert [fault.loc for fault in faults(changed, catalogue)] == [("total",)]


def test_figures_left_out_are_no_fault(data: Any, edition: Edition, catalogue: Catalogue) -> None:
    for area, number, _ in figures(data, edition):
        for key in ("points", "percent"):
            without = deepcopy(data)
            del without["areas"][area]["questions"][number][key]
            assert faults(without, catalogue) == []
        without = deepcopy(data)
        del without["areas"][area]["questions"][number]
        assert faults(without, catalogue) == []
    for area in list(data["areas"]):
        without = deepcopy(data)
        del without["areas"][area]
        assert faults(without, catalogue) == []


def test_one_wrong_sub_question_is_one_fault(data: Any, catalogue: Catalogue) -> None:
    data["areas"]["1"]["questions"]["1.1"]["points"] = "13"
    assert [fault.loc for fault in faults(data, catalogue)] == [("areas", "1", "questions", "1.1", "points")]


def test_sub_questions_without_maximum_are_not_summed(catalogue: Catalogue) -> None:
    questions = {"1.1": {"percent": "10"}, "1.2": {"percent": "10"}, "1.3": {"percent": "10"}}
    old = {
        "municipality": "Mark",
        "year": "2006",
        "edition": "2002",
        "areas": {"1": {"points": "90", "questions": questions}},
        "sources": [{"title": "t", "kind": "web"}],
    }
    assert faults(old, catalogue) == []
    assert faults({**old, "total": "792"}, catalogue) != []
