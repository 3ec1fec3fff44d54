"""A page put into its frame is the page that Sphinx would have laid out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.site.real_site import PROJECT, RealSite, build_real_site
from tests.site.sites import Site, small_site

# Another extension looks at every page, so that each goes through Sphinx.
LOOKING = """
def setup(app):
    app.connect("html-page-context", look)


def look(app, pagename, templatename, context, doctree):
    with (app.confdir / "looked").open("a") as file:
        file.write(f"{pagename}\\n")
"""
EVALUATIONS = {"evaluations/helsingborg/2014", "evaluations/mark/2006", "evaluations/tingsryd/2019"}


def add_looking(site: Site) -> None:
    site.write("looking.py", LOOKING)
    configuration = (site.folder / "conf.py").read_text("utf-8")
    path = f"import sys\nsys.path.insert(0, {str(site.folder)!r})\n"
    site.write("conf.py", f'{path}{configuration}\nextensions = [*extensions, "looking"]\n')


def looked_at(site: Site) -> set[str]:
    return set((site.folder / "looked").read_text("utf-8").split())


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
@pytest.mark.parametrize("base", ["", "https://example.org/arkivet/"])
def test_pages_are_those_of_sphinx(tmp_path: Path, builder: str, base: str) -> None:
    options = ("-D", f"html_baseurl={base}")
    framed, looked = small_site(tmp_path / "framed"), small_site(tmp_path / "looked")
    add_looking(looked)
    expected = looked.build(builder=builder, options=options)
    assert looked_at(looked) >= EVALUATIONS
    assert framed.build(builder=builder, options=options).files() == expected.files()


def test_every_page_of_the_real_archive_is_that_of_sphinx(site: RealSite, tmp_path: Path) -> None:
    project = Site(tmp_path / "project")
    for name in ("docs", "evaluations"):
        shutil.copytree(PROJECT / name, project.folder / name)
    for name in ("conf.py", "index.md", "CHANGELOG.md"):
        shutil.copy(PROJECT / name, project.folder / name)
    add_looking(project)
    expected = build_real_site(tmp_path, source=project.folder)
    paths = [path.relative_to(expected.output) for path in expected.output.rglob("*.html")]
    assert looked_at(project) >= {path.with_suffix("").as_posix() for path in paths if path.parts[0] != "_static"}
    assert [path for path in paths if (expected.output / path).read_bytes() != (site.output / path).read_bytes()] == []


@pytest.mark.parametrize("change", ["another extension", "changed templates", "another theme"])
def test_what_may_look_at_a_page_sees_every_page(tmp_path: Path, change: str) -> None:
    site = small_site(tmp_path, theme="basic" if change == "another theme" else "kompass")
    if change == "another extension":
        add_looking(site)
        site.build()
        assert looked_at(site) >= EVALUATIONS
        return
    template = (
        '{% extends "!page.html" %}{% block extrahead %}<meta name="seen" content="{{ pagename }}">{% endblock %}'
    )
    site.write("_templates/page.html", template)
    built = site.build(options=("-D", "templates_path=_templates"))
    for name in EVALUATIONS:
        assert f'<meta name="seen" content="{name}">' in built.text(f"{name}.html")
