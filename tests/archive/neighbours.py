"""Municipalities that are like Tingsryd or not, and made-up evaluations of them."""

from __future__ import annotations

from typing import Any

from kompass_sphinx.model.evaluation import Evaluation
from tests.archives import made_evaluation

# Of the group of Tingsryd, of its county but another group, and neither.
SAME_GROUP = ("Askersund", "Berg", "Boden", "Bräcke", "Finspång")
SAME_COUNTY = ("Växjö", "Ljungby", "Alvesta")
UNLIKE = ("Helsingborg", "Örebro", "Borås", "Umeå", "Mölndal")


def with_percents(municipality: str, year: int = 2019, edition: int = 2016, **percents: float) -> Evaluation:
    """An evaluation with percents by sub-question, written as q4_3."""
    areas: dict[int, Any] = {}
    for name, percent in percents.items():
        number = name[1:].replace("_", ".")
        areas.setdefault(int(number[0]), {"questions": {}})["questions"][number] = {"percent": percent}
    return made_evaluation(municipality, year, edition, areas=areas)
