"""What an evaluation says of each area, as the page has it."""

from __future__ import annotations

from typing import Any

import pytest

from kompass_sphinx.model.evaluation import Evaluation, Example
from kompass_sphinx.views.area_results import AreaSection, area_sections, place_kind
from kompass_sphinx.views.notes import notes_of
from kompass_sphinx.views.rich import Link, plain
from kompass_sphinx.views.targets import Target
from tests.archives import archive_of, context_of, made_evaluation, real_archive

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def of(evaluation: Evaluation, *others: Evaluation) -> tuple[AreaSection, ...]:
    context = context_of(archive_of(evaluation, *others))
    return area_sections(context, evaluation, notes_of(context, evaluation))


def section(area: dict[str, Any], **values: Any) -> AreaSection:
    """The section of area 4 of an evaluation made up of it."""
    (found,) = of(made_evaluation(areas={4: area}, **values))
    return found


def test_areas_that_anything_is_said_of_in_the_editions_order() -> None:
    evaluation = made_evaluation(
        areas={7: {"improvements": ["Påhittad."]}, 2: 55},
        examples=[
            {"municipality": "Lomma", "area": 4, "topic": "påhittat"},
            {"municipality": "Vara", "topic": "påhittat"},
        ],
    )
    assert [(one.number, one.anchor) for one in of(evaluation)] == [(2, "omrade-2"), (4, "omrade-4"), (7, "omrade-7")]


def test_an_area_leads_to_the_theme_that_it_is_in_its_edition() -> None:
    (in_2010,) = of(made_evaluation("Mark", 2012, 2010, areas={4: 50}))
    assert (in_2010.theme.target.page, in_2010.theme_index) == ("docs/areas/ledarskap", 3)


def test_missing_points_are_empty_never_nought() -> None:
    without, nought = section({"impression": "Påhittat."}), section({"points": 0})
    assert (without.points, without.median, without.n) == ("", "", "")
    assert nought.points == "0"
    assert nought.n.replace(NO_BREAK_SPACE, " ") == "(n = 1)"


def test_the_median_is_said_from_five_on() -> None:
    others = [made_evaluation(name, areas={4: 60.5}) for name in ("Ale", "Boden", "Lomma", "Vara")]
    own = made_evaluation("Örebro", areas={4: 41})
    (of_five,) = of(own, *others)
    assert (of_five.median, of_five.n.replace(NO_BREAK_SPACE, " ")) == ("60,5", "(n = 5)")
    (of_four,) = of(own, *others[1:])
    assert (of_four.median, of_four.n.replace(NO_BREAK_SPACE, " ")) == ("", "(n = 4)")


def test_a_sub_question_with_points_and_percent() -> None:
    maximum = of_question("4.6").maximum
    (row,) = section({"questions": {"4.6": {"points": 3.5, "percent": 23}}}).questions
    assert (row.anchor, row.number, row.points, row.maximum) == ("delfraga-4-6", "4.6", "3,5", f"av {maximum}")
    assert (row.percent, row.percent_text.replace(NO_BREAK_SPACE, " ")) == (23, "23 %")
    assert row.name == of_question("4.6").name
    assert row.target == Target("questions/2016/4.6", query="for=tingsryd")


def of_question(number: str, edition: int = 2016) -> Any:
    return archive_of().catalogue.editions[edition].question(number)


def test_the_bar_of_points_without_percent_is_their_share_of_the_maximum_but_no_percent_is_printed() -> None:
    (row,) = section({"questions": {"4.6": {"points": of_question("4.6").maximum / 2}}}).questions
    assert (row.percent, row.percent_text) == (50, "")


def test_points_without_a_known_maximum_have_no_bar() -> None:
    number = next(iter(archive_of().catalogue.editions[2002].areas[4].questions))
    (found,) = of(made_evaluation("Mark", 2006, 2002, areas={4: {"questions": {number: {"points": 5}}}}))
    (row,) = found.questions
    assert (row.points, row.maximum, row.percent, row.percent_text) == ("5", "", None, "")


