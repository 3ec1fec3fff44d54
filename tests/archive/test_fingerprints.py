"""Answers that say the same have the same fingerprint, everywhere; others have another."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.archive.answers import MISSING, answer_of
from kompass_sphinx.archive.archive import Archive, Named
from kompass_sphinx.archive.fingerprints import SIZE, Fingerprint, fingerprint
from kompass_sphinx.archive.statistics import Quarter
from kompass_sphinx.model.evaluation import EvaluationReference
from tests.archives import archive_of, catalogue, made_evaluation, registry


@dataclass(frozen=True)
class Pair:
    """Two values, as answers have them."""

    one: Any
    other: Any


class Shade(Enum):
    """Values by name."""

    LIGHT = "light"
    DARK = "dark"


_leaves = (
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.sampled_from((0.5, 1.0, -0.0, 0.0))
    | st.sampled_from(("", "1", "å", "a\N{COMBINING RING ABOVE}", "light"))
    | st.sampled_from((MISSING, Quarter.HIGHEST, Shade.DARK))
)
VALUES = st.recursive(
    _leaves,
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.sampled_from(("a", "b", 1)), inner, max_size=3)
        | st.builds(Pair, inner, inner)
    ),
    max_leaves=6,
)


def digest(value: Any) -> bytes:
    return fingerprint(value, {}).digest


def told(value: Any) -> str:
    """What a value says, with its types, as anybody can read it."""
    if isinstance(value, Enum):
        return repr(value.value)
    if isinstance(value, tuple):
        return f"({' '.join(f'{told(one)},' for one in value)})"
    if isinstance(value, dict):
        return told(tuple((key, one) for key, one in value.items()))
    if isinstance(value, Pair):
        return told((value.one, value.other))
    return repr(value)


@given(VALUES, VALUES)
def test_what_says_the_same_has_the_same_fingerprint_and_nothing_else_has(one: Any, other: Any) -> None:
    assert len(digest(one)) == SIZE
    assert (digest(one) == digest(other)) == (told(one) == told(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [(1, "1"), (1, True), (0, 0.0), (None, MISSING), (None, ""), (None, ()), ("ab", ("a", "b")), ((1, 2), (2, 1)),
     (((1,), 2), ((1, 2),)), ({"a": 1}, {"a": 2}), ({"a": 1, "b": 2}, {"b": 2, "a": 1}), (Pair(1, 2), Pair(2, 1))],
)  # fmt: skip
def test_values_that_are_easily_taken_for_each_other(one: Any, other: Any) -> None:
    assert digest(one) != digest(other)
    assert digest((one,)) != digest((other,))


MANY = """
from tests.archive.test_fingerprints import fingerprints_of_an_archive
print(*(one.hex() for one in fingerprints_of_an_archive()))
"""


def fingerprints_of_an_archive() -> list[bytes]:
    """Those of some answers, and of a string that others hold and of one that nobody does."""
    archive = made_archive()
    keys: list[tuple[Any, ...]] = [
        ("of_municipality", "mark"),
        ("questions", (2016, "4.3")),
        ("theme_counts", "ledarskap"),
        ("named_by_municipality", "Lomma"),
        ("function", "recurring_on", "ledarskap", 3),
        ("figures", 2016, "areas", 4, "n"),
        ("figures", 2016, "areas", 9, "n"),
    ]
    contents = dict.fromkeys([(one.municipality, one.year) for one in archive], "digest")
    strings = [digest("total"), digest("".join(["to", "tal"]))]
    return [fingerprint(answer_of(archive, key), contents).digest for key in keys] + strings


def made_archive(**values: Any) -> Archive:
    finding = {"text": "Påhittad ett.", "question": "4.3"}
    area = {"points": 50, "strengths": [finding], "improvements": [finding], "questions": {"4.3": {"percent": 50}}}
    example = {"municipality": "Lomma", "area": 4, "question": "4.3", "topic": "påhittat"}
    return archive_of(
        made_evaluation("Mark", 2018, areas={4: area}, examples=[example], **values),
        made_evaluation("Vara", 2017, areas={4: area}, total=500),
    )


def test_they_are_the_same_in_another_process_with_another_hash_seed() -> None:
    here = [one.hex() for one in fingerprints_of_an_archive()]
    assert here[-1] == here[-2]
    assert len(set(here)) == len(here) - 1
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run([sys.executable, "-c", MANY], env=environment, capture_output=True, text=True, check=True)
        assert done.stdout.split() == here


MARK, VARA = ("Mark", 2018), ("Vara", 2017)


def of_archive(archive: Archive, *path: Any, mark: str = "m") -> Fingerprint:
    return fingerprint(answer_of(archive, path), {MARK: mark, VARA: "v"})


def test_a_whole_evaluation_counts_by_its_content() -> None:
    one, other = made_archive(), made_archive(total=600)
    path = ("evaluations", ("mark", 2018))
    assert of_archive(one, *path) == of_archive(other, *path)
    assert of_archive(one, *path) != of_archive(one, *path, mark="n")
    with pytest.raises(KeyError):
        fingerprint(one.evaluations["mark", 2018], {})


def test_words_are_of_the_evaluations_that_items_and_whole_evaluations_are_of() -> None:
    archive = made_archive()
    assert of_archive(archive, "evaluations", ("mark", 2018)).words_of == {MARK}
    assert of_archive(archive, "of_municipality", "vara").words_of == {VARA}
    assert of_archive(archive, "questions", (2016, "4.3")).words_of == {MARK, VARA}
    assert of_archive(archive, "named_by_municipality", "Lomma").words_of == {MARK}
    assert of_archive(archive, "strengths_on", (2016, "4.3"), "candidates", 1).words_of == {VARA}
    for path in (("figures_of_municipality", "mark"), ("with_total", (2016, True)), ("of_group", "C8"), ("last_year",)):
        assert of_archive(archive, *path).words_of == frozenset()


def test_an_item_counts_by_its_words_and_its_place() -> None:
    (named,) = made_archive().named
    assert isinstance(named, Named)
    example = named.item.example
    others = [
        replace(named, by=replace(named.by, year=2019)),
        replace(named, item=replace(named.item, address="e-4-00000000")),
        replace(named, item=replace(named.item, example=replace(example, topic="annat"))),
        replace(named, item=replace(named.item, example=replace(example, page=4))),
    ]
    assert len({digest(one) for one in (named, *others)}) == 5


def test_reference_data_count_by_their_names() -> None:
    edition = catalogue().editions[2016]
    one, other = edition.question("4.3"), catalogue().editions[2010].question("4.3")
    tingsryd, mark = registry().by_slug["tingsryd"], registry().by_slug["mark"]
    different = [one, other, edition, edition.areas[4], edition.areas[5], tingsryd, mark]
    assert len({digest(value) for value in different}) == len(different)
    assert digest(tingsryd) == digest(replace(tingsryd))


@pytest.mark.parametrize(
    "value", [set(), frozenset({1}), object(), b"x", {1}.__iter__(), len, [object()], {"a": set()}]
)
def test_no_page_is_made_of_other_kinds(value: Any) -> None:
    with pytest.raises(TypeError, match="no page is made of"):
        fingerprint(value, {})


def test_a_reference_holds_no_words() -> None:
    assert fingerprint(EvaluationReference("Mark", 2018, 2016), {}).words_of == frozenset()
