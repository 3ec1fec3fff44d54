"""What asks for all but words, or for all but words and figures, is the same whatever those are."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from kompass_sphinx.archive.answers import ALL_BUT_TEXTS, EVERYTHING, OUTLINES, Path
from kompass_sphinx.archive.archive import Archive
from tests.archive.edited_archives import Made, archives, other_figures, reworded
from tests.archive.made_things import Thing, recorded_context, recorder_of, things_of
from tests.archives import archive_of, made_evaluation

ASKING = {
    ALL_BUT_TEXTS: {
        "evaluation_list.html evaluations/index",
        "file data/compare.js",
        "file data/evaluations.js",
        "fragment finder ",
        "fragment latest ",
    },
    OUTLINES: {
        "fragment compare ",
        "fragment coverage ",
        "fragment named-municipalities ",
        "fragment register ",
    },
}


def asking(archive: Archive, *levels: Path) -> dict[str, Thing]:
    """What asks for the archive as a whole at one of these levels, and for no more."""
    recorder, found = recorder_of(archive), {}
    for name, thing in things_of(archive, recorded_context(archive, recorder)).items():
        with recorder.recording() as numbers:
            thing()
        asked = {recorder.paths[number] for number in numbers}
        if next((level for level in (EVERYTHING, ALL_BUT_TEXTS, OUTLINES) if level in asked), None) in levels:
            found[name] = thing
    return found


@pytest.mark.parametrize("level", ASKING, ids=str)
def test_these_ask_for_it(level: Path) -> None:
    named = [{"municipality": "Mark", "area": 4, "topic": "påhittat"}]
    archive = archive_of(made_evaluation("Mark", 2018), made_evaluation("Vara", 2017, examples=named))
    assert asking(archive, level).keys() >= ASKING[level]


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
    for name, thing in asking(made.archive, ALL_BUT_TEXTS, OUTLINES).items():
        assert thing() == things_after[name](), name


@settings(max_examples=15)
@given(other_figures())
def test_outlines_are_the_same_with_other_figures(edit: tuple[Made, Made]) -> None:
    before, after = (one.archive for one in edit)
    things_after = things_of(after)
    for name, thing in asking(before, OUTLINES).items():
        assert thing() == things_after[name](), name
