"""Another figure moves no answer but those that are said to be made of it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings

from kompass_sphinx.archive.answers import ALL_BUT_TEXTS, ANSWERS, EVERYTHING, FUNCTION, FUNCTIONS, OUTLINES, Path
from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.moved_answers import OF_MUNICIPALITY, WITHOUT_FIGURES, moved_by
from kompass_sphinx.archive.packed_answers import Evaluated
from kompass_sphinx.reading.frames import TOTAL, other_figures
from kompass_sphinx.reading.packing import frame_of
from tests.archive import edited_archives
from tests.archive.edited_archives import Made
from tests.archive.made_things import recorded_context, recorder_of, things_of
from tests.archives import archive_of, made_evaluation


def changed_figures(before: Archive, after: Archive) -> Mapping[Evaluated, list[int]]:
    """Where the figures of each evaluation differ."""
    differing = {
        (one.municipality, one.year): other_figures(
            frame_of(one).figures, frame_of(after.evaluations[before.key(one)]).figures
        )
        for one in before
    }
    return {evaluation: places for evaluation, places in differing.items() if places}


@settings(max_examples=25)
@given(edited_archives.other_figures())
def test_what_is_not_said_to_move_is_the_same(edit: tuple[Made, Made]) -> None:
    before, after = (one.archive for one in edit)
    assert [frame_of(one).outline for one in before] == [frame_of(one).outline for one in after]
    is_moved = moved_by(after, changed_figures(before, after))
    recorder, recorder_after = recorder_of(before), recorder_of(after)
    with recorder.recording() as asked:
        for thing in things_of(before, recorded_context(before, recorder)).values():
            thing()
    for number in asked:
        path = recorder.paths[number]
        if not is_moved(path):
            assert recorder.packed(number).digest == recorder_after.packed(recorder_after.number(path)).digest, path


# Of another figure on area 4 of Tingsryd 2018, by the edition of 2016.
MOVED: list[Path] = [
    EVERYTHING,
    ALL_BUT_TEXTS,
    ("figures_of_municipality", "tingsryd"),
    ("figures", 2016, "areas", 4, "median"),
    ("figures", 2016, "questions", "4.3", "positions", (50.0,)),
    ("with_total", (2016, True)),
    ("profiles", 2016, "nearest", ("Mark", 2017)),
    *(("questions", (2016, "4.3"), what) for what in ("highest", "first_results", "strengths_of_first")),
    ("questions", (2016, "4.3"), "first_strengths", (3,)),
    ("doing_well", (2016, "4.3"), "by_group", "B3", 0),
    ("doing_well", (2010, "4.3"), "candidates", 0),
    ("strengths_on", (2016, "4.3"), "candidates", 0),
    ("on_area", (2016, 4), "candidates", 0),
    (FUNCTION, "strengths_on", "ledarskap", 3),
    (FUNCTION, "best_on", "ledarskap", 2016, 3),
    *((FUNCTION, name, "Tingsryd") for name in ("own_points", "own_result", "result_at_home")),
]
STAYS: list[Path] = [
    OUTLINES,
    *((name, "whatever") for name in sorted(WITHOUT_FIGURES & ANSWERS.named.keys())),
    *((FUNCTION, name, "whatever") for name in sorted(WITHOUT_FIGURES & FUNCTIONS.keys())),
    ("figures_of_municipality", "mark"),
    ("figures", 2016, "areas", 5, "median"),
    ("figures", 2020, "areas", 4, "median"),
    ("figures", 2016, "questions", "5.1", "median"),
    ("figures", 2016, "totals", "median"),
    ("with_total", (2020, True)),
    ("profiles", 2020, "nearest", ("Mark", 2021)),
    *(("questions", (2016, "4.3"), what) for what in ("named", "result_count", "asked_for", "strength_count")),
    ("questions", (2016, "5.1"), "highest"),
    ("doing_well", (2016, "5.1"), "by_group", "B3", 0),
    ("doing_well", (2010, "5.1"), "candidates", 0),
    ("strengths_on", (2016, "5.1"), "candidates", 0),
    ("on_area", (2016, 5), "candidates", 0),
    (FUNCTION, "best_on", "ledarskap", 2020, 3),
    (FUNCTION, "first_totals", 2016, 3),
    *((FUNCTION, name, "Mark") for name in sorted(OF_MUNICIPALITY)),
]


@pytest.fixture
def archive() -> Archive:
    return archive_of(made_evaluation("Tingsryd", 2018))


@pytest.mark.parametrize("path", MOVED, ids=str)
def test_what_is_made_of_the_figure_moves(archive: Archive, path: Path) -> None:
    assert moved_by(archive, {("Tingsryd", 2018): [4]})(path)


@pytest.mark.parametrize("path", STAYS, ids=str)
def test_what_is_made_of_other_figures_or_none_stays(archive: Archive, path: Path) -> None:
    assert not moved_by(archive, {("Tingsryd", 2018): [4]})(path)


@pytest.mark.parametrize(
    "path",
    [
        ("figures", 2016, "first_totals", "median"),
        ("with_total", (2016, False)),
        ("profiles", 2016, "nearest", ("Mark", 2017)),
        (FUNCTION, "first_totals", 2016, 3),
    ],
    ids=str,
)
def test_another_total_moves_what_is_made_of_totals(archive: Archive, path: Path) -> None:
    is_moved = moved_by(archive, {("Tingsryd", 2018): [TOTAL]})
    assert is_moved(path)
    assert not is_moved(("figures", 2016, "areas", 4, "median"))


def test_nothing_is_told_of_that_cannot_be_asked() -> None:
    assert FUNCTIONS.keys() >= OF_MUNICIPALITY
    assert ANSWERS.named.keys() | FUNCTIONS.keys() >= WITHOUT_FIGURES


def test_every_answer_is_told_of() -> None:
    names = {path[1] if path[0] == FUNCTION else path[0] for path in (*MOVED, *STAYS)}
    assert names >= ANSWERS.named.keys() | FUNCTIONS.keys()


def test_what_is_not_known_of_is_told(archive: Archive) -> None:
    with pytest.raises(ValueError, match="no word on the figures of inventories"):
        moved_by(archive, {("Tingsryd", 2018): [4]})(("inventories", 2016))
