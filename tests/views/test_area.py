"""What an area page says: names through the editions, whom evaluators pointed to, strengths and improvements."""

from __future__ import annotations

from typing import Any

import pytest

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.views.area import NamedEntry, area_named, area_names
from kompass_sphinx.views.area_findings import MOST_OF_EACH, area_recurring, area_strengths
from kompass_sphinx.views.lists import LONGEST_LIST
from kompass_sphinx.views.rich import Link, plain
from kompass_sphinx.views.targets import Target
from tests.archives import archive_of, context_of, made_evaluation, real_archive

THEME = "ledarskap"  # area 4 in the editions 2002, 2010 and 2016, area 8 in 2020


def named(archive: Archive, theme: str = THEME) -> list[tuple[str, str]]:
    """Who is named, and what is said of it."""
    return [
        (plain(entry.place), " · ".join(plain(source) for source in entry.sources))
        for entry in area_named(context_of(archive), theme).entries
    ]


def links(entry: NamedEntry) -> list[Link]:
    return [part for sentence in (entry.place, *entry.sources) for part in sentence if isinstance(part, Link)]


def example(name: str = "Lomma", **values: Any) -> dict[str, Any]:
    return {"municipality": name, "area": 4, "topic": "påhittat ämne", **values}


def test_equal_numbers_and_names_share_a_sentence() -> None:
    assert area_names(context_of(archive_of()), "utveckling").names == (
        "Område\N{NO-BREAK SPACE}7 i utgåva\N{NO-BREAK SPACE}2002 och 2010: Verksamhetsutveckling.",
        "Område\N{NO-BREAK SPACE}7 i utgåva\N{NO-BREAK SPACE}2016: Ständiga förbättringar.",
        "Område\N{NO-BREAK SPACE}6 i utgåva\N{NO-BREAK SPACE}2020: Kvalitetsutveckling.",
    )


def test_other_names_in_use_are_quoted_with_their_editions() -> None:
    assert area_names(context_of(archive_of()), "brukare").names[-1] == (
        "Kallas också ”Tillgänglighet och medborgar-/brukarorientering” (2002) "
        "och ”Brukarfokus, tillgänglighet och bemötande” (2016)."
    )


def test_the_jump_line_counts_what_the_sections_hold() -> None:
    archive = archive_of(
        made_evaluation(
            areas={
                4: {"points": 50, "strengths": ["En.", "Två."], "improvements": ["Tre."]},
                5: {"strengths": ["Fyra."]},
            },
            examples=[example(), example(area=5)],
        ),
        made_evaluation("Mark", 2022, 2020, areas={8: 60}),
    )
    counts = {jump.anchor: jump.count for jump in area_names(context_of(archive), THEME).jumps}
    assert counts == {
        "utpekade-av-utvarderare": "1",
        "styrkor-med-resultat": "2",
        "basta-resultat-per-utgava": "2",
        "spridning": "",
        "delfragorna": "",
        "aterkommande-forbattringsomraden": "1",
    }


def test_the_municipality_named_and_the_very_place_are_linked() -> None:
    archive = archive_of(made_evaluation(examples=[example(question="4.3", page=9)]))
    (entry,) = area_named(context_of(archive), THEME).entries
    (item,) = archive.named
    assert entry.topic == "påhittat ämne"
    assert links(entry) == [
        Link("Lomma", Target("evaluations/lomma/index")),
        Link("4.3 Tvärsektoriellt samarbete", Target("questions/2016/4.3")),
        Link("Tingsryd 2019", Target("evaluations/tingsryd/2019", item.item.address)),
    ]
    assert named(archive) == [
        ("Lomma", "4.3 Tvärsektoriellt samarbete · utpekad av utvärderarna i Tingsryd 2019, s. 9")
    ]


def test_its_own_result_is_of_the_same_edition_even_when_another_is_nearer_in_time() -> None:
    archive = archive_of(
        made_evaluation(examples=[example("Mark")]),
        made_evaluation("Mark", 2016, areas={4: 61.5}),
        made_evaluation("Mark", 2018, areas={5: 90}),
        made_evaluation("Mark", 2020, 2020, areas={8: 70}),
    )
    assert named(archive) == [
        (
            "Mark",
            "utpekad av utvärderarna i Tingsryd 2019 · Mark 2016 fick 61,5 av 100 på området (utgåva 2016)",
        )
    ]


