"""An interrupted build says so, and the next one makes everything right."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from tests.exactness.edits import Edit
from tests.exactness.interruptions import KINDS, Interruption
from tests.exactness.sequences import Step, run, steps

FIRST = Step(())
EDITED = (
    Edit("a figure", 0, 7),
    Edit("an evaluation deleted", 1, 1),
    Edit("the title of a page", 1, 3),
    Edit("a new page", 1, 4),
)

AT = {"killed": 12, "killed while writing": 40, "control-C": 25, "disk full": 16, "disk read-only": 0, "file gone": 3}


@pytest.mark.parametrize("kind", KINDS)
def test_the_build_after_an_interrupted_one_is_right(tmp_path: Path, kind: str) -> None:
    run([FIRST, Step(EDITED, interruption=Interruption(kind, AT[kind]))], tmp_path)


@example(
    [
        Step((), "dirhtml", interruption=Interruption("killed", 40)),
        Step((Edit("a page deleted", 1, 0),), "dirhtml"),
    ]
)
@settings(max_examples=3, phases=(Phase.explicit, Phase.generate))
@given(st.lists(steps(interrupted=True), min_size=2, max_size=3))
def test_any_sequence_of_edits_and_interruptions_gives_what_a_clean_build_does(sequence: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        run(sequence, Path(folder))
