"""An answer is found by following its path, and every path that a page can ask leads somewhere in an archive."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any

import pytest

from kompass_sphinx.archive import answers
from kompass_sphinx.archive.answers import (
    ANSWERS,
    FUNCTION,
    FUNCTIONS,
    MISSING,
    Call,
    Keyed,
    Kind,
    Leaf,
    Parts,
    Series,
    answer_at,
    answer_of,
    follows_words,
)
from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.by_question import QuestionEvidence
from kompass_sphinx.archive.edition_figures import EditionFigures
from kompass_sphinx.archive.peers import Peers
from kompass_sphinx.archive.similar_profile import Profiles
from kompass_sphinx.archive.statistics import Distribution
from tests.archives import archive_of, made_evaluation, with_totals

KIND = Parts(
    {
        "leaf": Leaf(),
        "nothing": Leaf(),
        "series": Series(),
        "keyed": Keyed(Parts({"leaf": Leaf(), "series": Series(), "by_name": Keyed(Leaf())})),
        "double": Call(),
    }
)


@dataclass
class Inner:
    leaf: int = 7
    series: tuple[str, ...] = ("a", "b")
    by_name: dict[str, int] = field(default_factory=lambda: {"å": 1})


@dataclass
class Outer:
    leaf: str = "told"
    nothing: None = None
    series: tuple[int, ...] = (4, 5)
    keyed: dict[int, Inner] = field(default_factory=lambda: {2016: Inner()})

    def double(self, *values: int) -> tuple[int, ...]:
        return tuple(value * 2 for value in values)


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        (("leaf",), "told"),
        (("nothing",), None),
        (("series", 0), 4),
        (("series", 1), 5),
        (("series", 2), MISSING),
        (("keyed", 2016, "leaf"), 7),
        (("keyed", 2016, "series", 1), "b"),
        (("keyed", 2016, "by_name", "å"), 1),
        (("keyed", 2016, "by_name", "a"), MISSING),
        (("keyed", 2010, "by_name", "å"), MISSING),
        (("keyed", 2010, "series", 0), MISSING),
        (("keyed", 2010), MISSING),
        (("double", ()), ()),
        (("double", (3, 4)), (6, 8)),
    ],
)
def test_a_path_leads_to_an_answer_or_nowhere(path: tuple[Any, ...], answer: Any) -> None:
    assert answer_at(Outer(), KIND, path) == answer


@pytest.mark.parametrize(
    "path", [(), ("series",), ("keyed",), ("keyed", 2016), ("keyed", 2016, "by_name"), ("double",)]
)
def test_a_path_that_ends_before_a_leaf_tells_that_there_is_something(path: tuple[Any, ...]) -> None:
    assert answer_at(Outer(), KIND, path) is True


def test_what_is_not_named_cannot_be_asked_for() -> None:
    with pytest.raises(KeyError):
        answer_at(Outer(), Parts({"leaf": Leaf()}), ("series", 0))


# What the values of parts are; those of peers say themselves whose methods they have.
CLASSES: dict[int, type] = {
    id(ANSWERS): Archive,
    id(answers._FIGURES): EditionFigures,
    id(answers._DISTRIBUTION): Distribution,
    id(answers._PROFILES): Profiles,
    id(answers._EVIDENCE): QuestionEvidence,
}


def parts_within(kind: Kind) -> list[Parts]:
    if isinstance(kind, Keyed):
        return parts_within(kind.inner)
    if isinstance(kind, Parts):
        return [kind, *(part for inner in kind.named.values() for part in parts_within(inner))]
    return []


@pytest.mark.parametrize("parts", parts_within(ANSWERS), ids=lambda parts: ",".join(parts.named)[:40])
def test_parts_are_attributes_of_their_class(parts: Parts) -> None:
    kind = parts.methods_of or CLASSES[id(parts)]
    known = {*(one.name for one in fields(kind)), *dir(kind)}
    assert parts.named.keys() <= known
    for name, inner in parts.named.items():
        is_method = callable(getattr(kind, name, None)) and not isinstance(vars(kind).get(name), cached_property)
        assert isinstance(inner, Call) == is_method, name
    if parts.methods_of is not None:
        assert issubclass(kind, Peers)
        assert {one.name for one in fields(kind)} <= parts.named.keys()


def test_answers_of_an_archive() -> None:
    evaluation = made_evaluation("Mark", 2018, 2016, total=600, areas={4: 61})
    archive = archive_of(evaluation, *with_totals(500, 501, 502, 503))
    assert answer_of(archive, ("evaluations", ("mark", 2018))) is evaluation
    assert answer_of(archive, ("evaluations", ("mark", 2017))) is MISSING
    assert answer_of(archive, ("figures", 2016, "totals", "median")) == 502
    assert answer_of(archive, ("figures", 2016, "totals", "positions", (20,))) == (500, 501, 502, 503, 600)
    assert answer_of(archive, ("figures", 1999, "totals", "median")) is MISSING
    assert answer_of(archive, ("on_area", (2016, 4), "candidates", 0)).name == "Mark"
    assert answer_of(archive, ("on_area", (2016, 4), "candidates", 1)) is MISSING
    assert answer_of(archive, ("profiles", 2016, "nearest", ("Mark", 2018))) == ()


def test_functions_are_asked_by_name_with_their_arguments() -> None:
    archive = archive_of(*with_totals(500, 501, 502))
    asked = answer_of(archive, (FUNCTION, "first_totals", 2016, 2))
    assert asked == archive.ask(FUNCTIONS["first_totals"], 2016, 2)
    assert [total for _, total in asked] == [500, 501]
    with pytest.raises(KeyError):
        answer_of(archive, (FUNCTION, "of_nobody"))
    assert all(function.__name__ == name for name, function in FUNCTIONS.items())


@pytest.mark.parametrize(
    ("path", "follows"),
    [
        ((FUNCTION, "recurring_on", "ledarskap", 3), True),
        (("questions", (2016, "4.3"), "asked_for", (3,)), True),
        ((FUNCTION, "named_on", "ledarskap", 3), False),
        (("questions", (2016, "4.3"), "first_strengths", (3,)), False),
        (("figures", 2016, "asked_for"), False),
        (("last_year",), False),
    ],
)
def test_what_is_put_together_by_words_is_another_when_they_are(path: tuple[Any, ...], follows: bool) -> None:
    assert follows_words(path) is follows
