"""Made-up reports for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.importing.report_shapes import SHAPES, Shape, combined
from tests.importing.reports import EDITIONS, MadeReport, made_report

MOST_SEEDS = 100_000


def made_reports(shapes: st.SearchStrategy[Shape] | None = None) -> st.SearchStrategy[MadeReport]:
    """Reports of any edition in any shapes, or in these; they shrink towards the plain ones."""
    return st.builds(
        made_report,
        seed=st.integers(0, MOST_SEEDS),
        edition=st.sampled_from(sorted(EDITIONS, key=lambda edition: edition != 2016)),
        shape=shapes or st.lists(st.sampled_from(list(SHAPES.values())), min_size=1, max_size=4).map(combined),
    )
