"""What a page is made of says when it has to be made again, and in which words it may differ without that."""

from __future__ import annotations

from hypothesis import given, settings

from kompass_sphinx.archive.recorded import Recorder
from tests.archive.edited_archives import Made, edits, rewordings
from tests.archive.made_things import recorded_context, recorder_of, things_of


@settings(max_examples=30)
@given(edits() | rewordings())
def test_what_is_made_of_the_same_answers_is_the_same(edit: tuple[Made, Made]) -> None:
    before, after = (one.archive for one in edit)
    recorder, recorder_after = recorder_of(before), recorder_of(after)
    things, things_after = things_of(before, recorded_context(before, recorder)), things_of(after)
    is_same: dict[int, bool] = {}
    for name, thing in things.items():
        with recorder.recording() as numbers:
            made = thing()
        if name in things_after and all(_is_same(number, recorder, recorder_after, is_same) for number in numbers):
            assert made == things_after[name](), name


def _is_same(number: int, before: Recorder, after: Recorder, known: dict[int, bool]) -> bool:
    if number not in known:
        there = after.fingerprint(after.number(before.paths[number]))
        known[number] = before.fingerprint(number) == there
    return known[number]
