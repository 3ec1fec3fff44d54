"""Breaks the code of some rooms at one place at a time and sees whether a test fails: `make mutate`.

mutmut makes the changes and runs the tests that reach each, in processes that have imported everything already. What is
done while a module is imported, or kept by a cache, is not done again in those, so each change that no test noticed is
tried once more in a process of its own. What is left is written with its change to `_build/mutation/survivors.txt`.

mutmut is no part of the project's environment: it gets one of its own, which sees the other's packages.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = "mutmut==3.8.1"
WORK = ROOT / "_build" / "mutation"
PYTHON = WORK / "venv" / "bin" / "python"
MUTANTS = ROOT / "mutants"
CHILDREN = 2
SURVIVED, UNTESTED = 0, 33
"""What mutmut keeps of a change that no test noticed, and of one that no test reached."""


def main(patterns: list[str]) -> None:
    """Try the changes whose names match ``patterns`` (kompass_sphinx.model.*), or all."""
    make_environment()
    subprocess.run([PYTHON, "-m", "mutmut", "run", "--max-children", str(CHILDREN), *patterns], cwd=ROOT, check=True)
    left = sorted(name for name, code in codes() if code in (SURVIVED, UNTESTED))
    print(f"{len(left)} changes that no test noticed are tried in processes of their own.")
    with ThreadPoolExecutor(CHILDREN) as pool:
        noticed = dict(zip(left, pool.map(is_noticed, left), strict=True))
    survivors = [name for name in left if not noticed[name]]
    WORK.joinpath("survivors.txt").write_text("\n".join(map(change, survivors)), encoding="utf-8")
    report(set(survivors))


def make_environment() -> None:
    """An environment with mutmut, in which the project's own packages are found too."""
    if PYTHON.exists():
        return
    subprocess.run([sys.executable, "-m", "venv", WORK / "venv"], check=True)
    found = subprocess.run(
        [PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    )
    own = next(path for path in sys.path if path.endswith("site-packages"))
    Path(found.stdout.strip(), "project.pth").write_text(own + "\n", encoding="utf-8")
    subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", PACKAGE], check=True)


def codes() -> Iterator[tuple[str, int | None]]:
    """Every change by its name, and what became of it: None when it has not been tried."""
    for path in sorted(MUTANTS.glob("kompass_sphinx/**/*.meta")):
        yield from json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"].items()


def is_noticed(name: str) -> bool:
    """Whether any test fails with a change, when everything is imported with it."""
    with ROOT.joinpath("pyproject.toml").open("rb") as file:
        settings = tomllib.load(file)["tool"]["mutmut"]
    chosen = [*settings["pytest_add_cli_args"], *settings["pytest_add_cli_args_test_selection"]]
    run = subprocess.run(
        [PYTHON, "-m", "pytest", "-x", "-q", *chosen],
        check=False,
        cwd=MUTANTS,
        env=os.environ | {"MUTANT_UNDER_TEST": name},
        capture_output=True,
    )
    return run.returncode != 0


def change(name: str) -> str:
    """A change as the lines that it takes away and puts in."""
    shown = subprocess.run(
        [PYTHON, "-m", "mutmut", "show", name], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    return "\n".join([name, *(line for line in shown.splitlines() if line.startswith(("-  ", "+  "))), ""])


def report(survivors: set[str]) -> None:
    """The modules, each with how many changes were tried and how many no test noticed."""
    tried: dict[str, list[str]] = defaultdict(list)
    for name, code in codes():
        if code is not None:
            tried[name.rpartition(".")[0].removeprefix("kompass_sphinx.")].append(name)
    for module, names in tried.items():
        print(f"{module:28} {len(names):5} changes, {len(survivors & set(names)):4} not noticed")
    count = sum(map(len, tried.values()))
    print(f"{'all':28} {count:5} changes, {len(survivors):4} not noticed: {100 - 100 * len(survivors) / count:.1f} %")


if __name__ == "__main__":
    main(sys.argv[1:])
