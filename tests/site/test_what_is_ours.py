"""What builds have written goes with its source, whatever came between; and nothing else goes."""

from __future__ import annotations

from pathlib import Path

from tests.site.sites import MARK, evaluation, small_site

STOP_AT_THE_END = """
from pathlib import Path

def setup(app):
    def stop(app, exception):
        if (Path(app.confdir) / "stop").exists():
            raise KeyboardInterrupt
    app.connect("build-finished", stop, priority=1)
"""


def test_all_that_a_build_wrote_before_it_was_stopped_goes_with_its_sources(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    site.write("conf.py", (tmp_path / "conf.py").read_text("utf-8") + STOP_AT_THE_END)
    site.build("incremental")
    site.write("evaluations/arvika/2022.yaml", evaluation("Arvika", 2022, 2020, total=500))
    site.write("docs/new.md", "---\norphan: true\n---\n\n# Ny\n")
    site.write("stop", "")
    stopped = site.build("incremental")
    assert stopped.status != 0
    for written in ("evaluations/arvika/2022.html", "evaluations/arvika/2022.json", "docs/new.html"):
        assert (stopped.output / written).exists()
    for source in ("stop", "evaluations/arvika/2022.yaml", "docs/new.md"):
        (tmp_path / source).unlink()
    assert site.build("incremental").files() == site.build("clean").files()


def test_what_somebody_puts_where_a_page_was_stays(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    site.build()
    (tmp_path / "evaluations/mark/2006.yaml").unlink()
    page = site.build().output / "evaluations/mark/2006.html"
    assert not page.exists()
    page.parent.mkdir(exist_ok=True)
    page.write_text("Påhittat", encoding="utf-8")
    site.write("evaluations/mark/2007.yaml", MARK.replace("2006", "2007"))
    site.build()
    assert page.read_text(encoding="utf-8") == "Påhittat"


def test_pages_do_not_stay_under_an_earlier_ending(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    site.build("incremental")
    site.write("conf.py", (tmp_path / "conf.py").read_text("utf-8") + 'html_file_suffix = ".htm"\n')
    assert site.build("incremental").files() == site.build("clean").files()


def test_another_builder_into_the_same_folder_leaves_nothing_of_the_first(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    site.build("incremental")
    assert site.build("incremental", builder="dirhtml").files() == site.build("clean", builder="dirhtml").files()
