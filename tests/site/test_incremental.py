"""An incremental build equals a clean one, byte for byte, after any edit."""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from kompass_sphinx.archive.archive import Archive
from tests.site.sites import KNOWN, MARK, NAMING, NAMING_OUTSIDE, OTHER, Site, evaluation, small_site

Edit = Callable[[Site], None]


def write(path: str, text: str) -> Edit:
    """The edit that writes a file."""
    return lambda site: site.write(path, text)


def replace(path: str, old: str, new: str) -> Edit:
    """The edit that changes a text in a file."""
    return lambda site: site.write(path, (site.folder / path).read_text("utf-8").replace(old, new))


def remove(path: str) -> Edit:
    """The edit that deletes a file."""
    return lambda site: (site.folder / path).unlink()


def both(*edits: Edit) -> Edit:
    """Several edits before the next build."""

    def edit(site: Site) -> None:
        for one in edits:
            one(site)

    return edit


EDITS: dict[str, tuple[Edit, ...]] = {
    "a figure changes": (replace("evaluations/tingsryd/2019.yaml", "377", "378"),),
    "a text changes": (replace("evaluations/helsingborg/2014.yaml", "ledarprogram", "chefsprogram"),),
    "an evaluation is added and removed": (
        write("evaluations/mark/2009.yaml", evaluation("Mark", 2009, 2002, total=513)),
        remove("evaluations/mark/2009.yaml"),
    ),
    "a municipality's only evaluation is removed": (remove("evaluations/mark/2006.yaml"),),
    "a municipality without an evaluation is named, then named no more": (
        both(
            write("evaluations/arvika/2014.yaml", NAMING_OUTSIDE),
            write("docs/other.md", OTHER + "\n{kompass:municipality}`ornskoldsvik`\n"),
        ),
        remove("evaluations/arvika/2014.yaml"),
    ),
    "a municipality without an evaluation is known, then known no more, then evaluated": (
        write("evaluations/known.csv", KNOWN),
        write("evaluations/known.csv", KNOWN.partition("\n")[0] + "\n"),
        write("evaluations/solna/2008.yaml", evaluation("Solna", 2008, 2002, total=500)),
    ),
    "an evaluation is renamed": (
        both(remove("evaluations/mark/2006.yaml"), write("evaluations/mark/2007.yaml", MARK.replace("2006", "2007"))),
    ),
    "a file breaks and is mended": (
        write("evaluations/mark/2006.yaml", "municipality: [Mark"),
        write("evaluations/mark/2006.yaml", MARK),
    ),
    "prose changes, with and without views": (
        write("docs/other.md", OTHER + "\nMera.\n"),
        replace("docs/areas/ledarskap.md", "# Ledarskap", "# Ledarskapet"),
    ),
    "a page that people wrote is removed": (both(remove("docs/other.md"), replace("index.md", "docs/other\n", "")),),
    "five totals make a median on every page of the edition": tuple(
        write(f"evaluations/{slug}/2018.yaml", evaluation(name, 2018, 2016, total=total))
        for slug, name, total in (
            ("lulea", "Luleå", 500),
            ("habo", "Habo", 480),
            ("haabo", "Håbo", 510),
            ("eda", "Eda", 430),
        )
    ),
    "the configuration changes": (replace("conf.py", "Testarkivet", "Arkivet för prov"),),
}


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
        site.write(
            f"docs/more/{number}.md", f"---\norphan: true\n---\n# Sida {number}\n\n{{kompass:municipality}}`mark`\n"
        )
    assert site.build("serial").files() == site.build("parallel", options=("-j", "2")).files()
    site.write("evaluations/mark/2006.yaml", MARK.replace("446", "447"))
    assert site.build("serial").files() == site.build("parallel", options=("-j", "2")).files()


def test_before_few_pages_the_archive_is_not_asked_for_every_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Archive] = []

    def answer_all(archive: Archive) -> None:
        asked.append(archive)

    monkeypatch.setattr(Archive, "answer_all", answer_all)
    site = small_site(tmp_path)
    assert site.build(options=("-j", "2")).status == 0
    assert len(asked) == 1
    site.write("evaluations/mark/2006.yaml", MARK.replace("446", "447"))
    assert site.build(options=("-j", "2")).status == 0
    assert len(asked) == 1


