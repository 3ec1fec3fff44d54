"""The package's data as Python has them hold everything that the files say, read here by other means."""

from __future__ import annotations

import csv
from dataclasses import astuple
from importlib.resources import files
from typing import Any

import yaml

from kompass_sphinx.model.edition import Catalogue
from kompass_sphinx.model.municipality import Registry
from kompass_sphinx.reading.editions import data_text

DATA = files("kompass_sphinx") / "data"


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(DATA.joinpath(name).read_text(encoding="utf-8").splitlines()))


def said() -> dict[str, Any]:
    said: dict[str, Any] = yaml.load(data_text("editions.yaml"), yaml.BaseLoader)
    return said


def test_every_municipality_has_all_that_its_row_says(registry: Registry) -> None:
    assert {astuple(one) for one in registry} == {tuple(row.values()) for row in rows("municipalities.csv")}


def test_every_edition_has_its_years_and_areas(catalogue: Catalogue) -> None:
    found = {
        str(edition.id): (
            f"{edition.first_year}-{edition.last_year or ''}",
            {str(area.number): (area.name, list(area.also)) for area in edition.areas.values()},
        )
        for edition in catalogue.editions.values()
    }
    assert found == {
        entry["id"]: (
            entry["years"],
            {number: (area["name"], area.get("also", [])) for number, area in entry["areas"].items()},
        )
        for entry in said()["editions"]
    }
    assert all(
        (area.edition, number) == (edition.id, area.number)
        for edition in catalogue.editions.values()
        for number, area in edition.areas.items()
    )


def test_every_sub_question_has_its_name_maximum_and_description(catalogue: Catalogue) -> None:
    described = {(row["edition"], row["question"]): row["description"] for row in rows("question-descriptions.csv")}
    expected = {}
    for entry in said()["editions"]:
        for area in entry["areas"].values():
            for number, text in area.get("questions", {}).items():
                name, maximum = (text, None) if isinstance(text, str) else (text[0], int(text[1]))
                key = (int(entry["id"]), number)
                expected[key] = (*key, name, maximum, described[entry["id"], number])
    found = {
        (edition.id, number): astuple(question)
        for edition in catalogue.editions.values()
        for area in edition.areas.values()
        for number, question in area.questions.items()
    }
    assert found == expected


def test_every_theme_comparability_and_lineage_is_there(catalogue: Catalogue) -> None:
    assert {name: (theme.id, theme.name, theme.areas) for name, theme in catalogue.themes.items()} == {
        name: (name, entry["name"], {int(edition): int(area) for edition, area in entry["areas"].items()})
        for name, entry in said()["themes"].items()
    }
    assert [astuple(one) for one in catalogue.comparability] == [
        (*map(int, entry["between"]), entry["rule"], entry["source"]) for entry in said()["comparability"]
    ]
    assert [astuple(one) for one in catalogue.lineage] == [
        (
            (int(row["from_edition"]), row["from_question"]),
            (int(row["to_edition"]), row["to_question"]),
            row["relation"],
            row["note"],
        )
        for row in rows("question-lineage.csv")
    ]
