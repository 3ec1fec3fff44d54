"""Time zone, locale, hash seed, number of processes, folder: whatever they are, the site is the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import kompass_sphinx
from tests.exactness.building import tree_of
from tests.exactness.project import write_project
from tests.exactness.sequences import differences
from tests.site.sites import Site

PACKAGE = Path(kompass_sphinx.__file__).parent
SURROUNDINGS = {
    "plain": {"TZ": "UTC", "LC_ALL": "C", "LANGUAGE": "en", "PYTHONHASHSEED": "0"},
    "far away": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "LANGUAGE": "sv", "PYTHONHASHSEED": "1"},
    "another": {"TZ": "America/St_Johns", "LC_ALL": "POSIX", "LANGUAGE": "tr", "PYTHONHASHSEED": "4294967295"},
}
PROCESSES = {"plain": 1, "far away": 2, "another": 3}


def built(site: Site, output: str, surroundings: dict[str, str], processes: int = 1) -> dict[str, bytes]:
    """What a build as people start it leaves."""
    build = site.folder / "_build"
    command = [sys.executable, "-m", "sphinx", "-q", "-j", str(processes), "-b", "html"]
    command += ["-d", str(build / f"{output}-doctrees"), str(site.folder), str(build / output / "html")]
    found = {**os.environ, "PYTHONPATH": str(PACKAGE.parent), **surroundings}
    done = subprocess.run(command, cwd=build.parent, env=found, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return tree_of(site, output)


def test_the_same_site_everywhere(tmp_path: Path) -> None:
    trees = {}
    for number, (name, surroundings) in enumerate(SURROUNDINGS.items()):
        site = write_project(tmp_path / f"folder-{number}" / ("å" * number))
        for page in range(6):  # Sphinx reads and writes in parallel from some documents on
            site.write(f"docs/more/{page}.md", f"# Sida {page}\n\n{{kompass:municipality}}`mark`\n")
        trees[name] = built(site, "out", surroundings, PROCESSES[name])
    plain = trees.pop("plain")
    for name, tree in trees.items():
        assert not differences(tree, plain), name


CHANGES = (
    ("data/editions.yaml", "Ledarskap", "Ändrat ledarskap"),
    ("templates/evaluation.html", "<h2", '<h2 class="prov"'),
)
"""Of the package: a file, and what is put in the place of what."""


def test_a_change_of_the_package_is_noticed(tmp_path: Path) -> None:
    site = write_project(tmp_path / "project")
    package = tmp_path / "package" / "kompass_sphinx"
    shutil.copytree(PACKAGE, package)
    found = {"PYTHONPATH": str(package.parent)}
    last = built(site, "incremental", found)
    for number, (path, old, new) in enumerate(CHANGES):
        text = (package / path).read_text("utf-8")
        assert old in text, path
        (package / path).write_text(text.replace(old, new, 1), encoding="utf-8")
        incremental = built(site, "incremental", found)
        assert incremental != last, path
        assert not differences(incremental, built(site, f"clean-{number}", found)), path
        last = incremental
