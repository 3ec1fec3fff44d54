"""The import as a whole through files of several formats, as the command reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.drafting import draft_through
from tests.importing.report_shapes import SHAPES
from tests.importing.reports import made_report
from tests.importing.scoring import score_report
from tests.importing.verdicts import Group, Verdict

FIGURES: tuple[Group, ...] = ("sub-questions", "areas", "total")


@pytest.mark.parametrize("format_name", ["pdf", "pdf-centred", "word", "html"])
@pytest.mark.parametrize(("name", "edition"), [("clean", 2016), ("max-first", 2010)])
def test_a_file_says_the_same_in_every_format(format_name: str, name: str, edition: int, tmp_path: Path) -> None:
    report = made_report(4, edition, SHAPES[name])
    text = draft_through(format_name, report, tmp_path, name)
    # A PDF has pages of its own, the others none.
    score = score_report(report, text, has_pages=False)
    assert [fault for fault in score.faults if fault.verdict is Verdict.WRONG or fault.group in FIGURES] == []
    assert score.count(Verdict.RIGHT, "sub-questions") > 80
    assert score.count(Verdict.RIGHT, "findings") > 0
