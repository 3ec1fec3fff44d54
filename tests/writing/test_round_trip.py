"""Whatever is changed in a file, the file says just that, and all else in it is as it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.reading.problems import Loc
from kompass_sphinx.reading.yaml_text import parse
from kompass_sphinx.writing.nodes import Mapping, Value, comments, compose
from kompass_sphinx.writing.round_trip import rewritten
from tests.writing.layouts import LAYOUTS

FILES = sorted((Path(__file__).parent.parent.parent / "evaluations").glob("*/*.yaml"))
SIGNS = st.sampled_from([*"aåÖ 1.:#-'\"\\{}[],&*!|>%@`?~\n\t/", "\xa0", "\x07", "\u2028", "😀", ": ", " #", "- "])
TEXTS = st.one_of(
    st.lists(SIGNS, max_size=12).map("".join),
    st.sampled_from(["no", "0114", "1.10", "2019-05", "null", "~", "true", "1e3", "<<", "=", "---", "...", "12:30"]),
    st.lists(st.sampled_from(["ord", "och", "kommunens", "a:", "#b"]), min_size=5, max_size=40).map(" ".join),
)
ITEMS: st.SearchStrategy[Any] = st.one_of(
    TEXTS, st.fixed_dictionaries({"text": TEXTS}, optional={"question": TEXTS, "page": TEXTS})
)
KEYS = st.sampled_from(["points", "impression", "text", "page", "strengths", "5", "1.3", "name", "visited", "ny: n"])
VALUES: st.SearchStrategy[Any] = st.one_of(
    TEXTS, ITEMS, st.lists(ITEMS, max_size=3), st.fixed_dictionaries({"points": TEXTS}), st.none()
)


@dataclass
class Edited:
    """A value after some edits, where its list items come from, and which places of the old one it touches."""

    value: dict[str, Value]
    origins: dict[Loc, list[int | None]] = field(default_factory=dict)
    touched: set[Loc] = field(default_factory=set)
    resized: set[Loc] = field(default_factory=set)


def places(value: Value, loc: Loc = ()) -> Iterator[tuple[Loc, Value]]:
    yield loc, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places(inner, (*loc, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places(inner, (*loc, index))


@st.composite
def edits(draw: st.DrawFn, value: dict[str, Value]) -> Edited:
    """Some edits, none of which lies within another."""
    edited = Edited(deepcopy(value))
    chosen = draw(st.lists(st.sampled_from([loc for loc, _ in places(value) if loc]), min_size=1, max_size=4))
    # Later items first, so that the places of earlier ones still hold.
    for loc in sorted(set(chosen), key=repr, reverse=True):
        if any(loc[: len(other)] == other or other[: len(loc)] == loc for other in edited.touched):
            continue
        holder = edited.value
        for segment in loc[:-1]:
            holder = holder[segment]  # type: ignore[index, assignment]
        edit_at(draw, holder, loc, edited)
    return edited


def edit_at(draw: st.DrawFn, holder: Value, loc: Loc, edited: Edited) -> None:
    last = loc[-1]
    if isinstance(holder, dict):
        assert isinstance(last, str)
        action = draw(st.sampled_from(["set", "remove", "add"]))
        if action == "remove" and len(holder) > 1:
            del holder[last]
            edited.resized.add(loc[:-1])
            edited.touched.add(loc)
        elif action == "add":
            key = draw(KEYS)
            if key not in holder:
                holder[key] = draw(VALUES)
                edited.resized.add(loc[:-1])
        else:
            holder[last] = draw(VALUES)
            edited.touched.add(loc)
        return
    assert isinstance(holder, list)
    order = draw(st.permutations(range(len(holder))))
    kept: list[int | None] = list(order[: draw(st.integers(0, len(holder)))]) if draw(st.booleans()) else list(order)
    for _ in range(draw(st.integers(0, 2))):
        kept.insert(draw(st.integers(0, len(kept))), None)
    old = list(holder)
    holder[:] = [draw(ITEMS) if index is None or draw(st.booleans()) else old[index] for index in kept]
    edited.origins[loc[:-1]] = kept
    edited.touched.add(loc[:-1])


def untouched_lines(text: str, edited: Edited) -> list[str]:
    """The lines on which nothing begins, goes on or ends that was touched."""
    gone: set[int] = set()
    for loc in edited.touched | edited.resized:
        node = compose(text)
        start = node.start
        for segment in loc:
            if isinstance(segment, int):
                node = node.items[segment]  # type: ignore[union-attr]
                start = node.start
            else:
                key, node = next(pair for pair in node.entries if pair[0].value == segment)  # type: ignore[union-attr]
                start = key.start
        # A key more or less in braces changes their lines; elsewhere it has lines of its own.
        if loc in edited.touched or (isinstance(node, Mapping) and node.flow):
            gone |= set(range(text.count("\n", 0, start), text.count("\n", 0, node.end) + 1))
    return [line for number, line in enumerate(text.splitlines()) if number not in gone]


def is_within(few: list[str], many: list[str]) -> bool:
    """Whether all of the few stand among the many, in their order; a hyphen may have come before one."""
    rest = iter([line.lstrip(" -") for line in many])
    return all(line.lstrip(" -") in rest for line in few)


def lone_comments(text: str) -> Counter[str]:
    found = comments(text, compose(text))
    return Counter(text[one.start : one.end] for one in found if one.alone)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_real_file_without_change_has_the_same_bytes(path: Path) -> None:
    text = path.read_bytes().decode()
    assert rewritten(text, parse(text, "").value, {}) == text


@pytest.mark.parametrize("text", LAYOUTS)
def test_a_file_in_any_layout_without_change_is_the_same(text: str) -> None:
    assert compose(text).value == parse(text, "").value
    assert rewritten(text, parse(text, "").value, {}) == text


@given(st.data(), st.sampled_from(LAYOUTS))
def test_edits_are_all_that_changes(data: st.DataObject, text: str) -> None:
    edited = data.draw(edits(parse(text, "").value))
    result = rewritten(text, edited.value, edited.origins)
    assert parse(result, "").value == edited.value
    assert is_within(untouched_lines(text, edited), result.splitlines())
    assert lone_comments(text) <= lone_comments(result)
    assert rewritten(result, edited.value, {}) == result
    assert result.endswith("\n") == text.endswith("\n")
    assert ("\r\n" in text) == ("\r\n" in result)
    assert result.count("\r") in (0, result.count("\n"))


@given(st.data(), st.sampled_from(FILES))
def test_edits_of_real_files_are_all_that_changes(data: st.DataObject, path: Path) -> None:
    text = path.read_bytes().decode()
    edited = data.draw(edits(parse(text, "").value))
    result = rewritten(text, edited.value, edited.origins)
    assert parse(result, "").value == edited.value
    assert is_within(untouched_lines(text, edited), result.splitlines())


def changed(text: str, after: str, *way: str | int, to: Value = None, origins: list[int | None] | None = None) -> None:
    """Put ``to`` at a place, or take away what is there, and compare the whole text."""
    value: Any = parse(text, "").value
    holder = value
    for segment in way[:-1]:
        holder = holder[segment]
    if to is None:
        del holder[way[-1]]
    else:
        holder[way[-1]] = to
    assert rewritten(text, value, {tuple(way): origins} if origins else {}) == after


def test_a_comment_that_stays_never_becomes_part_of_a_text_above_it() -> None:
    item = "  - >-\n    veckad\n"
    changed(
        f"notes:\n{item}  - text: b\n    # om b\n    page: 3\n",
        f"notes:\n{item}  # om b\n",
        "notes",
        to=["veckad"],
        origins=[0],
    )
    changed(
        f"notes:\n  - b\n    # om a, för långt in\n  - a\n{item}",
        f"notes:\n  - b\n{item}  # om a, för långt in\n  - a\n",
        "notes",
        to=["b", "veckad", "a"],
        origins=[0, 2, 1],
    )


def test_a_folded_text_keeps_its_width() -> None:
    changed(
        "summary: >-  # kort\n   ett två tre\n   fyra\nyear: 2019\n",
        "summary: >-  # kort\n   fem sex sju\n   åtta nio\nyear: 2019\n",
        "summary",
        to="fem sex sju åtta nio",
    )
    changed("summary: >-\n  ett\n", "summary: >-\n  två tre fyra fem\n", "summary", to="två tre fyra fem")


def test_new_keys_stand_where_the_format_has_them() -> None:
    text = "year: 2019\nedition: 2016\nsources: [{title: a}]\n"
    changed(text, "municipality: Mark\n" + text, "municipality", to="Mark")
    changed(text, text.replace("sources", "total: 4\nsources"), "total", to="4")
    changed(text, text + "notes:\n  - about: year\n    text: b\n", "notes", to=[{"about": "year", "text": "b"}])
    changed(text, text.replace("sources", "areas:\n  1:\n    points: 4\nsources"), "areas", to={"1": {"points": "4"}})


def test_a_text_gets_keys_and_keeps_the_comment_behind_it() -> None:
    changed(
        "notes:\n  - a  # om a\n  - b\n",
        "notes:\n  - text: a  # om a\n    page: 3\n  - b\n",
        "notes",
        0,
        to={"text": "a", "page": "3"},
    )


def test_an_emptied_key_leaves_the_hyphen_and_its_neighbour() -> None:
    changed(
        "notes:\n  - text: a\n    # om sidan\n    page: 3\n", "notes:\n  # om sidan\n  - page: 3\n", "notes", 0, "text"
    )


def test_the_first_key_that_stays_takes_the_place_behind_the_hyphen() -> None:
    text = "notes:\n  - text: a\n    page: 3\n    question: 1.1\n    name: b\n"
    changed(text, "notes:\n  - question: 1.1\n", "notes", 0, to={"question": "1.1"})


def test_what_cannot_be_written_in_the_layout_is_refused() -> None:
    text = "year: 2019\nsummary: |+\n  a\n\n"
    with pytest.raises(ValueError, match="would not say"):
        rewritten(text, {"summary": "a\n\n", "year": "2019", "areas": {"1": {"points": "4"}}}, {})
    with pytest.raises(ValueError, match="nothing of the text remains"):
        rewritten(text, {"edition": "2016"}, {})
