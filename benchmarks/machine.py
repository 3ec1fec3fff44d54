"""What a run was made on and with."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path

from benchmarks.tools import ELEVENTY_VERSION, HUGO_VERSION

PACKAGES = ("Sphinx", "myst-parser", "Jinja2", "PyYAML", "pydantic", "matplotlib")


def machine() -> str:
    """The processor, how many of its cores there are, and the memory."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{_processor()}, {os.cpu_count()} kärnor, {memory:.0f} GiB, {platform.system()} {platform.machine()}"


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = (line.partition(":")[2] for line in lines if line.startswith("model name"))
    return " ".join(next(names, "").split()) or platform.machine()


def versions() -> dict[str, str]:
    """The versions of what was measured, by name."""
    found = {"Python": platform.python_version(), **{name: version(name) for name in PACKAGES}}
    if node := shutil.which("node"):
        said = subprocess.run([node, "--version"], capture_output=True, text=True, check=True)  # noqa: S603
        found["Node"] = said.stdout.strip().removeprefix("v")
    return {**found, "Hugo": HUGO_VERSION, "Eleventy": ELEVENTY_VERSION}
