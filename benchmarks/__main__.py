"""The benchmark: `python -m benchmarks 300 1000 3000 10000`, as `make bench` runs it.

Writes benchmarks/results.json and the page that tells of it, and prints how the run stands to the goals. The exit
status is 1 when a goal is missed, 2 when the run could not be made. `--no-page` leaves the page and its results as they
are: those of this run are in _build/bench/results.json.
"""

from __future__ import annotations

import argparse
import datetime
import statistics
import sys
from collections.abc import Iterator, Sequence

from benchmarks import generators, tools
from benchmarks.folders import WORK, Folders
from benchmarks.goals import outcomes, verdict
from benchmarks.jobs import Job, rounds
from benchmarks.machine import machine, versions
from benchmarks.measure import FailedError, Measurement, run
from benchmarks.ours import FEWEST, built, floor_job, floor_output, fresh, full_job, our_jobs
from benchmarks.outputs import DifferentError, check_edits, check_floor, data_pages
from benchmarks.page import PAGE, write_page
from benchmarks.page_parts import mean_size
from benchmarks.results import FILE, Gathering, Pages, Results
from benchmarks.sphinx_projects import empty_jobs, myst_job
from tests.demonstration.folder import RefusedError

ROUNDS = 3
MOST_MYST = 300
"""A tenth of a second for each page is long enough to wait."""


def say(text: str) -> None:
    """Tell how far the run is."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def prepared(count: int) -> tuple[list[Job], Pages]:
    """The jobs at a count, in the order of a round, and the pages; checks that outputs are the same bytes."""
    say(f"{count} evaluations: preparing, and comparing outputs byte for byte")
    folders = Folders(WORK, count)
    folders.make()
    jobs = list(our_jobs(folders))
    site = built(folders)
    differing = check_edits(folders, site, fresh(folders))
    floor = floor_job(folders)
    floor.before()
    run(floor.command, floor.folder)
    check_floor(floor_output(folders), site.html)
    jobs.insert(1, floor)
    page_bytes = {"ours": mean_size(site.html)}
    for project in _projects(folders):
        page_bytes[project.name] = generators.match_sizes(project, site.html)
        jobs += generators.generator_jobs(project, folders)
    if count <= MOST_MYST:
        jobs.append(myst_job(folders))
    return jobs, Pages(count, data_pages(site.html), page_bytes, differing)


def _projects(folders: Folders) -> Iterator[generators.Project]:
    hugo, eleventy = tools.hugo(WORK / "tools"), tools.eleventy(WORK / "tools")
    if hugo is not None:
        yield generators.hugo_project(hugo, folders)
    if eleventy is not None:
        yield generators.eleventy_project(eleventy, folders)


def measured(counts: Sequence[int], repeats: int) -> Results:
    """Measure everything at these counts, several rounds of all of it."""
    fewest = Folders(WORK, FEWEST)
    fewest.make()
    jobs = [*empty_jobs(WORK), full_job(fewest)]
    pages = []
    for count in counts:
        more, there = prepared(count)
        jobs += more
        pages.append(there)
    day = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    gathering = Gathering()
    for number, (job, found) in enumerate(rounds(jobs, repeats), start=1):
        gathering.add(job.subject, job.step, job.count, found)
        done = -(-number // len(jobs))
        say(f"round {done} of {repeats}  {job.name:22} {figures(found)}")
        if number == done * len(jobs):
            results = Results(machine(), versions(), day, done, gathering.series(), tuple(pages))
            results.save(WORK / FILE.name)  # what is lost when a later round fails is that round
    return results


def figures(found: Measurement) -> str:
    """A run's figures in a line."""
    return f"{found.wall:8.2f} s, {found.cpu:8.2f} s CPU, {found.peak / 1e6:6.0f} MB"


def summary(results: Results) -> Iterator[str]:
    """A line for each job: the least and the median."""
    for one in results.series:
        wall = f"{min(one.wall):8.2f} {statistics.median(one.wall):8.2f} s"
        cpu = f"{min(one.cpu):8.2f} {statistics.median(one.cpu):8.2f} s CPU"
        yield f"{one.subject:9} {one.step:10} {one.count:6} {wall} {cpu} {statistics.median(one.peak) / 1e6:6.0f} MB"


def main(arguments: Sequence[str]) -> int:
    """Run the benchmark; its exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("counts", nargs="+", type=int, metavar="COUNT")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--no-page", action="store_true")
    options = parser.parse_args(arguments)
    try:
        results = measured(sorted(set(options.counts)), options.rounds)
    except (FailedError, DifferentError, RefusedError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if not options.no_page:
        results.save(FILE)
        write_page(results, PAGE)
    for line in summary(results):
        say(line)
    found = list(outcomes(results))
    for outcome in found:
        say(verdict(outcome))
    return int(any(outcome.is_missed for outcome in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
