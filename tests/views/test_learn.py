"""Lär av andra and similar profiles, in Swedish words."""

from __future__ import annotations

from typing import Any

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.learn import Learn, learn_of_all, learn_of_area
from kompass_sphinx.views.learn_rule import Ground, learn_rule
from kompass_sphinx.views.rich import Link, Rich, plain
from kompass_sphinx.views.similar_profile import SimilarProfiles, similar_profiles
from kompass_sphinx.views.targets import Target
from tests.archives import archive_of, context_of, made_evaluation, real_archive

STRENGTH = {"text": "Påhittad styrka.", "question": "4.3"}
LOW = ("Ale", "Arboga", "Arjeplog", "Arvidsjaur", "Avesta")


def with_percent(name: str, percent: float, year: int = 2019, edition: int = 2016, **area: Any) -> Evaluation:
    questions = {"4.3": {"percent": percent}}
    return made_evaluation(name, year, edition, areas={4: {"questions": questions, **area}})


READER = with_percent("Tingsryd", 7)


def words(sentence: Rich) -> str:
    return plain(sentence).replace("\N{NO-BREAK SPACE}", " ")


def links(*sentences: Rich) -> list[Target]:
    return [part.target for sentence in sentences for part in sentence if isinstance(part, Link)]


def box(*others: Evaluation, reader: Evaluation = READER) -> Learn:
    learn = learn_of_area(context_of(archive_of(reader, *others)), reader, 4)
    assert learn is not None
    return learn


def lines(learn: Learn) -> list[tuple[str, str]]:
    assert learn.weakest is not None
    return [(entry.kind_name, words(entry.text)) for entry in learn.weakest.entries]


def test_who_does_well_with_figure_edition_and_likeness_and_a_link_to_a_strength() -> None:
    low = [with_percent(name, 20) for name in LOW]
    before = [with_percent(name, 20, 2012, 2010) for name in LOW[:4]]
    learn = box(
        *low,
        *before,
        with_percent("Berg", 90, 2018, strengths=[STRENGTH]),
        with_percent("Växjö", 95),
        with_percent("Boden", 80.5, 2013, 2010),
    )
    assert learn.weakest is not None
    assert words(learn.weakest.heading) == "4.3 Tvärsektoriellt samarbete, 7 %, median 20 % (n = 8)"
    assert links(learn.weakest.heading) == [Target("questions/2016/4.3", query="for=tingsryd")]
    assert lines(learn) == [
        ("Resultat", "Berg 2018, 90 %, samma kommungrupp, läs styrkan"),
        ("Resultat", "Boden 2013, 80,5 % (utgåva 2010), samma kommungrupp"),
        ("Resultat", "Växjö 2019, 95 %, samma län"),
    ]
    berg, strength, figure, _ = links(*(entry.text for entry in learn.weakest.entries))
    assert berg == Target("evaluations/berg/2018")
    assert (strength.page, strength.anchor[:4]) == ("evaluations/berg/2018", "s-4-")
    assert figure == Target("evaluations/boden/2013", "delfraga-4-3")
    assert (learn.weakest.more, learn.also, learn.higher) == ((), (), ())


def test_with_few_like_ones_the_highest_of_all_is_said_to_be_that() -> None:
    low = [with_percent(name, 20) for name in LOW]
    few = box(*low, with_percent("Umeå", 92, 2018), with_percent("Borås", 91), reader=READER)
    assert few.weakest is not None
    assert lines(few) == []
    assert (
        words(few.weakest.more)
        == "Ingen liknande kommun gör det bra, men två andra gör det. Högst av alla: Umeå 2018, 92 %."
    )
    one = box(*low, with_percent("Umeå", 92, 2018), with_percent("Berg", 91))
    assert one.weakest is not None
    assert len(lines(one)) == 1
    assert words(one.weakest.more) == "En till gör det bra men liknar inte kommunen. Högst av alla: Umeå 2018, 92 %."
    none = box(*(with_percent(name, 20) for name in LOW))
    assert none.weakest is not None
    assert words(none.weakest.more) == "Ingen att peka på ännu."