def test_a_share_of_nought_is_a_share() -> None:
    (row,) = section({"questions": {"4.6": {"percent": 0}}}).questions
    assert (row.points, row.percent, row.percent_text.replace(NO_BREAK_SPACE, " ")) == ("", 0, "0 %")


def test_findings_stand_by_sub_question_in_the_editions_order_and_the_whole_area_last() -> None:
    strengths = [
        "Hela området.",
        {"text": "Sen.", "question": "4.6"},
        {"text": "Tidig.", "question": "4.1"},
        {"text": "Sen två.", "question": "4.6"},
    ]
    found = section({"strengths": strengths}).strengths
    assert [(group.number, [finding.text for finding in group.findings]) for group in found] == [
        ("4.1", ["Tidig."]),
        ("4.6", ["Sen.", "Sen två."]),
        ("", ["Hela området."]),
    ]
    assert [group.name for group in found] == [of_question("4.1").name, of_question("4.6").name, ""]


@pytest.mark.parametrize(
    ("pages", "text"),
    [
        ([None, None], "2"),
        ([9], "1 i rapporten, s. 9"),
        ([9, None, 9], "3 i rapporten, s. 9"),
        ([12, 9, 10], "3 i rapporten, s. 9–12"),
    ],
)
def test_how_many_findings_and_on_which_pages(pages: list[int | None], text: str) -> None:
    found = [{"text": f"Påhittad {number}."} | ({"page": page} if page else {}) for number, page in enumerate(pages)]
    assert section({"improvements": found}).improvements_source == text


def test_an_example_says_where_and_for_what() -> None:
    examples = [
        {"municipality": "Lomma", "area": 4, "question": "4.6", "topic": "påhittad modell", "page": 8},
        {"place": "Skarpnäck", "kind": "district", "part_of": "Stockholm", "area": 4, "topic": "påhittade vägar"},
    ]
    lomma, district = section({"points": 41}, examples=examples).examples
    assert (lomma.number, lomma.topic, plain(lomma.place), lomma.details) == ("4.6", "Påhittad modell", "Lomma", "s. 8")
    assert [part.target.page for part in lomma.place if isinstance(part, Link)] == ["evaluations/lomma/index"]
    assert (district.number, plain(district.place), district.details) == (
        "",
        "Skarpnäck (stadsdel i Stockholm)",
        "",
    )


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"municipality": "Lomma"}, ""),
        ({"place": "Påhittad", "kind": "district"}, "stadsdel"),
        ({"place": "Påhittad", "kind": "district", "part_of": "Göteborg"}, "stadsdel i Göteborg"),
        ({"place": "Påhittad", "kind": "foreign"}, "utomlands"),
        ({"place": "Påhittad", "kind": "foreign", "country": "Norge"}, "i Norge"),
        ({"place": "Påhittad", "kind": "company"}, "företag"),
        ({"place": "Påhittad", "kind": "network"}, "nätverk"),
    ],
)
def test_what_a_place_outside_the_registry_is(values: dict[str, Any], text: str) -> None:
    assert place_kind(context_of(archive_of()), Example(**values, topic="påhittat")) == text


def test_everything_that_the_real_files_say_of_areas_is_on_their_pages() -> None:
    archive = real_archive()
    context = context_of(archive)
    for evaluation in archive:
        sections = area_sections(context, evaluation, notes_of(context, evaluation))
        items = archive.items_of(evaluation)
        shown = [
            finding.address
            for one in sections
            for groups in (one.strengths, one.improvements)
            for group in groups
            for finding in group.findings
        ]
        assert sorted(shown) == sorted(item.address for item in (*items.strengths, *items.improvements))
        examples = [entry.address for one in sections for entry in one.examples]
        assert sorted(examples) == sorted(item.address for item in items.examples if item.area is not None)
        assert [row.number for one in sections for row in one.questions] == list(evaluation.question_results)
        points = {one.number: one.points for one in sections if one.points}
        assert points == {number: context.language.number(value) for number, value in evaluation.area_points.items()}
