"""Sphinx without the archive: an empty project, and the evaluations as MyST pages."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.folders import Folders, delete
from benchmarks.jobs import Job
from benchmarks.measure import run
from kompass_sphinx.model.definition import evaluation_of
from kompass_sphinx.model.evaluation import Evaluation, Finding
from kompass_sphinx.reading.yaml_text import load
from tests.archives import catalogue

CONFIGURATION = """\
project = "Prov"
language = "sv"
extensions = ["myst_parser"]
html_theme = "basic"
"""


def _command(source: Path, output: Path) -> tuple[str, ...]:
    return (
        sys.executable,
        "-m",
        "sphinx",
        "--quiet",
        "-b",
        "html",
        "-d",
        str(output / "doctrees"),
        str(source),
        str(output / "html"),
    )


def empty_jobs(work: Path) -> Iterator[Job]:
    """A project of one page: what Sphinx itself takes."""
    source, full, kept = work / "empty" / "source", work / "empty" / "full", work / "empty" / "kept"
    _write(source, {"index": "# Prov\n\nEn sida.\n"})
    yield Job("empty", "full", 0, _command(source, full), source, before=partial(delete, full))
    run(_command(source, kept), source)
    yield Job("empty", "unchanged", 0, _command(source, kept), source)


def myst_job(folders: Folders) -> Job:
    """A MyST page for each evaluation, with the same tables and lists."""
    source, output = folders.of("myst") / "source", folders.of("myst") / "output"
    pages = {
        f"{path.parent.name}-{path.stem}": page_text(evaluation_of(load(path.read_text(encoding="utf-8"))))
        for path in sorted(folders.evaluations.glob("*/*.yaml"))
    }
    delete(source)
    _write(source, {**pages, "index": "# Prov\n\n```{toctree}\n:glob:\n\n*\n```\n"})
    return Job("myst", "full", folders.count, _command(source, output), source, before=partial(delete, output))


def _write(source: Path, pages: dict[str, str]) -> None:
    source.mkdir(parents=True, exist_ok=True)
    (source / "conf.py").write_text(CONFIGURATION, encoding="utf-8")
    for name, text in pages.items():
        (source / f"{name}.md").write_text(text, encoding="utf-8")


def page_text(evaluation: Evaluation) -> str:
    """An evaluation in MyST."""
    return "\n".join(_lines(evaluation)) + "\n"


def _lines(evaluation: Evaluation) -> Iterator[str]:
    edition = catalogue().editions[evaluation.edition]
    yield from (f"# {evaluation.municipality} {evaluation.year}", "")
    yield from (f"{evaluation.total} av 800 poäng, utgåva {evaluation.edition}.", "", evaluation.summary or "", "")
    points = [(f"{number} {edition.areas[number].name}", area.points) for number, area in evaluation.areas.items()]
    yield from _table(("Område", "Poäng"), points)
    for number, result in evaluation.areas.items():
        area = edition.areas[number]
        yield from (f"## {number} {area.name}", "", result.impression or "", "")
        rows = [
            (f"{key} {area.questions[key].name}", figures.points, figures.percent)
            for key, figures in result.questions.items()
        ]
        yield from _table(("Delfråga", "Poäng", "Andel"), rows)
        yield from _findings("Styrkor", result.strengths)
        yield from _findings("Förbättringsområden", result.improvements)
    yield from ("## Utpekade goda exempel", "")
    yield from (f"- {one.topic}: {one.municipality or one.place}" for one in evaluation.examples)
    yield from ("", "## Noter och källor", "")
    yield from (f"1. {note.text}" for note in evaluation.notes)
    yield from ("", *(f"{source.title}. {source.publisher}" for source in evaluation.sources))


def _table(heads: tuple[str, ...], rows: list[tuple[Any, ...]]) -> Iterator[str]:
    if rows:
        for cells in (heads, ("---",) * len(heads), *rows):
            yield f"| {' | '.join(map(str, cells))} |"
        yield ""


def _findings(heading: str, findings: tuple[Finding, ...]) -> Iterator[str]:
    if findings:
        yield from (f"### {heading}", "")
        yield from (f"- {finding.question or '–'} {finding.text}" for finding in findings)
        yield ""
