"""An incremental build equals a clean one, byte for byte, after any edit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.sites import AREA, MARK, NAMING, OTHER, TINGSRYD, Site, evaluation, small_site

Edit = Callable[[Site], None]


def rename(site: Site, old: str, new: str) -> None:
    target = site.folder / new
    target.parent.mkdir(parents=True, exist_ok=True)
    (site.folder / old).rename(target)


EDITS: dict[str, tuple[Edit, ...]] = {
    "a figure changes": (lambda site: site.write("evaluations/tingsryd/2019.yaml", TINGSRYD.replace("377", "378")),),
    "a text changes": (
        lambda site: site.write("evaluations/helsingborg/2014.yaml", NAMING.replace("ledarprogram", "chefsprogram")),
    ),
    "an evaluation is added and removed": (
        lambda site: site.write("evaluations/mark/2009.yaml", evaluation("Mark", 2009, 2002, total=513)),
        lambda site: (site.folder / "evaluations/mark/2009.yaml").unlink(),
    ),
    "a municipality's only evaluation is removed": (
        lambda site: (site.folder / "evaluations/mark/2006.yaml").unlink(),
    ),
    "an evaluation is renamed": (
        lambda site: (
            rename(site, "evaluations/mark/2006.yaml", "evaluations/mark/2007.yaml"),
            site.write("evaluations/mark/2007.yaml", MARK.replace("2006", "2007")),
        )[0],
    ),
    "a file breaks and is mended": (
        lambda site: site.write("evaluations/mark/2006.yaml", "municipality: [Mark"),
        lambda site: site.write("evaluations/mark/2006.yaml", MARK),
    ),
    "prose changes, with and without views": (
        lambda site: site.write("docs/other.md", OTHER + "\nMera.\n"),
        lambda site: site.write("docs/areas/ledarskap.md", AREA.replace("# Ledarskap", "# Ledarskapet")),
    ),
    "a page that people wrote is removed": (
        lambda site: (
            (site.folder / "docs/other.md").unlink(),
            site.write("index.md", (site.folder / "index.md").read_text("utf-8").replace("docs/other\n", "")),
        )[1],
    ),
    "five totals make a median on every page of the edition": tuple(
        (lambda slug, name, total: lambda site: site.write(
            f"evaluations/{slug}/2018.yaml", evaluation(name, 2018, 2016, total=total)))(slug, name, total)
        for slug, name, total in (("lulea", "Luleå", 500), ("habo", "Habo", 480), ("haabo", "Håbo", 510), ("eda", "Eda", 430))
    ),
    "the configuration changes": (
        lambda site: site.write(
            "conf.py", (site.folder / "conf.py").read_text("utf-8").replace("Testarkivet", "Arkivet för prov")
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
@pytest.mark.parametrize("name", EDITS)
def test_incremental_equals_clean(tmp_path: Path, name: str, builder: str) -> None:
    site = small_site(tmp_path)
    site.build("incremental", builder=builder)
    for number, edit in enumerate(EDITS[name]):
        edit(site)
        incremental = site.build("incremental", builder=builder)
        clean = site.build(f"clean-{number}", builder=builder)
        assert incremental.files() == clean.files()
        assert sorted(incremental.warnings.splitlines()) == sorted(clean.warnings.splitlines())


def test_nothing_changed_writes_no_page(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    first = site.build()
    times = {path: path.stat().st_mtime_ns for path in first.output.rglob("*.html")}
    again = site.build()
    assert again.status == 0
    assert {path: path.stat().st_mtime_ns for path in again.output.rglob("*.html")} == times
    assert len(times) > 8


def test_only_pages_whose_bytes_differ_are_written(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    before = site.build()
    times = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in before.output.rglob("*.html")}
    site.write("evaluations/helsingborg/2014.yaml", NAMING.replace("ledarprogram", "chefsprogram"))
    after = site.build()
    for path in after.output.rglob("*.html"):
        written, content = times[path]
        assert (path.stat().st_mtime_ns != written) == (path.read_bytes() != content), path


def test_two_processes_write_the_same_as_one(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    for number in range(12):  # Sphinx reads and writes in parallel from some documents on
        site.write(f"docs/more/{number}.md", f"---\norphan: true\n---\n# Sida {number}\n\n{{kompass:municipality}}`mark`\n")
    assert site.build("serial").files() == site.build("parallel", options=("-j", "2")).files()
    site.write("evaluations/mark/2006.yaml", MARK.replace("446", "447"))
    assert site.build("serial").files() == site.build("parallel", options=("-j", "2")).files()


def test_a_damaged_page_is_written_again(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    whole = site.build().files()
    page = tmp_path / "_build/out/evaluations/mark/2006.html"
    page.write_text("half", encoding="utf-8")
    (tmp_path / "_build/out/evaluations/mark/2006.json").unlink()
    assert site.build().files() == whole


@pytest.mark.parametrize("damage", [b"", b"{}", b"[1]", b"\xff\x00", b'{"version": "0.0.1", "pages": {}}'])
def test_a_damaged_manifest_costs_time_not_correctness(tmp_path: Path, damage: bytes) -> None:
    site = small_site(tmp_path)
    whole = site.build().files()
    (tmp_path / "_build/out/.kompass/manifest.json").write_bytes(damage)
    assert site.build().files() == whole


INTERRUPT = '''
import os
from pathlib import Path

def setup(app):
    def stop(app, pagename, templatename, context, doctree):
        countdown = Path(app.confdir) / "countdown"
        if countdown.exists():
            left = int(countdown.read_text()) - 1
            countdown.write_text(str(left))
            if left == 0:
                raise KeyboardInterrupt
    app.connect("html-page-context", stop)
'''


@pytest.mark.parametrize("pages_written", [1, 2, 4])
def test_an_interrupted_build_is_made_good_by_the_next(tmp_path: Path, pages_written: int) -> None:
    site = small_site(tmp_path)
    configuration = (tmp_path / "conf.py").read_text("utf-8")
    site.write("conf.py", configuration + INTERRUPT)
    site.build("interrupted")
    site.write("evaluations/mark/2006.yaml", MARK.replace("446", "450"))
    site.write("evaluations/helsingborg/2014.yaml", NAMING.replace("ledarprogram", "chefsprogram"))
    site.write("countdown", str(pages_written))
    assert site.build("interrupted").status != 0
    (tmp_path / "countdown").unlink()
    assert site.build("interrupted").files() == site.build("clean").files()