def test_its_own_result_is_of_the_nearest_year_when_no_edition_is_the_same() -> None:
    archive = archive_of(
        made_evaluation(examples=[example("Mark")]),
        made_evaluation("Mark", 2006, 2002, areas={4: 40}),
        made_evaluation("Mark", 2022, 2020, areas={8: 70, 4: 10}),
    )
    assert named(archive)[0][1].endswith("Mark 2022 fick 70 av 100 på området (utgåva 2020)")


@pytest.mark.parametrize(
    ("area", "said"),
    [
        (
            {"points": 50, "questions": {"4.3": {"points": 1, "percent": 15}}},
            ", där delfrågan gav 15\N{NO-BREAK SPACE}%",
        ),
        ({"points": 50, "questions": {"4.3": {"points": 3}}}, ", där området fick 50 av 100"),
        ({"points": 0}, ", där området fick 0 av 100"),
        ({"strengths": ["En."]}, ""),
    ],
)
def test_praise_at_home_has_the_result_there(area: dict[str, Any], said: str) -> None:
    archive = archive_of(made_evaluation(areas={4: area}, examples=[example("Tingsryd", question="4.3")]))
    assert named(archive) == [
        ("Tingsryd", f"4.3 Tvärsektoriellt samarbete · lyft i sin egen rapport, Tingsryd 2019{said}")
    ]


@pytest.mark.parametrize(
    ("place", "what"),
    [
        ({"kind": "district", "part_of": "Stockholm"}, "stadsdel i Stockholm"),
        ({"kind": "foreign", "country": "Norge"}, "i Norge"),
        ({"kind": "company"}, "företag"),
        ({"kind": "network"}, "nätverk"),
    ],
)
def test_places_outside_the_registry_are_told_for_what_they_are(place: dict[str, str], what: str) -> None:
    archive = archive_of(made_evaluation(examples=[{"place": "Påhittet", "area": 4, "topic": "ämne", **place}]))
    (entry,) = area_named(context_of(archive), THEME).entries
    assert (entry.place, entry.what) == (("Påhittet",), what)


def test_orebro_is_named_by_helsingborg_on_users() -> None:
    first = area_named(context_of(real_archive()), "brukare").entries[0]
    assert plain(first.place) == "Örebro"
    assert first.topic == "pris till arbetslag för tillgänglighet och bemötande"
    place, _, there, own = links(first)
    assert place.target == Target("evaluations/orebro/index")
    assert (there.text, there.target.page) == ("Helsingborg 2014", "evaluations/helsingborg/2014")
    assert there.target.anchor.startswith("e-2-")
    assert own.text == "Örebro 2012"


def test_lomma_is_named_on_democracy() -> None:
    assert "Lomma" in [place for place, _ in named(real_archive(), "demokrati")]


def test_nobody_named_is_an_empty_list() -> None:
    view = area_named(context_of(archive_of()), THEME)
    assert (view.entries, view.more) == ((), ())


def test_strengths_stand_with_the_result_on_the_same_question_highest_first() -> None:
    archive = archive_of(
        made_evaluation(
            areas={
                4: {
                    "questions": {"4.1": {"percent": 20}, "4.3": {"percent": 60}},
                    "strengths": [
                        {"text": "Låg.", "question": "4.1"},
                        {"text": "Hög.", "question": "4.3"},
                        "Hela.",
                        {"text": "Också hög.", "question": "4.3"},
                    ],
                }
            }
        )
    )
    view = area_strengths(context_of(archive), THEME)
    assert [(entry.percent, [one.text for one in entry.findings]) for entry in view.with_result] == [
        (60, ["Hög.", "Också hög."]),
        (20, ["Låg."]),
    ]
    assert view.with_result[0].percent_text == "60\N{NO-BREAK SPACE}%"
    assert [(entry.question, entry.findings[0].text) for entry in view.without] == [(None, "Hela.")]
    assert view.without_count == "en styrka utan siffra för sin delfråga"
    assert view.more == ()


def test_every_strength_links_to_its_own_address() -> None:
    archive = real_archive()
    for theme in archive.catalogue.themes:
        view = area_strengths(context_of(archive), theme)
        targets = {one.target for entry in (*view.with_result, *view.without) for one in entry.findings}
        assert len(targets) == sum(len(entry.findings) for entry in (*view.with_result, *view.without))
        assert all(target.anchor.startswith("s-") for target in targets)


