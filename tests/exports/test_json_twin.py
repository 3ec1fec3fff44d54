"""The JSON of an evaluation has everything that its file has, in numbers that are numbers, and no nulls."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.exports.json_twin import archive_text, as_text, evaluation_json
from tests.archives import EVALUATIONS, archive_of, made_evaluation, made_known, real_archive, with_totals

FILES = sorted(EVALUATIONS.glob("*/*.yaml"))
WHOLE = ("page", "n", "interviews", "edition", "area")


def raw(file: Path) -> dict[str, Any]:
    """The file as it is written, every value still text."""
    value: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), yaml.CBaseLoader)
    return value


def twin(file: Path) -> dict[str, Any]:
    """The JSON of a real file, after having been written and read."""
    archive = real_archive()
    evaluation = archive.evaluations[file.parent.name, int(file.stem)]
    value: dict[str, Any] = json.loads(as_text(evaluation_json(archive, evaluation)))
    return value


def whole_text(archive: Archive) -> str:
    """The text of the file that holds all evaluations."""
    return "".join(archive_text(archive, [as_text(evaluation_json(archive, one)) for one in archive]))


def whole(archive: Archive) -> dict[str, Any]:
    """The JSON of the whole archive, after having been written and read."""
    value: dict[str, Any] = json.loads(whole_text(archive))
    return value


def text(value: str) -> str:
    return " ".join(value.split())


def number(value: str) -> int | float:
    figure = float(value)
    return int(figure) if figure.is_integer() else figure


def typed(written: dict[str, Any]) -> dict[str, Any]:
    """The keys of a finding, an example, a benchmark … with their values as the format means them."""
    found: dict[str, Any] = {}
    for key, value in written.items():
        if key in ("points", "percent", "total", *WHOLE):
            found[key] = number(value)
        elif key in ("first", "approximate"):
            found[key] = value == "true"
        else:
            found[key] = text(value)
    return found


def without(value: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: part for key, part in value.items() if key not in keys}


def leaves(value: Any) -> Iterator[Any]:
    """Every single value of a JSON value."""
    if isinstance(value, dict):
        for part in value.values():
            yield from leaves(part)
    elif isinstance(value, list):
        for part in value:
            yield from leaves(part)
    else:
        yield value


def test_there_are_files_to_compare() -> None:
    assert len(FILES) == len(real_archive()) > 40


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_the_json_has_everything_that_the_file_has_and_nothing_else(file: Path) -> None:
    written, found = raw(file), twin(file)
    assert found["id"] == f"{file.parent.name}/{file.stem}"
    assert written["municipality"] in (found["municipality"]["name"], found["municipality"]["code"])
    own_form = ("municipality", "areas", "examples", "benchmarks", "evaluators", "sources", "notes", "year")
    assert without(found, "id", *own_form) == typed(without(written, *own_form))
    assert found["year"] == int(written["year"])
    for key in ("evaluators", "sources", "notes"):
        assert found.get(key, []) == [typed(one) for one in written.get(key, [])]
    assert [without(one, "id") for one in found.get("examples", [])] == [
        typed(one) for one in written.get("examples", [])
    ]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_every_figure_strength_and_improvement_of_an_area_is_there(file: Path) -> None:
    areas = raw(file).get("areas", {})
    found = {str(area["number"]): area for area in twin(file).get("areas", [])}
    assert found.keys() == areas.keys()
    for key, written in areas.items():
        area = found[key]
        assert area.get("points") == (number(written["points"]) if "points" in written else None)
        assert area.get("impression", "") == text(written.get("impression", ""))
        assert {one["number"]: without(one, "number", "name", "maximum") for one in area.get("questions", [])} == {
            question: typed(figures) for question, figures in written.get("questions", {}).items()
        }
        for kind in ("strengths", "improvements"):
            assert [without(one, "id") for one in area.get(kind, [])] == [
                typed({"text": one} if isinstance(one, str) else one) for one in written.get(kind, [])
            ]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_every_published_figure_is_there(file: Path) -> None:
    found = twin(file).get("benchmarks", [])
    written = raw(file).get("benchmarks", [])
    assert [without(one, "areas") for one in found] == [
        {"approximate": False} | typed(without(one, "areas")) for one in written
    ]
    assert [{str(area["number"]): area["points"] for area in one.get("areas", [])} for one in found] == [
        {area: number(points) for area, points in one.get("areas", {}).items()} for one in written
    ]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_what_is_unknown_is_left_out_and_whole_numbers_are_whole(file: Path) -> None:
    values = list(leaves(twin(file)))
    assert None not in values
    assert "" not in values
    assert not any(isinstance(value, float) and value.is_integer() for value in values)


def test_what_is_known_to_be_nought_or_not_is_not_left_out() -> None:
    evaluation = made_evaluation(first=False, total=0, areas={4: {"points": 0, "questions": {"4.1": {"percent": 0}}}})
    found = evaluation_json(archive_of(evaluation), evaluation)
    assert (found["first"], found["total"]) == (False, 0)
    assert found["areas"][0]["points"] == 0
    assert found["areas"][0]["questions"][0]["percent"] == 0


def test_findings_and_examples_have_the_addresses_of_the_page() -> None:
    archive = real_archive()
    for evaluation in archive:
        found, items = evaluation_json(archive, evaluation), archive.items_of(evaluation)
        ids = {
            one["id"]
            for area in found.get("areas", [])
            for kind in ("strengths", "improvements")
            for one in area.get(kind, [])
        }
        assert ids == {item.address for item in (*items.strengths, *items.improvements)}
        assert [one["id"] for one in found.get("examples", [])] == [item.address for item in items.examples]


def test_areas_and_questions_have_their_names_and_themes() -> None:
    evaluation = made_evaluation("Mark", 2012, 2010, areas={4: {"questions": {"4.6": {"points": 3}}}})
    archive = archive_of(evaluation)
    (area,) = evaluation_json(archive, evaluation)["areas"]
    question = archive.catalogue.editions[2010].question("4.6")
    assert question is not None
    assert (area["name"], area["theme"]) == (archive.catalogue.editions[2010].areas[4].name, "ledarskap")
    assert area["questions"] == [{"number": "4.6", "name": question.name, "maximum": question.maximum, "points": 3}]


def test_a_municipality_has_its_codes_as_text() -> None:
    evaluation = made_evaluation("Upplands Väsby", 2016)
    found = evaluation_json(archive_of(evaluation), evaluation)["municipality"]
    assert (found["code"], found["slug"], found["county_code"]) == ("0114", "upplands-vasby", "01")


def test_medians_are_given_with_their_n_and_only_when_there_are_enough() -> None:
    archive = archive_of(
        *with_totals(400, 410, 420, 430, 440, first=True), made_evaluation("Mark", 2012, 2010, total=1)
    )
    editions = {edition["id"]: edition for edition in whole(archive)["editions"]}
    assert editions[2016]["total"] == editions[2016]["total_first"] == {"n": 5, "median": 420}
    assert editions[2016]["total_repeated"] == {"n": 0}
    assert editions[2010]["total"] == {"n": 1}


def test_the_whole_archive_has_every_evaluation_and_every_known_one() -> None:
    archive = real_archive()
    found = whole(archive)
    assert found["evaluations"] == [json.loads(as_text(evaluation_json(archive, one))) for one in archive]
    assert [(one["municipality"], one.get("year"), one["source"]) for one in found["known"]] == [
        (known.municipality, known.year, known.source) for known in archive.known
    ]
    assert [theme["id"] for theme in found["themes"]] == list(archive.catalogue.themes)
    assert None not in list(leaves(found))
    assert found["licence"] == "CC0-1.0"


def test_an_undated_known_evaluation_has_no_year() -> None:
    (known,) = whole(archive_of(known=(made_known("Mark", None),)))["known"]
    assert known.keys() == {"code", "municipality", "source"}


def test_the_same_archive_gives_the_same_bytes_in_letters_as_they_are() -> None:
    archive = real_archive()
    once = whole_text(archive)
    again = whole_text(archive_of(*reversed(list(archive)), known=archive.known))
    assert once == again
    assert "Ängelholm" in once
    assert once.endswith("}\n")


def test_an_archive_of_nothing_is_json_too() -> None:
    found = whole(archive_of())
    assert (found["evaluations"], found["known"], len(found["editions"])) == ([], [], 4)


def test_writing_changes_only_how_whole_numbers_are_written() -> None:
    value = {"a": [48.0, 74.5, True, "48.0"], "b": {"c": 0.0}}
    assert json.loads(as_text(value)) == value
    assert [repr(one) for one in leaves(json.loads(as_text(value)))] == ["48", "74.5", "True", "'48.0'", "0"]
