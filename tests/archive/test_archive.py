"""All evaluations together: order, distributions, who named whom, published figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.archive.edition_figures import EditionFigures
from kompass_sphinx.archive.statistics import Distribution
from kompass_sphinx.archive.when_asked import MadeWhenAsked
from tests.archives import archive_of, made_evaluation, made_known, real_archive


def test_municipalities_are_in_swedish_order_and_their_evaluations_by_year() -> None:
    archive = archive_of(
        made_evaluation("Örebro", 2012, 2010),
        made_evaluation("Ängelholm", 2013, 2010),
        made_evaluation("Åre", 2011, 2010),
        made_evaluation("Vara", 2016, 2016),
        made_evaluation("Vara", 2009, 2002),
    )
    assert list(archive.of_municipality) == ["vara", "are", "angelholm", "orebro"]
    assert [one.year for one in archive.of_municipality["vara"]] == [2009, 2016]
    assert len(archive) == len(list(archive)) == 5


def test_latest_first_then_in_swedish_order() -> None:
    archive = archive_of(
        made_evaluation("Örebro", 2016),
        made_evaluation("Ale", 2014, 2010),
        made_evaluation("Ängelholm", 2016),
        made_evaluation("Åre", 2016),
        made_evaluation("Ystad", 2016),
        made_evaluation("Mark", 2022, 2020),
    )
    assert [one.title for one in archive.latest_first] == [
        "Mark 2022",
        "Ystad 2016",
        "Åre 2016",
        "Ängelholm 2016",
        "Örebro 2016",
        "Ale 2014",
    ]


def test_every_edition_has_its_evaluations_and_figures_even_when_there_are_none() -> None:
    archive = archive_of(made_evaluation("Mark", 2006, 2002, total=446))
    assert {edition: len(evaluations) for edition, evaluations in archive.of_edition.items()} == {
        2002: 1,
        2010: 0,
        2016: 0,
        2020: 0,
    }
    none = Distribution(())
    assert archive.figures[2010] == EditionFigures(none, none, none, dict.fromkeys(range(1, 9), none), {})


def test_totals_of_first_repeated_and_unknown_evaluations_are_told_apart() -> None:
    archive = archive_of(
        made_evaluation("Ale", 2016, total=400, first=True),
        made_evaluation("Mark", 2017, total=500, first=False),
        made_evaluation("Lomma", 2018, total=450),
        made_evaluation("Vara", 2018, first=True),
        made_evaluation("Vara", 2012, 2010, total=300, first=True),
    )
    figures = archive.figures[2016]
    assert list(figures.totals.values) == [400, 450, 500]
    assert list(figures.first_totals.values) == [400]
    assert list(figures.repeated_totals.values) == [500]


def test_area_and_question_figures_are_of_one_edition_and_of_what_is_known() -> None:
    archive = archive_of(
        made_evaluation("Ale", 2016, areas={4: {"points": 41, "questions": {"4.1": {"points": 3, "percent": 20}}}}),
        made_evaluation("Mark", 2017, areas={4: {"points": 74.5, "questions": {"4.1": {"points": 5}}}, 5: 60}),
        made_evaluation("Vara", 2018, areas={4: {"questions": {"4.1": {"percent": 0}}}}),
        made_evaluation("Lomma", 2012, 2010, areas={4: {"points": 10, "questions": {"4.1": {"percent": 99}}}}),
    )
    figures = archive.figures[2016]
    assert list(figures.areas[4].values) == [41, 74.5]
    assert list(figures.areas[5].values) == [60]
    assert figures.areas[6].n == 0
    # Only percent can be held against each other; points without percent are no measured share.
    assert list(figures.questions["4.1"].values) == [0, 20]


def test_those_named_are_found_by_their_municipality_latest_first() -> None:
    archive = archive_of(
        made_evaluation("Ale", 2012, 2010, examples=[{"municipality": "Mark", "topic": "påhittat"}]),
        made_evaluation(
            "Mark",
            2018,
            examples=[
                {"municipality": "Mark", "topic": "påhittat hemma"},
                {"municipality": "Lomma", "topic": "påhittat"},
                {"place": "Odense", "kind": "foreign", "topic": "påhittat"},
            ],
        ),
    )
    found = archive.named_by_municipality
    assert list(found) == ["Mark", "Lomma"]
    assert [(one.by.title, one.by_itself) for one in found["Mark"]] == [("Mark 2018", True), ("Ale 2012", False)]
    assert len(archive.named) == 4


def test_whom_a_municipalitys_own_evaluations_point_to_stands_earliest_first() -> None:
    archive = archive_of(
        made_evaluation("Mark", 2018, examples=[{"municipality": "Lomma", "topic": "påhittat"}]),
        made_evaluation("Mark", 2012, 2010, examples=[{"municipality": "Vara", "topic": "påhittat"}]),
        made_evaluation("Ale", 2018),
    )
    found = {slug: [(one.item.example.name, one.by.title) for one in named] for slug, named in archive.named_in.items()}
    assert found == {"ale": [], "mark": [("Vara", "Mark 2012"), ("Lomma", "Mark 2018")]}


def test_places_outside_the_registry_are_in_swedish_order_what_is_one_place_together_latest_first() -> None:
    def place(name: str, topic: str, kind: str = "company") -> dict[str, str]:
        return {"place": name, "kind": kind, "topic": topic}

    archive = archive_of(
        made_evaluation("Ale", 2012, 2010, examples=[place("Ö", "sist"), place("Odense", "äldre", "foreign")]),
        made_evaluation("Ale", 2014, 2010, examples=[place("Odense", "ett bolag")]),
        made_evaluation(
            "Mark", 2018, examples=[{"municipality": "Vara", "topic": "ej"}, place("Odense", "yngre", "foreign")]
        ),
    )
    assert [one.item.example.topic for one in archive.named_outside] == ["ett bolag", "yngre", "äldre", "sist"]


def test_places_of_one_name_and_kind_are_in_the_order_of_their_cities_and_countries() -> None:
    whole = {"place": "Centrum", "kind": "district", "topic": "påhittat"}
    cities: tuple[dict[str, str], ...] = (
        {"part_of": "Oslo"},
        {"country": "Norge"},
        {},
        {"part_of": "Bergen"},
        {"country": "Danmark"},
    )
    archive = archive_of(made_evaluation(examples=[whole | city for city in cities]))
    found = [one.item.example for one in archive.named_outside]
    assert [one.part_of or one.country for one in found] == [None, "Danmark", "Norge", "Bergen", "Oslo"]


def test_what_is_known_without_a_report_stands_by_municipality_earliest_first() -> None:
    archive = archive_of(
        made_evaluation("Mark", 2006, 2002),
        known=(made_known("Mark", 2006), made_known("Mark", None), made_known("Mark", 2004), made_known("Lomma", 2008)),
    )
    assert {name: [one.year for one in entries] for name, entries in archive.without_report.items()} == {
        "Mark": [2004, None],
        "Lomma": [2008],
    }


def test_the_register_is_made_once() -> None:
    archive = archive_of(made_evaluation("Mark", 2006, 2002))
    assert archive.register is archive.register
    assert [entry.municipality for entry in archive.register] == ["Mark"]


NAMES = st.sampled_from(("Ale", "Mark", "Åre", "Ängelholm", "Örnsköldsvik"))


@given(
    evaluated=st.lists(st.tuples(NAMES, st.sampled_from((2012, 2014)), st.lists(NAMES, max_size=3)), max_size=4),
    known=st.lists(st.tuples(NAMES, st.sampled_from((None, 2008, 2012))), max_size=4),
)
def test_a_page_is_for_those_evaluated_named_or_known_each_once_in_swedish_order(
    evaluated: list[tuple[str, int, list[str]]], known: list[tuple[str, int | None]]
) -> None:
    archive = archive_of(
        *(
            made_evaluation(name, year, 2010, examples=[{"municipality": one, "topic": "påhittat"} for one in named])
            for name, year, named in evaluated
        ),
        known=tuple(made_known(name, year) for name, year in known),
    )
    wanted = {evaluation.municipality for evaluation in archive} | {name for name, _ in known}
    wanted |= {example.name for evaluation in archive for example in evaluation.examples}
    order = ("Ale", "Mark", "Åre", "Ängelholm", "Örnsköldsvik")
    assert [one.name for one in archive.with_page] == [name for name in order if name in wanted]


def test_published_figures_stand_with_the_edition_they_are_about() -> None:
    old = {"label": "Påhittad median", "statistic": "median", "edition": 2002, "total": 463.5}
    new = {"label": "Påhittat medel", "statistic": "mean", "edition": 2010, "total": 455}
    archive = archive_of(
        made_evaluation("Mark", 2014, 2010, benchmarks=[new, old]),
        made_evaluation("Vara", 2009, 2002, benchmarks=[old]),
    )
    assert [(one.benchmark.label, one.evaluation.title) for one in archive.benchmarks[2002]] == [
        ("Påhittad median", "Vara 2009"),
        ("Påhittad median", "Mark 2014"),
    ]
    assert [one.evaluation.title for one in archive.benchmarks[2010]] == ["Mark 2014"]
    assert archive.benchmarks[2016] == archive.benchmarks[2020] == ()


def test_the_real_archive_counts_every_figure_once() -> None:
    archive = real_archive()
    assert sum(len(evaluations) for evaluations in archive.of_edition.values()) == len(archive)
    assert sum(len(evaluations) for evaluations in archive.of_municipality.values()) == len(archive)
    figures = archive.figures.values()
    assert sum(one.totals.n for one in figures) == sum(one.total is not None for one in archive)
    assert sum(area.n for one in figures for area in one.areas.values()) == sum(len(one.area_points) for one in archive)
    assert len(archive.named) == sum(len(one.examples) for one in archive)


def test_an_archive_after_an_edit_is_as_one_made_anew_and_keeps_the_items_of_what_is_the_same() -> None:
    known = (made_known("Mark", 2004),)
    before = archive_of(made_evaluation("Mark", 2019), made_evaluation("Tingsryd", 2019))
    edited = made_evaluation("Tingsryd", 2019, examples=[{"municipality": "Mark", "area": 4, "topic": "påhittat"}])
    evaluations = {**before.evaluations, ("tingsryd", 2019): edited}
    mark = evaluations["mark", 2019]
    items = before.items_of(mark)
    after = before.with_evaluations(evaluations, known)
    whole = archive_of(*evaluations.values(), known=known)
    assert after == whole
    assert [after.items_of(one).examples for one in after] == [whole.items_of(one).examples for one in whole]
    assert after.items_of(mark) is items
    assert [named.by for named in after.named] == [edited.reference]


def test_all_that_is_asked_of_all_evaluations_can_be_answered_before() -> None:
    archive = archive_of(made_evaluation("Mark", 2019))
    archive.answer_all()
    assert {"figures", "questions", "register", "of_county", "theme_counts"} <= vars(archive).keys()


def test_an_archive_without_evaluations_has_an_answer_to_everything() -> None:
    archive = archive_of()
    archive.answer_all()
    assert archive.last_year == 0
    assert archive.latest_first == ()


def test_so_can_what_is_made_by_key(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []

    def make_all(answers: MadeWhenAsked[object, object]) -> None:
        made.append(answers)

    monkeypatch.setattr(MadeWhenAsked, "make_all", make_all)
    archive = archive_of(made_evaluation("Mark", 2019))
    archive.answer_all()
    by_key = [archive.figures, archive.doing_well, archive.named_for, archive.strengths_on, archive.on_area]
    assert all(any(answers is one for one in made) for answers in by_key)
