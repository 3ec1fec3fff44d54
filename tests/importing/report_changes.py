"""Changes to what a report says: some change the truth with what is printed, the hostile ones what is printed alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice

from kompass_sphinx.model.points import Interval
from tests.demonstration.draws import Draws
from tests.demonstration.figures import rounded
from tests.importing.report_content import Area, Content, Question, made_content

Said = tuple[Content, Content]
"""The truth, and what is printed."""
Change = Callable[[Said, Draws], Said]

_DIGITS = (" (de 3 målen)", " i minst 2 av 4 enheter", " åren 2003–2005", " inom 24 timmar", " i 50 % av fallen")
_MAXIMUMS = (10, 15, 20, 25, 30)


def halves(said: Said, _draws: Draws) -> Said:
    """Points of sub-questions printed with halves: 7,5."""

    def change(question: Question) -> Question:
        if not question.points or not question.maximum:
            return question
        return replace(question, points=rounded(question.level * int(question.maximum), 500))

    return _both(said, lambda content: _each_question(content, change))


def areas_in_another_order(said: Said, draws: Draws) -> Said:
    """The areas are taken up in another order."""
    truth, report = said
    return truth, replace(report, areas=tuple(draws.some(report.areas, len(report.areas))))


def area_left_out(said: Said, draws: Draws) -> Said:
    """One area is not in the report at all."""
    number = draws.one(said[0].areas).number

    def change(content: Content) -> Content:
        return replace(
            content,
            areas=tuple(area for area in content.areas if area.number != number),
            pointers=tuple(pointer for pointer in content.pointers if pointer.area != number),
        )

    return _both(said, change)


def question_left_out(said: Said, draws: Draws) -> Said:
    """One sub-question of each area is not in the report."""
    gone = {draws.one(area.questions).number for area in said[0].areas if area.questions}

    def change(content: Content) -> Content:
        return _each_area(
            content,
            lambda area: replace(area, questions=tuple(one for one in area.questions if one.number not in gone)),
        )

    return _both(said, change)


def digits_in_words(said: Said, draws: Draws) -> Said:
    """Figures and percent marks in the sentences of sub-questions and findings."""
    key = draws.below(1000)

    def change(content: Content) -> Content:
        here = Draws("digits", key)
        content = _each_question(
            content, lambda one: replace(one, wording=f"{one.wording.rstrip('?')}{here.one(_DIGITS)}?")
        )
        return _each_area(
            content,
            lambda area: replace(
                area,
                strengths=_with_digits(area.strengths, here),
                improvements=_with_digits(area.improvements, here),
            ),
        )

    return _both(said, change)


def _with_digits(texts: Iterable[str], draws: Draws) -> tuple[str, ...]:
    return tuple(f"{text.rstrip('.')}{draws.one(_DIGITS) if draws.chance(0.3) else ''}" for text in texts)


def without_stops(said: Said, _draws: Draws) -> Said:
    """Findings without a full stop, as most lists have them."""

    def change(area: Area) -> Area:
        return replace(
            area,
            strengths=tuple(text.rstrip(".") for text in area.strengths),
            improvements=tuple(text.rstrip(".") for text in area.improvements),
        )

    return _both(said, lambda content: _each_area(content, change))


def to_press(said: Said, _draws: Draws) -> Said:
    """What a piece of news says of an evaluation, which is little."""

    def change(content: Content) -> Content:
        ordered = sorted(content.areas, key=lambda area: -float(area.points or 0))
        bare = [
            replace(area, impression="", questions=(), strengths=(), improvements=())
            for area in (ordered[0], ordered[-1])
        ]
        return replace(
            content,
            month=None,
            published=None,
            first=None,
            interviews=None,
            evaluators=(),
            areas=tuple(bare),
            pointers=(),
        )

    return _both(said, change)


def an_earlier_year_beside(said: Said, draws: Draws) -> Said:
    """Points of an earlier year in a column of their own, different from this year's."""

    def change(question: Question) -> Question:
        if not question.points or not question.maximum:
            return question
        others = [str(points) for points in range(int(question.maximum)) if abs(points - float(question.points)) >= 1]
        return replace(question, earlier=draws.one(others))

    return said[0], _each_question(said[1], change)


def figure_missing(said: Said, draws: Draws) -> Said:
    """In each area the points of one sub-question are not printed, and the percent of another."""
    chosen = [draws.some([one.number for one in area.questions], 2) for area in said[0].areas if area.questions]
    points, percents = {pair[0] for pair in chosen}, {pair[1] for pair in chosen}

    def change(question: Question) -> Question:
        if question.number in points:
            question = replace(question, points=None)
        return replace(question, percent=None) if question.number in percents else question

    return _both(said, lambda content: _each_question(content, change))


def misprint(said: Said, draws: Draws) -> Said:
    """The points of one sub-question of each area do not fit its percent."""
    truth, report = said
    for area in truth.areas:
        question = draws.one([one for one in area.questions if _unfitting(one)] or [None])
        if question is not None:
            report = report.with_question(replace(question, points=draws.one(_unfitting(question))))
    return truth, report


