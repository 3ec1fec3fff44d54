"""Ratios within a run, and whether they are as low as was promised."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.goals import GOALS, Goal, Outcome, cpu, in_proportion, outcomes, peak, verdict, wall
from benchmarks.growth import exponent
from benchmarks.ours import FEWEST
from benchmarks.results import NotMeasuredError
from tests.benchmarks.made_results import made_results, series

FLOOR = Goal("Mot golvet", cpu("ours", "full", 3000), cpu("floor", "full", 3000), 1.5)


def one(goal: Goal, ours: float) -> Outcome:
    results = replace(made_results(), series=(series("ours", "full", 3000, ours), series("floor", "full", 3000, 2.0)))
    (outcome,) = outcomes(results, (goal,))
    return outcome


def test_a_ratio_as_high_as_its_limit_is_met() -> None:
    outcome = one(FLOOR, ours=3.0)
    assert (outcome.ratio, outcome.is_met, outcome.is_missed) == (1.5, True, False)
    assert verdict(outcome).startswith("met ")


def test_a_higher_ratio_is_missed_and_told_by_how_much() -> None:
    outcome = one(FLOOR, ours=6.0)
    assert (outcome.ratio, outcome.is_met, outcome.is_missed) == (3.0, False, True)
    assert verdict(outcome) == "MISSED        Mot golvet: 3, at most 1.5: 2 times too much"


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    outcome = one(Goal("Mot Hugo", wall("ours", "full", 3000), wall("hugo", "full", 3000), 1.0), ours=1.0)
    assert (outcome.ratio, outcome.is_met, outcome.is_missed) == (None, False, False)
    assert verdict(outcome) == "not measured  Mot Hugo"


def test_times_are_the_least_and_memory_the_median() -> None:
    slow = replace(series("ours", "full", 3000, 1.0), wall=(9.0, 4.0, 5.0), cpu=(3.0, 2.0, 8.0), peak=(1, 30, 2))
    results = replace(made_results(), series=(slow,))
    figures = [figure("ours", "full", 3000)(results) for figure in (wall, cpu, peak)]
    assert figures == [4.0, 2.0, 2.0]


def test_all_goals_of_the_made_up_run_are_met() -> None:
    assert [outcome.goal.title for outcome in outcomes(made_results()) if not outcome.is_met] == []


@pytest.mark.parametrize(
    ("step", "count", "time", "missed"),
    [
        ("full", 3000, 9.0, ["Hela bygget mot golvet", "Hela bygget mot Hugos", "Tillväxtens exponent"]),
        ("full", 1000, 9.0, ["En utvärdering vid 1 000 mot en sida i Sphinx med MyST"]),
        ("full", 10000, 90.0, ["Tillväxtens exponent"]),
        ("unchanged", 3000, 0.7, ["Inget ändrat"]),
        ("text", 3000, 1.2, ["En ändrad text mot Hugos", "En ändrad text utöver ett tomt"]),
        ("figure", 3000, 1.2, ["En ändrad siffra"]),
        ("added", 3000, 1.2, ["En ny"]),
        ("removed", 3000, 1.2, ["En borttagen"]),
    ],
)
def test_each_goal_is_missed_by_what_it_is_about(step: str, count: int, time: float, missed: list[str]) -> None:
    results = made_results()
    others = (one for one in results.series if (one.subject, one.step, one.count) != ("ours", step, count))
    slower = replace(results, series=(*others, series("ours", step, count, time)))
    titles = [outcome.goal.title for outcome in outcomes(slower) if outcome.is_missed]
    assert len(titles) == len(missed)
    assert all(title.startswith(beginning) for title, beginning in zip(titles, missed, strict=True))


def test_more_memory_than_half_of_hugos_is_missed() -> None:
    results = made_results()
    more = tuple(
        replace(one, peak=(200_000_000,) * 3) if (one.subject, one.count) == ("ours", 3000) else one
        for one in results.series
    )
    (title,) = [outcome.goal.title for outcome in outcomes(replace(results, series=more)) if outcome.is_missed]
    assert "Minne" in title


def test_an_edit_may_take_longer_when_more_pages_differ() -> None:
    results = made_results(per_evaluation=0.002)
    # Two pages for each evaluation: a thousandth of a second a page.
    each = (3000 - FEWEST) * 0.002 / 6000
    assert in_proportion("figure", 3000)(results) == pytest.approx(0.25 + 3 * each)
    assert in_proportion("added", 3000)(results) == pytest.approx(0.25 + 5 * each)


@given(
    power=st.floats(0.5, 2),
    factor=st.floats(0.001, 1),
    fixed=st.floats(0, 20),
    counts=st.sets(st.integers(1, 10_000), min_size=2, max_size=6).filter(lambda those: max(those) > 1.5 * min(those)),
)
def test_the_exponent_is_that_of_the_growth_above_the_fixed_cost(
    power: float, factor: float, fixed: float, counts: set[int]
) -> None:
    costs = {count: fixed + factor * count**power for count in counts}
    assert math.isclose(exponent(costs, fixed), power, rel_tol=1e-6, abs_tol=1e-6)


@pytest.mark.parametrize("costs", [{}, {300: 2.0}, {300: 2.0, 1000: 1.0}])
def test_no_exponent_without_two_costs_above_the_fixed_one(costs: dict[int, float]) -> None:
    with pytest.raises(ValueError, match="two counts"):
        exponent(costs, 1.0)


def test_no_growth_is_told_of_a_run_without_the_greatest_count() -> None:
    results = made_results(counts=(300, 1000, 3000))
    with pytest.raises(NotMeasuredError):
        GOALS[-2].dividend(results)
