"""The frame of an evaluation: all that it says but the evaluators' words, field by field, and its figures apart."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from copy import copy
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompass_sphinx.model.definition import fields_of, is_part
from kompass_sphinx.model.evaluation import AreaResult, Evaluation, Example, Finding, Note, QuestionResult
from kompass_sphinx.reading.frames import TOTAL, other_figures
from kompass_sphinx.reading.packing import FIGURES, TEXTS, frame_of, packed, unpacked
from tests.archives import catalogue, made_evaluation

WHOLE = made_evaluation(
    visited="2019-03",
    published="2019-05-06",
    first="true",
    interviews="40",
    total="500",
    summary="Påhittad.",
    evaluators=[{"name": "A", "affiliation": "B"}],
    areas={
        1: {
            "points": "74.5",
            "impression": "Påhittad.",
            "questions": {"1.1": {"points": "10", "percent": "15"}},
            "strengths": [{"text": "Påhittat.", "question": "1.1", "page": "9"}],
            "improvements": [{"text": "Påhittat.", "question": "1.2", "page": "8"}],
        }
    },
    examples=[
        {"municipality": "Lomma", "topic": "Påhittat.", "area": "1", "question": "1.1", "page": "7"},
        {"place": "P", "kind": "district", "part_of": "Q", "country": "R", "topic": "Påhittat."},
    ],
    benchmarks=[
        {"label": "M", "statistic": "median", "edition": "2016", "scope": "all", "period": "2016", "n": "3",
         "approximate": "true", "total": "400", "areas": {"1": "60"}},
    ],
    sources=[
        {"title": "T", "kind": "report", "publisher": "P", "date": "2019-05", "url": "https://x.example", "note": "N"}
    ],
    notes=[{"about": "year", "text": "Påhittat."}],
)  # fmt: skip


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every field, key and item of an evaluation, those of parts within parts too."""
    inner: Any = ()
    if is_dataclass(value):
        inner = [(field.name, getattr(value, field.name)) for field in fields(value)]
    elif isinstance(value, dict):
        inner = value.items()
    elif isinstance(value, tuple):
        inner = enumerate(value)
    for step, one in inner:
        yield (*path, step)
        yield from places(one, (*path, step))


def changed(value: Any, path: tuple[Any, ...], change: Any) -> Any:
    """The same with another value at a path; nothing else is looked at or made right."""
    if not path:
        return change(value)
    step, *rest = path
    if isinstance(value, dict):
        return {key: changed(one, tuple(rest), change) if key == step else one for key, one in value.items()}
    if isinstance(value, tuple):
        return tuple(changed(one, tuple(rest), change) if at == step else one for at, one in enumerate(value))
    other = copy(value)
    object.__setattr__(other, step, changed(getattr(value, step), tuple(rest), change))
    return other


def part_at(path: tuple[Any, ...]) -> Any:
    """The part that holds what is at a path, or a tuple or a dictionary."""
    value: Any = WHOLE
    for step in path[:-1]:
        value = getattr(value, step) if is_dataclass(value) else value[step]
    return value


def is_text(path: tuple[Any, ...]) -> bool:
    return (type(part_at(path)), path[-1]) in TEXTS


def is_figure(path: tuple[Any, ...]) -> bool:
    return (type(part_at(path)), path[-1]) in FIGURES


PLACES = list(places(WHOLE))
TEXT_PLACES = [path for path in PLACES if is_text(path)]
FIGURE_PLACES = [path for path in PLACES if is_figure(path)]


def parts_of(part: type) -> set[type]:
    """A part of the model and those within it."""
    found = {part}
    for field in fields_of(part).values():
        text, waiting = set(), [field.annotation]
        while waiting:
            annotation: Any = waiting.pop()
            text.add(annotation)
            waiting += getattr(annotation, "__args__", ())
        found |= {inner for one in text if is_part(one) for inner in parts_of(one)}
    return found


def test_every_field_of_the_model_is_in_the_example() -> None:
    there = {(type(part_at(path)), path[-1]) for path in PLACES if is_dataclass(part_at(path)) and value_at(path)}
    assert there == {(part, name) for part in parts_of(Evaluation) for name in fields_of(part)}


def value_at(path: tuple[Any, ...]) -> Any:
    holder = part_at(path)
    return getattr(holder, path[-1]) if is_dataclass(holder) else holder[path[-1]]


