"""Hugo and Eleventy on the same evaluations: their pages, of the same structure and size as ours, and nothing else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.edits import text_changed
from benchmarks.folders import Folders, delete
from benchmarks.jobs import Job
from benchmarks.measure import run
from benchmarks.page_parts import NEARNESS, evaluation_pages, mean_size, write_editions, write_shared

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Project:
    """A generator's project: ``source`` is a copy of ours, ``shared`` the folder with what it is given besides."""

    name: str
    command: tuple[str, ...]
    source: Path
    shared: Path
    output: Path


def hugo_project(program: Path, folders: Folders) -> Project:
    """A copy of hugo_site, which reads the evaluations where they are."""
    folder = folders.of("hugo")
    source, output = folder / "source", folder / "output"
    _copy(HERE / "hugo_site", source)
    mounts = [
        {"source": "content", "target": "content"},
        {"source": "layouts", "target": "layouts"},
        {"source": "data", "target": "data"},
        {"source": str(folders.evaluations), "target": "data/evaluations", "files": ["**/*.yaml"]},
    ]
    (source / "mounts.json").write_text(json.dumps({"module": {"mounts": mounts}}), encoding="utf-8")
    options = ("--config", "hugo.toml,mounts.json", "--destination", str(output), "--noBuildLock", "--quiet")
    return Project("hugo", (str(program), *options), source, source / "data", output)


def eleventy_project(script: Path, folders: Folders) -> Project:
    """A copy of eleventy_site; the environment tells it where the evaluations are."""
    folder = folders.of("eleventy")
    source, output = folder / "source", folder / "output"
    _copy(HERE / "eleventy_site", source)
    modules = source / "node_modules"
    if not modules.exists():
        modules.symlink_to(script.parents[2], target_is_directory=True)
    places = (f"BENCH_EVALUATIONS={folders.evaluations}", f"BENCH_SHARED={source / 'data'}")
    command = ("env", *places, "node", str(script), "--quiet", "--output", str(output))
    return Project("eleventy", command, source, source / "data", output)


def _copy(template: Path, source: Path) -> None:
    shutil.copytree(template, source, dirs_exist_ok=True)
    (source / "data").mkdir(exist_ok=True)


def match_sizes(project: Project, our_html: Path) -> float:
    """Bring the mean of the generator's pages to ours; the bytes of its mean. Raises ValueError when it cannot be."""
    wanted = mean_size(our_html)
    page = max(evaluation_pages(our_html), key=lambda path: path.stat().st_size).read_text(encoding="utf-8")
    write_editions(project.shared / "editions.json")
    drawing = 0
    for _ in range(2):
        write_shared(project.shared / "shared.json", page, drawing)
        delete(project.output)
        run(project.command, project.source)
        drawing = round(drawing + wanted - mean_size(project.output))
    reached = mean_size(project.output)
    if len(evaluation_pages(project.output)) != len(evaluation_pages(our_html)):
        raise ValueError(f"{project.name} made other pages than we do.")
    if abs(reached - wanted) > NEARNESS * wanted:
        raise ValueError(f"{project.name}'s pages have {reached:.0f} bytes, ours {wanted:.0f}.")
    return reached


def generator_jobs(project: Project, folders: Folders) -> Iterator[Job]:
    """A full build, and one after a changed text."""
    full = partial(delete, project.output)
    yield Job(project.name, "full", folders.count, project.command, project.source, before=full)
    edit = text_changed(folders.evaluations, folders.count)
    yield Job(project.name, "text", folders.count, project.command, project.source, before=edit.make, after=edit.undo)
