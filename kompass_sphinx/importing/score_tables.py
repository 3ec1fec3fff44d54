"""The figures of sub-questions as tables give them, each with what speaks against it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kompass_sphinx.importing.by_column import rows_of_columns
from kompass_sphinx.importing.columns import Columns, best_columns, windows
from kompass_sphinx.importing.doubts import Doubt
from kompass_sphinx.language import message_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kompass_sphinx.importing.figure_groups import Figure
    from kompass_sphinx.importing.question_rows import QuestionRow
    from kompass_sphinx.model.edition import Edition

_DISAGREE = message_id("The figures do not agree with each other.")


@dataclass(frozen=True, slots=True)
class Score:
    """Points and percent of a sub-question at a place; ``doubt`` says what speaks against them, if anything."""

    points: float | None
    percent: float | None
    start: int
    doubt: Doubt | None = None

    @property
    def figures(self) -> tuple[float | None, float | None]:
        """The two figures."""
        return self.points, self.percent


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """The scores of one area in one table, and the area's own row at its end when there is one.

    ``is_plain`` says whether the rows show by themselves which figure is which, ``is_foreign`` whether the heading
    names another municipality or year.
    """

    area: int
    scores: dict[str, Score]
    area_row: Score | None
    start: int
    is_plain: bool
    is_foreign: bool = False

    @property
    def sum(self) -> float | None:
        """The area's points as its own row gives them."""
        if self.area_row is None:
            return None
        return self.area_row.percent if self.area_row.points is None else self.area_row.points


def score_tables(rows: Sequence[QuestionRow], edition: Edition) -> Iterator[ScoreTable]:
    """Every table of an area's sub-questions with figures, in every way that its columns can be read."""
    runs = []
    for run in _runs(rows):
        by_column = rows_of_columns(run, edition.areas[int(run[0].number[0])])
        if by_column is not None:
            yield _table_of_columns(run, edition, *by_column)
        elif any(row.groups for row in run):
            runs.append(run)
    by_width: dict[int, list[QuestionRow]] = {}
    lengths = Counter(length for run in runs for length in _lengths(run))
    widths = [_width(run, lengths) for run in runs]
    for width, run in zip(widths, runs, strict=True):
        by_width.setdefault(width, []).extend(run)
    columns = {width: best_columns(_with_maximums(some, edition), width) for width, some in by_width.items()}
    for width, run in zip(widths, runs, strict=True):
        for one in columns[width]:
            table = _without_borrowed_row(_table(run, one, edition), one)
            # A lone figure after a number in running text is no table.
            is_table = 2 * len(table.scores) >= len(edition.areas[table.area].questions)
            if is_table or one.maximum >= 0:
                yield table


def _table_of_columns(
    run: Sequence[QuestionRow],
    edition: Edition,
    columns: Columns,
    rows: Sequence[tuple[Figure, ...]],
    own: tuple[Figure, ...] | None,
) -> ScoreTable:
    scores = {}
    for row, figures in zip(run, rows, strict=True):
        fits = columns.fits(figures, _maximum(row.number, edition))
        scores[row.number] = _score(figures, columns, None if fits else Doubt(_DISAGREE))
    area_row = None if own is None else _score(own, columns)
    return ScoreTable(int(run[0].number[0]), scores, area_row, run[0].start, is_plain=True)


def _without_borrowed_row(table: ScoreTable, columns: Columns) -> ScoreTable:
    """The table with a doubt at its last row where that may hold the area's own figures, its own having gone."""
    if columns.maximum >= 0 or table.area_row is not None:
        return table
    number, score = list(table.scores.items())[-1]
    if score.doubt is not None:
        return table
    doubt = Doubt(message_id("The figures may be those of the whole area."))
    return replace(table, scores=table.scores | {number: replace(score, doubt=doubt)})


def _runs(rows: Iterable[QuestionRow]) -> Iterator[list[QuestionRow]]:
    """Successive rows of one area, no sub-question twice."""
    run: list[QuestionRow] = []
    for row in rows:
        if run and (row.number[0] != run[0].number[0] or row.number in {one.number for one in run}):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _width(run: Sequence[QuestionRow], elsewhere: Counter[int]) -> int:
    """The commonest number of figures in a row, of two the one that is commoner in all tables; where not, the smaller.

    Some rows may lack a figure, others be followed by a note's.
    """
    lengths = _lengths(run)
    return max(lengths, key=lambda length: (lengths.count(length), elsewhere[length], -length))


