"""The page of a sub-question: the answer, whom evaluators named, results, findings, counterparts, the way on."""

from __future__ import annotations

import pytest

from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.evaluation import evaluation_view
from kompass_sphinx.views.lists import LONGEST_LIST
from kompass_sphinx.views.question import QuestionView, question_view
from kompass_sphinx.views.question_named import MOST_IN_SIGHT
from kompass_sphinx.views.question_results import MOST_ROWS
from kompass_sphinx.views.rich import plain as in_plain
from kompass_sphinx.views.targets import Target
from tests.archives import archive_of, catalogue, context_of, made_evaluation, real_archive, registry
from tests.views.question_pages import NOBODY, answered, links, naming, page, plain, view


def test_the_head_says_what_it_is_and_where_it_belongs() -> None:
    shown = page()
    assert (shown.kicker.replace("\N{NO-BREAK SPACE}", " "), shown.number, shown.name) == (
        "Delfråga i utgåva 2016",
        "4.3",
        "Tvärsektoriellt samarbete",
    )
    assert shown.about == "Hur förvaltningarna arbetar tillsammans över sina gränser."
    assert shown.theme_index == 3
    assert [(title, target) for title, target in shown.crumbs] == [
        ("Start", Target("index")),
        ("Områden", Target("index", "omraden")),
        ("Ledarskap och ansvar", Target("docs/areas/ledarskap")),
        ("4.3 Tvärsektoriellt samarbete", None),
    ]
    assert [(fact.label, plain(fact.text)) for fact in shown.facts] == [
        ("Område", "4 Ledarskap, ansvar och delegation"),
        ("Tema", "Ledarskap och ansvar"),
        ("Maximum", "20 av områdets 100 poäng"),
        ("Utgåva", "2016 (2016–2019)"),
    ]


def test_an_edition_without_maximums_says_so() -> None:
    facts = {fact.label: plain(fact.text) for fact in page(place="2002/4.3").facts}
    assert facts["Maximum"] == "utgåvan publicerar inget per delfråga"


def named(shown: QuestionView) -> list[tuple[str, str]]:
    return [
        (in_plain(entry.place), " · ".join(plain(source) for source in entry.sources)) for entry in shown.named.named
    ]


def test_those_named_by_others_stand_first_then_those_held_up_at_home() -> None:
    shown = page(naming("Ale", "Ale", year=2018), naming("Eda", "Mark", year=2017, page=9), naming("Vara", "Lomma"))
    assert named(shown) == [
        ("Lomma", "utpekad av utvärderarna i Vara 2019"),
        ("Mark", "utpekad av utvärderarna i Eda 2017, s. 9"),
        ("Ale", "lyft i sin egen rapport, Ale 2018"),
    ]
    assert shown.named.count == 3


def test_the_named_have_their_own_result_on_the_sub_question_and_the_very_place() -> None:
    archive = archive_of(
        naming("Ale", "Mark"), answered("Mark", 2018, percent=75), answered("Mark", 2012, 2010, percent=20)
    )
    shown = view(archive)
    assert named(shown) == [
        ("Mark", "utpekad av utvärderarna i Ale 2019 · Mark 2018 fick 75 % på delfrågan (utgåva 2016)")
    ]
    (entry,) = shown.named.named
    (item,) = archive.named
    assert [link.target for sentence in entry.sources for link in links(sentence)] == [
        Target("evaluations/ale/2019", item.item.address),
        Target("evaluations/mark/2018", "delfraga-4-3"),
    ]


def test_those_named_for_the_same_elsewhere_are_told_with_edition_and_relation() -> None:
    shown = page(naming("Helsingborg", "Örnsköldsvik", year=2014, edition=2010))
    assert named(shown) == [
        (
            "Örnsköldsvik",
            "utpekad av utvärderarna i Helsingborg 2014 · för 4.3 Tvärsektoriellt samarbete i utgåva 2010 (samma)",
        )
    ]


def test_those_named_for_a_part_of_it_stand_apart() -> None:
    shown = page(naming("Mark", "Åmål", year=2006, edition=2002, area=5, question="5.2"), place="2010/4.3")
    assert shown.named.named == ()
    (entry,) = shown.named.partly
    assert "(delvis, rapportering från tvärsektoriella projekt)" in plain(entry.sources[1])
    assert NOBODY not in plain(shown.lede)
    assert "ut någon för just detta, men en för en näraliggande delfråga." in plain(shown.lede)


def test_the_same_number_of_another_edition_is_not_the_same_sub_question() -> None:
    shown = page(naming("Helsingborg", "Örnsköldsvik", year=2014, edition=2010), place="2002/4.3")
    assert (shown.named.named, shown.named.partly) == ((), ())