def test_the_next_weakest_stand_in_one_line() -> None:
    def full(name: str, *percents: float) -> Evaluation:
        questions = {f"4.{number}": {"percent": percent} for number, percent in enumerate(percents, 1)}
        return made_evaluation(name, areas={4: {"questions": questions}})

    reader = full("Tingsryd", 10, 20, 30, 39)
    learn = box(*(full(name, 50, 50, 50, 50) for name in LOW), reader=reader)
    assert learn.weakest is not None
    assert words(learn.weakest.heading).startswith("4.1 ")
    assert words(learn.also) == (
        "Också under medianen: 4.2 Resultatenheternas ansvar (20 %, median 50 %) och "
        "4.3 Tvärsektoriellt samarbete (30 %, median 50 %)."
    )
    assert [target.query for target in links(learn.also)] == ["for=tingsryd"] * 2


def test_with_few_figures_each_kind_of_evidence_has_a_line_and_the_first_ones_more() -> None:
    named = [
        {"municipality": name, "area": 4, "question": "4.3", "topic": "påhittad projektmodell"}
        for name in ("Borås", "Lomma")
    ]
    learn = box(
        made_evaluation("Ystad", 2012, 2010, examples=named),
        with_percent("Berg", 60, 2014, 2010, strengths=[STRENGTH]),
        made_evaluation("Umeå", 2014, 2010, areas={4: {"strengths": [STRENGTH]}}),
        made_evaluation("Växjö", areas={4: 40}),
        made_evaluation("Mölndal", areas={4: 90}),
        reader=with_percent("Tingsryd", 7, points=37),
    )
    assert lines(learn) == [
        ("Utpekad", "Borås: påhittad projektmodell, i Ystad 2012 (utgåva 2010)"),
        ("Utpekad", "Lomma: påhittad projektmodell, i Ystad 2012 (utgåva 2010)"),
        ("Styrka", "Berg 2014, 60 % (utgåva 2010), samma kommungrupp: Påhittad styrka."),
        ("Resultat", "Växjö 2019, 40 på hela området, samma län"),
    ]
    assert learn.weakest is not None
    municipality, source = links(learn.weakest.entries[0].text)
    assert municipality == Target("evaluations/boras/index")
    assert (source.page, source.anchor[:4]) == ("evaluations/ystad/2012", "e-4-")


def example(**place: str) -> dict[str, str]:
    return {**place, "area": "4", "question": "4.3", "topic": "påhittad projektmodell"}


def test_a_place_outside_the_registry_is_no_link() -> None:
    named = example(place="Larvik", kind="foreign")
    learn = box(made_evaluation("Ystad", 2012, 2010, examples=[named]))
    assert learn.weakest is not None
    assert [target.page for target in links(learn.weakest.entries[0].text)] == ["evaluations/ystad/2012"]


def test_whom_its_own_report_names_stand_above_on_its_page_and_as_such_on_the_municipalitys() -> None:
    def naming(year: int, name: str) -> Evaluation:
        area = {4: {"questions": {"4.3": {"percent": 7}}}}
        return made_evaluation("Tingsryd", year, 2016, areas=area, examples=[example(municipality=name)])

    reader = naming(2019, "Borås")
    learn = box(reader=reader)
    assert learn.weakest is not None
    assert (lines(learn), words(learn.weakest.more)) == ([], "Ingen att peka på ännu utöver dem som står ovan.")
    earlier = naming(2017, "Lomma")
    assert lines(box(earlier, reader=reader)) == [
        ("Egen rapport pekar på", "Lomma: påhittad projektmodell, i Tingsryd 2017")
    ]
    ystad = made_evaluation("Ystad", 2012, 2010, examples=[example(municipality="Umeå")])
    (question,) = of_all(reader, others=(ystad,)).questions
    assert [(entry.kind_name, words(entry.text)) for entry in question.entries] == [
        ("Utpekad", "Umeå: påhittad projektmodell, i Ystad 2012 (utgåva 2010)"),
        ("Egen rapport pekar på", "Borås: påhittad projektmodell, i Tingsryd 2019"),
    ]


