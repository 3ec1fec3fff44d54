"""Prose is trusted, but what it asks the archive for is looked up, never taken for code or for a path."""

from __future__ import annotations

import re
from pathlib import Path

from tests.hostile.texts import SHOWN_TEXTS
from tests.site.markup import read_page
from tests.site.sites import small_site

ROLES = ("evaluation", "municipality", "area", "question")
TEXTS = [
    text.text
    for text in SHOWN_TEXTS
    if text.kind not in ("length", "lookalike") and not set(text.text) & set("`\n\t\\{}<>")
]
VIEWS = [
    "../../../etc/passwd",
    "{{ 7*7 }}",
    "evaluation.html",
    "__class__",
    "best <script>",
    "best ../x",
    "%(x)s",
    "=1",
]


def test_roles_and_views_that_ask_for_something_odd_are_told_and_show_it_as_text(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    lines = [f"{{kompass:{ROLES[at % len(ROLES)]}}}`{text}`" for at, text in enumerate(TEXTS)]
    views = [f"```{{kompass:view}} {view}\n```" for view in VIEWS]
    site.write("docs/other.md", "\n\n".join(["# Annat", *lines, *views]) + "\n")
    built = site.build()
    assert built.status == 0
    told = [line for line in built.warnings.splitlines() if "docs/other.md:" in line]
    assert len(told) == len(TEXTS) + len(VIEWS)
    page = read_page(built.output / "docs/other.html").one("main")
    # Prose has its quotation marks and dashes set as in print.
    assert [text for text in TEXTS if re.sub(r"\W", "", text) not in re.sub(r"\W", "", page.text)] == []
    assert not {element.tag for element in page} & {"script", "img", "iframe", "form", "style"}
