"""Where the time of a build goes, by room: `python -m benchmarks.profile COUNT`, as `make profile` runs it.

A full build and one after a changed text are run under cProfile, which makes calls of small functions look dearer than
they are, and sees the main process alone. What Python's own library and C functions take is counted to the rooms that
called them.
"""

from __future__ import annotations

import pstats
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.edits import text_changed
from benchmarks.folders import PROJECT, WORK, Folders, delete
from benchmarks.measure import run
from benchmarks.ours import Site

PACKAGE = str(PROJECT / "kompass_sphinx")
LIBRARIES = {
    "sphinx": "Sphinx",
    "docutils": "docutils",
    "myst_parser": "MyST",
    "markdown_it": "MyST",
    "mdit_py_plugins": "MyST",
    "sphinx_design": "sphinx-design",
    "jinja2": "Jinja",
    "markupsafe": "Jinja",
    "yaml": "PyYAML",
    "pydantic": "pydantic",
    "pydantic_core": "pydantic",
    "matplotlib": "matplotlib",
    "numpy": "matplotlib",
    "babel": "Babel",
    "pygments": "Pygments",
}
OTHER = "Python and other libraries"
IMPORTS = "imports"
SMALLER = "smaller ones"
LEAST_SHARE = 1.0
"""Per cent of a build that a room must take to have a line of its own."""

Function = tuple[str, int, str]
Stats = Mapping[Function, tuple[int, int, float, float, Mapping[Function, tuple[int, int, float, float]]]]
"""By function: calls, primitive calls, own and whole seconds, and the same by caller, as in ``pstats.Stats.stats``."""
Times = dict[str, float]
"""Seconds, or shares, by room."""


def room_of(function: Function) -> str:
    """The room of the archive, or the library, that a function belongs to."""
    path, _, name = function
    if "yaml._yaml" in name:  # libyaml's parser, which has no file
        return "PyYAML"
    if path.startswith(PACKAGE):
        inner = Path(path).relative_to(PACKAGE)
        return f"{inner.parts[0]}/" if len(inner.parts) > 1 else "kompass_sphinx"
    if path.startswith("<frozen importlib"):
        return IMPORTS
    parts = Path(path).parts
    library = parts[parts.index("site-packages") + 1] if "site-packages" in parts else ""
    return LIBRARIES.get(library.removesuffix(".py"), OTHER)


def by_room(stats: Stats) -> Times:
    """Seconds of own time by room."""
    times: Times = defaultdict(float)
    known: dict[Function, Times] = {}
    for function, (_, _, own, _, _) in stats.items():
        for room, share in _shares(function, stats, known).items():
            times[room] += own * share
    return dict(times)


def _shares(function: Function, stats: Stats, known: dict[Function, Times]) -> Times:
    """For which rooms a function works: its own, or those of its callers by the time that it took for each."""
    if function not in known:
        known[function] = {OTHER: 1.0}  # while it is looked for: a function that calls itself by others
        room = room_of(function)
        callers = stats[function][4] if function in stats else {}
        total = sum(for_it for _, _, _, for_it in callers.values())
        if room != OTHER or not total:
            known[function] = {room: 1.0}
        else:
            found: Times = defaultdict(float)
            for caller, (_, _, _, for_it) in callers.items():
                for caller_room, share in _shares(caller, stats, known).items():
                    found[caller_room] += share * for_it / total
            known[function] = dict(found)
    return known[function]


def table(builds: Mapping[str, Times]) -> Iterator[str]:
    """Seconds and shares by room, the dearest first; those that take little of every build together, last."""
    totals = {name: sum(times.values()) for name, times in builds.items()}
    most = {
        room: max(100 * times.get(room, 0) / totals[name] for name, times in builds.items())
        for room in {room for times in builds.values() for room in times}
    }
    rooms = sorted((room for room in most if most[room] >= LEAST_SHARE), key=lambda room: -most[room])
    yield f"{'':28}" + "".join(f"{name:>22}" for name in builds)
    for room in rooms:
        yield _line(room, [(times.get(room, 0), totals[name]) for name, times in builds.items()])
    rests = {name: sum(time for room, time in times.items() if room not in rooms) for name, times in builds.items()}
    yield _line(SMALLER, [(rests[name], totals[name]) for name in builds])
    yield _line("all", [(total, total) for total in totals.values()])


def _line(room: str, times: list[tuple[float, float]]) -> str:
    cells = (f"{time:10.2f} s {100 * time / total:7.1f} %" for time, total in times)
    return f"{room:28}" + "".join(f"{cell:>22}" for cell in cells)


def profiled(site: Site, name: str) -> Times:
    """Build the site under cProfile; the times by room."""
    kept = site.folder / f"{name}.prof"
    kept.parent.mkdir(parents=True, exist_ok=True)
    python, module, sphinx, *rest = site.command
    run((python, "-m", "cProfile", "-o", str(kept), module, sphinx, *rest), PROJECT)
    stats: Any = pstats.Stats(str(kept))
    sys.stdout.write(f"The profile is in {kept}: python -m pstats FILE shows more.\n")
    return by_room(stats.stats)


def main(count: int) -> None:
    """Profile both builds and print the table."""
    folders = Folders(WORK, count)
    folders.make()
    site = Site(folders.evaluations, folders.of("profile"))
    delete(site.folder)
    full = profiled(site, "full")
    edit = text_changed(folders.evaluations, count)
    edit.make()
    try:
        text = profiled(site, "text")
    finally:
        edit.undo()
    for line in table({"a full build": full, "one changed text": text}):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