def test_an_area_has_those_named_elsewhere_then_by_its_own_report_then_the_higher() -> None:
    def naming(name: str, other: str, year: int = 2021, edition: int = 2020) -> Evaluation:
        return made_evaluation(
            name, year, edition, areas={4: 30}, examples=[{"municipality": other, "area": 4, "topic": "påhittat"}]
        )

    others = naming("Ystad", "Umeå"), naming("Örebro", "Borås", 2018, 2016), made_evaluation("Berg", 2021, 2020)
    higher = made_evaluation("Boden", 2021, 2020, areas={4: 31})
    (area,) = of_all(naming("Tingsryd", "Lomma"), others=(*others, higher)).questions
    assert [(entry.kind_name, words(entry.text)) for entry in area.entries] == [
        ("Utpekad", "Umeå: påhittat, i Ystad 2021"),
        ("Egen rapport pekar på", "Lomma: påhittat, i Tingsryd 2021"),
        ("Resultat", "Boden 2021, 31 på hela området, samma kommungrupp"),
    ]


def test_the_rule_is_the_one_that_was_used() -> None:
    context = context_of(archive_of(READER))
    median, few, area, points = (learn_rule(context, {ground})[0] for ground in Ground)
    assert learn_rule(context, set()) == ()
    assert learn_rule(context, {Ground.FEW, Ground.MEDIAN})[:2] == (median, few)
    assert "median" in median
    assert few.startswith("När färre än fem")
    assert of_all(READER, others=(example_of_4_3(),)).rule[0] == few
    low = [with_percent(name, 20) for name in LOW]
    assert box(example_of_4_3()).ground is Ground.FEW
    assert box(*low).ground is Ground.MEDIAN
    later = made_evaluation("Tingsryd", 2022, 2020, areas={4: 30})
    higher = made_evaluation("Boden", 2021, 2020, areas={4: 31})
    assert of_all(later, others=(higher,)).rule[0] == area
    assert box(higher, reader=later).ground is Ground.POINTS
    assert points not in (median, few, area)


def example_of_4_3() -> Evaluation:
    return made_evaluation("Ystad", 2012, 2010, examples=[example(municipality="Borås")])


def test_nobody_to_point_to_is_said_plainly() -> None:
    learn = box()
    assert learn.weakest is not None
    assert words(learn.weakest.heading).endswith("7 %, för få för median (n = 1)")
    assert (lines(learn), words(learn.weakest.more)) == ([], "Ingen att peka på ännu.")


def test_an_area_without_sub_questions_has_one_line_of_those_higher() -> None:
    reader = made_evaluation(areas={4: 37, 5: 90})
    archive = archive_of(
        reader,
        made_evaluation("Växjö", areas={4: 40, 5: 40}),
        made_evaluation("Mölndal", areas={4: 90.5}),
    )
    learn = learn_of_area(context_of(archive), reader, 4)
    assert learn is not None
    assert learn.weakest is None
    assert words(learn.higher) == "Högre på området i samma utgåva: Växjö 2019 40 (samma län) och Mölndal 2019 90,5."
    assert learn_of_area(context_of(archive), reader, 5) is None
    assert learn_of_area(context_of(archive), reader, 6) is None


def of_all(*evaluations: Evaluation, others: tuple[Evaluation, ...] = ()) -> Any:
    return learn_of_all(context_of(archive_of(*evaluations, *others)), evaluations)