def test_a_long_list_of_strengths_counts_the_strengths_that_it_leaves_out() -> None:
    names = [municipality.name for municipality in archive_of().registry][: LONGEST_LIST + 2]
    archive = archive_of(*(made_evaluation(name, areas={4: {"strengths": ["En.", "Två."]}}) for name in names))
    view = area_strengths(context_of(archive), THEME)
    assert len(view.without) == LONGEST_LIST
    assert plain(view.more) == "Ytterligare 4 finns på utvärderingarnas egna sidor. Du kan också söka bland dem alla."
    assert [part.target for part in view.more if isinstance(part, Link)] == [
        Target("docs/examples", query="omrade=ledarskap&slag=styrka")
    ]


def test_a_long_list_of_the_named_leads_to_the_search() -> None:
    names = [municipality.name for municipality in archive_of().registry][: LONGEST_LIST + 2]
    examples = [{"municipality": name, "area": 4, "topic": "påhittat"} for name in names]
    more = area_named(context_of(archive_of(made_evaluation("Örebro", examples=examples))), THEME).more
    assert plain(more).startswith("Ytterligare 2 finns")
    assert [part.target.query for part in more if isinstance(part, Link)] == ["omrade=ledarskap&slag=utpekad"]


def test_recurring_improvements_count_evaluations_among_those_with_any_in_the_area() -> None:
    def asking(name: str, *improvements: Any) -> Any:
        return made_evaluation(name, areas={4: {"improvements": list(improvements)}})

    archive = archive_of(
        asking("Ale", {"text": "A.", "question": "4.3"}, {"text": "B.", "question": "4.3"}),
        asking("Mark", {"text": "C.", "question": "4.3"}, "Hela."),
        asking("Vara", {"text": "D.", "question": "4.1"}),
        made_evaluation("Nacka", areas={4: 50}),
    )
    assert [
        (entry.question.text if entry.question else "", entry.asked, [one.text for one in entry.findings])
        for entry in area_recurring(context_of(archive), THEME)
    ] == [
        ("4.3 Tvärsektoriellt samarbete", "2 av 3", ["A.", "B.", "C."]),
        ("4.1 Strategi för ledarskap, ansvar och delegation", "1 av 3", ["D."]),
        ("", "1 av 3", ["Hela."]),
    ]


def test_what_several_ask_for_in_the_same_words_stands_once_with_all_of_them() -> None:
    same, other = ({"text": text, "question": "4.3"} for text in ("Samma.", "En annan."))
    archive = archive_of(
        made_evaluation("Ale", areas={4: {"improvements": [same]}}),
        made_evaluation("Mark", areas={4: {"improvements": [other]}}),
        made_evaluation("Vara", areas={4: {"improvements": [same]}}),
    )
    (entry,) = area_recurring(context_of(archive), THEME)
    told = {one.text: [link.text for link in one.evaluations] for one in entry.findings}
    assert told == {"Samma.": ["Ale 2019", "Vara 2019"], "En annan.": ["Mark 2019"]}
    assert {link.target.anchor[:2] for one in entry.findings for link in one.evaluations} == {"i-"}


def test_a_long_list_of_improvements_is_left_to_the_page_of_the_sub_question_or_the_search() -> None:
    texts = [f"Påhittat {number}." for number in range(MOST_OF_EACH + 2)]
    on_question = [{"text": text, "question": "4.3"} for text in texts]
    archive = archive_of(made_evaluation(areas={4: {"improvements": [*on_question, *texts]}}))
    of_question, of_area = area_recurring(context_of(archive), THEME)
    assert len(of_question.findings) == len(of_area.findings) == MOST_OF_EACH
    assert plain(of_question.more) == "2 till står på delfrågans sida."
    assert [part.target.query for part in of_area.more if isinstance(part, Link)] == [
        "omrade=ledarskap&slag=forbattring"
    ]


def test_what_the_only_evaluation_asks_for_is_not_one_of_one() -> None:
    (entry,) = area_recurring(context_of(archive_of(made_evaluation(areas={4: {"improvements": ["Hela."]}}))), THEME)
    assert entry.asked == "en utvärdering"
