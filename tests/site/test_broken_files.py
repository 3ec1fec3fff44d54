"""A broken file is a warning at its line; everything else is built."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kompass_sphinx.site import plan
from kompass_sphinx.views import area_figures, catalogue
from kompass_sphinx.views.evaluation import evaluation_view
from tests.site.sites import TINGSRYD, small_site


def test_a_broken_file_is_a_warning_and_loses_only_its_own_page(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    site.write("evaluations/mark/2009.yaml", "municipality: Mark\nyear: 2009\nedition: [2002\n")
    built = site.build(options=("-W", "--keep-going"))
    assert built.status != 0
    assert "evaluations/mark/2009.yaml:" in built.warnings
    assert ": WARNING: " in built.warnings
    assert "[kompass.yaml-syntax]" in built.warnings
    assert (built.output / "evaluations/tingsryd/2019.html").is_file()
    assert (built.output / "evaluations/mark/2006.html").is_file()
    assert not (built.output / "evaluations/mark/2009.html").exists()


def test_all_problems_of_all_files_are_reported_in_one_run_and_again_in_the_next(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    site.write("evaluations/tingsryd/2019.yaml", TINGSRYD.replace("377", "977").replace("Tingsryd", "Tingsrud"))
    site.write("evaluations/mark/2009.yaml", b"\xff\xfe\x00")
    site.write("evaluations/mark/notes.txt", "x")
    first, second = site.build().warnings, site.build().warnings
    assert sorted(first.splitlines()) == sorted(second.splitlines())
    for expected in (
        "evaluations/tingsryd/2019.yaml:1:",
        "evaluations/tingsryd/2019.yaml:4:",
        "[kompass.unknown-municipality]",
        "[kompass.out-of-range]",
        "[kompass.not-utf-8]",
        "evaluations/mark/notes.txt:1:1: WARNING:",
        "[kompass.stray-file]",
    ):
        assert expected in first


def test_a_missing_folder_is_one_warning(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    site.write("conf.py", (tmp_path / "conf.py").read_text("utf-8") + 'kompass_evaluations = "no-such"\n')
    site.write("index.md", "# Arkivet\n\n```{toctree}\ndocs/other\ndocs/areas/ledarskap\n```\n")
    warnings = site.build().warnings.splitlines()
    assert len(warnings) == 1
    assert warnings[0].startswith("no-such:1:1: WARNING:")


def test_an_archive_without_evaluations_builds(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    for path in (tmp_path / "evaluations").rglob("*.yaml"):
        path.unlink()
    site.write("index.md", "# Arkivet\n\n```{toctree}\ndocs/other\ndocs/areas/ledarskap\n```\n")
    built = site.build(options=("-W", "-j", "2"))
    assert (built.status, built.warnings) == (0, "")
    assert (built.output / "evaluations/index.html").is_file()


def test_markup_in_texts_is_shown_as_text(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    text = (tmp_path / "evaluations/helsingborg/2014.yaml").read_text("utf-8")
    site.write(
        "evaluations/helsingborg/2014.yaml",
        text.replace("Ett påhittat ledarprogram.", "'<script>alert(1)</script> {{ 7*7 }} & <b>fett</b>'"),
    )
    page = site.build().text("evaluations/helsingborg/2014.html")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} &amp; &lt;b&gt;" in page


def test_an_error_in_one_page_is_a_warning_and_loses_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = small_site(tmp_path)
    make = evaluation_view

    def broken(context: Any, key: tuple[str, int]) -> Any:
        if key == ("mark", 2006):
            raise ZeroDivisionError("made up for a test")
        return make(context, key)

    monkeypatch.setattr(plan, "evaluation_view", broken)
    for built in (site.build(), site.build()):
        warnings = built.warnings.splitlines()
        assert len(warnings) == 1
        assert warnings[0].startswith("evaluations/mark/2006.yaml:1:1: WARNING: ")
        assert warnings[0].endswith("[kompass.broken-view]")
        assert "made up for a test" in warnings[0]
        assert not (built.output / "evaluations/mark/2006.html").exists()
        assert (built.output / "evaluations/tingsryd/2019.html").exists()
    monkeypatch.setattr(plan, "evaluation_view", make)
    assert site.build().files() == site.build("clean").files()


def test_an_error_in_a_view_is_a_warning_in_every_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = small_site(tmp_path)

    def broken(*_: Any) -> Any:
        raise ZeroDivisionError("made up for a test")

    views = dict(catalogue.FRAGMENTS)
    views["best"] = catalogue.Fragment("area_best.html", True, broken)
    monkeypatch.setattr("kompass_sphinx.site.making.FRAGMENTS", views)
    for built in (site.build(), site.build()):
        assert "[kompass.broken-view]" in built.warnings
        assert "Ledarskap" in built.text("docs/areas/ledarskap.html")
    views["best"] = catalogue.Fragment("area_best.html", True, area_figures.area_best)
    assert site.build().files() == site.build("clean").files()
