"""Similar profiles: the nearest shapes of the same edition, exactly and whatever the order."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompass_sphinx.archive.similar_profile import FEWEST_PROFILES, MOST_SIMILAR, Profiles, SimilarProfile
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.model.order import swedish_key
from tests.archives import archive_of, made_evaluation, registry

NAMES = [municipality.name for municipality in registry()]
POINTS = st.lists(st.integers(0, 200).map(lambda halves: halves / 2), min_size=8, max_size=8)
FEW_POINTS = st.lists(st.sampled_from([40.0, 40.5, 60.0]), min_size=8, max_size=8)


def with_areas(name: str, points: list[float], year: int = 2019) -> Evaluation:
    return made_evaluation(name, year, areas=dict(enumerate(points, 1)))


def distance(one: Evaluation, other: Evaluation) -> float:
    """The definition, as it is written on the page; halves and their eighths are exact."""

    def shape(evaluation: Evaluation) -> list[float]:
        points = [evaluation.area_points[area] for area in range(1, 9)]
        return [value - sum(points) / 8 for value in points]

    return sum(abs(a - b) for a, b in zip(shape(one), shape(other), strict=True)) / 8


def brute_force(evaluations: list[Evaluation], reader: Evaluation) -> list[SimilarProfile]:
    others = [one for one in evaluations if one.municipality != reader.municipality]
    others.sort(key=lambda one: (distance(reader, one), -one.year, swedish_key(one.municipality)))
    return [SimilarProfile(one.reference, one.total, distance(reader, one)) for one in others[:MOST_SIMILAR]]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(POINTS, FEW_POINTS), min_size=FEWEST_PROFILES, max_size=14), st.randoms())
def test_the_nearest_are_the_nearest_whatever_the_order(shapes: list[list[float]], random: object) -> None:
    # Every third evaluation is an earlier one of the same municipality.
    evaluations = [
        with_areas(NAMES[at // 3 * 3 if at % 3 == 2 else at], points, 2018 if at % 3 == 2 else 2019)
        for at, points in enumerate(shapes)
    ]
    shuffled = list(evaluations)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    profiles = Profiles.of(shuffled)
    for reader in evaluations:
        assert list(profiles.nearest(reader.municipality, reader.year)) == brute_force(evaluations, reader)


def only_other(reader: Evaluation, other: Evaluation) -> SimilarProfile:
    """What ``other`` is to ``reader`` when there is no other municipality."""
    own = [made_evaluation(reader.municipality, year, areas=dict(reader.area_points)) for year in range(2002, 2009)]
    (found,) = Profiles.of([reader, other, *own]).nearest(reader.municipality, reader.year)
    assert found.evaluation == other.reference
    return found


@settings(max_examples=60, deadline=None)
@given(POINTS, POINTS)
def test_the_distance_is_symmetric_and_as_defined(one: list[float], other: list[float]) -> None:
    ale, are = with_areas("Ale", one), with_areas("Åre", other)
    assert only_other(ale, are).distance == only_other(are, ale).distance == distance(ale, are)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 100).map(lambda halves: halves / 2), min_size=8, max_size=8), st.integers(0, 100))
def test_a_copy_with_as_many_points_more_everywhere_is_no_distance_away(points: list[float], more: int) -> None:
    copy = with_areas("Åre", [value + more / 2 for value in points])
    assert only_other(with_areas("Ale", points), copy).distance == 0


@pytest.mark.parametrize(("count", "found"), [(7, 0), (8, 3)])
def test_below_eight_whole_profiles_there_are_none(count: int, found: int) -> None:
    evaluations = [with_areas(name, [50.0] * 8) for name in NAMES[:count]]
    incomplete = made_evaluation("Örebro", areas={1: 50})
    archive = archive_of(*evaluations, incomplete)
    assert len(archive.profiles[2016].nearest(evaluations[0].municipality, 2019)) == found
    assert archive.profiles[2016].nearest("Örebro", 2019) == ()
    assert archive.profiles[2010].n == 0


def test_equal_ones_stand_latest_first_then_by_name() -> None:
    names = ["Örebro", "Ängelholm", "Åre", "Ale", "Mark", "Vara", "Lomma"]
    evaluations = [with_areas(name, [50.0] * 8, 2018 if name == "Ale" else 2019) for name in names]
    later = with_areas("Vara", [50.0] * 8, 2020)
    reader = with_areas("Boden", [50.0] * 8)
    nearest = Profiles.of([*evaluations, later, reader]).nearest(reader.municipality, reader.year)
    assert [one.evaluation.title for one in nearest] == ["Vara 2020", "Lomma 2019", "Mark 2019"]


def test_numpy_is_loaded_only_where_profiles_are_held_together() -> None:
    code = (
        "import sys; from tests.archives import archive_of, made_evaluation as made;"
        "one = made(areas=dict.fromkeys(range(1, 9), 50));"
        "assert archive_of(one).profiles[2016].nearest(one.municipality, one.year) == ();"
        "sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_of_many_of_one_shape_the_latest_come_first_and_then_by_name() -> None:
    points = [50.0] * 8
    others = [made_evaluation(name, 2018, areas=dict.fromkeys(range(1, 9), 40), total=320) for name in NAMES[:60]]
    reader = with_areas("Ystad", points, 2017)
    found = Profiles.of([with_areas("Örebro", points), reader, *others]).nearest("Ystad", 2017)
    assert [one.evaluation.title for one in found] == ["Örebro 2019", f"{NAMES[0]} 2018", f"{NAMES[1]} 2018"]
    assert [(one.total, one.distance) for one in found] == [(None, 0), (320, 0), (320, 0)]
