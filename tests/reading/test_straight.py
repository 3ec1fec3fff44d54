"""The fast way and the careful way say the same of every text, or the fast way says nothing."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kompass_sphinx.reading import yaml_text
from kompass_sphinx.reading.problems import Code, Place
from kompass_sphinx.reading.straight import DEEPEST, MOST_VALUES, NotStraightError, straight_value
from kompass_sphinx.reading.yaml_text import parse
from tests.reading.test_mutations import FILES, FLOW, KEYS, mutated, shuffled


def careful(text: str) -> tuple[Any, int, bool]:
    """The value, how many problems there are, and whether reading stopped early, without the fast way."""

    def nothing(_: str) -> Any:
        raise NotStraightError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_text, "straight_value", nothing)
        parsed = parse(text, "p")
    return parsed.value, len(parsed.problems), parsed.broken


def check(text: str) -> None:
    value, problems, broken = careful(text)
    try:
        fast = straight_value(text)
    except (NotStraightError, yaml.YAMLError):
        assert problems
    else:
        assert (fast, problems, broken) == (value, 0, False)


@pytest.mark.parametrize("path", FILES, ids=[f"{path.parent.name}-{path.stem}" for path in FILES])
def test_the_real_files_take_the_fast_way(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert (straight_value(text), 0, False) == careful(text)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(case=st.one_of(mutated(), shuffled()))
def test_changed_files(case: tuple[Path, str]) -> None:
    check(yaml_text._FORBIDDEN.sub("?", case[1]))


@settings(max_examples=300, deadline=None)
@given(entries=st.lists(st.tuples(st.sampled_from(KEYS), FLOW), max_size=8))
def test_any_shape(entries: list[tuple[str, str]]) -> None:
    check("".join(f"{key}: {value}\n" for key, value in entries))


@pytest.mark.parametrize(
    "text",
    ["a: &x 1", "a: *x", "a: !!int 1", "&x a: 1", "!!str a: 1", "a: &x {}", "a: !!map {}", "- &x 1", "[a]: 1",
     "a: 1\na: 2", "<<: {}", "a:", "a: ~", "- null", "", "''", "# nothing", "a: 1\n---\nb: 2", "--- a\n--- b",
     "[" * 21 + "]" * 21],
)  # fmt: skip
def test_what_is_not_in_order_is_left_to_the_careful_way(text: str) -> None:
    with pytest.raises((NotStraightError, yaml.YAMLError)):
        straight_value(text)
    assert careful(text)[1] == 1


@pytest.mark.parametrize(
    ("text", "value"),
    [("a", "a"), ("a: ''", {"a": ""}), ("'~': 'null'", {"~": "null"}), ("[" * DEEPEST + "]" * DEEPEST, None)],
)
def test_what_is_in_order_takes_the_fast_way(text: str, value: Any) -> None:
    assert straight_value(text) == (careful(text)[0] if value is None else value)


@pytest.mark.parametrize("item", ["x", "[]", "{}", "a: x"])
def test_a_file_may_have_ten_thousand_values(item: str) -> None:
    most = (MOST_VALUES - 1) // 2 if ":" in item else MOST_VALUES - 1  # the list itself is one
    text = f"- {item}\n" * most
    assert len(parse(text, "").value) == most
    assert parse(text, "").problems == []


@pytest.mark.parametrize(
    ("start", "most"), [("- x\n", MOST_VALUES - 1), ("- [x]\n", (MOST_VALUES - 1) // 2), ("- []\n", MOST_VALUES - 1)]
)
def test_one_value_too_many_is_told_with_its_place(start: str, most: int) -> None:
    text = start * most + "- {a: b}\n- x\n"
    [problem] = parse(text, "p").problems
    column = 3 if most == MOST_VALUES - 1 else 7  # of the pairs, half fits
    assert (problem.code, problem.place) == (Code.TOO_LARGE, Place(most + 1, column))
    assert problem.text(str) == "The file has more than 10000 values. Check what ended up there."
    with pytest.raises(NotStraightError):
        straight_value(text)


def test_an_alias_too_many_is_told_with_its_place() -> None:
    *_, problem = parse("- &a x\n" + "- x\n" * (MOST_VALUES - 2) + "- *a\n", "p").problems
    assert (problem.code, problem.place) == (Code.TOO_LARGE, Place(MOST_VALUES, 3))
