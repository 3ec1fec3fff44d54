"""Roles, the directive, and what other builders make of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from sphinx.util.inventory import InventoryFile

from tests.site.sites import Built, Site, small_site


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the small site once for the tests that only look."""
    return small_site(tmp_path_factory.mktemp("linking")).build()


def test_roles_link_to_pages_with_the_title_of_the_target(built: Built) -> None:
    index = built.text("index.html")
    assert built.warnings == ""
    assert 'href="evaluations/tingsryd/2019.html"' in index
    assert ">Tingsryd 2019<" in index
    assert 'href="evaluations/mark/index.html"' in index
    assert 'href="docs/areas/ledarskap.html"' in index
    assert ">Ledarskap och ansvar<" in index
    assert ">Ledarskap, ansvar och delegation<" in index
    assert 'href="questions/2016/4.3.html"' in index
    assert ">4.3 Tvärsektoriellt samarbete<" in index
    assert 'href="evaluations/index.html"' in index


def test_dirhtml_has_the_same_links(tmp_path: Path) -> None:
    built = small_site(tmp_path).build(builder="dirhtml")
    index = built.text("index.html")
    assert built.warnings == ""
    assert 'href="evaluations/tingsryd/2019/"' in index
    assert (built.output / "evaluations/tingsryd/2019/index.html").is_file()
    assert (built.output / "evaluations/tingsryd/2019.json").is_file()
    assert 'href="../2019.json"' in built.text("evaluations/tingsryd/2019/index.html")
    assert 'href="questions/2016/4.3/"' in index
    assert 'href="../../2010/4.3/"' in built.text("questions/2016/4.3/index.html")


def test_inventory_has_everything_that_has_a_page(built: Built) -> None:
    inventory = InventoryFile.loads((built.output / "objects.inv").read_bytes(), uri="")
    assert inventory.data["kompass:evaluation"]["tingsryd/2019"].uri == "evaluations/tingsryd/2019.html"
    assert inventory.data["kompass:municipality"]["mark"].display_name == "Mark"
    assert inventory.data["kompass:question"]["2016/4.3"].uri == "questions/2016/4.3.html"
    assert "demokrati" not in inventory.data["kompass:area"]  # no page for it on this site


@pytest.mark.parametrize(
    ("prose", "code", "said"),
    [
        ("{kompass:evaluation}`tingsryd/2018`", "unknown-target", "tingsryd/2019"),
        ("{kompass:municipality}`tingsrid`", "unknown-target", "tingsryd"),
        ("{kompass:area}`2016/9`", "unknown-target", "2016/9"),
        ("{kompass:question}`2016/4.9`", "unknown-target", "2016/4.9"),
        ("```{kompass:view} latset\n```", "unknown-view", "latest"),
        ("```{kompass:view} best ledarskapp\n```", "unknown-view", "ledarskap"),
        ("```{kompass:view} latest ledarskap\n```", "unknown-view", "ledarskap"),
    ],
)
def test_a_missing_target_is_a_warning_at_its_line(tmp_path: Path, prose: str, code: str, said: str) -> None:
    site = small_site(tmp_path)
    site.write("docs/other.md", f"# Annat\n\nText.\n\n{prose}\n")
    warnings = site.build().warnings.splitlines()
    assert len(warnings) == 1
    assert "other.md:5: WARNING:" in warnings[0]
    assert warnings[0].endswith(f"[kompass.{code}]")
    assert said in warnings[0]


@pytest.mark.parametrize(
    ("builder", "file"),
    [("text", "index.txt"), ("latex", "testarkivet.tex"), ("singlehtml", "index.html"), ("epub", "index.xhtml")],
)
def test_other_builders_have_plain_text_and_no_dead_link(tmp_path: Path, builder: str, file: str) -> None:
    site = small_site(tmp_path)
    site.write("conf.py", (tmp_path / "conf.py").read_text("utf-8") + 'version = "1"\nepub_show_urls = "no"\n')
    built = site.build(builder=builder)
    assert built.status == 0
    assert "kompass" not in built.warnings
    text = built.text(file)
    assert "Tingsryd 2019" in text
    assert "evaluations/tingsryd" not in text
    assert not (built.output / "evaluations").exists()
    site.write("docs/other.md", "# Annat\n\nMera.\n")
    assert "kompass" not in site.build(builder=builder).warnings


def test_a_project_of_somebody_else_with_any_theme(tmp_path: Path) -> None:
    site = small_site(tmp_path, theme="alabaster")
    built = site.build(options=("-W",))
    assert (built.status, built.warnings) == (0, "")
    assert "Tingsryd" in built.text("evaluations/tingsryd/2019.html")
    assert "kompass" not in built.text("search.html")
    assert sorted(site.build().files()) == sorted(built.files())


def test_links_to_pages_that_a_project_lacks_are_text(tmp_path: Path) -> None:
    site = Site(tmp_path)
    small_site(tmp_path)
    (tmp_path / "docs/areas/ledarskap.md").unlink()
    site.write("index.md", "# Arkivet\n\n{kompass:area}`ledarskap`\n\n```{toctree}\ndocs/other\n```\n")
    built = site.build(options=("-W",))
    assert (built.status, built.warnings) == (0, "")
    assert "docs/areas" not in built.text("index.html")
    assert 'href="../../docs/' not in built.text("evaluations/tingsryd/2019.html")


def test_references_of_any_type_link_with_the_title_and_stay_fresh(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    site.write("docs/other.md", "# Annat\n\n{any}`mark/2006`\n")
    built = site.build(options=("-W",))
    assert ">Mark 2006<" in built.text("docs/other.html")
    (tmp_path / "evaluations/mark/2006.yaml").unlink()
    site.write("index.md", "# Arkivet\n\n```{toctree}\ndocs/other\ndocs/areas/ledarskap\n```\n")
    again = site.build()
    assert "mark/2006" in again.warnings
    assert again.files() == site.build("clean").files()
