"""Where an evaluation is weakest, and who is worth looking at for exactly that."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.doing_well import alike_places
from kompass_sphinx.archive.learning import (
    MOST_NAMES,
    WeakQuestion,
    weakest_areas,
    weakest_of_all,
    weakest_of_area,
    who_does_well,
    who_is_higher,
    who_is_pointed_to,
)
from kompass_sphinx.archive.likeness import Likeness, likeness
from kompass_sphinx.archive.statistics import Quarter
from kompass_sphinx.model.evaluation import Evaluation
from tests.archives import archive_of, catalogue, made_evaluation, real_archive, registry

# Of the group of Tingsryd, of its county but another group, and neither.
SAME_GROUP = ("Askersund", "Berg", "Boden", "Bräcke", "Finspång")
SAME_COUNTY = ("Växjö", "Ljungby", "Alvesta")
UNLIKE = ("Helsingborg", "Örebro", "Borås", "Umeå", "Mölndal")


def with_percents(municipality: str, year: int = 2019, edition: int = 2016, **percents: float) -> Evaluation:
    """An evaluation with percents by sub-question, written as q4_3."""
    areas: dict[int, Any] = {}
    for name, percent in percents.items():
        number = name[1:].replace("_", ".")
        areas.setdefault(int(number[0]), {"questions": {}})["questions"][number] = {"percent": percent}
    return made_evaluation(municipality, year, edition, areas=areas)


def numbers(weak: tuple[WeakQuestion, ...]) -> list[str]:
    return [one.question.number for one in weak]


def test_the_municipalities_of_these_tests_are_like_tingsryd_as_said() -> None:
    reader = registry().by_name["Tingsryd"]
    for names, expected in (
        (SAME_GROUP, Likeness.SAME_GROUP),
        (SAME_COUNTY, Likeness.SAME_COUNTY),
        (UNLIKE, Likeness.UNLIKE),
    ):
        assert {name: likeness(reader, registry().by_name[name]) for name in names} == dict.fromkeys(names, expected)


def test_weakest_are_those_farthest_below_the_median_at_most_three_an_area() -> None:
    reader = with_percents("Tingsryd", q4_1=10, q4_2=50, q4_3=40, q4_4=0, q4_5=49.5, q3_1=20)
    others = [with_percents(name, q4_1=30, q4_2=50, q4_3=90, q4_4=40, q4_5=50, q3_1=20) for name in SAME_GROUP]
    archive = archive_of(reader, *others)
    weak = weakest_of_area(archive, reader, 4)
    assert numbers(weak) == ["4.3", "4.4", "4.1"]
    assert [(one.percent, one.median, one.n) for one in weak] == [(40, 90, 6), (0, 40, 6), (10, 30, 6)]
    assert weakest_of_area(archive, reader, 3) == ()


@pytest.mark.parametrize(
    ("percents", "expected"),
    [
        ({"q4_1": 30, "q4_2": 20, "q4_3": 20}, ["4.2"]),
        ({"q4_1": 100, "q4_2": 100}, []),
        ({}, []),
    ],
)
def test_with_fewer_than_five_it_is_the_areas_own_lowest(percents: dict[str, float], expected: list[str]) -> None:
    reader = with_percents("Tingsryd", 2019, 2016, **percents)
    others = [with_percents(name, q4_1=90, q4_2=90, q4_3=90) for name in SAME_GROUP[:3]]
    weak = weakest_of_area(archive_of(reader, *others), reader, 4)
    assert numbers(weak) == expected
    assert all(one.median is None for one in weak)


def test_a_sub_question_with_points_alone_is_never_the_weakest() -> None:
    reader = made_evaluation(areas={4: {"questions": {"4.1": {"points": 0}, "4.2": {"percent": 30}}}})
    assert numbers(weakest_of_area(archive_of(reader), reader, 4)) == ["4.2"]


def test_the_weakest_of_all_areas_are_the_weakest_of_each_those_with_a_median_first() -> None:
    reader = with_percents("Tingsryd", q1_1=1, q2_1=40, q4_1=30, q4_2=35, q5_1=10)
    others = [with_percents(name, q2_1=50, q4_1=60, q4_2=60, q5_1=90) for name in SAME_GROUP]
    assert numbers(weakest_of_all(archive_of(reader, *others), reader)) == ["5.1", "4.1", "4.2"]
    assert numbers(weakest_of_all(archive_of(reader), reader)) == ["1.1", "5.1", "4.1"]


def test_weakest_areas() -> None:
    points = {1: 50, 2: 40, 3: 30, 4: 60}
    reader = made_evaluation(areas=points)
    others = [made_evaluation(name, areas={1: 80, 2: 60, 3: 55, 4: 60}) for name in SAME_GROUP]
    assert [one.area.number for one in weakest_areas(archive_of(reader, *others), reader)] == [1, 3, 2]
    assert [one.area.number for one in weakest_areas(archive_of(reader), reader)] == [3, 2, 1]


def titles(peers: tuple[Any, ...]) -> list[str]:
    return [peer.candidate.evaluation.title for peer in peers]


def who(archive: Archive, reader: Evaluation, number: str = "4.3") -> Any:
    question = archive.edition(reader).question(number)
    percent = reader.question_results[number].percent
    assert question is not None
    assert percent is not None
    return who_does_well(archive, reader, WeakQuestion(question, percent, None, 0))


def test_the_group_comes_before_the_county_and_then_the_result() -> None:
    reader = with_percents("Tingsryd", q4_3=7)
    others = [with_percents(name, q4_3=20) for name in UNLIKE]
    good = {"Växjö": 99, "Ljungby": 98, "Askersund": 90, "Örebro": 100}
    archive = archive_of(reader, *others[:1], *others[2:], *(with_percents(name, q4_3=p) for name, p in good.items()))
    assert archive.figures[2016].questions["4.3"].n == 9
    assert archive.figures[2016].questions["4.3"].quarter(98) is Quarter.HIGHEST
    found = who(archive, reader)
    assert titles(found.like) == ["Växjö 2019", "Ljungby 2019"]
    assert (found.unlike, found.highest.name) == (1, "Örebro")
    more = archive_of(*archive, *(with_percents(name, q4_3=98) for name in ("Berg", "Boden")))
    found = who(more, reader)
    assert titles(found.like) == ["Berg 2019", "Boden 2019", "Växjö 2019"]
    assert (found.unlike, found.highest) == (0, None)


def test_with_five_to_seven_all_above_the_median_do_well_and_those_at_it_do_not() -> None:
    reader = with_percents("Tingsryd", q4_3=7)
    percents = {"Askersund": 50, "Berg": 51, "Boden": 52, "Örebro": 20, "Borås": 20, "Umeå": 90}
    archive = archive_of(reader, *(with_percents(name, q4_3=percent) for name, percent in percents.items()))
    found = who(archive, reader)
    assert titles(found.like) == ["Boden 2019", "Berg 2019"]
    assert (found.unlike, found.highest.name) == (1, "Umeå")


def test_the_highest_of_all_is_not_said_twice() -> None:
    reader = with_percents("Tingsryd", q4_3=7)
    percents = {"Askersund": 95, "Berg": 20, "Boden": 20, "Örebro": 94, "Borås": 20, "Umeå": 93}
    archive = archive_of(reader, *(with_percents(name, q4_3=percent) for name, percent in percents.items()))
    found = who(archive, reader)
    assert (titles(found.like), found.unlike, found.highest) == (["Askersund 2019"], 2, None)


def test_a_municipality_is_there_once_with_its_best_the_latest_among_equal_ones() -> None:
    reader = with_percents("Tingsryd", q4_3=7)
    low = [with_percents(name, q4_3=10) for name in UNLIKE]
    twice = [with_percents("Berg", year, q4_3=percent) for year, percent in ((2016, 90), (2018, 90), (2019, 80))]
    found = who(archive_of(reader, *low, *twice, with_percents("Boden", 2017, q4_3=90)), reader)
    assert titles(found.like) == ["Berg 2018", "Boden 2017"]


def test_the_same_sub_question_of_another_edition_counts_judged_within_its_own() -> None:
    """2016's 4.3 has a counterpart in 2010: its best are found, though 2016 has higher figures."""
    assert (2010, "4.3") in alike_places(real_archive(), (2016, "4.3"))
    reader = with_percents("Tingsryd", q4_3=40)
    here = [with_percents(name, q4_3=80) for name in UNLIKE]
    before = [with_percents(name, 2012, 2010, q4_3=20) for name in UNLIKE]
    best = with_percents("Berg", 2012, 2010, q4_3=50)
    found = who(archive_of(reader, *here, *before, best), reader)
    assert titles(found.like) == ["Berg 2012"]
    few = who(archive_of(reader, *here, *before[:3], best), reader)
    assert few.like == ()


