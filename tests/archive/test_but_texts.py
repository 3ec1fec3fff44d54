"""What asks for all but the evaluators' words is the same whatever the words are."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from kompass_sphinx.archive.answers import ALL_BUT_TEXTS, EVERYTHING
from kompass_sphinx.archive.archive import Archive
from tests.archive.edited_archives import Made, archives, reworded
from tests.archive.made_things import Thing, recorded_context, recorder_of, things_of
from tests.archives import archive_of, made_evaluation

ASKING = {
    "evaluation_list.html evaluations/index",
    "file data/compare.js",
    "file data/evaluations.js",
    "fragment compare ",
    "fragment coverage ",
    "fragment finder ",
    "fragment latest ",
    "fragment named-municipalities ",
    "fragment register ",
}


def asking(archive: Archive) -> dict[str, Thing]:
    """What asks for all but the words, and not for all."""
    recorder, found = recorder_of(archive), {}
    for name, thing in things_of(archive, recorded_context(archive, recorder)).items():
        with recorder.recording() as numbers:
            thing()
        paths = {recorder.paths[number] for number in numbers}
        if ALL_BUT_TEXTS in paths and EVERYTHING not in paths:
            found[name] = thing
    return found


def test_these_ask_for_it() -> None:
    named = [{"municipality": "Mark", "area": 4, "topic": "påhittat"}]
    archive = archive_of(made_evaluation("Mark", 2018), made_evaluation("Vara", 2017, examples=named))
    assert asking(archive).keys() >= ASKING


@settings(max_examples=15)
@given(archives())
def test_they_are_the_same_in_other_words(made: Made) -> None:
    count = 0

    def other(_: str) -> str:
        nonlocal count
        count += 1
        return f"Andra påhittade ord {count}."

    after = Made({key: reworded(data, other) for key, data in made.data.items()}, made.known).archive
    things_after: dict[str, Any] = things_of(after)
    for name, thing in asking(made.archive).items():
        assert thing() == things_after[name](), name
