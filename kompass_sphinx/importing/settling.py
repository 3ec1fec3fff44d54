"""Which of several readings of an area counts, and what remains in doubt."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kompass_sphinx.importing.doubts import Doubt
from kompass_sphinx.importing.foreign_tables import FOREIGN
from kompass_sphinx.importing.readings import Read
from kompass_sphinx.importing.report import ReadScore
from kompass_sphinx.language import message_id
from kompass_sphinx.model.points import Interval, total_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kompass_sphinx.importing.area_points import Claim
    from kompass_sphinx.importing.score_tables import Score, ScoreTable
    from kompass_sphinx.model.edition import Area

_OTHER_SUM = message_id("The area has %(points)s points, the sum of this table is %(sum)s.")
_NO_SUM = message_id("The sub-questions do not sum to it.")


def settle_area(
    area: Area, tables: Sequence[ScoreTable], claims: Sequence[Claim]
) -> tuple[Read[float] | None, dict[str, ReadScore]]:
    """Points of an area and scores of its sub-questions, from the table that agrees with what else is said of it."""
    points = _most_claimed(claims)
    if not tables:
        return _points_alone(claims), {}
    table = max(tables, key=lambda one: _weight(one, area, points))
    others = [one for one in tables if one is not table and not one.is_foreign]
    settled = _settled_points(area, table, claims, others)
    is_fitting = settled is not None and settled.doubt is None and _fits(table, area, settled.value)
    # Another reading of the same rows is out when only this one fits; another table of the report is not, if its own.
    rivals = [
        one
        for one in tables
        if not one.is_foreign
        and not (one.start == table.start and is_fitting and settled is not None and _is_out(one, area, settled.value))
    ]
    scores = {number: _score(number, score, rivals) for number, score in table.scores.items()}
    doubt = None if is_fitting else _doubt(table, area, points, settled)
    if doubt is not None:
        scores = {number: ReadScore(one.points, one.percent, one.doubt or doubt) for number, one in scores.items()}
    return settled, scores


def _doubt(table: ScoreTable, area: Area, points: float | None, settled: Read[float] | None) -> Doubt | None:
    """What speaks against a whole table that no sum confirms; ``points`` are the area's as said elsewhere."""
    if table.is_foreign:
        return FOREIGN
    if points is not None and table.sum not in (None, points) and not _fits(table, area, points):
        return Doubt(_OTHER_SUM, points=f"{points:g}", sum=f"{table.sum:g}")
    if settled is not None and _cannot_sum(table, area, settled.value):
        return Doubt(_NO_SUM)
    return None if table.is_plain else Doubt(message_id("Nothing confirms which column this is."))


def _weight(table: ScoreTable, area: Area, points: float | None) -> tuple[bool, bool, int, int]:
    """How much speaks for a table: that it fits the area's points, that it is the report's, that its rows agree."""
    sure = sum(score.doubt is None for score in table.scores.values())
    return (points is not None and _fits(table, area, points), not table.is_foreign, sure, -table.start)


def _fits(table: ScoreTable, area: Area, points: float) -> bool:
    """Whether all sub-questions are there and sum to the area's points; without maximums no sum confirms anything."""
    total = _total(table, area)
    return _has_maximums(area) and total is not None and bool(total & Interval.of_points(points, 100))


def _cannot_sum(table: ScoreTable, area: Area, points: float) -> bool:
    """Whether all sub-questions are there and their sum is another."""
    total = _total(table, area)
    return total is not None and not total & Interval.of_points(points, 100)


def _total(table: ScoreTable, area: Area) -> Interval | None:
    """What the sub-questions of a whole table can sum to; without maximums, a mean of their percents."""
    if table.scores.keys() != area.questions.keys():
        return None
    if _has_maximums(area):
        return total_of(
            _interval(table.scores[number], question.maximum or 0) for number, question in area.questions.items()
        )
    percents = [score.percent for score in table.scores.values() if score.percent is not None]
    if len(percents) < len(table.scores):
        return None
    shares = [Interval.of_share(percent, 1) for percent in percents]
    return Interval(min(one.low for one in shares), max(one.high for one in shares))


