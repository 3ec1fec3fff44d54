"""Files that are not opened again: only when nothing can have happened to them, whatever is done to them."""

import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompass_sphinx.model.edition import Catalogue
from kompass_sphinx.model.municipality import Registry
from kompass_sphinx.reading import folder as folder_module
from kompass_sphinx.reading import packing
from kompass_sphinx.reading.cache import EvaluationCache
from kompass_sphinx.reading.folder import Reading, read_folder
from kompass_sphinx.reading.packing import unpacked
from kompass_sphinx.reading.stamps import SETTLES_AFTER, settled
from tests.reading.samples import WHOLE

LONG_AGO = 1_000_000_000 * 10**9
LATER = 10 * 10**9
NAMES = ["tingsryd/2019.yaml", "tingsryd/2018.yaml", "lomma/2019.yaml"]
HOME = {"tingsryd": WHOLE, "lomma": WHOLE.replace("Tingsryd", '"1262"')}
# The first three are equally long.
TOTALS = ["total: 100\n", "total: 101\n", "total: x00\n", "", "x: [", "\t"]


class Case:
    """A folder that is read with and without a cache, some time after its files were written."""

    def __init__(self, root: Path, registry: Registry, catalogue: Catalogue) -> None:
        self.folder, self.kept = root / "e", root / "cache"
        self._registry, self._catalogue = registry, catalogue
        self._cache = EvaluationCache(self.kept)
        self.opened = 0
        for name in NAMES:
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            self.write(name, TOTALS[0])

    def write(self, name: str, total: str) -> None:
        year = name[-9:-5]
        (self.folder / name).write_text(HOME[name.partition("/")[0]].replace("2019", year) + total, encoding="utf-8")

    def read(self, cache: EvaluationCache | None) -> Reading:
        return read_folder(self.folder, "e", self._registry, self._catalogue, cache)

    def cached(self, *, later: bool, same: bool = False) -> Reading:
        """What is read with the cache; ``later`` so that every stamp has settled by then."""
        plain_time = time.time_ns
        plain_read: Any = vars(folder_module)["read_bytes"]

        def read(*arguments: Any) -> Any:
            self.opened += 1
            return plain_read(*arguments)

        self.opened = 0
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(time, "time_ns", lambda: plain_time() + later * LATER)
            patch.setattr(folder_module, "read_bytes", read)
            if not same:
                self._cache = EvaluationCache(self.kept)
            reading = self.read(self._cache)
        if later:
            self.let_the_clock_go_on()
        return reading

    def let_the_clock_go_on(self) -> None:
        """What is settled was changed long before: the next change is not within the same step of the clock."""
        probe = self.folder.parent / "probe"
        probe.write_text("")
        before = probe.stat().st_ctime_ns
        while probe.stat().st_ctime_ns == before:
            probe.chmod(0o600)


@pytest.fixture
def case(tmp_path: Path, registry: Registry, catalogue: Catalogue) -> Case:
    return Case(tmp_path, registry, catalogue)


def test_a_file_that_has_settled_is_not_opened_again(case: Case) -> None:
    plain = case.read(None)
    assert (case.cached(later=True), case.opened) == (plain, 3)
    assert (case.cached(later=True), case.opened) == (plain, 0)
    assert (case.cached(later=False), case.opened) == (plain, 0)


def test_a_file_that_was_just_changed_is_opened_until_it_has_settled(case: Case) -> None:
    for _ in range(2):
        case.cached(later=False)
        assert case.opened == 3
    written = case.kept.stat().st_mtime_ns
    case.cached(later=True)
    assert case.opened == 3
    assert case.kept.stat().st_mtime_ns != written
    case.cached(later=True)
    assert case.opened == 0


def test_only_what_changed_is_opened(case: Case) -> None:
    case.cached(later=True)
    case.write(NAMES[0], TOTALS[1])
    reading = case.cached(later=True)
    assert case.opened == 1
    assert reading == case.read(None)
    assert reading.evaluations["tingsryd", 2019].total == 101


@pytest.mark.parametrize("when", [LONG_AGO, 2 * LONG_AGO, None], ids=["long ago", "to come", "as before"])
def test_the_time_that_a_file_says_does_not_hide_a_change(case: Case, when: int | None) -> None:
    case.cached(later=True)
    path = case.folder / NAMES[0]
    before = path.stat().st_mtime_ns
    case.write(NAMES[0], TOTALS[1])
    os.utime(path, ns=(0, before if when is None else when))
    assert case.cached(later=True) == case.read(None)
    assert case.opened == 1