def test_a_strength_on_the_same_sub_question_goes_along() -> None:
    strong = {"text": "Påhittad styrka.", "question": "4.3"}
    area = {"questions": {"4.3": {"percent": 90}}, "strengths": [{"text": "Annan.", "question": "4.2"}, strong]}
    reader = with_percents("Tingsryd", q4_3=7)
    best = made_evaluation("Berg", areas={4: area})
    archive = archive_of(reader, best, *(with_percents(name, q4_3=20) for name in UNLIKE))
    (peer,) = who(archive, reader).like
    assert peer.candidate.strength == archive.items_of(best).strengths[1].address


def lowest(archive: Archive, reader: Evaluation, area: int = 4) -> WeakQuestion:
    (weak,) = weakest_of_area(archive, reader, area)
    return weak


def test_with_few_figures_those_named_strengths_and_areas_are_told_apart() -> None:
    def noting(name: str, year: int, edition: int, percent: float | None) -> Evaluation:
        strengths = [{"text": "Påhittad styrka.", "question": "4.3"}]
        questions = {} if percent is None else {"4.3": {"percent": percent}}
        return made_evaluation(name, year, edition, areas={4: {"strengths": strengths, "questions": questions}})

    example = {"municipality": "Lomma", "area": 4, "question": "4.3", "topic": "påhittat"}
    own = {"municipality": "Ystad", "area": 4, "question": "4.3", "topic": "påhittat"}
    itself = {"municipality": "Tingsryd", "area": 4, "question": "4.3", "topic": "påhittat"}
    place = {"place": "Larvik", "kind": "foreign", "area": 4, "question": "4.3", "topic": "påhittat"}
    reader = made_evaluation(areas={4: {"points": 37, "questions": {"4.3": {"percent": 7}}}})
    archive = archive_of(
        reader,
        made_evaluation("Ystad", 2012, 2010, examples=[example, own, itself, place]),
        noting("Örebro", 2014, 2010, None),
        noting("Berg", 2013, 2010, 5),
        noting("Boden", 2013, 2010, 8),
        noting("Umeå", 2017, 2016, 7),
        noting("Borås", 2018, 2016, 50),
        made_evaluation("Växjö", areas={4: 38}),
        made_evaluation("Helsingborg", areas={4: 90}),
        made_evaluation("Mölndal", areas={4: 37}),
        made_evaluation("Örebro", 2012, 2010, areas={4: 99}),
    )
    found = who_is_pointed_to(archive, reader, lowest(archive, reader))
    assert [peer.candidate.name for peer in found.named] == ["Larvik", "Lomma"]
    assert titles_of_strengths(found) == ["Boden 2013", "Borås 2018", "Örebro 2014"]
    assert titles(found.higher) == ["Växjö 2019", "Helsingborg 2019"]


