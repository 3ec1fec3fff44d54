"""What a page is made of says when it has to be made again, and in which words it may differ without that."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings

from kompass_sphinx.archive.answers import EVERYTHING, FUNCTION
from kompass_sphinx.archive.by_theme import named_on, recurring_on, strengths_on
from kompass_sphinx.archive.recorded import Recorder
from tests.archive.edited_archives import Made, edits, rewordings
from tests.archive.made_things import contents_of, recorded_context, recorder_of, things_of


@settings(max_examples=25)
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


@settings(max_examples=25)
@given(rewordings())
def test_an_answer_without_words_of_a_reworded_evaluation_is_the_same(edit: tuple[Made, Made]) -> None:
    before, after = (one.archive for one in edit)
    recorder, recorder_after = recorder_of(before), recorder_of(after)
    with recorder.recording() as asked:
        for thing in things_of(before, recorded_context(before, recorder)).values():
            thing()
        for theme, most, function in product(before.catalogue.themes, (1, 2), (named_on, strengths_on, recurring_on)):
            recorder.ask((FUNCTION, function.__name__, theme, most))
    contents = contents_of(before)
    changed = {evaluated for evaluated, content in contents_of(after).items() if contents[evaluated] != content}
    for number in asked:
        path = recorder.paths[number]
        there = recorder_after.fingerprint(recorder_after.number(path))
        if path != EVERYTHING and changed.isdisjoint(recorder.fingerprint(number).words_of):
            assert there == recorder.fingerprint(number), path
