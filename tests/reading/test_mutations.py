"""Whatever happens to a real file: an evaluation or problems with places inside it, never a traceback."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kompass_sphinx.reading.evaluation_file import EvaluationReader, FileResult
from kompass_sphinx.reading.problems import Code
from kompass_sphinx.reading.register import read_register

ARCHIVE = Path(__file__).parents[2] / "evaluations"
FILES = sorted(ARCHIVE.glob("*/*.yaml"))
PIECES = [
    ":", ": ", " ", "  ", "\n", "\n- ", "\t", "'", '"', "#", " #", "&a", "*a", "!", "!!int ", "|", ">", "%", "@", "`",
    "{", "}", "[", "]", ",", "?", "? ", "---\n", "...\n", "<<: ", "~", "null", "0", "9", "99999", ".5", "-1", "x", "å",
    "\x00", "\x07", "\u2028", "\ufeff", "\u200b", "\U0001f9ed", "areas:\n  1:\n", "questions: {1.1: {points: 9}}",
    "\r", "[key]: 1\n",
]  # fmt: skip


def check(result: FileResult, text: str) -> None:
    assert (result.evaluation is None) == bool(result.problems)
    assert list(result.problems) == sorted(result.problems)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in result.problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert problem.text(str).isprintable()
        assert problem.code in Code


@st.composite
def mutated(draw: st.DrawFn) -> tuple[Path, str]:
    path = draw(st.sampled_from(FILES))
    text = path.read_text(encoding="utf-8")
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 40)))
        text = text[:start] + draw(st.sampled_from(["", *PIECES])) + text[end:]
    return path, text


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(case=mutated())
def test_changed_signs(reader: EvaluationReader, case: tuple[Path, str]) -> None:
    path, text = case
    check(reader.read(text.encode(), "p", path.parent.name, path.stem), text)


@st.composite
def shuffled(draw: st.DrawFn) -> tuple[Path, str]:
    path = draw(st.sampled_from(FILES))
    lines = path.read_text(encoding="utf-8").splitlines()
    for _ in range(draw(st.integers(1, 4))):
        here, there = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        change = draw(st.sampled_from(["swap", "copy", "drop", "indent", "dedent"]))
        if change == "swap":
            lines[here], lines[there] = lines[there], lines[here]
        elif change == "copy":
            lines.insert(there, lines[here])
        elif change == "drop" and len(lines) > 1:
            del lines[here]
        elif change == "indent":
            lines[here] = "  " + lines[here]
        else:
            lines[here] = lines[here].removeprefix("  ")
    return path, "\n".join(lines)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(case=shuffled())
def test_changed_lines(reader: EvaluationReader, case: tuple[Path, str]) -> None:
    path, text = case
    check(reader.read(text.encode(), "p", path.parent.name, path.stem), text)


KEYS = [
    "municipality", "year", "edition", "areas", "sources", "notes", "examples", "benchmarks", "1", "9", "1.1", "points",
    "percent", "questions", "strengths", "text", "question", "title", "kind", "about", "[key]", "topic", "place",
]  # fmt: skip
SCALARS = st.sampled_from(
    ["", "''", "~", "2019", "2016", "Tingsryd", "1.1", "9.9", "x", "74.5", "report", "true", '"a\\u0007"']
)
FLOW = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda items: "[" + ", ".join(items) + "]"),
        st.lists(st.tuples(st.sampled_from(KEYS), inner), max_size=6).map(
            lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items) + "}"
        ),
    ),
    max_leaves=25,
)


@settings(max_examples=400, deadline=None)
@given(entries=st.lists(st.tuples(st.sampled_from(KEYS), FLOW), max_size=8))
def test_any_shape(reader: EvaluationReader, entries: list[tuple[str, str]]) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in entries)
    check(reader.read(text.encode(), "p", "tingsryd", "2019"), text)


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=300))
def test_any_bytes(reader: EvaluationReader, data: bytes) -> None:
    result = reader.read(data, "p", "tingsryd", "2019")
    assert result.evaluation is None
    assert result.problems
    read_register(data, "known.csv", reader.registry)


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=300))
def test_any_text(reader: EvaluationReader, text: str) -> None:
    check(reader.read(text.encode(), "p", "tingsryd", "2019"), text.removeprefix("\ufeff"))
    read_register(text.encode(), "known.csv", reader.registry)


@pytest.mark.parametrize("path", FILES, ids=[f"{path.parent.name}-{path.stem}" for path in FILES])
def test_the_real_file_is_right(reader: EvaluationReader, path: Path) -> None:
    result = reader.read(path.read_bytes(), path.name, path.parent.name, path.stem)
    assert [problem.text(str) for problem in result.problems] == []
    assert result.identity == (path.parent.name, int(path.stem))
