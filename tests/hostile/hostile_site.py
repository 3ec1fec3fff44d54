"""A site that holds every hostile text in every field, and one of harmless texts in the same places."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kompass_sphinx.model.municipality import Municipality
from tests.archives import registry
from tests.hostile.fields import lines
from tests.hostile.texts import SHOWN_TEXTS, HostileText
from tests.site.sites import CONFIGURATION, Site

AT_ONCE = 8
"""Texts in one file: one for each area."""

YEAR = 2019
FINDER = """\
# Hitta

```{kompass:view} finder
```
"""
Written = Callable[[HostileText], str]
"""How a text stands in the files."""

INDEX = """\
# Arkivet

```{kompass:view} latest
```

```{kompass:view} register
```

```{kompass:view} places
```

```{toctree}
docs/examples
docs/areas/ledarskap
```
"""
AREA = "# Ledarskap\n" + "".join(
    f"\n```{{kompass:view}} {view} ledarskap\n```\n"
    for view in ("best", "questions", "named", "recurring", "strengths")
)


def hostile(text: HostileText) -> str:
    """The text itself."""
    return text.text


def harmless(text: HostileText) -> str:
    """A text, or an address where an address is part of the text, that is like no other."""
    number = SHOWN_TEXTS.index(text)
    if text.text.startswith("HTTPS"):
        return f"HTTPS://A.INVALID/{number}"
    is_address = text.kind == "address" or "https://a.invalid" in text.text
    return f"https://a.invalid/{number}" if is_address else f"Påhittad text {number}"


def write_site(folder: Path, written_as: Written) -> Site:
    """The site with each text written as the function says."""
    site = Site(folder)
    site.write("conf.py", CONFIGURATION.format(theme="kompass"))
    site.write("index.md", INDEX)
    site.write("docs/examples.md", FINDER)
    site.write("docs/areas/ledarskap.md", AREA)
    for municipality, texts in parts():
        content = "\n".join(lines(_evaluation(municipality, texts, written_as), {})) + "\n"
        site.write(f"evaluations/{municipality.slug}/{YEAR}.yaml", content)
    site.write("evaluations/known.csv", _register(written_as))
    return site


def parts() -> Iterator[tuple[Municipality, tuple[HostileText, ...]]]:
    """Municipalities, each with the texts of its file."""
    for number, municipality in zip(range(0, len(SHOWN_TEXTS), AT_ONCE), registry(), strict=False):
        yield municipality, SHOWN_TEXTS[number : number + AT_ONCE]


def _evaluation(municipality: Municipality, texts: tuple[HostileText, ...], written_as: Written) -> dict[str, Any]:
    areas, examples, sources = {}, [], []
    for number, text in enumerate(texts, start=1):
        words = written_as(text)
        areas[str(number)] = {
            "points": "41",
            "impression": words,
            "questions": {f"{number}.1": {"percent": "40"}},
            "strengths": [words],
            "improvements": [{"text": words, "question": f"{number}.1", "page": "3"}],
        }
        subject = {"area": str(number), "question": f"{number}.1", "topic": words}
        examples.append({"municipality": "Mark", **subject})
        if text.kind not in ("address", "length"):  # more places than these would not all be listed
            kind = {"kind": "district", "part_of": words} if number % 2 else {"kind": "foreign", "country": words}
            examples.append({"place": words, **kind, **subject})
        address = {"url": words} if text.kind == "address" else {}
        sources.append({"title": words, "kind": "web", "publisher": words, "note": words, **address})
    all_words = [written_as(text) for text in texts]
    return {
        "municipality": municipality.name,
        "year": str(YEAR),
        "edition": "2016",
        "evaluators": [{"name": words, "affiliation": words} for words in all_words],
        "total": "328" if len(texts) == AT_ONCE else "400",
        "summary": " · ".join(words for words in all_words if len(words) < 200) or "Påhittat",
        "areas": areas,
        "examples": examples,
        "benchmarks": [
            {"label": words, "statistic": "mean", "edition": "2016", "period": words, "total": "400"}
            for words in all_words
        ],
        "sources": sources,
        "notes": [{"about": "total", "text": words} for words in all_words],
    }


def _register(written_as: Written) -> str:
    """The register with a text for each municipality, as evaluators and as source."""
    content = io.StringIO()
    rows = csv.writer(content, lineterminator="\n")
    rows.writerow(["code", "municipality", "year", "evaluators", "source"])
    for text, municipality in zip(SHOWN_TEXTS, registry(), strict=False):
        rows.writerow([municipality.code, municipality.name, 2012, written_as(text), written_as(text)])
    return content.getvalue()
