"""Small sites built in temporary folders."""

from __future__ import annotations

import contextlib
import io
from dataclasses import dataclass
from pathlib import Path

from sphinx.builders.html import _assets
from sphinx.cmd.build import main as sphinx_build

CONFIGURATION = """\
project = "Testarkivet"
language = "sv"
extensions = ["myst_parser", "kompass_sphinx"]
html_theme = "{theme}"
exclude_patterns = ["_build", "evaluations"]
nitpicky = True
html_copy_source = False
html_use_index = False
suppress_warnings = []
"""

INDEX = """\
# Arkivet

{kompass:evaluation}`tingsryd/2019` och {kompass:municipality}`mark`, {kompass:area}`ledarskap`,
{kompass:area}`2016/4`, {kompass:question}`2016/4.3`, {kompass:list}`alla`.

```{kompass:view} latest
```

```{toctree}
docs/areas/ledarskap
docs/other
```
"""

AREA = """\
# Ledarskap

```{kompass:view} best ledarskap
```

```{kompass:view} questions ledarskap
```
"""

OTHER = """\
# Annat

Inget ur arkivet.
"""


def evaluation(municipality: str, year: int, edition: int, **values: object) -> str:
    """An evaluation file made up for a test; ``values`` are added as they are, ``areas`` as points by number."""
    lines = [f"municipality: {municipality}", f"year: {year}", f"edition: {edition}"]
    for key, value in values.items():
        if key == "areas":
            lines.append("areas:")
            lines += [f"  {number}: {{points: {points}}}" for number, points in dict(value).items()]  # type: ignore[call-overload]
        else:
            lines.append(f"{key}: {value}")
    lines += ["sources:", "  - title: Påhittad källa för ett prov", "    kind: report", ""]
    return "\n".join(lines)


TINGSRYD = evaluation("Tingsryd", 2019, 2016, total=377, areas={4: 41, 6: 54})
MARK = evaluation("Mark", 2006, 2002, total=446, areas={4: 58})
NAMING = """\
municipality: Helsingborg
year: 2014
edition: 2010
total: 631
areas:
  4:
    points: 73
    strengths:
      - text: Ett påhittat ledarprogram.
        question: 4.6
examples:
  - municipality: Mark
    area: 4
    question: 4.3
    topic: påhittad projektmodell
    page: 11
sources:
  - title: Påhittad källa för ett prov
    kind: report
"""
NAMING_OUTSIDE = """\
municipality: Arvika
year: 2014
edition: 2010
examples:
  - municipality: Örnsköldsvik
    area: 4
    question: 4.3
    topic: påhittad projektmodell
    page: 11
  - place: Larvik
    kind: foreign
    country: Norge
    topic: påhittat kvalitetssystem
sources:
  - title: Påhittad källa för ett prov
    kind: report
"""
KNOWN = """\
code,municipality,year,evaluators,source
0184,Solna,2008,,Påhittad förteckning för ett prov
0184,Solna,,Påhittad Ett,Påhittad förteckning för ett prov
"""


@dataclass(frozen=True)
class Built:
    """What a build left: its exit status, its warnings, and the output folder."""

    status: int
    warnings: str
    output: Path

    def files(self) -> dict[str, bytes]:
        """All files of the site by their path; the builder's own caches are left out."""
        return {
            path.relative_to(self.output).as_posix(): path.read_bytes()
            for path in sorted(self.output.rglob("*"))
            if path.is_file() and ".kompass" not in path.parts and path.name != ".buildinfo.bak"
        }

    def text(self, path: str) -> str:
        """A file of the site as text."""
        return (self.output / path).read_text(encoding="utf-8")


@dataclass(frozen=True)
class Site:
    """A project in a temporary folder."""

    folder: Path

    def write(self, path: str, text: str | bytes) -> None:
        """Write a file of the project."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())

    def build(self, name: str = "out", *, builder: str = "html", options: tuple[str, ...] = ()) -> Built:
        """Build into a folder of this name; the same name again is an incremental build."""
        output, doctrees = self.folder / "_build" / name, self.folder / "_build" / f"{name}-doctrees"
        errors = io.StringIO()
        _assets._file_checksum_inner.cache_clear()  # Sphinx keeps it for a process, which has one build; ours has many
        arguments = ["-q", "-N", "-b", builder, "-d", str(doctrees), "-n", *options, str(self.folder), str(output)]
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(errors):
            status = sphinx_build(arguments)
        return Built(status, errors.getvalue(), output)


def small_site(folder: Path, theme: str = "kompass") -> Site:
    """Three evaluations, an area page, a page without views."""
    site = Site(folder)
    site.write("conf.py", CONFIGURATION.format(theme=theme))
    site.write("index.md", INDEX)
    site.write("docs/areas/ledarskap.md", AREA)
    site.write("docs/other.md", OTHER)
    site.write("evaluations/tingsryd/2019.yaml", TINGSRYD)
    site.write("evaluations/mark/2006.yaml", MARK)
    site.write("evaluations/helsingborg/2014.yaml", NAMING)
    return site
