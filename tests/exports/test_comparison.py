"""What the page that compares evaluations is given: the editions with their medians, and the list to choose from."""

from __future__ import annotations

from typing import Any

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.exports.comparison import comparison_json, evaluation_rows
from tests.archives import archive_of, catalogue, made_evaluation, real_archive, with_totals


def question(archive: Archive, edition: int, theme: str, number: str) -> dict[str, Any]:
    questions = comparison_json(archive)["editions"][str(edition)]["themes"][theme]["questions"]
    (found,) = [one for one in questions if one["number"] == number]
    return dict(found)


def test_the_list_is_in_swedish_order_and_what_is_missing_is_none() -> None:
    archive = archive_of(
        made_evaluation("Örebro", 2012, 2010, total=615),
        made_evaluation("Mark", 2009, 2002, total=513.5),
        made_evaluation("Ängelholm", 2016, 2016),
        made_evaluation("Mark", 2006, 2002, total=446),
    )
    assert evaluation_rows(archive) == [
        ["mark", "Mark", 2006, 2002, 446],
        ["mark", "Mark", 2009, 2002, 513.5],
        ["angelholm", "Ängelholm", 2016, 2016, None],
        ["orebro", "Örebro", 2012, 2010, 615],
    ]


def test_the_list_has_every_evaluation_once() -> None:
    rows = evaluation_rows(real_archive())
    assert {(slug, year) for slug, _, year, _, _ in rows} == real_archive().evaluations.keys()
    assert len(rows) == len(real_archive())


def test_an_area_stands_by_its_theme_with_its_number_in_the_edition() -> None:
    editions = comparison_json(archive_of())["editions"]
    for edition in catalogue():
        for theme in catalogue().themes:
            area = catalogue().area_of(edition.id, theme)
            found = editions[str(edition.id)]["themes"][theme]
            assert (found["number"], found["name"]) == (area.number, area.name)
            assert [one["number"] for one in found["questions"]] == list(area.questions)


def test_a_median_is_there_from_five_on_and_always_with_its_n() -> None:
    results = {4: {"points": 50, "questions": {"4.3": {"percent": 40}}}}
    names = ("Ale", "Boden", "Lomma", "Vara", "Eda")
    five = archive_of(*(made_evaluation(name, 2018, total=400, areas=results) for name in names))
    edition = comparison_json(five)["editions"]["2016"]
    assert edition["total"] == {"n": 5, "median": 400}
    assert {key: edition["themes"]["ledarskap"][key] for key in ("n", "median")} == {"n": 5, "median": 50}
    assert {key: question(five, 2016, "ledarskap", "4.3")[key] for key in ("n", "median")} == {"n": 5, "median": 40}

    four = archive_of(*(made_evaluation(name, 2018, total=400, areas=results) for name in names[1:]))
    edition = comparison_json(four)["editions"]["2016"]
    assert edition["total"] == {"n": 4}
    assert "median" not in edition["themes"]["ledarskap"]
    assert question(four, 2016, "ledarskap", "4.3")["n"] == 4
    assert "median" not in question(four, 2016, "ledarskap", "4.3")
    assert question(four, 2010, "ledarskap", "4.3")["n"] == 0


def test_only_what_the_lineage_calls_the_same_in_the_edition_before_is_the_same() -> None:
    found = {
        (f"{edition}/{one['number']}", one.get("same"))
        for edition, known in comparison_json(archive_of())["editions"].items()
        for area in known["themes"].values()
        for one in area["questions"]
    }
    written = {
        ("/".join(map(str, one.later)), "/".join(map(str, one.earlier)))
        for one in catalogue().lineage
        if one.relation == "same"
    }
    assert {pair for pair in found if pair[1]} == written
    # The page joins them one to one: no two of an edition may be the same as one of another.
    assert len({earlier for _, earlier in written}) == len({later for later, _ in written}) == len(written)


def test_an_unknown_maximum_is_left_out() -> None:
    assert "maximum" not in question(archive_of(), 2002, "ledarskap", "4.3")
    assert question(archive_of(), 2016, "ledarskap", "4.3")["maximum"] == 20


def test_the_rules_and_the_groups_of_those_with_an_evaluation() -> None:
    archive = archive_of(*with_totals(400, 410))
    found = comparison_json(archive)
    assert [(one["earlier"], one["later"], one["rule"], one["source"]) for one in found["rules"]] == [
        (one.earlier, one.later, one.rule, one.source) for one in catalogue().comparability
    ]
    assert found["groups"] == {slug: archive.registry.by_slug[slug].group_code for slug in archive.of_municipality}