def fits(question: Question) -> bool:
    """Whether the points and the percent of a sub-question can both be right."""
    if not question.points or not question.percent or not question.maximum:
        return True
    maximum = int(question.maximum)
    percent = Interval.of_percent(float(question.percent), maximum)
    return bool(Interval.of_points(float(question.points), maximum) & percent)


def _unfitting(question: Question) -> list[str]:
    """The points nearest those of a sub-question that do not fit its percent; none where nothing is to fit."""
    all_points = range(int(question.maximum or 0) + 1 if question.points else 0)
    wrong = [points for points in all_points if not fits(replace(question, points=str(points)))]
    return [str(points) for points in sorted(wrong, key=lambda points: abs(points - float(question.points or 0)))[:6]]


def figures_swapped(said: Said, draws: Draws) -> Said:
    """Two sub-questions of an area, of different maximums, have changed figures with each other."""
    truth, report = said
    for area in truth.areas:
        pairs = [(a, b) for a in area.questions for b in area.questions if a.maximum and a.maximum < (b.maximum or "")]
        if pairs:
            one, other = draws.one(pairs)
            report = report.with_question(_with_figures_of(one, other)).with_question(_with_figures_of(other, one))
    return truth, report


def _with_figures_of(question: Question, other: Question) -> Question:
    return replace(question, points=other.points, maximum=other.maximum, percent=other.percent)


def rows_swapped(said: Said, draws: Draws) -> Said:
    """Two whole rows of each table have changed places; what they say is right."""

    def change(area: Area) -> Area:
        return replace(area, questions=tuple(draws.some(area.questions, len(area.questions))))

    return said[0], _each_area(said[1], change)


def another_maximum(said: Said, draws: Draws) -> Said:
    """One sub-question of each area is printed with a maximum that its edition does not give it."""
    truth, report = said
    for area in truth.areas:
        question = draws.one([one for one in area.questions if one.maximum] or [None])
        if question is not None:
            others = [str(one) for one in _MAXIMUMS if str(one) != question.maximum]
            report = report.with_question(replace(question, maximum=draws.one(others)))
    return truth, report


def wrong_sum(said: Said, draws: Draws) -> Said:
    """The sum rows are wrong; the areas' points are right where else they stand."""

    def change(area: Area) -> Area:
        away = draws.one((-11, -7, 6, 9))
        return replace(area, sum=str(int(float(area.points or 0)) + away))

    return said[0], _each_area(said[1], change)


def wrong_total(said: Said, draws: Draws) -> Said:
    """The total is not the sum of the areas."""
    truth, report = said
    return truth, replace(report, total=str(int(float(report.total)) + draws.one((-30, -12, 14, 27))))


def another_municipality_after(said: Said, draws: Draws) -> Said:
    """The tables of another municipality stand at the end."""
    truth, report = said
    other = _other(truth, draws)
    return truth, replace(report, appendix=(*report.appendix, other))


def an_earlier_evaluation_after(said: Said, draws: Draws) -> Said:
    """The municipality's own tables of an earlier year stand at the end."""
    truth, report = said
    other = _other(truth, draws)
    earlier = replace(other, municipality=truth.municipality, slug=truth.slug, year=truth.year - 3)
    return truth, replace(report, appendix=(*report.appendix, earlier))


def tables_twice(said: Said, draws: Draws) -> Said:
    """The tables stand a second time at the end, and one sub-question of each area has other figures there."""
    truth, report = said
    again = misprint((truth, truth), draws)[1]
    return truth, replace(report, appendix=(*report.appendix, again))


def other_tables_after(said: Said, draws: Draws) -> Said:
    """Tables of the same municipality and year stand at the end, in which everything fits and is different."""
    truth, report = said
    other = _other(truth, draws)
    again = replace(other, municipality=truth.municipality, slug=truth.slug, year=truth.year)
    return truth, replace(report, appendix=(*report.appendix, again))


APPENDICES: tuple[Change, ...] = (
    another_municipality_after,
    an_earlier_evaluation_after,
    tables_twice,
    other_tables_after,
)
"""The changes that put tables at the end."""


def _other(truth: Content, draws: Draws) -> Content:
    """Another made-up evaluation of the same edition, with sub-questions where this one has them, if there is one."""
    contents = (made_content(draws.below(10_000), truth.edition) for _ in range(100))
    others = (other for other in contents if other.slug != truth.slug)
    has_questions = bool(truth.areas[0].questions)
    alike = (other for other in islice(others, 20) if bool(other.areas[0].questions) == has_questions)
    return next(alike, None) or next(others)


def _both(said: Said, change: Callable[[Content], Content]) -> Said:
    return change(said[0]), change(said[1])


def _each_area(content: Content, change: Callable[[Area], Area]) -> Content:
    return replace(content, areas=tuple(change(area) for area in content.areas))


def _each_question(content: Content, change: Callable[[Question], Question]) -> Content:
    return _each_area(
        content, lambda area: replace(area, questions=tuple(change(question) for question in area.questions))
    )