def test_another_file_of_the_same_size_and_time_is_another(case: Case) -> None:
    case.cached(later=True)
    path, other = case.folder / NAMES[0], case.folder.parent / "other"
    before = path.stat()
    other.write_text(path.read_text(encoding="utf-8").replace("100", "102"), encoding="utf-8")
    os.utime(other, ns=(0, before.st_mtime_ns))
    other.replace(path)
    assert path.stat().st_size == before.st_size
    reading = case.cached(later=False)
    assert reading.evaluations["tingsryd", 2019].total == 102


def test_a_time_to_come_never_settles(case: Case) -> None:
    for name in NAMES:
        os.utime(case.folder / name, ns=(0, 4 * LONG_AGO))
    for _ in range(2):
        case.cached(later=True)
        assert case.opened == 3


def test_a_stamp_settles_when_the_step_of_the_clock_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: LATER)
    end = LATER - SETTLES_AFTER
    assert settled((1, 1, 1, end, 0)) is None
    assert settled((1, 1, 1, 0, end)) is None
    assert settled((1, 1, 1, end - 1, end - 1)) == (1, 1, 1, end - 1, end - 1)


def test_a_change_while_the_file_is_read_is_seen_the_next_time(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    plain: Any = vars(folder_module)["read_bytes"]

    def read(path: Path, shown: str) -> object:
        data = plain(path, shown)
        if shown == f"e/{NAMES[0]}":
            case.write(NAMES[0], TOTALS[1])
        return data

    with monkeypatch.context() as patch:
        patch.setattr(folder_module, "read_bytes", read)
        case.let_the_clock_go_on()
        assert case.cached(later=True).evaluations["tingsryd", 2019].total == 100
    assert case.cached(later=True).evaluations["tingsryd", 2019].total == 101


def test_an_evaluation_is_made_when_it_is_asked_for_and_once(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    case.cached(later=True)
    made: list[memoryview] = []
    plain = unpacked

    def made_of(data: memoryview) -> object:
        made.append(data)
        return plain(data)

    monkeypatch.setattr(packing, "unpacked", made_of)
    reading = case.cached(later=True)
    assert list(reading.digests) == list(reading.evaluations) == list(reading.paths)
    assert len(reading.evaluations) == 3
    assert ("tingsryd", 2019) in reading.evaluations
    assert ("tingsryd", 2000) not in reading.evaluations
    assert made == []
    assert reading.evaluations["lomma", 2019] is reading.evaluations["lomma", 2019]
    assert len(made) == 1
    assert case.cached(later=True, same=True).evaluations["lomma", 2019] is reading.evaluations["lomma", 2019]
    assert len(made) == 1


STEPS = st.tuples(
    st.sampled_from(["write", "write", "replace", "touch", "remove", "swap", "nothing"]),
    st.sampled_from(NAMES),
    st.sampled_from(NAMES),
    st.sampled_from(TOTALS),
    st.sampled_from([None, None, LONG_AGO, 4 * LONG_AGO]),
    st.booleans(),
    st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(steps=st.lists(STEPS, min_size=1, max_size=6))
def test_a_reading_through_the_cache_is_always_the_same_as_one_without(
    registry: Registry, catalogue: Catalogue, steps: list[tuple[str, str, str, str, int | None, bool, bool]]
) -> None:
    with TemporaryDirectory() as root:
        case = Case(Path(root), registry, catalogue)
        for what, name, second, total, when, later, same in steps:
            path, other = case.folder / name, case.folder / second
            before = path.stat().st_mtime_ns if path.exists() else None
            if what == "write":
                case.write(name, total)
            elif what == "replace":
                case.write(second, total)
                other.replace(path)
            elif what == "remove":
                path.unlink(missing_ok=True)
            elif what == "swap" and path.exists() and other.exists():
                between = case.folder.parent / "between"
                path.rename(between)
                other.rename(path) if other.exists() else None
                between.rename(other)
            if path.exists() and what != "nothing":
                os.utime(path, ns=(0, before or LONG_AGO) if when is None else (0, when))
            reading = case.cached(later=later, same=same)
            assert reading == case.read(None)
            assert list(reading.evaluations) == list(case.read(None).evaluations)
