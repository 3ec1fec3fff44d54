"""What a page is made of says when it has to be made again, and answers that are kept are those of today."""

from __future__ import annotations

from itertools import product

from hypothesis import example, given, settings

from kompass_sphinx.archive.answers import FUNCTION, Path, follows_words
from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.by_theme import named_on, recurring_on, strengths_on
from tests.archive.edited_archives import Made, archives, edits, rewordings
from tests.archive.made_things import packer_of, recorded_context, recorder_of, things_of


@settings(max_examples=25)
@given(edits() | rewordings())
def test_what_is_made_of_the_same_answers_is_the_same(edit: tuple[Made, Made]) -> None:
    before, after = (one.archive for one in edit)
    recorder, is_same = recorder_of(before), Sameness(before, after)
    things, things_after = things_of(before, recorded_context(before, recorder)), things_of(after)
    for name, thing in things.items():
        with recorder.recording() as numbers:
            made = thing()
        if name in things_after and all(is_same(recorder.paths[number]) for number in numbers):
            assert made == things_after[name](), name


class Sameness:
    """Whether the answer at a path says the same in two archives, as two builds see it."""

    def __init__(self, before: Archive, after: Archive) -> None:
        self._recorders = recorder_of(before), recorder_of(after)
        self._packers = packer_of(before), packer_of(after)
        self._known: dict[Path, bool] = {}

    def __call__(self, path: Path) -> bool:
        if path not in self._known:
            one, other = (recorder.packed(recorder.number(path)) for recorder in self._recorders)
            before, after = self._packers
            are_words_the_same = (before.digest_at(where) == after.digest_at(where) for where in one.words)
            self._known[path] = one.digest == other.digest and all(are_words_the_same)
        return self._known[path]


def with_percents(**percents: int) -> Made:
    """An archive of evaluations with a percent on one sub-question, by municipality."""
    return Made(
        {(name, 2018): {"areas": {4: {"questions": {"4.3": {"percent": of}}}}} for name, of in percents.items()}
    )


# The best of all is one of those that are like Tingsryd, and not told again beside them.
@example(with_percents(Tingsryd=10, Askersund=90, Umeå=80, Borås=80, Mark=20, Vara=20, Eda=20, Habo=20))
@settings(max_examples=15)
@given(archives())
def test_what_is_made_of_kept_answers_is_the_same(made: Made) -> None:
    archive = made.archive
    recorder, kept, packer = recorder_of(archive), recorder_of(archive), packer_of(archive)
    with recorder.recording():
        for thing in things_of(archive, recorded_context(archive, recorder)).values():
            thing()
    kept.begin(recorder.paths, lambda number: packer.unpacked(recorder.packed(number).data))
    things = things_of(archive)
    for name, thing in things_of(archive, recorded_context(archive, kept)).items():
        assert thing() == things[name](), name


@settings(max_examples=25)
@given(rewordings())
def test_an_answer_that_is_kept_has_the_words_of_today_and_is_else_the_same(edit: tuple[Made, Made]) -> None:
    before, after = (one.archive for one in edit)
    recorder, recorder_after = recorder_of(before), recorder_of(after)
    packer, is_same = packer_of(after), Sameness(before, after)
    with recorder.recording() as asked:
        for thing in things_of(before, recorded_context(before, recorder)).values():
            thing()
        for theme, most, function in product(before.catalogue.themes, (1, 2), (named_on, strengths_on, recurring_on)):
            recorder.ask((FUNCTION, function.__name__, theme, most))
        for place, most in product(before.questions, (1, 2)):
            recorder.ask(("questions", place, "asked_for", (most,)))
    for number in asked:
        path = recorder.paths[number]
        if is_same(path) or not follows_words(path):
            assert packer.unpacked(recorder.packed(number).data) == recorder_after.ask(path), path
