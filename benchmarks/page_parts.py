"""What Hugo and Eleventy are given beside the evaluations: names, the frame of our pages, and bytes to match them.

What neither computes – medians, what to learn from others, charts – stands in their pages as a drawing, the same in
all, of as many bytes as bring the mean of their pages to the mean of ours. Copying a text is the least that a
generator can be asked for, so this is to their advantage.
"""

from __future__ import annotations

import json
from itertools import cycle, islice
from pathlib import Path

from kompass_sphinx.templates import glyph
from tests.archives import catalogue

NEARNESS = 0.05
"""How far the mean of their pages may be from ours, as a share of ours."""
_STEPS = ("h3.25", "v-1.75", "h4.5", "v2.25", "l1.25-3.5", "h-2.75")


def evaluation_pages(html: Path) -> list[Path]:
    """The pages of evaluations below a site's folder."""
    return sorted((html / "evaluations").glob("*/[0-9]*.html"))


def mean_size(html: Path) -> float:
    """The mean size of an evaluation's page, in bytes."""
    sizes = [path.stat().st_size for path in evaluation_pages(html)]
    return sum(sizes) / len(sizes)


def write_editions(path: Path) -> None:
    """The names and the maximums of areas and sub-questions."""
    editions = {
        str(edition.id): {
            "areas": {
                str(number): {
                    "name": area.name,
                    "questions": {
                        key: {"name": question.name, "maximum": question.maximum}
                        for key, question in area.questions.items()
                    },
                }
                for number, area in edition.areas.items()
            }
        }
        for edition in catalogue()
    }
    path.write_text(json.dumps(editions, ensure_ascii=False), encoding="utf-8")


def write_shared(path: Path, our_page: str, drawing_bytes: int) -> None:
    """The frame around the main part of one of our pages, and the drawing."""
    head, _, rest = our_page.partition("<title>")
    top, main, _ = rest.partition("</title>\n")[2].partition("<main")
    foot = our_page[our_page.index("</main>") :]
    shared = {
        "head": head,
        "top": f'{top}{main} id="innehall" tabindex="-1">',
        "foot": foot,
        "glyph": glyph(0),
        "drawing": drawing(drawing_bytes),
    }
    path.write_text(json.dumps(shared, ensure_ascii=False), encoding="utf-8")


def drawing(size: int) -> str:
    """A drawing of ``size`` bytes; nothing for a size that holds none."""
    begin, end = '<svg viewBox="0 0 300 300" aria-hidden="true"><path d="M0 0', '"/></svg>'
    data = size - len(begin) - len(end)
    if data < 0:
        return ""
    steps = "".join(islice(cycle(_STEPS), data))[:data]
    return f"{begin}{steps}{end}"
