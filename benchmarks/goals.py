"""The goals, as ratios within one run: what is divided by what, and how high it may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from benchmarks.growth import exponent
from benchmarks.ours import FEWEST
from benchmarks.results import NotMeasuredError, Results

Amount = Callable[[Results], float]
"""A figure of a run. Raises NotMeasuredError."""

TEXT_SECONDS = 0.25
UNCHANGED_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Goal:
    """``dividend`` over ``divisor`` is at most ``limit``. ``title`` is Swedish: it stands on the page."""

    title: str
    dividend: Amount
    divisor: Amount
    limit: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run stands to a goal; ``ratio`` is None when the run has not measured it."""

    goal: Goal
    ratio: float | None

    @property
    def is_met(self) -> bool:
        """Whether the goal was measured and reached."""
        return self.ratio is not None and self.ratio <= self.goal.limit

    @property
    def is_missed(self) -> bool:
        """Whether the goal was measured and not reached."""
        return self.ratio is not None and not self.is_met


def one(_results: Results) -> float:
    """Nothing to divide by."""
    return 1.0


def seconds(number: float) -> Amount:
    """A fixed time."""
    return lambda _: number


def cpu(subject: str, step: str, count: int) -> Amount:
    """The CPU time of a job in seconds."""
    return lambda results: results.cpu(subject, step, count)


def wall(subject: str, step: str, count: int) -> Amount:
    """The wall time of a job in seconds."""
    return lambda results: results.wall(subject, step, count)


def peak(subject: str, step: str, count: int) -> Amount:
    """The memory of a job in bytes."""
    return lambda results: results.peak(subject, step, count)


def above_empty(step: str, count: int) -> Amount:
    """The CPU seconds of a step of ours above an empty Sphinx project in which nothing changed."""
    return lambda results: results.cpu("ours", step, count) - results.cpu("empty", "unchanged", 0)


def _each_of_ours(results: Results, count: int) -> float:
    return (results.cpu("ours", "full", count) - results.cpu("ours", "full", FEWEST)) / (count - FEWEST)


def each_of_ours(count: int) -> Amount:
    """The CPU seconds of ours for each evaluation, all of its pages and files included, without the fixed cost."""
    return lambda results: _each_of_ours(results, count)


def each_of_myst(count: int) -> Amount:
    """The CPU seconds of bare Sphinx for each evaluation, without an empty project's."""
    return lambda results: (results.cpu("myst", "full", count) - results.cpu("empty", "full", 0)) / count


def in_proportion(step: str, count: int) -> Amount:
    """The CPU seconds that a step may take: a changed text's, and a full build's for as many pages as differ."""

    def allowed(results: Results) -> float:
        pages = results.at(count)
        each = (results.cpu("ours", "full", count) - results.cpu("ours", "full", FEWEST)) / pages.pages
        return TEXT_SECONDS + pages.differing[step][1] * each

    return allowed


def growth(least: int, most: int) -> Amount:
    """The exponent with which our CPU time grows between two counts, the fixed cost taken off."""

    def found(results: Results) -> float:
        counts = [count for count in results.counts("ours") if least <= count <= most]
        if not {least, most} <= set(counts):
            raise NotMeasuredError(f"ours full {least}–{most}")
        return exponent(
            {count: results.cpu("ours", "full", count) for count in counts}, results.cpu("ours", "full", FEWEST)
        )

    return found


GOALS = (
    Goal(
        "Hela bygget mot golvet, CPU, 3 000 utvärderingar",
        cpu("ours", "full", 3000),
        cpu("floor", "full", 3000),
        1.5,
    ),
    Goal(
        "Hela bygget mot Hugos, klocktid, 3 000",
        wall("ours", "full", 3000),
        wall("hugo", "full", 3000),
        1.0,
    ),
    Goal(
        "En utvärdering vid 1 000 mot en sida i Sphinx med MyST vid 300, CPU",
        each_of_ours(1000),
        each_of_myst(300),
        1 / 30,
    ),
    Goal("En ändrad text mot Hugos, klocktid, 3 000", wall("ours", "text", 3000), wall("hugo", "text", 3000), 1 / 8),
    Goal(
        "En ändrad text utöver ett tomt Sphinx-projekt mot 0,25 s CPU, 3 000",
        above_empty("text", 3000),
        seconds(TEXT_SECONDS),
        1.0,
    ),
    *(
        Goal(
            f"{name} mot vad så många ändrade sidor får kosta, CPU, 3 000",
            above_empty(step, 3000),
            in_proportion(step, 3000),
            1.0,
        )
        for step, name in (
            ("figure", "En ändrad siffra"),
            ("added", "En ny utvärdering"),
            ("removed", "En borttagen utvärdering"),
        )
    ),
    Goal(
        "Inget ändrat utöver ett tomt Sphinx-projekt mot 0,1 s CPU, 3 000",
        above_empty("unchanged", 3000),
        seconds(UNCHANGED_SECONDS),
        1.0,
    ),
    Goal("Tillväxtens exponent från 300 till 10 000, utan den fasta kostnaden", growth(300, 10000), one, 1.05),
    Goal("Minne mot Hugos, 3 000", peak("ours", "full", 3000), peak("hugo", "full", 3000), 0.5),
)


def outcomes(results: Results, goals: Iterable[Goal] = GOALS) -> Iterator[Outcome]:
    """How a run stands to each goal."""
    for goal in goals:
        try:
            ratio = goal.dividend(results) / goal.divisor(results)
        except NotMeasuredError:
            ratio = None
        yield Outcome(goal, ratio)


def verdict(outcome: Outcome) -> str:
    """A line for the terminal: whether the goal is met, or by how much it is not."""
    goal, ratio = outcome.goal, outcome.ratio
    if ratio is None:
        return f"not measured  {goal.title}"
    if outcome.is_met:
        return f"met           {goal.title}: {ratio:.3g}, at most {goal.limit:.3g}"
    return f"MISSED        {goal.title}: {ratio:.3g}, at most {goal.limit:.3g}: {ratio / goal.limit:.2g} times too much"
