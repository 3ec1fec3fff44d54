"""Every hostile file through the reader: problems at their places, or an evaluation of plain texts; no traceback."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import pytest

from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.reading.evaluation_file import MOST_PROBLEMS, EvaluationReader, FileResult
from kompass_sphinx.reading.problems import LONGEST_IN_MESSAGE
from kompass_sphinx.reading.shape import Shape, shape_of_evaluation
from kompass_sphinx.reading.yaml_text import MOST_KEPT, parse
from tests.archives import catalogue, registry
from tests.hostile.corpus import KINDS, HostileFile, hostile_files
from tests.hostile.fields import TEXT_KEYS, WHOLE, Way, with_value


@cache
def reader() -> EvaluationReader:
    return EvaluationReader(registry(), catalogue(), advises=True)


def read(data: bytes) -> FileResult:
    return reader().read(data, "tingsryd/2019.yaml", "tingsryd", "2019")


def value_at(evaluation: Evaluation, way: Way) -> Any:
    """The value that the file has at ``way``; a finding that is its text alone is its text."""
    value: Any = evaluation
    for segment in way:
        if isinstance(value, dict):
            value = value[segment if "." in str(segment) else int(segment)]
        else:
            value = value[segment] if isinstance(segment, int) else getattr(value, segment)
    return value if isinstance(value, str) else value.text


def faults(file: HostileFile) -> list[str]:
    """What the reader does with a file that it should not."""
    result = read(file.data)
    found = []
    if (result.evaluation is None) != bool(result.problems):
        found.append("neither an evaluation nor problems, or both")
    if len(result.problems) > MOST_PROBLEMS + 1 or len(result.advice) > MOST_PROBLEMS + 1:
        found.append(f"{len(result.problems)} problems, {len(result.advice)} warnings")
    lines = file.data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in (*result.problems, *result.advice):
        message = problem.text(str)
        if not (1 <= problem.line <= len(lines) and 1 <= problem.column <= len(lines[problem.line - 1]) + 1):
            found.append(f"{problem.location} is not in the text: {message}")
        if not message.isprintable() or len(message) > 3 * LONGEST_IN_MESSAGE:
            found.append(f"a message that cannot be shown: {message!r}")
    if file.is_refused and result.evaluation is not None:
        found.append("accepted")
    if file.shown is not None and result.evaluation is None:
        found.append(f"refused: {result.problems[0].text(str)}")
    if file.shown is not None and result.evaluation and value_at(result.evaluation, file.way) != file.shown:
        found.append(f"taken for {value_at(result.evaluation, file.way)!r}")
    return [f"{file.name}: {one}" for one in found]


def keys_in(value: Any, way: str = "") -> set[str]:
    """The keys of a file with the way to each; numbers and places in a list do not count."""
    if isinstance(value, dict):
        named = {key: f"{way}.{key}" if key[0].isalpha() else way for key in value}
        return {name for name in named.values() if name} | {
            one for key, inner in value.items() for one in keys_in(inner, named[key])
        }
    return {one for inner in value for one in keys_in(inner, way)} if isinstance(value, list) else set()


def keys_of(shape: Shape, way: str = "") -> set[str]:
    found = {f"{way}.{key}" for key in shape.keys} | {
        one for key, inner in shape.keys.items() for one in keys_of(inner, f"{way}.{key}")
    }
    return found | (keys_of(shape.items, way) if shape.items else set())


def test_the_file_that_hostile_things_are_put_into_has_every_key_and_is_right() -> None:
    assert keys_in(WHOLE) == keys_of(shape_of_evaluation())
    assert read(with_value(("none",), "").encode()).problems == ()


def test_there_are_a_thousand_of_them_and_each_has_its_name() -> None:
    names = Counter(file.name for kind in KINDS for file in hostile_files(kind))
    assert names.most_common(1)[0][1] == 1
    assert len(names) >= 1000


def test_every_text_of_the_format_is_tried() -> None:
    assert {str(file.way[-1]) for file in hostile_files("script")} >= TEXT_KEYS


@pytest.mark.parametrize("text", ["\x07" * 50_000, "[" + "~," * 9_000 + "]", "- &a x\n" * 9_000])
def test_a_file_of_problems_alone_is_not_remembered_whole(text: str) -> None:
    assert len(parse(text, "").problems) == MOST_KEPT


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_gets_through_the_reader(kind: str) -> None:
    assert [fault for file in hostile_files(kind) for fault in faults(file)] == []
