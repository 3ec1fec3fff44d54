"""A recorded archive answers as the archive does, and nothing is read of it that is not recorded."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, cast

import pytest
from hypothesis import given, settings

from kompass_sphinx.archive.answers import ALL_BUT_TEXTS, EVERYTHING, FUNCTION, MISSING, Path
from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.by_theme import first_totals
from kompass_sphinx.archive.packed_answers import PackedAnswer
from kompass_sphinx.archive.recorded import NOT_KEPT, RecordedArchive, Recorder
from tests.archive.edited_archives import Made, archives
from tests.archive.made_things import recorded_context, recorder_of, things_of
from tests.archives import archive_of, made_evaluation, real_archive, with_totals


def same_things(archive: Archive) -> None:
    """Whatever is made is the same from the archive and from the recorded one."""
    plain, recorded = things_of(archive), things_of(archive, recorded_context(archive, recorder_of(archive)))
    assert plain.keys() == recorded.keys()
    for name, thing in plain.items():
        assert recorded[name]() == thing(), name


@settings(max_examples=10)
@given(archives())
def test_pages_and_files_are_the_same_from_the_recorded_archive(made: Made) -> None:
    same_things(made.archive)


def test_pages_and_files_of_the_real_archive_are_the_same_too() -> None:
    same_things(real_archive())


class Asked:
    """An archive, recorded; ``paths`` are those asked for within ``with``."""

    def __init__(self, archive: Archive) -> None:
        self.recorder = recorder_of(archive)
        self.archive = cast(Archive, RecordedArchive(archive, self.recorder))
        self.paths: set[Path] = set()

    def __enter__(self) -> Archive:
        self._recording = self.recorder.recording()
        self._numbers = self._recording.__enter__()
        return self.archive

    def __exit__(self, *raised: object) -> None:
        self._recording.__exit__(None, None, None)
        self.paths = {self.recorder.paths[number] for number in self._numbers}


@pytest.fixture
def asked() -> Asked:
    mark = made_evaluation("Mark", 2018, areas={4: {"points": 60, "improvements": ["Påhittat."]}})
    others = [made_evaluation(name, 2017, areas={4: 50 + at}) for at, name in enumerate(("Vara", "Lomma", "Eda"))]
    return Asked(archive_of(mark, *others, *with_totals(500, 510)))


def test_what_is_asked_is_recorded_by_its_path(asked: Asked) -> None:
    with asked as archive:
        assert archive.last_year == 2018
        assert archive.figures[2016].areas[4].most == 60
        assert archive.evaluations["mark", 2018].municipality == "Mark"
        assert ("mark", 2001) not in archive.evaluations
        assert archive.of_county.get("99") is None
        assert archive.figures[2016].totals.positions(20) == (500, 510)
        assert [total for _, total in archive.ask(first_totals, 2016, 1)] == [500]
    assert asked.paths == {
        ("last_year",),
        ("figures", 2016),
        ("figures", 2016, "areas", 4),
        ("figures", 2016, "areas", 4, "most"),
        ("evaluations", ("mark", 2018)),
        ("evaluations", ("mark", 2001)),
        ("of_county", "99"),
        ("figures", 2016, "totals", "positions", (20,)),
        (FUNCTION, "first_totals", 2016, 1),
    }


def test_what_nobody_asks_is_not_recorded_and_what_is_never_different_neither(asked: Asked) -> None:
    with asked as archive:
        assert archive.figures is not None
        assert archive.municipality(next(iter(real_archive()))).slug in archive.registry.by_slug
        assert archive.catalogue.themes
    assert asked.paths == set()


def test_all_of_it_is_recorded_as_such(asked: Asked) -> None:
    with asked as archive:
        assert len(list(archive.whole)) == 6
    assert asked.paths == {EVERYTHING}
    with asked as archive:
        assert len(archive.but_texts.latest_first) == 6
    assert asked.paths == {ALL_BUT_TEXTS}


def test_items_are_recorded_as_their_evaluation(asked: Asked) -> None:
    evaluation = asked.archive.evaluations["mark", 2018]
    with asked as archive:
        assert [item.finding.text for item in archive.items_of(evaluation).improvements] == ["Påhittat."]
    assert asked.paths == {("evaluations", ("mark", 2018))}


@pytest.mark.parametrize("name", ["named", "benchmarks", "latest_first", "of_edition", "items", "register", "nonsense"])
def test_what_is_no_answer_is_not_there(asked: Asked, name: str) -> None:
    with asked as archive, pytest.raises(AttributeError, match=f"{name} is not among the answers"):
        getattr(archive, name)
    with pytest.raises(AttributeError):
        getattr(asked.archive.figures[2016], name)
    with pytest.raises(AttributeError):
        getattr(asked.archive.on_area[2016, 4], name)
    assert asked.paths == set()


@pytest.mark.parametrize("through", [iter, list, len, dict, bool])
def test_nobody_goes_through_all_of_the_answers(asked: Asked, through: Any) -> None:
    for keyed in (asked.archive.evaluations, asked.archive.figures[2016].areas, asked.archive.of_group):
        with pytest.raises(TypeError, match="asked for one by one"):
            through(keyed)


@pytest.mark.parametrize("through", [iter, list, len])
def test_nobody_goes_through_the_whole_archive(asked: Asked, through: Any) -> None:
    with pytest.raises(TypeError):
        through(asked.archive)


def test_of_a_series_no_more_is_recorded_than_was_looked_at(asked: Asked) -> None:
    candidates = ("on_area", (2016, 4), "candidates")
    with asked as archive:
        assert next(iter(archive.on_area[2016, 4].candidates)).points == 60
    assert asked.paths == {("on_area", (2016, 4)), (*candidates, 0)}
    with asked as archive:
        assert [one.points for one in archive.on_area[2016, 4].candidates] == [60, 52, 51, 50]
    assert asked.paths == {("on_area", (2016, 4)), *((*candidates, at) for at in range(5))}


def test_methods_of_a_class_are_recorded_by_what_they_look_at(asked: Asked) -> None:
    reader = asked.archive.registry.by_slug["mark"]
    with asked as archive:
        best = archive.on_area[2016, 4].highest(reader)
    assert best is not None
    assert best.name == "Eda"
    candidates = ("on_area", (2016, 4), "candidates")
    assert asked.paths == {("on_area", (2016, 4)), (*candidates, 0), (*candidates, 1)}


class Counting:
    """A recorder of few answers; ``looked`` are the paths that were looked up, ``packed`` the answers made bytes of."""

    def __init__(self) -> None:
        self.looked: list[Path] = []
        self.packed: list[Any] = []
        self.recorder = Recorder(self._answer, self._pack)

    def _answer(self, path: Path) -> Any:
        self.looked.append(path)
        if path == ("broken",):
            raise LookupError("made up")
        return MISSING if path == ("nowhere",) else path[0].upper()

    def _pack(self, answer: Any) -> PackedAnswer:
        self.packed.append(answer)
        return as_bytes(answer)


def as_bytes(answer: Any) -> PackedAnswer:
    return PackedAnswer(repr(answer).encode(), frozenset())


@pytest.fixture
def counting() -> Counting:
    return Counting()


def test_an_answer_is_looked_up_once_and_recorded_every_time(counting: Counting) -> None:
    recorder = counting.recorder
    for _ in range(2):
        with recorder.recording() as numbers:
            assert recorder.ask(("a",)) == "A"
            assert recorder.ask(("nowhere",)) is MISSING
        assert {recorder.paths[number] for number in numbers} == {("a",), ("nowhere",)}
    assert counting.looked == [("a",), ("nowhere",)]
    assert recorder.packed(0) == recorder.packed(0) == as_bytes("A")
    assert (counting.packed, len(counting.looked)) == (["A"], 2)


def test_recordings_within_a_recording_count_for_both(counting: Counting) -> None:
    recorder = counting.recorder
    with recorder.recording() as outer:
        recorder.ask(("a",))
        with recorder.recording() as inner:
            recorder.ask(("b",))
        recorder.ask(("c",))
    assert (outer, inner) == ({0, 1, 2}, {1})
    with recorder.recording() as again:
        recorder.note(inner)
    assert again == {1}


def test_what_a_failed_recording_asked_for_counts_for_the_outer_one(counting: Counting) -> None:
    recorder = counting.recorder
    with recorder.recording() as outer:
        with suppress(LookupError), recorder.recording():
            recorder.ask(("a",))
            recorder.ask(("broken",))
        recorder.ask(("b",))
    assert outer == {0, 1}


def test_what_cannot_be_looked_up_is_not_recorded_and_like_nothing_else(counting: Counting) -> None:
    recorder = counting.recorder
    with recorder.recording() as numbers, pytest.raises(LookupError, match="made up"):
        recorder.ask(("broken",))
    assert (numbers, recorder.paths) == (set(), [])
    number = recorder.number(("broken",))
    assert recorder.packed(number) == PackedAnswer(b"", frozenset())
    assert recorder.packed(recorder.number(("nowhere",))) == as_bytes(MISSING)


def test_a_path_has_one_number_and_what_is_known_of_it_is_not_looked_up(counting: Counting) -> None:
    recorder, known = counting.recorder, as_bytes("known")
    assert [recorder.number(("a",), known), recorder.number(("b",)), recorder.number(("a",))] == [0, 1, 0]
    recorder.know(1, known)
    assert recorder.packed(0) == recorder.packed(1) == known
    assert recorder.ask(("b",)) == "B"
    assert (counting.looked, counting.packed) == ([("b",)], [])


def test_an_answer_that_is_kept_is_not_looked_up(counting: Counting) -> None:
    recorder = counting.recorder
    recorder.begin([("a",), ("b",)], lambda number: "kept" if number == 0 else NOT_KEPT)
    with recorder.recording() as numbers:
        assert [recorder.ask((name,)) for name in "abca"] == ["kept", "B", "C", "kept"]
    assert numbers == {0, 1, 2}
    assert recorder.paths == [("a",), ("b",), ("c",)]
    assert recorder.packed(0) == as_bytes("kept")
    assert counting.looked == [("b",), ("c",)]


def test_it_begins_before_anything_is_asked(counting: Counting) -> None:
    counting.recorder.ask(("a",))
    with pytest.raises(AssertionError, match="nothing was asked before"):
        counting.recorder.begin([("a",)], lambda _: NOT_KEPT)