def test_a_municipality_learns_from_its_latest_evaluation_with_figures_by_area() -> None:
    without = made_evaluation("Tingsryd", 2022, 2020, total=400)
    learn = of_all(READER, without)
    assert words(learn.introduction) == (
        "De svagaste delfrågorna i Tingsryd 2019, den senaste utvärderingen med poäng per område eller delfråga."
    )
    assert [words(one.heading) for one in learn.questions] == [
        "4.3 Tvärsektoriellt samarbete, 7 %, för få för median (n = 1)"
    ]
    later = made_evaluation("Tingsryd", 2022, 2020, areas={1: 30, 2: 20, 3: 50, 4: 40})
    learn = of_all(READER, later, others=(made_evaluation("Berg", 2021, 2020, areas={2: 60}),))
    assert words(learn.introduction) == (
        "De svagaste områdena i Tingsryd 2022, den senaste utvärderingen med poäng per område eller delfråga. "
        "Arkivet har inga delfrågor i procent för den."
    )
    assert [words(one.heading).partition(" ")[0] for one in learn.questions] == ["2"]
    assert words(learn.questions[0].entries[0].text) == "Berg 2021, 60 på hela området, samma kommungrupp"
    assert words(learn.nobody).startswith("Ingen att peka på ännu för 1 ")
    assert " och 4 " in words(learn.nobody)
    assert of_all(without) is None


def test_a_municipality_with_nothing_below_a_median_is_told_so() -> None:
    others = tuple(with_percent(name, 20, points=20) for name in LOW)
    learn = of_all(with_percent("Tingsryd", 20, points=20), others=others)
    assert words(learn.introduction) == (
        "Ingen delfråga i Tingsryd 2019, den senaste utvärderingen med poäng per område eller delfråga, är svag: "
        "ingen ligger under en median i utgåvan."
    )
    learn = of_all(made_evaluation(areas={4: 20}), others=others)
    assert words(learn.introduction) == (
        "Inget område i Tingsryd 2019, den senaste utvärderingen med poäng per område eller delfråga, "
        "ligger under utgåvans median."
    )
    assert learn.questions == ()


def test_every_real_evaluation_and_municipality_has_what_it_can_have() -> None:
    archive = real_archive()
    context = context_of(archive)
    for evaluation in archive:
        for number, area in evaluation.areas.items():
            learn = learn_of_area(context, evaluation, number)
            assert (learn is not None and learn.weakest is not None) == bool(area.questions)
    for evaluations in archive.of_municipality.values():
        has_figures = any(one.area_points for one in evaluations)
        assert (learn_of_all(context, evaluations) is not None) == has_figures


def similar(archive: Archive, evaluation: Evaluation) -> SimilarProfiles:
    found = similar_profiles(context_of(archive), evaluation)
    assert found is not None
    return found


def test_similar_profiles_with_distance_and_total() -> None:
    def whole(name: str, *, up: float = 0, total: float | None = None) -> Evaluation:
        return made_evaluation(name, areas=dict.fromkeys(range(1, 9), 50.0) | {1: 50 + up}, total=total)

    reader = whole("Tingsryd")
    others = [whole(name, up=40) for name in LOW]
    archive = archive_of(reader, whole("Örebro", up=4, total=404), whole("Åre", up=8.5), *others)
    found = similar(archive, reader)
    assert [words(entry.text) for entry in found.entries[:2]] == [
        "Örebro 2019 (total 404): områdena skiljer i snitt 0,9 poäng i form.",
        "Åre 2019 (total saknas): områdena skiljer i snitt 1,9 poäng i form.",
    ]
    assert len(found.entries) == 3
    assert found.entries[0].compare == Target("docs/compare", query="e=tingsryd/2019&e=orebro/2019")
    assert found.note.startswith("Liknande form: samma områden ligger över och under")
    assert found.note.endswith("Sökt bland 8 utvärderingar i utgåva 2016.")


def test_below_eight_profiles_it_is_said_why_there_are_none() -> None:
    reader = made_evaluation(areas=dict.fromkeys(range(1, 9), 50))
    found = similar(archive_of(reader), reader)
    assert found == SimilarProfiles(
        (), "Liknande profiler söks bland minst åtta utvärderingar med alla områden; utgåva 2016 har en."
    )
    alone = [made_evaluation("Tingsryd", 2016 + at, areas=dict.fromkeys(range(1, 9), 50)) for at in range(8)]
    assert similar(archive_of(*alone), alone[0]).note == "Ingen annan kommun har alla områden i utgåva 2016."
    part = made_evaluation(areas={1: 50})
    assert similar_profiles(context_of(archive_of(part)), part) is None