def titles_of_strengths(found: Any) -> list[str]:
    return [peer.candidate.finding.evaluation.title for peer in found.strengths]


def test_tingsryd_is_pointed_to_ornskoldsvik_whom_helsingborgs_evaluators_named() -> None:
    archive = real_archive()
    tingsryd = archive.evaluations["tingsryd", 2019]
    weak = lowest(archive, tingsryd)
    assert (weak.question.number, weak.percent, weak.n) == ("4.3", 7, 1)
    (named,) = who_is_pointed_to(archive, tingsryd, weak).named
    assert (named.candidate.name, named.candidate.named.by.title) == ("Örnsköldsvik", "Helsingborg 2014")


def test_nobody_below_the_median_of_the_area_is_pointed_to() -> None:
    reader = made_evaluation(areas={4: 10})
    points = {"Berg": 29, "Boden": 30, "Umeå": 31, "Växjö": 30, "Askersund": 20, "Örebro": 90}
    archive = archive_of(reader, *(made_evaluation(name, areas={4: value}) for name, value in points.items()))
    assert archive.figures[2016].areas[4].median == 30
    assert titles(who_is_higher(archive, reader, 4)) == ["Boden 2019", "Växjö 2019", "Örebro 2019"]


def test_no_strength_below_the_median_of_its_own_edition_is_pointed_to() -> None:
    def noting(name: str, percent: float) -> Evaluation:
        strengths = [{"text": "Påhittad styrka.", "question": "4.3"}]
        area = {"strengths": strengths, "questions": {"4.3": {"percent": percent}}}
        return made_evaluation(name, 2012, 2010, areas={4: area})

    reader = with_percents("Tingsryd", q4_3=7)
    others = [noting(name, percent) for name, percent in zip(SAME_GROUP, (39, 40, 20, 60, 50), strict=True)]
    archive = archive_of(reader, *others)
    assert archive.figures[2010].questions["4.3"].median == 40
    found = who_is_pointed_to(archive, reader, lowest(archive, reader))
    assert titles_of_strengths(found) == ["Bräcke 2012", "Finspång 2012", "Berg 2012"]