def test_a_place_outside_the_registry_is_told_for_what_it_is() -> None:
    example = {"place": "Påhittet", "kind": "company", "area": 4, "question": "4.3", "topic": "ämne"}
    (entry,) = page(made_evaluation(examples=[example])).named.named
    assert (entry.place, entry.what) == (("Påhittet",), "företag")


def test_many_named_fold_away_and_those_left_out_are_counted() -> None:
    names = [one.name for one in registry()][: LONGEST_LIST + 2]
    shown = page(naming("Örebro", *names)).named
    assert (len(shown.named), len(shown.folded)) == (MOST_IN_SIGHT, LONGEST_LIST - MOST_IN_SIGHT)
    assert shown.more == "Ytterligare 2 finns på utvärderingarnas egna sidor."
    assert page(naming("Örebro", *names[:MOST_IN_SIGHT])).named.folded == ()


def test_rows_are_by_percent_with_points_alone_last() -> None:
    shown = page(
        answered("Ale", points=18), answered("Mark", percent=15, points=3), answered("Vara", 2017, percent=80)
    ).results
    assert [(row.title, plain((row.percent,)), row.points, row.maximum, row.share) for row in shown.rows] == [
        ("Vara 2017", "80 %", "", "av 20", 80),
        ("Mark 2019", "15 %", "3", "av 20", 15),
        ("Ale 2019", "", "18", "av 20", 90),
    ]
    first = shown.rows[0]
    assert first.target == Target("evaluations/vara/2017", "delfraga-4-3")
    assert (first.group, first.county) == (registry().by_name["Vara"].group, "Västra Götalands län")
    assert (shown.median, plain((shown.about,))) == (None, "För få för en median (n = 2).")


def test_a_row_has_the_strength_that_explains_it() -> None:
    strengths = [{"text": "En.", "question": "4.3"}, {"text": "Två.", "question": "4.3"}, "Hela."]
    area = {"questions": {"4.3": {"percent": 60}}, "strengths": strengths}
    shown = page(made_evaluation("Mark", areas={4: area}), answered("Ale", percent=50))
    with_strength, without = shown.results.rows
    assert without.strength is None
    assert with_strength.strength is not None
    assert with_strength.strength.text == "En."
    assert with_strength.strength.target.anchor.startswith("s-4-")
    (entry,) = shown.findings.strengths
    assert ([one.text for one in entry.findings], entry.percent) == (["En.", "Två."], 60)


def test_at_most_so_many_rows_and_the_rest_in_words() -> None:
    evaluations = [answered(one.name, percent=index % 101) for index, one in enumerate(registry())]
    shown = page(*evaluations).results
    assert len(shown.rows) == MOST_ROWS
    assert shown.more == f"Ytterligare {len(evaluations) - MOST_ROWS} finns på utvärderingarnas egna sidor."
    assert plain((shown.about,)) == f"Median {shown.median:g} % (n = {len(evaluations)})."


def test_strengths_without_a_result_say_so_and_come_last() -> None:
    strength = {"text": "Påhittad.", "question": "4.3"}
    shown = page(
        made_evaluation("Ale", areas={4: {"strengths": [strength]}}),
        made_evaluation("Mark", areas={4: {"strengths": [strength], "questions": {"4.3": {"percent": 0}}}}),
    ).findings
    assert [(entry.evaluation.text, entry.percent) for entry in shown.strengths] == [
        ("Mark 2019", 0),
        ("Ale 2019", None),
    ]
    targets = [entry.evaluation.target.anchor for entry in shown.strengths]
    assert targets == ["delfraga-4-3", ""]


def test_improvements_count_evaluations_among_those_with_any_on_the_area() -> None:
    def asking(name: str, *questions: str) -> Evaluation:
        improvements = [{"text": f"Påhittat {number}.", "question": one} for number, one in enumerate(questions)]
        return made_evaluation(name, areas={4: {"improvements": improvements}})

    archive = (asking("Ale", "4.3", "4.3"), asking("Mark", "4.1"), asking("Vara", "4.3"), made_evaluation("Eda"))
    shown = page(*archive).findings
    assert shown.asked == "2 av 3 utvärderingar med förbättringsområden på området tar upp delfrågan."
    assert {one.text: [link.text for link in one.evaluations] for one in shown.improvements} == {
        "Påhittat 0.": ["Ale 2019", "Vara 2019"],
        "Påhittat 1.": ["Ale 2019"],
    }
    assert shown.improvements_count == 3
    assert page(archive[1]).findings.asked == ""