def test_the_texts_are_these() -> None:
    assert {
        (Evaluation, "summary"),
        (AreaResult, "impression"),
        (Finding, "text"),
        (Example, "topic"),
        (Note, "text"),
    } == TEXTS
    assert len(TEXT_PLACES) == 7


def test_the_figures_are_these() -> None:
    assert {
        (Evaluation, "total"),
        (AreaResult, "points"),
        (QuestionResult, "points"),
        (QuestionResult, "percent"),
    } == FIGURES
    assert len(FIGURE_PLACES) == 4


@pytest.mark.parametrize("path", PLACES, ids=lambda path: ".".join(map(str, path)))
def test_any_other_change_shows_in_the_outline_and_other_words_and_figures_do_not(path: tuple[Any, ...]) -> None:
    def outline(change: Any) -> bytes:
        return frame_of(changed(WHOLE, path, change)).outline

    same = frame_of(WHOLE).outline
    if is_text(path) or path in FIGURE_PLACES:
        assert outline(lambda _: "Andra ord." if is_text(path) else 61.5) == same
        assert outline(lambda _: None) != same
        return
    value = value_at(path)
    if isinstance(value, tuple):
        assert outline(lambda _: ()) != same
        assert outline(lambda one: (*one, one[0])) != same
    elif isinstance(value, dict):
        assert outline(lambda _: {}) != same
        assert outline(lambda one: {f"{key}0": part for key, part in one.items()}) != same
    elif not is_dataclass(value):
        for other in (None, "annat", 4711, str(value)):
            assert (outline(lambda _, other=other: other) == same) == (type(other) is type(value) and other == value)


@pytest.mark.parametrize("path", FIGURE_PLACES, ids=lambda path: ".".join(map(str, path)))
def test_another_figure_is_told_by_its_place(path: tuple[Any, ...]) -> None:
    after = frame_of(changed(WHOLE, path, lambda _: 61.5))
    assert other_figures(frame_of(WHOLE).figures, after.figures) == [TOTAL if path == ("total",) else 1]


def test_figures_are_told_by_all_their_places() -> None:
    everywhere = {number: {"points": number} for number in range(1, 9)}
    before = frame_of(made_evaluation(total=500, areas=everywhere))
    assert other_figures(before.figures, before.figures) == []
    more = {number: {"points": number + 1} for number in everywhere}
    after = frame_of(made_evaluation(total=400, areas=more))
    assert other_figures(before.figures, after.figures) == [TOTAL, *everywhere]
    assert {number for edition in catalogue() for number in edition.areas} == set(everywhere)


@settings(max_examples=40)
@given(st.lists(st.text(), min_size=len(TEXT_PLACES), max_size=len(TEXT_PLACES)))
def test_the_words_do_not_matter(words: list[str]) -> None:
    evaluation = WHOLE
    for path, word in zip(TEXT_PLACES, words, strict=True):
        evaluation = changed(evaluation, path, lambda _, word=word: word)
    assert frame_of(evaluation) == frame_of(WHOLE)


def test_the_order_of_findings_matters_and_their_places() -> None:
    areas = {1: {"strengths": [{"text": "a", "page": 1}, {"text": "b", "page": 2}], "improvements": []}}
    other = {1: {"strengths": [{"text": "b", "page": 2}, {"text": "a", "page": 1}], "improvements": []}}
    moved = {1: {"strengths": areas[1]["strengths"][:1], "improvements": areas[1]["strengths"][1:]}}
    assert len({frame_of(made_evaluation(areas=one)) for one in (areas, other, moved)}) == 3


def test_it_is_the_same_in_another_process() -> None:
    command = "from tests.reading.test_frames import *; print(frame_of(WHOLE))"
    environment = {**os.environ, "PYTHONHASHSEED": "3", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", command], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == repr(frame_of(WHOLE))


def test_it_is_short() -> None:
    assert [len(one) for one in frame_of(WHOLE)] == [16, 72]


def test_it_does_not_matter_who_else_holds_a_string() -> None:
    question = ("examples", 0, "question")
    apart = changed(WHOLE, question, lambda number: "".join([*number]))
    assert value_at(question) is not apart.examples[0].question
    assert frame_of(apart) == frame_of(unpacked(packed(WHOLE))) == frame_of(WHOLE)