def test_a_damaged_page_is_written_again(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    whole = site.build().files()
    page = tmp_path / "_build/out/evaluations/mark/2006.html"
    page.write_text("half", encoding="utf-8")
    (tmp_path / "_build/out/evaluations/mark/2006.json").unlink()
    assert site.build().files() == whole


def signed(content: Any) -> bytes:
    data = marshal.dumps(content)
    return sha256(data).digest() + data


@pytest.mark.parametrize(
    "damage",
    [b"", b"{}", b"\xff" * 80, sha256(b"?").digest() + b"?", signed([1]), signed({"version": "0.0.1", "pages": {}})],
)
def test_a_damaged_manifest_costs_time_not_correctness(tmp_path: Path, damage: bytes) -> None:
    site = small_site(tmp_path)
    whole = site.build().files()
    (tmp_path / "_build/out/.kompass/manifest").write_bytes(damage)
    assert site.build().files() == whole


def test_what_is_left_of_sphinxs_note_of_the_last_build_stops_no_build(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    whole = site.build().files()
    note = tmp_path / "_build/out/.buildinfo"
    lines = note.read_bytes().splitlines(keepends=True)
    for left in range(len(lines)):
        note.write_bytes(b"".join(lines[:left]))
        assert site.build().files() == whole


INTERRUPT = """
import os
from pathlib import Path
from typing import Any

def setup(app):
    def stop(app, pagename, templatename, context, doctree):
        countdown = Path(app.confdir) / "countdown"
        if countdown.exists():
            left = int(countdown.read_text()) - 1
            countdown.write_text(str(left))
            if left == 0:
                raise KeyboardInterrupt
    app.connect("html-page-context", stop)
"""


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


def test_what_an_interrupted_build_wrote_is_taken_away_when_its_source_is_gone(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    site.write("conf.py", (tmp_path / "conf.py").read_text("utf-8") + INTERRUPT)
    site.build("interrupted")
    site.write("evaluations/arvika/2022.yaml", evaluation("Arvika", 2022, 2020, total=500))
    site.write("countdown", "9")
    assert site.build("interrupted").status != 0
    assert (tmp_path / "_build/interrupted/evaluations/arvika/index.html").exists()
    (tmp_path / "countdown").unlink()
    (tmp_path / "evaluations/arvika/2022.yaml").unlink()
    (tmp_path / "evaluations/mark/2006.yaml").unlink()
    assert site.build("interrupted").files() == site.build("clean").files()


def test_another_process_with_another_hash_seed_finds_nothing_to_do(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    site.write(
        "conf.py",
        (tmp_path / "conf.py").read_text("utf-8") + 'myst_enable_extensions = {"deflist", "attrs_block", "tasklist"}\n',
    )
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", str(tmp_path), str(tmp_path / "_build/seeds")]
    manifests = []
    times: list[dict[Path, int]] = []
    for seed in ("1", "2", "3"):
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        manifests.append((tmp_path / "_build/seeds/.kompass/manifest").read_bytes())
        times.append({path: path.stat().st_mtime_ns for path in (tmp_path / "_build/seeds").rglob("*.html")})
    assert manifests[0] == manifests[1] == manifests[2]
    assert times[0] == times[1] == times[2]


def test_a_build_of_named_files_leaves_nothing_stale_for_the_next(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    site.build("incremental")
    site.write("evaluations/mark/2006.yaml", MARK.replace("58", "60"))  # it stands on a page that is not named
    output, doctrees = tmp_path / "_build/incremental", tmp_path / "_build/incremental-doctrees"
    named = str(tmp_path / "docs/other.md")
    subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-d", str(doctrees), str(tmp_path), str(output), named],
        check=True,
    )
    assert site.build("incremental").files() == site.build("clean").files()


def test_a_build_in_which_nothing_changed_makes_no_evaluation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = small_site(tmp_path)
    first = site.build("out").files()

    def unpacked(_: object) -> None:
        raise AssertionError("asked for")

    monkeypatch.setattr("kompass_sphinx.reading.packing.unpacked", unpacked)
    again = site.build("out")
    assert (again.status, again.warnings) == (0, "")
    assert again.files() == first


def test_another_theme_has_other_pages_though_the_archive_is_the_same(tmp_path: Path) -> None:
    def pages(name: str, theme: str) -> dict[str, bytes]:
        files = site.build(name, options=("-D", f"html_theme={theme}")).files()
        # What Sphinx itself leaves of another theme (style sheets, a search index) is not ours to take away.
        return {path: content for path, content in files.items() if path.endswith(".html")}

    site = small_site(tmp_path)
    for theme in ("kompass", "basic", "kompass"):
        assert pages("out", theme) == pages(f"clean {theme}", theme)
