"""What stands first on an area page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kompass_sphinx.archive.by_theme import (
    RecurringImprovement,
    best_on,
    first_totals,
    named_on,
    recurring_on,
    strengths_on,
)
from kompass_sphinx.archive.theme_counts import ThemeCounts
from tests.archives import archive_of, made_evaluation, real_archive

THEME = "ledarskap"  # area 4 in 2002, 2010 and 2016; area 5 is another theme
IN_AREA = {2002: 4, 2010: 4, 2016: 4}


MANY = 10_000


def findings_in(improvement: RecurringImprovement) -> int:
    return sum(len(words.items) for words in improvement.words)


def example(municipality: str, area: int | None = 4) -> dict[str, Any]:
    return {"municipality": municipality, "topic": "påhittat"} | ({} if area is None else {"area": area})


def strength(text: str, question: str | None = None) -> dict[str, Any]:
    return {"text": text} | ({} if question is None else {"question": question})


def test_the_theme_is_the_area_that_these_tests_take_it_for() -> None:
    areas = archive_of().catalogue.themes[THEME].areas
    assert {edition: areas[edition] for edition in IN_AREA} == IN_AREA


def test_those_named_by_others_stand_before_those_held_up_at_home_and_the_latest_first() -> None:
    archive = archive_of(
        made_evaluation("Mark", 2019, examples=[example("Mark"), example("Lomma")]),
        made_evaluation("Ale", 2009, 2002, examples=[example("Vara")]),
        made_evaluation("Örebro", 2012, 2010, examples=[example("Örebro"), example("Nacka")]),
    )
    named = [(one.item.example.name, one.by.title) for one in named_on(archive, THEME, MANY)[0]]
    assert named == [
        ("Lomma", "Mark 2019"),
        ("Nacka", "Örebro 2012"),
        ("Vara", "Ale 2009"),
        ("Mark", "Mark 2019"),
        ("Örebro", "Örebro 2012"),
    ]


def test_an_example_of_another_area_or_none_is_not_of_the_theme() -> None:
    archive = archive_of(made_evaluation(examples=[example("Mark", 5), example("Lomma", None)]))
    assert named_on(archive, THEME, MANY) == ((), 0)


def test_strengths_with_the_highest_result_first_then_those_without_a_figure() -> None:
    archive = archive_of(
        made_evaluation(
            "Ale",
            2012,
            2010,
            areas={
                4: {
                    "questions": {"4.1": {"percent": 60}, "4.2": {"percent": 90.5}, "4.3": {"points": 9}},
                    "strengths": [
                        strength("ett", "4.1"),
                        strength("två", "4.2"),
                        strength("tre", "4.3"),
                        strength("fyra", "4.1"),
                    ],
                }
            },
        ),
        made_evaluation(
            "Mark",
            2018,
            areas={4: {"questions": {"4.1": {"percent": 60}}, "strengths": [strength("fem"), strength("sex", "4.1")]}},
        ),
    )
    assert [
        (group.evaluation.title, group.percent, [item.finding.text for item in group.items])
        for group in strengths_on(archive, THEME, MANY)[0]
    ] == [
        ("Ale 2012", 90.5, ["två"]),
        ("Mark 2018", 60, ["sex"]),
        ("Ale 2012", 60, ["ett", "fyra"]),
        ("Mark 2018", None, ["fem"]),
        ("Ale 2012", None, ["tre"]),
    ]


def test_a_result_of_nought_is_a_result() -> None:
    questions = {"4.1": {"percent": 0}, "4.2": {"percent": 0.5}}
    area = {"questions": questions, "strengths": [strength("ett"), strength("två", "4.1"), strength("tre", "4.2")]}
    groups, hidden = strengths_on(archive_of(made_evaluation(areas={4: area})), THEME, MANY)
    assert ([group.percent for group in groups], hidden) == ([0.5, 0, None], 0)
    assert [group.question.number if group.question else None for group in groups] == ["4.2", "4.1", None]


def test_best_results_are_highest_first_and_equal_ones_in_swedish_order() -> None:
    archive = archive_of(
        made_evaluation("Örebro", 2017, areas={4: 60}),
        made_evaluation("Ale", 2016, areas={4: 60}),
        made_evaluation("Ängelholm", 2017, areas={4: 60.5}),
        made_evaluation("Mark", 2017, areas={5: 99}),
        made_evaluation("Vara", 2012, 2010, areas={4: 99}),
    )
    assert [(one.evaluation.title, one.points) for one in best_on(archive, THEME, 2016, MANY)[0]] == [
        ("Ängelholm 2017", 60.5),
        ("Ale 2016", 60),
        ("Örebro 2017", 60),
    ]


def improvements(municipality: str, year: int, edition: int, *questions: str | None) -> Any:
    found = [strength(f"påhittat {number}", question) for number, question in enumerate(questions)]
    return made_evaluation(municipality, year, edition, areas={4: {"improvements": found}})


def test_recurring_improvements_count_evaluations_not_texts() -> None:
    archive = archive_of(
        improvements("Ale", 2016, 2016, "4.2", "4.2", "4.1", None),
        improvements("Mark", 2017, 2016, "4.2"),
        improvements("Lomma", 2018, 2016, None, None),
        improvements("Vara", 2012, 2010, "4.2"),
        made_evaluation("Nacka", 2018, areas={4: 50}),
    )
    assert _counted(recurring_on(archive, THEME, MANY)) == [
        (2016, "4.2", 2, 3, 3),
        (2016, "4.1", 1, 3, 1),
        (2010, "4.2", 1, 1, 1),
        (2016, None, 2, 3, 3),
    ]


def _counted(found: Sequence[Any]) -> list[tuple[int, str | None, int, int, int]]:
    return [
        (one.edition, one.question.number if one.question else None, one.asked, one.evaluations, findings_in(one))
        for one in found
    ]


def test_improvements_asked_for_equally_often_are_in_the_order_of_the_sub_questions() -> None:
    archive = archive_of(improvements("Ale", 2016, 2016, "4.3", "4.1", "4.2"))
    assert [number for _, number, *_ in _counted(recurring_on(archive, THEME, MANY))] == ["4.1", "4.2", "4.3"]


def test_within_a_recurring_improvement_the_latest_evaluation_stands_first() -> None:
    archive = archive_of(improvements("Ale", 2016, 2016, "4.2"), improvements("Mark", 2018, 2016, "4.2"))
    (found,) = recurring_on(archive, THEME, MANY)
    assert [evaluation.title for words in found.words for evaluation, _ in words.items] == ["Mark 2018", "Ale 2016"]


def test_every_real_finding_and_example_with_an_area_is_on_exactly_one_area_page() -> None:
    archive = real_archive()
    themes = archive.catalogue.themes
    on_pages = sum(len(group.items) for theme in themes for group in strengths_on(archive, theme, MANY)[0])
    assert on_pages == sum(len(archive.items_of(one).strengths) for one in archive)
    on_pages = sum(findings_in(one) for theme in themes for one in recurring_on(archive, theme, MANY))
    assert on_pages == sum(len(archive.items_of(one).improvements) for one in archive)
    on_pages = sum(len(named_on(archive, theme, MANY)[0]) for theme in themes)
    assert on_pages == sum(one.item.area is not None for one in archive.named)
    results = [best_on(archive, theme, edition, MANY)[0] for theme in themes for edition in archive.of_edition]
    assert sum(map(len, results)) == sum(len(one.area_points) for one in archive)


def test_of_each_kind_the_first_ones_and_how_many_more_there_are() -> None:
    archive = archive_of(
        *(
            made_evaluation(
                name,
                2018,
                total=500 + at,
                areas={
                    4: {
                        "points": 50 + at,
                        "strengths": [strength("ett"), strength("två")],
                        "improvements": [strength("samma", "4.2"), strength(f"annat {at}", "4.2")],
                    }
                },
                examples=[example("Vara")],
            )
            for at, name in enumerate(("Ale", "Mark", "Lomma"))
        )
    )
    named, others = named_on(archive, THEME, 2)
    assert (len(named), others) == (2, 1)
    groups, items = strengths_on(archive, THEME, 1)
    assert (len(groups), items) == (1, 4)
    best, others = best_on(archive, THEME, 2016, 2)
    assert ([one.points for one in best], others) == ([52, 51], 1)
    (found,) = recurring_on(archive, THEME, 2)
    assert ([len(words.items) for words in found.words], len(found.hidden)) == ([3, 1], 2)
    assert [total for _, total in first_totals(archive, 2016, 2)] == [500, 502]


def test_an_improvement_in_the_words_of_a_shown_one_stands_with_it_wherever_it_comes() -> None:
    area = {"improvements": [strength(word, "4.2") for word in ("a", "b", "c", "a", "d", "c")]}
    (found,) = recurring_on(archive_of(made_evaluation(areas={4: area})), THEME, 2)
    assert [[item.finding.text for _, item in same.items] for same in found.words] == [["a", "a"], ["b"]]
    assert [place.position for place in found.hidden] == [2, 5, 4]


def test_a_theme_counts_all_that_is_on_its_page_an_example_whose_sub_question_tells_the_area_too() -> None:
    area = {"points": 0, "strengths": [strength("ett"), strength("två")], "improvements": [strength("tre")]}
    archive = archive_of(
        made_evaluation(
            "Ale", areas={4: area}, examples=[example("Mark"), example("Lomma", None) | {"question": "4.3"}]
        ),
        made_evaluation(
            "Mark", areas={4: {"points": 9, "strengths": [strength("fyra")]}}, examples=[example("Vara", None)]
        ),
    )
    assert archive.theme_counts[THEME] == ThemeCounts(named=2, strengths=3, improvements=1, results=2)
    assert len(named_on(archive, THEME, MANY)[0]) == 2
