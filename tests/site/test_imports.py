"""A build imports no more than it needs: Python's own imports are most of what a build of nothing takes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.sites import NAMING, Site, small_site

MAKES = {
    "pydantic",
    "matplotlib",
    "kompass_sphinx.model.evaluation",
    "kompass_sphinx.reading.evaluation_file",
    "kompass_sphinx.archive",
    "kompass_sphinx.charts",
    "kompass_sphinx.templates",
    "kompass_sphinx.site.making",
}
"""What makes evaluations of files, and pages of evaluations. matplotlib is needed for frames that are not kept."""


def imported(site: Site) -> set[str]:
    """The modules that a build imports, in a process of its own."""
    output = site.folder / "_build"
    code = (
        "import sys\nfrom sphinx.cmd.build import main\n"
        "assert main(sys.argv[1:]) == 0\nprint(*sys.modules, file=sys.stderr)"
    )
    arguments = ["-q", "-d", str(output / "doctrees"), str(site.folder), str(output / "html")]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stderr.splitlines()[-1].split())


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return small_site(tmp_path)


def test_a_build_of_nothing_imports_nothing_that_makes_pages(site: Site) -> None:
    assert imported(site) >= MAKES
    assert imported(site) & MAKES == set()


def test_another_evaluation_takes_no_matplotlib(site: Site) -> None:
    imported(site)
    site.write("evaluations/helsingborg/2014.yaml", NAMING.replace("ledarprogram", "chefsprogram"))
    assert imported(site) & MAKES == MAKES - {"matplotlib"}