NAMES = ("Tingsryd", *SAME_GROUP[:3], *SAME_COUNTY, *UNLIKE[:3])
PERCENT = st.integers(0, 20).map(lambda step: step * 5.0)


@st.composite
def archives(draw: st.DrawFn) -> Archive:
    """Few municipalities with many evaluations, few figures: many ties, many of the reader's own."""
    found = {}
    for name, year in draw(
        st.lists(st.tuples(st.sampled_from(NAMES), st.integers(2014, 2019)), min_size=1, max_size=24, unique=True)
    ):
        edition = 2010 if year < 2016 else 2016
        question = {"questions": {"4.3": {"percent": draw(PERCENT)}}} if draw(st.booleans()) else {}
        strengths = [{"text": "Påhittad.", "question": "4.3"}] if draw(st.booleans()) else []
        named = [
            {"municipality": other, "area": 4, "question": "4.3", "topic": "påhittat"}
            for other in draw(st.lists(st.sampled_from(NAMES), max_size=2))
        ]
        area = {"points": draw(PERCENT), "strengths": strengths, **question}
        found[name, year] = made_evaluation(name, year, edition, areas={4: area}, examples=named)
    return archive_of(*found.values())


def in_order(archive: Archive, reader: Evaluation, peers: tuple[Any, ...]) -> None:
    """Each municipality once, never the reader's own, likeness as it is and never out of order."""
    names = [peer.candidate.name for peer in peers]
    assert len(set(names)) == len(names) <= MOST_NAMES
    assert reader.municipality not in names
    own = archive.municipality(reader)
    assert [peer.likeness for peer in peers] == [likeness(own, registry().by_name[name]) for name in names]
    assert sorted(peer.likeness for peer in peers) == [peer.likeness for peer in peers]


def falling(peers: tuple[Any, ...], figure: Any) -> None:
    """Within one likeness a better figure never stands below a worse one; those without stand last."""
    for how_like in Likeness:
        figures = [figure(peer.candidate) for peer in peers if peer.likeness is how_like]
        known = [one for one in figures if one is not None]
        assert figures == sorted(known, reverse=True) + [None] * (len(figures) - len(known))