def _lengths(run: Sequence[QuestionRow]) -> list[int]:
    """How many figures the rows have; the last one counts only alone: the area's own may follow there."""
    return [max(map(len, row.groups)) for row in run[:-1] if row.groups] or [max(map(len, run[-1].groups))]


def _with_maximums(
    rows: Iterable[QuestionRow], edition: Edition
) -> list[tuple[int | None, tuple[tuple[Figure, ...], ...]]]:
    return [(_maximum(row.number, edition), row.groups) for row in rows]


def _maximum(number: str, edition: Edition) -> int | None:
    question = edition.question(number)
    return question.maximum if question else None


def _table(run: Sequence[QuestionRow], columns: Columns, edition: Edition) -> ScoreTable:
    scores: dict[str, Score] = {}
    last: Figure | None = None
    # Without maximums nothing tells that figures are those of a table but that all rows have some, in their order.
    numbers = list(edition.areas[int(run[0].number[0])].questions)
    is_plain = columns.maximum >= 0 or [row.number for row in run if row.groups] == numbers
    fewest = min(_count(row) for row in run if row.groups)
    for above, row in pairwise([None, *run]):
        assert row is not None
        maximum = _maximum(row.number, edition)
        readings = _readings(row, columns, maximum)
        if not readings:
            doubtful = _doubtful(row, columns, maximum)
            if doubtful is not None:
                scores[row.number] = doubtful
            continue
        figures, doubt = readings[0], None
        # The last row of a table without maximums is followed by the area's own, which looks the same.
        followed = readings[:1] if row is run[-1] and columns.maximum < 0 and len(readings) == 2 else readings
        if len({_score(one, columns).figures for one in followed}) > 1:
            doubt = Doubt(message_id("The row can be read in more than one way."))
        elif row is run[-1] and _is_too_long(row, figures):
            doubt = Doubt(message_id("The figures may be those of the whole area."))
        if doubt is None and (_count(row) > fewest and above is not None and not above.groups):
            doubt = Doubt(message_id("The row above has no figures; these may be its own."))
        scores[row.number] = _score(figures, columns, doubt)
        last = figures[-1]
        # The last row may be followed by the area's own figures; what else follows has not been explained.
        is_explained = row is run[-1] or max(map(len, row.groups)) == columns.width
        is_plain = is_plain and is_explained and columns.is_plain(figures)
    area_row = None
    if last is not None:
        area_row = next(
            (
                _score(window, columns)
                for window in windows(run[-1].groups, columns.width)
                if window[0].start > last.start and columns.fits(window, 100)
            ),
            None,
        )
    return ScoreTable(int(run[0].number[0]), scores, area_row, run[0].start, is_plain)


def _is_too_long(row: QuestionRow, figures: Sequence[Figure]) -> bool:
    """Whether more figures follow without a break, but not a whole row of them: one of these may be the area's."""
    group = next(group for group in row.groups if figures[0] in group)
    return len(figures) < len(group) < 2 * len(figures) and not any(one.is_percent for one in figures)


def _count(row: QuestionRow) -> int:
    return sum(map(len, row.groups))


def _readings(row: QuestionRow, columns: Columns, maximum: int | None) -> list[tuple[Figure, ...]]:
    """The rows of figures that these columns can be; with a percent sign where one of them has it."""
    fitting = [window for window in windows(row.groups, columns.width) if columns.fits(window, maximum)]
    if columns.percent >= 0:
        fitting = [window for window in fitting if window[columns.percent].is_percent] or fitting
    return fitting


def _doubtful(row: QuestionRow, columns: Columns, maximum: int | None) -> Score | None:
    """Figures of the right number that do not agree with each other or with the edition."""
    for window in windows(row.groups, columns.width):
        found = columns.of(window, columns.maximum)
        if found is not None and found.value != maximum:
            doubt = Doubt(
                message_id("The report has %(found)s as the maximum, the edition %(maximum)s."),
                found=found.printed,
                maximum=maximum,
            )
        else:
            doubt = Doubt(_DISAGREE)
        return _score(window, columns, doubt)
    return None


def _score(window: Sequence[Figure], columns: Columns, doubt: Doubt | None = None) -> Score:
    points, percent = columns.of(window, columns.points), columns.of(window, columns.percent)
    return Score(
        None if points is None else points.value,
        None if percent is None else percent.value,
        window[0].start,
        doubt,
    )
