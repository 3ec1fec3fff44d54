"""The harness with subjects that do next to nothing, and the floor's bytes against the site's."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from benchmarks.folders import Folders
from benchmarks.generators import Project, match_sizes
from benchmarks.jobs import Job, rounds
from benchmarks.measure import FailedError, measure
from benchmarks.measuring import shared_out_memory
from benchmarks.ours import Site, floor_job
from benchmarks.outputs import DifferentError, check_floor, differing
from benchmarks.page_parts import drawing, mean_size
from benchmarks.profile import OTHER, by_room, room_of, table
from benchmarks.sphinx_projects import page_text
from tests.archives import made_evaluation
from tests.site.demonstration_site import demonstration_settings

MEGABYTES = 1_000_000
HOLDS_MEMORY = "held = b'x' * 60_000_000"
TWO_PROCESSES = """
import os, time
held = b"x" * 60_000_000
if os.fork() == 0:
    own = b"y" * 60_000_000
    time.sleep(0.5)
    os._exit(0)
os.wait()
"""


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


def test_a_process_is_measured_whole(tmp_path: Path) -> None:
    found = measure(python(HOLDS_MEMORY), tmp_path)
    assert found.wall > 0
    assert found.cpu > 0
    assert 60 * MEGABYTES < found.peak < 110 * MEGABYTES


def test_memory_that_two_processes_share_is_counted_once(tmp_path: Path) -> None:
    assert 120 * MEGABYTES < measure(python(TWO_PROCESSES), tmp_path).peak < 165 * MEGABYTES


def test_the_memory_of_the_one_who_measures_is_not_counted(tmp_path: Path) -> None:
    held = b"x" * 80_000_000
    assert measure(python("pass"), tmp_path).peak < len(held)


def test_a_process_that_has_ended_has_no_memory() -> None:
    ended = subprocess.Popen([sys.executable, "-c", "pass"])
    ended.wait()
    assert shared_out_memory(ended.pid) == 0


def test_a_command_that_fails_is_told_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="so it is"):
        measure(python("raise SystemExit('so it is')"), tmp_path)


def test_jobs_take_turns_and_what_is_around_them_is_done_each_time(tmp_path: Path) -> None:
    told: list[str] = []
    jobs = [
        Job(
            name,
            "full",
            3,
            python("pass"),
            tmp_path,
            partial(told.append, f"{name}+"),
            partial(told.append, f"{name}-"),
        )
        for name in ("a", "b")
    ]
    assert [job.name for job, _ in rounds(jobs, 2)] == ["a full 3", "b full 3"] * 2
    assert told == ["a+", "a-", "b+", "b-"] * 2


def test_an_edit_is_undone_although_the_job_fails(tmp_path: Path) -> None:
    told: list[str] = []
    job = Job("a", "text", 3, python("raise SystemExit(1)"), tmp_path, after=partial(told.append, "undone"))
    with pytest.raises(FailedError):
        list(rounds([job], 1))
    assert told == ["undone"]


def test_a_site_is_built_as_make_demo_does(tmp_path: Path) -> None:
    command = Site(tmp_path / "evaluations", tmp_path / "site").command
    settings = {**demonstration_settings(), "kompass_evaluations": str(tmp_path / "evaluations")}
    assert {f"{name}={value}" for name, value in settings.items()} <= set(command)
    assert {"-n", "-W", "--keep-going", "-b", "html"} <= set(command)


def test_the_floor_writes_the_bytes_of_the_site(tmp_path: Path) -> None:
    folders = Folders(tmp_path, 5)
    folders.make()
    site = Site(folders.evaluations, tmp_path / "site")
    site.build()
    job = floor_job(folders)
    subprocess.run(job.command, cwd=job.folder, check=True)
    floor = folders.of("floor")
    assert check_floor(floor, site.html) > 5
    pages = {path.relative_to(site.html / "evaluations") for path in site.html.glob("evaluations/**/*.*")}
    assert {path.relative_to(floor / "evaluations") for path in floor.glob("evaluations/**/*.*")} == pages
    page = site.html / "evaluations/tingsryd/2019.html"
    page.write_bytes(page.read_bytes() + b" ")
    with pytest.raises(DifferentError, match=r"tingsryd/2019\.html"):
        check_floor(floor, site.html)


def test_files_that_differ_are_counted_and_of_them_the_pages() -> None:
    before = {"evaluations/mark/2022.html": b"1", "docs/about.html": b"1", "data/x.json": b"1", "index.html": b"1"}
    after = {"evaluations/mark/2022.html": b"2", "questions/2016/1.1.html": b"1", "index.html": b"1"}
    # One with other bytes, two gone, one new.
    assert differing(before, after) == (4, 3)


@pytest.mark.parametrize("size", [100, 12_345])
def test_a_drawing_has_as_many_bytes_as_are_wanted(size: int) -> None:
    assert len(drawing(size).encode()) == size


def test_there_is_no_drawing_where_no_bytes_are_wanted() -> None:
    assert drawing(-5) == drawing(0) == ""


def made_site(folder: Path, sizes: list[int]) -> Path:
    """A site of evaluation pages of these sizes."""
    for number, size in enumerate(sizes):
        path = folder / f"evaluations/mark/{2000 + number}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        page = "<head><title>Mark</title>\n<body><main>text</main></body>"
        path.write_text(page.ljust(size), encoding="utf-8")
    return folder


WRITE_PAGES = """
import json, pathlib, sys
source, output, size, names = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]
drawing = json.loads((source / "shared.json").read_text())["drawing"]
for name in names:
    path = output / "evaluations" / "mark" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(drawing + "x" * size)