@settings(max_examples=60, deadline=None)
@given(archives())
def test_nobody_is_pointed_to_out_of_order_or_to_itself_or_to_somebody_no_better(archive: Archive) -> None:
    for reader in archive:
        higher = who_is_higher(archive, reader, 4)
        in_order(archive, reader, higher)
        falling(higher, lambda one: one.points)
        assert all(peer.candidate.points > reader.area_points[4] for peer in higher)
        median = archive.figures[reader.edition].areas[4].median
        assert median is None or all(peer.candidate.points >= median for peer in higher)
        for weak in weakest_of_area(archive, reader, 4):
            if weak.median is None:
                pointed = who_is_pointed_to(archive, reader, weak)
                in_order(archive, reader, pointed.named)
                in_order(archive, reader, pointed.strengths)
                falling(pointed.strengths, lambda one: one.finding.percent)
                percents = [peer.candidate.finding.percent for peer in pointed.strengths]
                assert all(percent is None or percent > weak.percent for percent in percents)
                for peer in pointed.strengths:
                    there = archive.figures[peer.candidate.finding.evaluation.edition].questions.get("4.3")
                    percent = peer.candidate.finding.percent
                    assert percent is None or there is None or there.median is None or percent >= there.median
                assert all(peer.candidate.named.by.municipality != reader.municipality for peer in pointed.named)
                assert all(peer.candidate.named.by.municipality == reader.municipality for peer in pointed.own)
                in_order(archive, reader, pointed.own)
                assert not {one.candidate.name for one in pointed.named} & {one.candidate.name for one in pointed.own}
            else:
                check_who_does_well(archive, reader, weak)


def well_one_by_one(archive: Archive, reader: Evaluation, weak: WeakQuestion) -> dict[str, float]:
    """The highest percent of every other municipality that does well, found without any index."""
    well: dict[str, float] = {}
    for edition, number in alike_places(archive, (weak.question.edition, weak.question.number)):
        distribution = archive.figures[edition].questions.get(number)
        for evaluation in archive.of_edition[edition]:
            result = evaluation.question_results.get(number)
            if distribution is None or distribution.median is None or result is None or result.percent is None:
                continue
            if distribution.n >= 8:
                is_good = distribution.quarter(result.percent) is Quarter.HIGHEST
            else:
                is_good = result.percent > distribution.median
            if is_good and evaluation.municipality != reader.municipality and result.percent > weak.percent:
                well[evaluation.municipality] = max(result.percent, well.get(evaluation.municipality, 0))
    return well


def check_who_does_well(archive: Archive, reader: Evaluation, weak: WeakQuestion) -> None:
    found = who_does_well(archive, reader, weak)
    in_order(archive, reader, found.like)
    falling(found.like, lambda one: one.percent)
    assert all(peer.likeness < Likeness.UNLIKE for peer in found.like)
    shown = [peer.candidate for peer in found.like] + ([found.highest] if found.highest else [])
    for one in shown:
        assert one.percent > weak.percent
    well = well_one_by_one(archive, reader, weak)
    own = archive.municipality(reader)
    like = [name for name in well if likeness(own, registry().by_name[name]) < Likeness.UNLIKE]
    assert len(found.like) == min(len(like), MOST_NAMES)
    assert {peer.candidate.name: peer.candidate.percent for peer in found.like}.items() <= well.items()
    if len(like) < MOST_NAMES:
        assert found.unlike == len(well) - len(like)
        assert found.highest is None or found.highest.percent == max(well.values())
        assert (found.highest is None) <= (not well or bool(like))


def test_a_sub_question_that_few_have_counts_where_none_is_below_a_median() -> None:
    reader = with_percents("Tingsryd", q4_1=90, q4_3=0)
    archive = archive_of(reader, *(with_percents(name, q4_1=50) for name in UNLIKE))
    (weak,) = weakest_of_area(archive, reader, 4)
    assert (weak.question.number, weak.percent, weak.median, weak.n) == ("4.3", 0, None, 1)


def test_nobody_lower_in_the_edition_beside_is_shown() -> None:
    reader = with_percents("Tingsryd", q4_3=60)
    others = [with_percents(name, q4_3=80) for name in UNLIKE]
    before = [with_percents(name, 2012, 2010, q4_3=percent) for percent, name in enumerate(UNLIKE[:4], 10)]
    good = with_percents("Berg", 2012, 2010, q4_3=50)
    found = who(archive_of(reader, *others, *before, good), reader)
    assert found.like == ()


def test_the_lineage_of_4_3_is_what_the_made_up_archives_count_on() -> None:
    assert [one.question.edition for one in catalogue().counterparts(question()) if one.is_alike] == [2010]


def question() -> Any:
    return catalogue().editions[2016].question("4.3")
