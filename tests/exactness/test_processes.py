"""The processes of one build keep out of each other's files, so that nobody has to be lucky."""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from tests.exactness.building import build
from tests.exactness.interruptions import changed_by
from tests.exactness.project import write_project


def test_no_file_is_written_by_two_processes_of_a_build(tmp_path: Path) -> None:
    site = write_project(tmp_path / "project")
    notes = os.open(tmp_path / "notes", os.O_CREAT | os.O_APPEND | os.O_WRONLY)

    def note(event: str, values: tuple[Any, ...]) -> None:
        path = changed_by(event, values) if event == "open" else None
        if path is not None and path.startswith(str(site.folder)):
            os.write(notes, f"{os.getpid()} {path}\n".encode())

    assert build(site, "out", "html", lambda: sys.addaudithook(note), "-j", "3").status == 0
    os.close(notes)
    writers = defaultdict(set)
    for line in (tmp_path / "notes").read_text("utf-8").splitlines():
        process, _, path = line.partition(" ")
        writers[path].add(process)
    assert len(set.union(*writers.values())) >= 3
    assert [path for path, processes in writers.items() if len(processes) > 1] == []
