"""The weight of the heaviest pages in an archive where everybody has everything."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.site.full_archive import HEAVIEST, build_full_site

MOST = 15_000


@pytest.mark.parametrize(
    "made_up",
    [
        pytest.param({2016: 46, 2010: 46}, id="three weak sub-questions an area, three names each"),
        pytest.param({2016: 3, 2010: 46}, id="too few for medians, all kinds of evidence in the edition before"),
    ],
)
def test_an_evaluation_page_weighs_at_most_15_kb(tmp_path: Path, made_up: dict[int, int]) -> None:
    site = build_full_site(tmp_path, made_up)
    assert (site.status, site.warnings) == (0, "")
    pages = sorted((site.output / "evaluations").glob("*/2*.html"))
    assert len(pages) > sum(made_up.values())
    weights = {f"{page.parent.name}/{page.stem}": len(gzip.compress(page.read_bytes(), mtime=0)) for page in pages}
    assert {name: weight for name, weight in weights.items() if weight > MOST} == {}
    boxes = site.evaluation(HEAVIEST[0]).all("div", css_class="learn")
    assert len(boxes) == 8
    if made_up[2016] > 3:
        assert sum(len(box.all("li")) for box in boxes) == 24
        assert all("Också under medianen" in box.text and " och " in box.text for box in boxes)
    else:
        assert {len(box.all("li")) for box in boxes} == {4}
