"""The small project that the sequences of edits begin with: made-up evaluations and pages about them."""

from __future__ import annotations

from pathlib import Path

from kompass_sphinx.model.municipality import Municipality
from tests.archives import registry
from tests.site.sites import KNOWN, Site

CONFIGURATION = """\
project = "Testarkivet"
language = "sv"
extensions = ["myst_parser", "kompass_sphinx"]
html_theme = "kompass"
html_theme_options = {"announcement": ""}
kompass_evaluations = "evaluations"
include_patterns = ["index.md", "docs/**"]
html_static_path = ["static"]
html_copy_source = False
html_use_index = False
myst_heading_anchors = 3
nitpicky = True
"""

INDEX = """\
# Arkivet

{kompass:municipality}`mark`, {kompass:area}`ledarskap`, {kompass:question}`2016/4.3`, {kompass:list}`alla`.

```{kompass:view} latest
```

```{toctree}
:glob:

docs/**
```
"""

PAGES = {
    "docs/ledarskap.md": """\
# Ledarskap

```{kompass:view} best ledarskap
```

```{kompass:view} questions ledarskap
```
""",
    "docs/register.md": """\
# Register

(kanda)=
## Kända utvärderingar

```{kompass:view} register
```

```{kompass:view} coverage
```
""",
    "docs/other.md": """\
# Annat

Inget ur arkivet. Se [](#kanda) och {doc}`register`.
""",
}

TEMPLATE = """\
{%- extends "!layout.html" %}
{%- block extrahead %}<meta name="generator" content="prov 1">{% endblock %}
"""

STYLE = "p { margin: 0 }\n"

# So many of one edition that the best quarter is told.
AT_FIRST = (
    ("mark", 2017),
    ("tingsryd", 2017),
    ("tingsryd", 2019),
    ("habo", 2018),
    ("eda", 2018),
    ("lomma", 2019),
    ("arvika", 2017),
    ("solna", 2018),
    ("lulea", 2019),
    ("ystad", 2018),
)


def municipality(which: int) -> Municipality:
    """One of a dozen municipalities: few, so that edits meet."""
    all_of_them = registry()
    slugs = (
        "mark",
        "tingsryd",
        "habo",
        "eda",
        "lomma",
        "haabo",
        "arvika",
        "solna",
        "lulea",
        "ystad",
        "orebro",
        "aasele",
    )
    known = [all_of_them.by_slug[slug] for slug in slugs if slug in all_of_them.by_slug]
    return known[which % len(known)]


def evaluation_text(slug: str, year: int, value: int = 0) -> str:
    """A made-up evaluation; another value, another one."""
    named = municipality(value)
    example = [] if named.slug == slug else _example(named.name, value)
    return "\n".join(
        [
            f"municipality: {registry().by_slug[slug].name}",
            f"year: {year}",
            "edition: 2016",
            f"total: {300 + (year * 7 + value * 13) % 300}",
            "areas:",
            "  4:",
            f"    points: {20 + value % 60}",
            "    questions:",
            f"      4.3: {{percent: {value % 101}}}",
            "    strengths:",
            f"      - text: Påhittat ledarprogram {value}.",
            f"        question: 4.{6 if value % 3 else 3}",
            f"  6: {{points: {30 + value % 40}}}",
            *example,
            "sources:",
            "  - title: Påhittad källa för ett prov",
            "    kind: report",
            "",
        ]
    )


def _example(name: str, value: int) -> list[str]:
    return [
        "examples:",
        f"  - municipality: {name}",
        "    area: 4",
        "    question: 4.3",
        f"    topic: påhittad projektmodell {value}",
        "    page: 11",
    ]


def write_project(folder: Path) -> Site:
    """The project as every sequence finds it."""
    site = Site(folder)
    site.write("conf.py", CONFIGURATION)
    site.write("index.md", INDEX)
    for path, text in PAGES.items():
        site.write(path, text)
    site.write("static/own.css", STYLE)
    site.write("evaluations/known.csv", KNOWN)
    for number, (slug, year) in enumerate(AT_FIRST):
        site.write(f"evaluations/{slug}/{year}.yaml", evaluation_text(slug, year, number))
    return site
