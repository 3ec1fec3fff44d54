"""Frozen data that are made quickly are like Python's own, but for what a type checker sees to."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from kompass_sphinx import frozen


@dataclass(frozen=True, slots=True)
class _Own:
    page: str
    anchor: str = ""


@frozen.dataclass(frozen=True, slots=True)
class _Quick:
    page: str
    anchor: str = ""


def test_they_are_equal_and_hashed_by_their_fields_as_pythons_own() -> None:
    one, other = _Quick("a", "b"), replace(_Quick("a"), anchor="b")
    assert one == other == pickle.loads(pickle.dumps(one))
    assert hash(one) == hash(other) == hash(_Own("a", "b"))
    assert one != _Quick("a")
    assert repr(one) == repr(_Own("a", "b")).replace("_Own", "_Quick")


def test_they_have_no_other_fields() -> None:
    with pytest.raises(AttributeError):
        _Quick("a").page_ = "b"  # type: ignore[attr-defined]


def test_that_nothing_is_assigned_is_seen_to_by_the_type_checker() -> None:
    """The checker itself complains of both lines; only Python's own complain at run time."""
    with pytest.raises(FrozenInstanceError):
        _Own("a").page = "b"  # type: ignore[misc]
    _Quick("a").page = "b"  # type: ignore[misc]