def _has_maximums(area: Area) -> bool:
    return all(question.maximum for question in area.questions.values())


def _is_out(table: ScoreTable, area: Area, points: float) -> bool:
    """Whether a reading cannot sum to the area's points; of one that lacks a single sub-question nobody knows."""
    return len(table.scores) != len(area.questions) - 1 and not _fits(table, area, points)


def _interval(score: Score, maximum: int) -> Interval:
    points = Interval.between(0, maximum) if score.points is None else Interval.of_points(score.points, maximum)
    percent = Interval.between(0, maximum) if score.percent is None else Interval.of_share(score.percent, maximum / 100)
    both = points & percent
    return both or Interval(min(points.low, percent.low), max(points.high, percent.high))


def _most_claimed(claims: Sequence[Claim]) -> float | None:
    values = [claim.points for claim in claims if claim.is_confirmed] or [claim.points for claim in claims]
    # Of those as frequent the first counts.
    return Counter(values).most_common(1)[0][0] if values else None


def _points_alone(claims: Sequence[Claim]) -> Read[float] | None:
    """Points without sub-questions to hold them against."""
    value = _most_claimed(claims)
    if value is None:
        return None
    different = {claim.points for claim in claims}
    if len(different) > 1:
        return Read(value, _several(different))
    is_sure = len(claims) > 1 or claims[0].is_confirmed
    return Read(value, None if is_sure else Doubt(message_id("Nothing in the report confirms it.")))


def _settled_points(
    area: Area, table: ScoreTable, claims: Sequence[Claim], others: Sequence[ScoreTable]
) -> Read[float] | None:
    """The claimed points that the table agrees with; else the likeliest, in doubt.

    ``others`` are the report's other tables, and other ways to read this one: without claims nothing tells which of
    those that sum to their own row is right.
    """
    said = [claim.points for claim in claims]
    if table.sum is not None and not (table.is_foreign and claims):
        said.append(table.sum)
    if not claims:
        said += (one.sum for one in others if one.sum is not None and _fits(one, area, one.sum))
    if not said:
        return None
    if not claims and table.is_foreign:
        return Read(said[0], FOREIGN)
    fitting = [value for value in said if _fits(table, area, value)]
    value = (fitting or [_most_claimed(claims) or said[0]])[0]
    different = set(said)
    if len(different) > 1:
        # Other evaluations' figures stand nearby; what this table sums to is not theirs.
        is_sole_fit = len(set(fitting)) == 1 and any(claim.is_confirmed and claim.points == value for claim in claims)
        return Read(value, None if is_sole_fit else _several(different))
    if fitting:
        return Read(value)
    if _cannot_sum(table, area, value):
        return Read(value, Doubt(_NO_SUM))
    is_sure = len(said) > 1 or any(claim.is_confirmed for claim in claims)
    return Read(value, None if is_sure else Doubt(message_id("Nothing in the report confirms it.")))


def _several(figures: set[float]) -> Doubt:
    listed = ", ".join(f"{one:g}" for one in sorted(figures))
    return Doubt(message_id("The report has several figures: %(figures)s."), figures=listed)


def _score(number: str, score: Score, rivals: Sequence[ScoreTable]) -> ReadScore:
    """A score with its doubt, or with the one that another table gives."""
    doubt = score.doubt
    others = [
        rival.scores[number]
        for rival in rivals
        if number in rival.scores and rival.scores[number].doubt is None and _contradicts(score, rival.scores[number])
    ]
    if doubt is None and others:
        doubt = Doubt(message_id("Another table has %(figures)s."), figures=_printed(others[0]))
    return ReadScore(score.points, score.percent, doubt)


def _contradicts(one: Score, other: Score) -> bool:
    pairs = ((one.points, other.points), (one.percent, other.percent))
    return any(a is not None and b is not None and a != b for a, b in pairs)


def _printed(score: Score) -> str:
    percent = "" if score.percent is None else f"{score.percent:g} %"
    return f"{score.points:g} ({percent})" if score.points is not None and percent else percent or f"{score.points:g}"
