"""What was made of which answers, from build to build: a thing is made again when one of its answers differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompass_sphinx.archive.answers import EVERYTHING
from kompass_sphinx.archive.packed_answers import Evaluated
from kompass_sphinx.site import kept_answers
from kompass_sphinx.site.keeping import MOST_GONE
from kompass_sphinx.site.last_build import FILE_NAME, GONE, LastBuild
from tests.site.answering import EDA, MARK, OF_FIGURES, VARA, Build, World, world

# The test runner has threads of its own; a build has none.
pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")

THINGS = {"page one": ("a", "b"), "page two": ("b", "c"), "page three": (), "page four": ("missing",)}
WORLD = world(a=1, b=2, c=3)


@pytest.mark.parametrize(
    ("after", "stale"),
    [
        (WORLD, set()),
        (WORLD.with_answers(), set()),
        (WORLD.with_answers(a=4), {"page one"}),
        (WORLD.with_answers(b="2"), {"page one", "page two"}),
        (WORLD.with_answers(missing=None), {"page four"}),
        (WORLD.with_answers(unused=5), set()),
        (World({"a": (1, frozenset())}, outline="other"), {"page one", "page two"}),
    ],
    ids=["nothing", "the outline", "one", "one of two", "one that there was not", "one of none", "gone"],
)
def test_a_thing_is_made_again_when_one_of_its_answers_differs(tmp_path: Path, after: World, stale: set[str]) -> None:
    made, digest = Build(tmp_path, WORLD).all(THINGS)
    assert made == set(THINGS)
    made, digest = Build(tmp_path, after).all(THINGS, digest)
    assert made == stale
    made, digest = Build(tmp_path, after).all(THINGS, digest)
    assert made == set()
    assert Build(tmp_path, WORLD).all(THINGS, digest)[0] == stale


def test_a_thing_that_is_new_or_asks_for_more_is_known_from_then_on(tmp_path: Path) -> None:
    _, digest = Build(tmp_path, WORLD).all({"one": ("a",)})
    made, digest = Build(tmp_path, WORLD.with_answers(a=0)).all({"one": ("a", "b"), "two": ("c",)}, digest)
    assert made == {"one", "two"}
    made, digest = Build(tmp_path, WORLD.with_answers(a=0, b=0)).all({"one": ("a", "b"), "two": ("c",)}, digest)
    assert made == {"one"}


@pytest.mark.parametrize("damage", [b"", b"half", b"foreign", None])
def test_without_what_was_saved_nothing_is_fresh(tmp_path: Path, damage: bytes | None) -> None:
    _, digest = Build(tmp_path, WORLD).all(THINGS)
    file = tmp_path / FILE_NAME
    if damage is None:
        file.unlink()
    elif damage == b"foreign":
        Build(tmp_path, WORLD.with_answers(a=9)).all(THINGS)
    else:
        file.write_bytes(file.read_bytes()[:-4] + damage if damage else b"")
    assert Build(tmp_path, WORLD).all(THINGS, digest)[0] == set(THINGS)


def test_what_was_saved_is_not_used_without_its_digest(tmp_path: Path) -> None:
    Build(tmp_path, WORLD).all(THINGS)
    assert Build(tmp_path, WORLD).all(THINGS)[0] == set(THINGS)


def test_what_was_saved_is_loaded_before_anything_is_asked(tmp_path: Path) -> None:
    _, digest = Build(tmp_path, WORLD).all(THINGS)
    build = Build(tmp_path, WORLD)
    build.ask(("c",))
    with pytest.raises(AssertionError, match="nothing was asked before"):
        build.dependencies.load(digest)


def test_the_folder_is_made_and_nothing_else_is_left_in_it(tmp_path: Path) -> None:
    Build(tmp_path / "deep" / "folder", WORLD).all(THINGS)
    found = {path.name for path in (tmp_path / "deep" / "folder").iterdir()}
    assert found == {FILE_NAME, kept_answers.FILE_NAME}


def test_what_could_not_be_made_can_be_forgotten(tmp_path: Path) -> None:
    _, digest = Build(tmp_path, WORLD).all(THINGS)
    build = Build(tmp_path, WORLD)
    build.dependencies.load(digest)
    assert all(map(build.dependencies.is_fresh, THINGS))
    build.dependencies.forget("page two")
    build.dependencies.forget("page that nobody made")
    digest = build.dependencies.save()
    assert Build(tmp_path, WORLD).all(THINGS, digest)[0] == {"page two"}


def test_answers_that_nothing_is_made_of_any_more_are_dropped(tmp_path: Path) -> None:
    _, digest = Build(tmp_path, WORLD).all({**THINGS, "gone": ("unused", "c")})
    assert b"unused" in (tmp_path / FILE_NAME).read_bytes()
    _, digest = Build(tmp_path, WORLD).all(THINGS, digest)
    assert b"unused" not in (tmp_path / FILE_NAME).read_bytes()
    build = Build(tmp_path, WORLD.with_answers())
    assert build.all(THINGS, digest)[0] == set()
    assert sorted(build.looked) == ["a", "b", "c", "missing"]


SAID: dict[str, tuple[Any, frozenset[Evaluated]]] = {
    "a": ("x", frozenset({MARK})),
    "b": ("y", frozenset({VARA})),
    "c": (3, frozenset()),
}
WORDS = World(SAID, {MARK: "m", VARA: "v"})
REWORDED = replace(WORDS, contents={MARK: "other", VARA: "v"})
WITH_WHOLE = {**THINGS, "whole": EVERYTHING}


def test_where_nothing_but_words_differ_answers_are_those_that_were_kept(tmp_path: Path) -> None:
    _, digest = Build(tmp_path, WORDS).all(WITH_WHOLE)
    build = Build(tmp_path, REWORDED)
    made, digest = build.all(WITH_WHOLE, digest)
    assert (made, build.looked) == ({"page one", "whole"}, [])
    made, digest = Build(tmp_path, REWORDED).all(WITH_WHOLE, digest)
    assert made == set()
    assert Build(tmp_path, WORDS).all(WITH_WHOLE, digest)[0] == {"page one", "whole"}


def test_what_was_not_asked_for_before_is_looked_up_and_kept_with_the_others(tmp_path: Path) -> None:
    _, digest = Build(tmp_path, WORDS).all(WITH_WHOLE)
    things: dict[str, Sequence[str]] = {**WITH_WHOLE, "page one": ("a", "new")}
    build = Build(tmp_path, REWORDED)
    made, digest = build.all(things, digest)
    assert (made, build.looked) == ({"page one", "whole"}, ["new"])
    build = Build(tmp_path, WORDS)
    made, _ = build.all(things, digest)
    assert (made, build.looked) == ({"page one", "whole"}, [])


def test_an_answer_that_follows_its_words_is_looked_up_when_they_differ(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kompass_sphinx.site.dependencies.follows_words", lambda path: path == ("a",))
    _, digest = Build(tmp_path, WORDS).all(THINGS)
    build = Build(tmp_path, replace(REWORDED, answers={**SAID, "a": ("in another order", frozenset({MARK}))}))
    made, digest = build.all(THINGS, digest)
    assert (made, build.looked) == ({"page one"}, ["a"])
    build = Build(tmp_path, replace(REWORDED, answers={**SAID, "a": ("in another order", frozenset({MARK}))}))
    assert (build.all(THINGS, digest)[0], build.looked) == (set(), [])


# Where the file is not as long as it should be, all are looked up, to be kept anew.
@pytest.mark.parametrize(
    ("damage", "looked"), [(None, ["a", "b", "c", "missing"]), (b"", ["a", "b", "c", "missing"]), (b"?", ["a", "b"])]
)
def test_answers_that_are_no_longer_kept_are_looked_up(tmp_path: Path, damage: bytes | None, looked: list[str]) -> None:
    _, digest = Build(tmp_path, WORDS).all(THINGS)
    file = tmp_path / kept_answers.FILE_NAME
    if damage is None:
        file.unlink()
    else:
        file.write_bytes(damage * file.stat().st_size)
    build = Build(tmp_path, REWORDED)
    made, digest = build.all({**THINGS, "page two": ("b", "c", "a")}, digest)
    assert (made, sorted(build.looked)) == ({"page one"}, looked)
    build = Build(tmp_path, WORDS.with_answers(b=7))
    assert build.all(THINGS, digest)[0] == {"page one", "page two"}


@pytest.mark.parametrize("processes", [1, 2])
def test_what_several_processes_record_is_what_one_does(tmp_path: Path, processes: int) -> None:
    names = [f"page {number}" for number in range(50)]
    things: dict[str, tuple[str, ...]] = {
        name: (f"own {name}", f"tenth {at // 10}", "known") for at, name in enumerate(names)
    }
    before = world(**{one: 0 for asks in things.values() for one in asks})
    build = Build(tmp_path, before)
    build.make("earlier", ["known", "tenth 1"])

    def work(name: str) -> str:
        build.ask(things[name])
        return name.upper()

    answers = build.dependencies.recorded_among(processes, work, names, lambda name: name)
    assert answers == [name.upper() for name in names]
    digest = build.dependencies.save()
    things["earlier"] = ("known", "tenth 1")
    for changed in ("known", "own page 0", "own page 17", "own page 49", "tenth 0", "tenth 1", "tenth 4", "nothing"):
        after = Build(tmp_path, before.with_answers(**{changed: 7}))
        after.dependencies.load(digest)
        stale = {name for name in things if not after.dependencies.is_fresh(name)}
        assert stale == {name for name, asks in things.items() if changed in asks}


FIGURES = {"page mark": ("mark", "c"), "page vara": ("vara", "b"), "whole": EVERYTHING, "page three": ("a",)}


def refigured(world: World, **figures: int) -> World:
    """The same with other figures."""
    return replace(world, figures={**world.figures, **{OF_FIGURES[name]: figure for name, figure in figures.items()}})


def test_where_figures_differ_answers_that_are_not_made_of_them_are_those_that_were_kept(tmp_path: Path) -> None:
    _, digest = Build(tmp_path, WORDS).all(FIGURES)
    build = Build(tmp_path, refigured(WORDS, mark=2))
    made, digest = build.all(FIGURES, digest)
    assert (made, build.looked) == ({"page mark", "whole"}, ["mark", EVERYTHING[0]])
    build = Build(tmp_path, refigured(WORDS, mark=3))
    made, digest = build.all(FIGURES, digest)
    assert (made, build.looked) == ({"whole"}, ["mark", EVERYTHING[0]])
    build = Build(tmp_path, refigured(REWORDED, mark=3, vara=2))
    made, digest = build.all(FIGURES, digest)
    assert (made, build.looked) == ({"page vara", "whole", "page three"}, ["vara", EVERYTHING[0]])


def kept(folder: Path, digest: str) -> LastBuild:
    """What a build kept in a folder."""
    last = LastBuild.load(folder, digest)
    assert last is not None
    return last


def test_an_answer_that_is_another_has_a_new_number_and_its_old_one_stands_for_nothing(tmp_path: Path) -> None:
    names = [f"{number}" for number in range(40)]
    answers = {**SAID, **{name: (name, frozenset[Evaluated]()) for name in names}}
    things = {**FIGURES, **{f"page {name}": (name,) for name in names}}
    now = replace(WORDS, answers=answers)
    _, digest = Build(tmp_path, now).all(things)
    before = kept(tmp_path, digest)
    now = refigured(now, mark=2)
    _, digest = Build(tmp_path, now).all(things, digest)
    after = kept(tmp_path, digest)
    for changed in (("mark",), EVERYTHING):
        assert after.paths[before.paths.index(changed)] == GONE
    assert after.paths[len(before.paths) :] == [("mark",), EVERYTHING]
    for figure in range(4, 40, 2):
        now = refigured(now, mark=figure)
        build = Build(tmp_path, now)
        made, digest = build.all(things, digest)
        assert (made, build.looked) == ({"page mark", "whole"}, ["mark", EVERYTHING[0]])
        paths = kept(tmp_path, digest).paths
        assert paths.count(GONE) <= MOST_GONE * len(paths)
    assert Build(tmp_path, replace(now, contents=REWORDED.contents)).all(things, digest)[0] == {"page three", "whole"}


ANSWERS = ("a", "b", "c", "d", "e")
_words = st.frozensets(st.sampled_from((MARK, VARA, EDA)))
_worlds = st.fixed_dictionaries({name: st.tuples(st.integers(0, 2), _words) for name in ANSWERS})
_things = st.dictionaries(
    st.sampled_from(("one", "two", "three", "four")), st.frozensets(st.sampled_from((*ANSWERS, *OF_FIGURES)))
)
_contents = st.fixed_dictionaries({one: st.sampled_from("xy") for one in (MARK, VARA, EDA)})
_figures = st.fixed_dictionaries({one: st.integers(0, 4) for one in (MARK, VARA)})


@settings(max_examples=60)
@given(_worlds, st.lists(st.tuples(_worlds, _contents, _figures), min_size=1, max_size=6), _things)
def test_answers_that_are_kept_lead_to_the_same_as_answers_that_are_looked_up(
    tmp_path_factory: pytest.TempPathFactory, answers: Any, edits: list[Any], things: dict[str, Any]
) -> None:
    now = World(answers, dict.fromkeys((MARK, VARA, EDA), "x"))
    short, full = tmp_path_factory.mktemp("short"), tmp_path_factory.mktemp("full")
    digests = [Build(folder, now).all(things)[1] for folder in (short, full)]
    for at, (others, contents, figures) in enumerate(edits):
        # Two of three edits are of words, or of words and figures alone.
        if at % 3 == 2:
            now = World(others, contents, f"outline {at}", figures)
        else:
            now = replace(now, contents=contents, figures=figures if at % 3 else now.figures)
        found, digests[0] = Build(short, now).all(things, digests[0])
        expected, digests[1] = Build(full, replace(now, outline=f"{now.outline} {at}")).all(things, digests[1])
        assert found == expected
