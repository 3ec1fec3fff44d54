"""What the search of the site finds in the pages that people wrote."""

from __future__ import annotations

import json
from pathlib import Path

from tests.site.sites import Built, small_site

PROSE = """\
# Så räk\u00adnas poängen

Planerat arbete ger inga poäng.

## Median

Medianen räknas inom en utgåva.

- Först det ena.

```
kod som ingen söker
```

### Djupare

Ännu ett stycke.
"""


def sections(built: Built) -> list[list[str]]:
    """The sections in the script that the search reads: page, anchor, page's title, title, text."""
    text = built.text("data/search/site.js")
    found: list[list[str]] = json.loads(text[text.index("{") : text.rindex("}") + 1])["sections"]
    return found


def test_each_section_has_its_own_text_and_place(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    site.write("docs/other.md", PROSE)
    found = [section for section in sections(site.build()) if section[0] == "docs/other"]
    assert found == [
        ["docs/other", "", "Så räknas poängen", "Så räknas poängen", "Planerat arbete ger inga poäng."],
        ["docs/other", "median", "Så räknas poängen", "Median", "Medianen räknas inom en utgåva. Först det ena."],
        ["docs/other", "djupare", "Så räknas poängen", "Djupare", "Ännu ett stycke."],
    ]


def test_area_pages_and_pages_that_say_nosearch_are_left_out(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    pages = {section[0] for section in sections(site.build())}
    assert pages == {"index", "docs/other"}
    site.write("docs/other.md", f"---\nnosearch: true\n---\n\n{PROSE}")
    assert {section[0] for section in sections(site.build())} == {"index"}


def test_a_changed_text_is_found_though_the_archive_is_the_same_and_as_in_a_clean_build(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    site.build()
    site.write("docs/other.md", "# Annat\n\nEtt nytt ord.\n")
    built = site.build()
    assert ["docs/other", "", "Annat", "Annat", "Ett nytt ord."] in sections(built)
    assert built.files() == site.build("clean").files()
