"""Of any archive: nobody is pointed to out of order, twice, or for what they do no better."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.doing_well import alike_places
from kompass_sphinx.archive.learning import (
    MOST_NAMES,
    WeakQuestion,
    weakest_of_area,
    who_does_well,
    who_is_higher,
    who_is_pointed_to,
)
from kompass_sphinx.archive.likeness import Likeness, likeness
from kompass_sphinx.archive.statistics import Quarter
from kompass_sphinx.model.evaluation import Evaluation
from tests.archive.neighbours import SAME_COUNTY, SAME_GROUP, UNLIKE, with_percents
from tests.archives import archive_of, catalogue, made_evaluation, registry

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


def test_the_lineage_of_4_3_is_what_the_made_up_archives_count_on() -> None:
    assert [one.question.edition for one in catalogue().counterparts(question()) if one.is_alike] == [2010]


def question() -> Any:
    return catalogue().editions[2016].question("4.3")