"""


def made_project(tmp_path: Path, size: int, *names: str) -> Project:
    """A generator that writes pages of ``size`` bytes and the drawing."""
    shared = tmp_path / "shared"
    shared.mkdir()
    output = tmp_path / "output"
    command = (*python(WRITE_PAGES), str(shared), str(output), str(size), *names)
    return Project("made", command, tmp_path, shared, output)


def test_a_generators_pages_are_brought_to_the_size_of_ours(tmp_path: Path) -> None:
    ours = made_site(tmp_path / "ours", [5000, 7000])
    project = made_project(tmp_path, 1000, "2000.html", "2001.html")
    assert match_sizes(project, ours) == mean_size(ours) == 6000


def test_a_generator_with_larger_or_other_pages_is_no_match(tmp_path: Path) -> None:
    ours = made_site(tmp_path / "ours", [5000, 7000])
    with pytest.raises(ValueError, match="bytes, ours 6000"):
        match_sizes(made_project(tmp_path, 7000, "2000.html", "2001.html"), ours)
    (tmp_path / "other").mkdir()
    with pytest.raises(ValueError, match="other pages"):
        match_sizes(made_project(tmp_path / "other", 1000, "2000.html"), ours)


def test_a_page_of_myst_has_the_tables_and_the_lists() -> None:
    questions = {"1.1": {"points": 9, "percent": 60}}
    area = {"points": 60, "questions": questions, "strengths": [{"text": "En styrka.", "question": "1.1"}]}
    text = page_text(made_evaluation(areas={1: area}, total=400))
    assert "# Tingsryd 2019\n" in text
    assert "| 1.1 Strategi för demokrati och information | 9.0 | 60.0 |" in text
    assert "- 1.1 En styrka." in text


def test_rooms_and_libraries_are_told_apart_by_path() -> None:
    package = Path(__file__).parents[2] / "kompass_sphinx"
    assert room_of((str(package / "views/area.py"), 1, "area")) == "views/"
    assert room_of((str(package / "language.py"), 1, "text")) == "kompass_sphinx"
    assert room_of(("/x/site-packages/jinja2/lexer.py", 1, "lex")) == "Jinja"
    assert room_of(("/x/site-packages/typing_extensions.py", 1, "f")) == OTHER
    assert room_of(("~", 0, "<method 'parse' of 'yaml._yaml.CParser' objects>")) == "PyYAML"
    assert room_of(("/usr/lib/python3/json/decoder.py", 1, "decode")) == OTHER


def test_time_in_the_standard_library_is_counted_to_who_called_it() -> None:
    jinja, sphinx = ("/x/site-packages/jinja2/a.py", 1, "f"), ("/x/site-packages/sphinx/a.py", 1, "g")
    library, builtin = ("/usr/lib/python3/re.py", 1, "sub"), ("~", 0, "<built-in join>")
    stats = {
        jinja: (1, 1, 1.0, 4.0, {}),
        sphinx: (1, 1, 2.0, 3.0, {}),
        library: (2, 2, 4.0, 8.0, {jinja: (1, 1, 3.0, 6.0), sphinx: (1, 1, 1.0, 2.0)}),
        builtin: (1, 1, 8.0, 8.0, {library: (1, 1, 8.0, 8.0)}),
    }
    assert by_room(stats) == {"Jinja": 1 + 3 + 6, "Sphinx": 2 + 1 + 2}


def test_functions_that_call_each_other_are_counted_once() -> None:
    one, other = ("/usr/lib/python3/copy.py", 1, "f"), ("/usr/lib/python3/copy.py", 9, "g")
    stats = {
        one: (1, 1, 1.0, 2.0, {other: (1, 1, 1.0, 2.0)}),
        other: (1, 1, 2.0, 3.0, {one: (1, 1, 2.0, 3.0)}),
    }
    assert by_room(stats) == {OTHER: 3.0}


def test_the_table_begins_with_the_dearest_and_puts_the_small_ones_together() -> None:
    lines = list(table({"full": {"Jinja": 30.0, "views/": 69.5, "Babel": 0.3, "model/": 0.2}}))
    assert [line.split("  ")[0] for line in lines[1:]] == ["views/", "Jinja", "smaller ones", "all"]
    assert lines[-2].split() == ["smaller", "ones", "0.50", "s", "0.5", "%"]