def test_counterparts_have_a_word_on_how_near_and_their_best_three() -> None:
    results = [
        answered(name, 2018, percent=percent)
        for name, percent in zip(("Ale", "Mark", "Vara", "Eda", "Nacka"), (10, 20, 30, 40, 50), strict=True)
    ]
    shown = page(*results, place="2010/4.3").counterparts
    assert [(entry.edition, entry.name, entry.relation) for entry in shown] == [
        ("Utgåva 2002", "4.2 Tvärsektoriellt samarbete", "omformulerad"),
        (
            "Utgåva 2002",
            "5.2 Rapportering från tvärsektoriella projekt",
            "delvis, rapportering från tvärsektoriella projekt",
        ),
        ("Utgåva 2016", "4.3 Tvärsektoriellt samarbete", "samma"),
    ]
    newest = shown[-1]
    assert newest.target == Target("questions/2016/4.3")
    assert plain((newest.about,)) == "Median 30 % (n = 5)."
    assert [(one.title, plain((one.figure,))) for one in newest.best] == [
        ("Nacka 2018", "50 %"),
        ("Eda 2018", "40 %"),
        ("Vara 2018", "30 %"),
    ]
    assert (shown[0].about, shown[0].best) == ("Inga siffror i arkivet.", ())


@pytest.mark.parametrize(
    ("place", "lacking"),
    [
        ("2016/7.2", ["Ingen motsvarighet i utgåva 2010.", "Delfrågorna i utgåva 2020 känner arkivet inte till."]),
        ("2016/4.3", ["Delfrågorna i utgåva 2020 känner arkivet inte till."]),
        ("2010/4.3", []),
    ],
)
def test_editions_without_a_counterpart_are_said(place: str, lacking: list[str]) -> None:
    assert list(page(place=place).lacking) == lacking


def test_the_way_on_is_through_the_area() -> None:
    steps = {
        place: [(step.name, step.target.page) for step in page(place=place).steps] for place in ("2016/4.1", "2016/4.3")
    }
    assert [name for name, _ in steps["2016/4.3"]] == [
        "4.2 Resultatenheternas ansvar",
        "4.4 Chefernas personliga uppdrag",
    ]
    assert steps["2016/4.1"] == [("4.2 Resultatenheternas ansvar", "questions/2016/4.2")]
    shown = page()
    assert shown.area.target == Target("docs/areas/ledarskap", "delfraga-2016-4-3")


def test_the_search_is_for_good_examples_of_this_and_of_those_that_ask_the_same() -> None:
    kinds = "slag=utpekad&slag=styrka&slag=toppresultat"
    assert page().finder.target == Target("docs/examples", query=f"delfraga=2016/4.3&delfraga=2010/4.3&{kinds}")
    of_2010 = page(place="2010/4.3").finder.target
    assert of_2010.query == f"delfraga=2010/4.3&delfraga=2002/4.2&delfraga=2016/4.3&{kinds}"


def test_every_sub_question_has_a_page_without_results_and_with_the_real_ones() -> None:
    for archive in (archive_of(), real_archive()):
        titles = {question_view(context_of(archive), question).title for question in catalogue().questions}
        assert len(titles) == len(catalogue().questions)


def test_from_tingsryd_the_way_leads_to_ornskoldsvik() -> None:
    shown = view(real_archive())
    assert [place for place, _ in named(shown)] == ["Örnsköldsvik"]
    assert [one.title for one in shown.counterparts[0].best] == ["Helsingborg 2014"]
    assert "Örnsköldsvik" in plain(shown.lede)


def test_points_beside_a_percent_are_said_to_be_rounded_from_it() -> None:
    both, percent_alone, points_alone = (
        answered("Ale", percent=7, points=1),
        answered("Mark", percent=7),
        answered("Vara", points=1),
    )
    measured = page(both, percent_alone).results.measured
    assert plain(measured) == "Procenten är det uppmätta och poängen är avrundade från den (så räknas poängen)."
    assert [link.target.page for link in links(measured)] == ["docs/method"]
    assert page(percent_alone, points_alone).results.measured == ()


def test_an_evaluation_says_the_same_before_its_areas() -> None:
    def introduction(evaluation: Evaluation) -> str:
        context = context_of(archive_of(evaluation))
        return plain(evaluation_view(context, ("ale", 2019)).areas_introduction)

    shown = "Delfrågorna visas med poäng och andel av delfrågans maximum."
    assert introduction(answered("Ale", percent=7, points=1)).startswith(f"{shown} Procenten är det uppmätta")
    assert introduction(answered("Ale", percent=7)) == shown
