"""The package's own data: the editions with their areas, sub-questions and themes, and the municipalities."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, cast

from kompass_sphinx.model.edition import (
    Area,
    Catalogue,
    Comparability,
    Edition,
    Lineage,
    Question,
    Relation,
    Theme,
)
from kompass_sphinx.model.municipality import Municipality, Registry
from kompass_sphinx.reading.yaml_text import load


def data_text(name: str) -> str:
    """The text of one of the package's data files."""
    return (files("kompass_sphinx") / "data" / name).read_text(encoding="utf-8")


def load_catalogue() -> Catalogue:
    """The four editions, the eight themes, and what is comparable between editions."""
    data = load(data_text("editions.yaml"))
    descriptions = {(row["edition"], row["question"]): row["description"] for row in _rows("question-descriptions.csv")}
    editions = [_edition(entry, descriptions) for entry in data["editions"]]
    return Catalogue(
        editions={edition.id: edition for edition in editions},
        themes={name: _theme(name, entry) for name, entry in data["themes"].items()},
        comparability=tuple(_comparability(entry) for entry in data["comparability"]),
        lineage=tuple(_lineage(row) for row in _rows("question-lineage.csv")),
    )


def load_registry() -> Registry:
    """Sweden's 290 municipalities."""
    return Registry.of(
        Municipality(
            code=row["code"],
            name=row["name"],
            slug=row["slug"],
            county_code=row["county_code"],
            county=row["county"],
            group_code=row["group_2023_code"],
            group=row["group_2023"],
        )
        for row in _rows("municipalities.csv")
    )


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(data_text(name).splitlines(), strict=True))


def _edition(entry: dict[str, Any], descriptions: Mapping[tuple[str, str], str]) -> Edition:
    edition = int(entry["id"])
    first, _, last = entry["years"].partition("-")
    areas = {int(number): _area(edition, int(number), area, descriptions) for number, area in entry["areas"].items()}
    return Edition(edition, int(first), int(last) if last else None, areas)


def _area(edition: int, number: int, entry: dict[str, Any], descriptions: Mapping[tuple[str, str], str]) -> Area:
    questions = {
        key: _question(edition, key, value, descriptions[str(edition), key])
        for key, value in entry.get("questions", {}).items()
    }
    return Area(edition, number, entry["name"], tuple(entry.get("also", ())), questions)


def _question(edition: int, number: str, entry: str | list[str], description: str) -> Question:
    if isinstance(entry, str):
        return Question(edition, number, entry, None, description)
    name, maximum = entry
    return Question(edition, number, name, int(maximum), description)


def _theme(name: str, entry: dict[str, Any]) -> Theme:
    return Theme(name, entry["name"], {int(edition): int(area) for edition, area in entry["areas"].items()})


def _comparability(entry: dict[str, Any]) -> Comparability:
    earlier, later = entry["between"]
    return Comparability(int(earlier), int(later), entry["rule"], entry["source"])


def _lineage(row: dict[str, str]) -> Lineage:
    return Lineage(
        earlier=(int(row["from_edition"]), row["from_question"]),
        later=(int(row["to_edition"]), row["to_question"]),
        relation=cast("Relation", row["relation"]),
        note=row["note"],
    )
