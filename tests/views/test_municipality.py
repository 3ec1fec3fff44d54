"""The page of a municipality."""

from __future__ import annotations

from typing import Any

import pytest

from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.backlinks import Backlinks
from kompass_sphinx.views.municipality import MunicipalityView, content_of, municipality_view
from kompass_sphinx.views.rich import Link, plain
from tests.archives import archive_of, context_of, made_evaluation, made_known, with_totals

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def of(*evaluations: Evaluation, slug: str = "mark") -> MunicipalityView:
    return municipality_view(context_of(archive_of(*evaluations)), slug)


def test_evaluations_are_listed_latest_first_with_the_change_within_an_edition_only() -> None:
    view = of(
        made_evaluation("Mark", 2006, 2002, total=446),
        made_evaluation("Mark", 2009, 2002, total=513.5),
        made_evaluation("Mark", 2012, 2010, total=600),
        made_evaluation("Mark", 2013, 2010),
        made_evaluation("Mark", 2014, 2010, total=590),
    )
    assert [(row.year, row.total, row.change, row.change_note) for row in view.rows] == [
        ("2014", "590", "−10", "sedan 2012"),
        ("2013", "", "", "total saknas"),
        ("2012", "600", "", "ny utgåva"),
        ("2009", "513,5", "+67,5", "sedan 2006"),
        ("2006", "446", "", "den första i arkivet"),
    ]


def test_why_a_total_has_no_change_is_told() -> None:
    view = of(made_evaluation("Mark", 2016), made_evaluation("Mark", 2018, total=519))
    assert (view.rows[0].total, view.rows[0].change, view.rows[0].change_note) == ("519", "", "total för 2016 saknas")


def test_the_median_of_the_edition_stands_beside_each_total() -> None:
    view = of(
        made_evaluation("Mark", 2019, total=450),
        made_evaluation("Mark", 2021, 2020, total=450),
        made_evaluation("Mark", 2022, 2020),
        *with_totals(400, 410, 420, 430),
    )
    assert [(row.year, row.median, row.n.replace(NO_BREAK_SPACE, " ")) for row in view.rows] == [
        ("2022", "", ""),
        ("2021", "för få", "(n = 1)"),
        ("2019", "420", "(n = 5)"),
    ]


EIGHT = dict.fromkeys(range(1, 9), 50)


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({}, "inga poäng"),
        ({"total": 0}, "endast total"),
        ({"total": 450, "areas": {4: 41}}, "ett område"),
        ({"areas": {4: 41, 5: 50}}, "två områden"),
        ({"areas": EIGHT}, "områden"),
        ({"areas": EIGHT | {4: {"points": 50, "questions": {"4.1": {"percent": 5}}}}}, "delfrågor"),
        ({"total": 1, "areas": {4: {"improvements": ["Påhittad."]}}}, "styrkor och förbättringsområden"),
        ({"areas": {4: {"impression": "Påhittat intryck."}}}, "utvärderarnas intryck"),
        ({"total": 1, "summary": "Påhittat intryck."}, "utvärderarnas intryck"),
        ({"areas": EIGHT | {4: {"strengths": ["Påhittad."]}}}, "sju områden, styrkor och förbättringsområden"),
    ],
)
def test_what_the_archive_has_of_an_evaluation(values: dict[str, Any], text: str) -> None:
    evaluation = made_evaluation(**values)
    assert content_of(context_of(archive_of(evaluation)), evaluation) == text


def test_who_pointed_here_and_from_where() -> None:
    view = of(
        made_evaluation("Mark", 2009, 2002, examples=[{"municipality": "Mark", "area": 4, "topic": "påhittat hemma"}]),
        made_evaluation(
            "Ale",
            2016,
            examples=[{"municipality": "Mark", "area": 4, "question": "4.6", "topic": "påhittad modell", "page": 11}],
        ),
    )
    assert view.backlinks.sentence == "Utvärderare har pekat på Mark en gång i en annan kommuns rapport:"
    (backlink,) = view.backlinks.entries
    assert backlink.topic == "Påhittad modell"
    assert plain(backlink.sources[-1]) == "utpekad i Ale 2016 (utgåva 2016, s. 11)"
    (own,) = view.own
    assert plain(own) == "Den egna utvärderingen 2009 lyfter fram: påhittat hemma."
    (topic,) = [part for part in own if isinstance(part, Link)]
    assert (topic.target.page, topic.target.anchor[:4]) == ("evaluations/mark/2009", "e-4-")


def test_nobody_pointing_here_is_said() -> None:
    view = of(made_evaluation("Mark", 2009, 2002))
    assert view.backlinks == Backlinks("Ingen annan utvärdering i arkivet pekar på Mark.", (), ())
    assert view.own == ()


def test_several_pointing_here_are_counted() -> None:
    examples = [{"municipality": "Mark", "topic": topic} for topic in ("påhittat", "påhittat igen")]
    view = of(made_evaluation("Mark", 2009, 2002), made_evaluation("Ale", 2016, examples=examples))
    assert view.backlinks.sentence == "Utvärderare har pekat på Mark två gånger i andra kommuners rapporter:"


