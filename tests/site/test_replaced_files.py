"""A file in the place of another is noticed, and what was there before comes back when it goes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.site.sites import OTHER, small_site


@pytest.mark.parametrize(
    ("path", "shows", "before", "after"),
    [
        ("docs/part.inc", "```{literalinclude} part.inc\n```", b"Det ena.\n", b"Det andra.\n"),
        ("docs/drawing.svg", "![En teckning](drawing.svg)", b"<svg/>", b"<svg></svg>"),
    ],
)
def test_an_older_file_in_the_place_of_what_a_page_shows_is_noticed(
    tmp_path: Path, path: str, shows: str, before: bytes, after: bytes
) -> None:
    site = small_site(tmp_path)
    site.write("docs/other.md", f"{OTHER}\n{shows}\n")
    site.write(path, before)
    site.build()
    site.write(path, after)
    long_ago = 1_000_000_000
    os.utime(tmp_path / path, (long_ago, long_ago))
    again = site.build()
    assert (again.status, again.warnings) == (0, "")
    assert again.files() == site.build("clean").files()


def test_a_page_that_people_wrote_in_the_place_of_one_that_data_makes_comes_and_goes(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    made = site.build().files()
    site.write("evaluations/mark/2006.md", "---\norphan: true\n---\n# En egen sida\n")
    configuration = (tmp_path / "conf.py").read_text("utf-8")
    site.write(
        "conf.py",
        configuration.replace('exclude_patterns = ["_build", "evaluations"]', 'exclude_patterns = ["_build"]'),
    )
    site.build()
    (tmp_path / "evaluations/mark/2006.md").unlink()
    site.write("conf.py", configuration)
    assert site.build().files() == made
