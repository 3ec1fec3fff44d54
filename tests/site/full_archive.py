"""The heaviest pages there may be: the project's own among made-up evaluations that have every sub-question."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from itertools import chain, islice, zip_longest
from pathlib import Path
from typing import Any
from zlib import crc32

from kompass_sphinx.model.edition import Edition
from kompass_sphinx.model.municipality import Municipality
from tests.archives import MADE_UP_SOURCE, catalogue, registry
from tests.site.real_site import PROJECT, RealSite, build_real_site

HEAVIEST = ("tingsryd/2019", "helsingborg/2014")
"""The project's evaluations with sub-questions."""


def build_full_site(folder: Path, made_up: Mapping[int, int]) -> RealSite:
    """The project's site with so many made-up evaluations in these editions; nothing is written beside its sources."""
    project = folder / "project"
    for name in ("docs", "evaluations"):
        shutil.copytree(PROJECT / name, project / name)
    for name in ("conf.py", "index.md", "CHANGELOG.md"):
        shutil.copy(PROJECT / name, project / name)
    for edition, count in made_up.items():
        for position, municipality in enumerate(islice(like_ones(), count)):
            path = project / "evaluations" / municipality.slug / f"{edition}.yaml"
            path.parent.mkdir(exist_ok=True)
            content = full_evaluation(municipality, catalogue().editions[edition], position)
            path.write_text(json.dumps(content), encoding="utf-8")  # JSON is YAML
    return build_real_site(folder, source=project)


def like_ones() -> Iterator[Municipality]:
    """Municipalities that the archive has no evaluation of, by turns of the groups of the heaviest."""
    evaluated = {path.name for path in (PROJECT / "evaluations").iterdir()}
    groups = []
    for name in HEAVIEST:
        own = registry().by_slug[name.partition("/")[0]]
        groups.append([one for one in registry() if one.group_code == own.group_code and one.slug not in evaluated])
    return (one for one in chain.from_iterable(zip_longest(*groups)) if one is not None)


def full_evaluation(municipality: Municipality, edition: Edition, position: int) -> dict[str, Any]:
    """A made-up evaluation with a high figure, a strength and an example on every sub-question."""
    areas: dict[str, Any] = {}
    names = [one.name for one in registry() if f"{one.slug}/" not in "".join(HEAVIEST)]
    examples = []
    for area in edition.areas.values():
        questions, strengths, exact = {}, [], 0.0
        for question in area.questions.values():
            percent = 62 + crc32(f"{position} {question.number}".encode()) % 38
            exact += (question.maximum or 0) * percent / 100
            points = int((question.maximum or 0) * percent / 100 + 0.5)
            questions[question.number] = {"points": points, "percent": percent}
            name = names[crc32(f"named {position} {question.number}".encode()) % len(names)]
            topic = f"påhittat exempel {position} på {question.name.lower()}"
            examples.append(
                {"municipality": name, "area": str(area.number), "question": question.number, "topic": topic}
            )
            strengths.append({"text": f"Påhittad styrka {position} i {question.name}.", "question": question.number})
        areas[str(area.number)] = {"points": int(exact + 0.5), "questions": questions, "strengths": strengths}
    return {
        "municipality": municipality.name,
        "year": edition.id,
        "edition": edition.id,
        "total": sum(area["points"] for area in areas.values()),
        "areas": areas,
        "examples": examples,
        "sources": [MADE_UP_SOURCE],
    }
