"""After any sequence of edits an incremental build equals a clean one, byte for byte."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from tests.exactness.edits import Edit
from tests.exactness.sequences import Step, run, steps

PART, OTHER_PART = Edit("a file that a page includes", 0, 1), Edit("a file that a page includes", 0, 2)


@example([Step(()), Step((Edit("a heading that another page names", 0, 5),))])
@example([Step(()), Step((Edit("the language", 0, 1),))])
@example([Step((Edit("a page renamed", 1, 0),)), Step((Edit("a page renamed", 1, 0),), later=True)])
@example([Step(()), Step((Edit("the configuration", 0, 5), Edit("a text", 0, 77)))])
@example([Step((PART,)), Step((), "dirhtml"), Step((OTHER_PART,)), Step((), "dirhtml")])
@example(
    [
        Step(()),
        Step((Edit("a figure of a sub-question", 0, 90), Edit("a text", 1, 3))),
        Step((Edit("a figure of an area", 0, 95),), processes=2),
        Step((Edit("a figure of a sub-question", 3, 3), Edit("a figure", 0, 9))),
    ]
)
@settings(max_examples=4, phases=(Phase.explicit, Phase.generate))
@given(st.lists(steps(interrupted=False), min_size=3, max_size=4))
def test_any_sequence_of_edits_gives_what_a_clean_build_does(sequence: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        run(sequence, Path(folder))