def test_where_the_evaluators_pointed_by_topic_latest_evaluation_first() -> None:
    view = of(
        made_evaluation("Mark", 2009, 2002, examples=[{"municipality": "Vara", "topic": "påhittat"}]),
        made_evaluation(
            "Mark",
            2019,
            examples=[
                {"municipality": "Lomma", "area": 4, "topic": "påhittad modell"},
                {"place": "Odense", "kind": "foreign", "country": "Danmark", "area": 4, "topic": "påhittad modell"},
                {"municipality": "Mark", "area": 5, "topic": "påhittat hemma"},
            ],
        ),
    )
    assert [plain(one.introduction) for one in view.pointed] == [
        "Utvärderingen 2019 pekade på två exempel på annat håll.",
        "Utvärderingen 2009 pekade på ett exempel på annat håll.",
    ]
    assert [[(one.theme_index, plain(one.sentence)) for one in from_one.topics] for from_one in view.pointed] == [
        [(3, "Påhittad modell: Lomma, Odense (i Danmark)")],
        [(None, "Påhittat: Vara")],
    ]


def test_evaluations_known_without_a_report_are_told_too() -> None:
    archive = archive_of(
        made_evaluation("Mark", 2009, 2002), known=(made_known("Mark", 2006), made_known("Mark", 2009))
    )
    known = municipality_view(context_of(archive), "mark").known
    assert known is not None
    assert [row.year for row in known.rows] == ["2006"]
    assert of(made_evaluation("Mark", 2009, 2002)).known is None


def test_a_known_evaluation_without_a_year_may_be_the_archived_one() -> None:
    def doubt(year: int | None) -> str:
        archive = archive_of(made_evaluation("Mark", 2009, 2002), known=(made_known("Mark", year),))
        known = municipality_view(context_of(archive, "en"), "mark").known
        assert known is not None
        return known.doubt

    assert doubt(None) == "One without a year may be the same as another."
    assert doubt(2006) == ""


def test_areas_of_the_latest_edition_with_points_are_compared() -> None:
    view = of(
        made_evaluation("Mark", 2012, 2010, areas={4: 99}),
        made_evaluation("Mark", 2016, areas={4: 44.5, 5: 50}),
        made_evaluation("Mark", 2018, areas={4: 41}),
        made_evaluation("Mark", 2021, 2020, total=450),
    )
    assert view.areas is not None
    assert view.areas.caption == "Område för område, utgåva 2016"
    assert [[(cell.label, cell.text) for cell in row.cells] for row in view.areas.rows] == [
        [("2016", "44,5"), ("2018", "41"), ("Skillnad", "−3,5"), ("Median", "för få")],
        [("2016", "50"), ("2018", "saknas"), ("Skillnad", "–"), ("Median", "för få")],
    ]
    assert [row.percent for row in view.areas.rows] == [41, None]


def test_a_median_of_areas_has_its_n_and_all_notes_on_a_figure_are_told() -> None:
    notes = [{"about": "areas.4.points", "text": text} for text in ("Påhittad not.", "En till.")]
    view = of(
        made_evaluation("Mark", 2018, areas={4: 41, 5: 50}, notes=notes),
        *(made_evaluation(name, 2016, areas={4: 40}) for name in ("Ale", "Lomma", "Vara", "Örebro")),
    )
    assert view.areas is not None
    assert [(row.cells[-1].text, row.cells[-1].n) for row in view.areas.rows] == [("40", "(5)"), ("för få", "(1)")]
    assert [row.note for row in view.areas.rows] == ["*", ""]
    assert view.areas.notes == ("* Påhittad not. En till.",)


def test_a_published_median_of_the_edition_stands_in_for_one_of_too_few() -> None:
    def published(scope: str | None, points: int) -> dict[str, Any]:
        benchmark = {"label": "Påhittad median", "statistic": "median", "edition": 2002, "areas": {4: points}}
        return benchmark | ({"scope": scope} if scope else {})

    view = of(
        made_evaluation("Mark", 2009, 2002, areas={4: 41, 5: 50}, benchmarks=[published(None, 44)]),
        made_evaluation("Ale", 2009, 2002, benchmarks=[published("first", 33)]),
    )
    assert view.areas is not None
    assert [(row.median, row.cells[-1].text, row.cells[-1].n) for row in view.areas.rows] == [
        (44, "44", ""),
        (None, "saknas", ""),
    ]


def test_without_points_by_area_nothing_is_compared() -> None:
    assert of(made_evaluation("Mark", 2018, total=450)).areas is None


def test_a_year_or_edition_that_is_inferred_is_pointed_to() -> None:
    note = {"about": "edition", "text": "Påhittad not."}
    view = of(made_evaluation("Mark", 2016, notes=[note]), made_evaluation("Mark", 2018, notes=[note]))
    assert plain(view.rows_note) == "Hur utgåvan eller året är känt står i noterna till 2016 och 2018."
    assert [part.target.anchor for part in view.rows_note if isinstance(part, Link)] == ["noter", "noter"]
    assert of(made_evaluation("Mark", 2016)).rows_note == ()
