"""Who is worth looking at for exactly what one is weak at."""

from __future__ import annotations

from typing import Any

import pytest

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.doing_well import alike_places
from kompass_sphinx.archive.learning import (
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
from tests.archives import archive_of, made_evaluation, real_archive, registry


def test_the_municipalities_of_these_tests_are_like_tingsryd_as_said() -> None:
    reader = registry().by_name["Tingsryd"]
    for names, expected in (
        (SAME_GROUP, Likeness.SAME_GROUP),
        (SAME_COUNTY, Likeness.SAME_COUNTY),
        (UNLIKE, Likeness.UNLIKE),
    ):
        assert {name: likeness(reader, registry().by_name[name]) for name in names} == dict.fromkeys(names, expected)


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


@pytest.mark.parametrize(("n", "well"), [(4, 0), (5, 2), (7, 3), (8, 2)])
def test_below_eight_the_higher_half_does_well_and_below_five_nobody(n: int, well: int) -> None:
    names = (*SAME_GROUP, *SAME_COUNTY)[:n]
    archive = archive_of(*(with_percents(name, q4_3=percent) for percent, name in enumerate(names)))
    assert len(archive.doing_well[2016, "4.3"].candidates) == well


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
    assert found.like[0].candidate.question.edition == 2010
    few = who(archive_of(reader, *here, *before[:3], best), reader)
    assert few.like == ()


def test_a_strength_on_the_same_sub_question_goes_along() -> None:
    strong = {"text": "Påhittad styrka.", "question": "4.3"}
    area = {"questions": {"4.3": {"percent": 90}}, "strengths": [{"text": "Annan.", "question": "4.2"}, strong]}
    reader = with_percents("Tingsryd", q4_3=7)
    best = made_evaluation("Berg", areas={4: area})
    archive = archive_of(reader, best, *(with_percents(name, q4_3=20) for name in UNLIKE))
    (peer,) = who(archive, reader).like
    assert peer.candidate.strength == archive.items_of(best).strengths[1]


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


def test_of_equal_points_on_an_area_the_latest_comes_first_and_then_the_name() -> None:
    years = {"Bräcke": 2017, "Berg": 2017, "Boden": 2018}
    archive = archive_of(*(made_evaluation(name, year, areas={4: 50}) for name, year in years.items()))
    found = archive.on_area[2016, 4].candidates
    assert [(one.name, one.area, one.points) for one in found] == [("Boden", 4, 50), ("Berg", 4, 50), ("Bräcke", 4, 50)]


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
    assert [one.finding.percent for one in archive.strengths_on[2016, "4.3"].candidates] == [60, 50, 40]


def test_nobody_lower_in_the_edition_beside_is_shown() -> None:
    reader = with_percents("Tingsryd", q4_3=60)
    others = [with_percents(name, q4_3=80) for name in UNLIKE]
    before = [with_percents(name, 2012, 2010, q4_3=percent) for percent, name in enumerate(UNLIKE[:4], 10)]
    good = with_percents("Berg", 2012, 2010, q4_3=50), with_percents("Boden", 2012, 2010, q4_3=60)
    found = who(archive_of(reader, *others, *before, *good), reader)
    assert (found.like, found.unlike, found.highest) == ((), 0, None)


@pytest.mark.parametrize("own", [40, 90])
def test_the_readers_own_result_in_the_edition_beside_is_not_counted(own: int) -> None:
    reader = with_percents("Tingsryd", q4_3=40)
    others = [with_percents(name, q4_3=80) for name in UNLIKE]
    before = [with_percents(name, 2012, 2010, q4_3=20) for name in UNLIKE[:3]]
    beside = with_percents("Tingsryd", 2012, 2010, q4_3=own), with_percents("Umeå", 2012, 2010, q4_3=50)
    found = who(archive_of(reader, *others, *before, *beside), reader)
    assert (found.like, found.unlike, found.highest.name) == ((), 1, "Umeå")
