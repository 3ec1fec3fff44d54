"""After an edit the pages are made that look different then, and hardly any other."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kompass_sphinx.site import pages
from kompass_sphinx.site.build import KompassBuild
from kompass_sphinx.site.page_content import content_of
from kompass_sphinx.site.plan import PlannedPage
from tests.demonstration.evaluation_text import evaluation_text
from tests.demonstration.folder import generate
from tests.demonstration.schedule import schedule
from tests.site.sites import Built, Site, evaluation, small_site

COUNT = 60
FEW = 4
"""Pages that are made again and look the same: a page is made of whole answers, and may show a part of one."""


class Edited:
    """A site that is built again after edits; ``made`` are the pages that data made in the last build."""

    def __init__(self, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
        self._site = site
        self.made: list[str] = []

        def counted(build: KompassBuild, page: PlannedPage) -> dict[str, object]:
            self.made.append(page.name)
            return content_of(build, page)

        monkeypatch.setattr(pages, "content_of", counted)
        self._files = self._looks(site.build())
        self.pages = len(self.made)

    def _looks(self, built: Built) -> dict[str, bytes]:
        """The pages that data makes; Sphinx writes the documents itself."""
        assert (built.status, built.warnings) == (0, "")
        return {
            name.removesuffix(".html"): data
            for name, data in built.files().items()
            if name.endswith(".html") and (name.startswith(("evaluations/", "questions/")) or name == "search.html")
        }

    def write(self, path: str, text: str | None) -> None:
        """Write a file of the archive, or remove it, and build."""
        file = self._site.folder / "evaluations" / path
        if text is None:
            file.unlink()
        else:
            self._site.write(f"evaluations/{path}", text)
        before, self.made[:] = self._files, []
        self._files = self._looks(self._site.build())
        self.different = {name for name, data in self._files.items() if before.get(name) != data}

    def replace(self, path: str, *changes: tuple[str, str]) -> None:
        """Change the first of each of some texts in a file of the archive, and build."""
        text = (self._site.folder / "evaluations" / path).read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        self.write(path, text)

    def is_tight(self, least: int, most: int) -> None:
        """Those that are different were made, each once, and few others; so many are different."""
        assert len(set(self.made)) == len(self.made)
        assert self.different <= set(self.made)
        assert len(self.made) <= len(self.different) + FEW, sorted(set(self.made) - self.different)
        assert least <= len(self.different) <= most


@pytest.fixture
def edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Edited]:
    """Give a function that builds the small site, or one of so many made-up evaluations."""

    def built(count: int) -> Edited:
        site = small_site(tmp_path)
        if count:
            shutil.rmtree(tmp_path / "evaluations")
            generate(tmp_path / "evaluations", count)
        return Edited(site, monkeypatch)

    return built


def test_in_the_small_site(edited: Callable[[int], Edited]) -> None:
    site = edited(0)
    assert site.pages > 130
    site.replace("tingsryd/2019.yaml", ("377", "378"))
    site.is_tight(3, 6)
    site.replace("helsingborg/2014.yaml", ("ledarprogram", "chefsprogram"))
    site.is_tight(2, 4)
    site.replace("helsingborg/2014.yaml", ("projektmodell", "projektform"))
    site.is_tight(6, 9)
    site.write("mark/2009.yaml", evaluation("Mark", 2009, 2002, total=513))
    site.is_tight(3, 8)
    site.write("mark/2009.yaml", None)
    site.is_tight(2, 8)


def test_in_a_site_of_many_evaluations(edited: Callable[[int], Edited]) -> None:
    site = edited(COUNT)
    assert site.pages > 250
    # Of the edition of 2020 there are few; all of them show its medians.
    site.replace("mark/2022.yaml", ("total: 415", "total: 416"), ("points: 44", "points: 45"))
    site.is_tight(10, 40)
    site.replace("mark/2022.yaml", ('summary: "', 'summary: "Påhittat. '))
    site.is_tight(1, 1)
    site.replace("mark/2022.yaml", ('- text: "', '- text: "Påhittat: '))
    site.is_tight(1, 1)
    new = schedule()[COUNT]
    path = f"{new[0]}/{new[1]}.yaml"
    site.write(path, evaluation_text(new))
    site.is_tight(50, site.pages - 50)
    site.write(path, None)
    site.is_tight(50, site.pages - 50)


def test_a_comment_makes_no_page_but_those_of_its_evaluation_again(edited: Callable[[int], Edited]) -> None:
    site = edited(0)
    site.replace("tingsryd/2019.yaml", ("year: 2019", "year: 2019  # en kommentar"))
    assert site.different == set()
    assert set(site.made) <= {"evaluations/tingsryd/2019", "evaluations/tingsryd/index"}
