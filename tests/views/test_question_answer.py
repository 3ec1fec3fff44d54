"""What the page of a sub-question answers first: who does well, or what is missing and where to go on."""

from __future__ import annotations

from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.targets import Target
from tests.archives import made_evaluation
from tests.views.question_pages import NOBODY, answered, links, naming, page, plain


def answer(*evaluations: Evaluation, place: str = "2016/4.3") -> tuple[str, str, str]:
    """The figure that the page begins with, what it is, and the sentences beside it."""
    shown = page(*evaluations, place=place)
    headline = shown.headline
    if headline is None:
        return "", "", plain(shown.lede)
    return plain((headline.figure,)), plain((headline.label,)), plain(shown.lede)


def test_one_result_is_said_without_a_great_figure() -> None:
    assert answer(answered("Ale", percent=45)) == ("", "", f"Bara Ale 2019 har resultat i utgåva 2016: 45 %. {NOBODY}")


def test_under_five_results_are_listed_and_not_summarised() -> None:
    results = [answered("Ale", percent=45), answered("Mark", percent=80), answered("Vara", percent=0)]
    assert answer(*results) == (
        "",
        "",
        f"Resultaten är för få för en median: Mark 2019 80 %, Ale 2019 45 % och Vara 2019 0 %. {NOBODY}",
    )
    four = answer(*results, answered("Eda", percent=5))[2]
    assert four.startswith(
        "Resultaten är för få för en median: Mark 2019 80 %, Ale 2019 45 %, Eda 2019 5 % och en till."
    )


def test_from_five_the_median_is_said_with_its_n_and_equals_share_the_highest() -> None:
    names = ("Ale", "Mark", "Vara", "Eda", "Nacka")
    results = [answered(name, percent=percent) for name, percent in zip(names, (80, 80, 40, 20, 0), strict=True)]
    assert answer(*results) == (
        "80 %",
        "högst av fem resultat i utgåva 2016",
        f"Det har Ale 2019 och Mark 2019. Medianen är 40 % (n = 5). {NOBODY}",
    )
    equal = [answered(name, percent=80) for name in names]
    assert answer(*equal)[2].startswith("Fem utvärderingar har det. Medianen är 80 % (n = 5).")


def test_points_alone_are_no_percent() -> None:
    assert answer(answered("Ale", points=3), answered("Mark", points=1)) == (
        "",
        "",
        f"Arkivet har bara poäng, inga andelar: Ale 2019 3 poäng och Mark 2019 1 poäng. {NOBODY}",
    )


def test_without_results_the_page_says_what_is_missing_and_leads_on() -> None:
    strength = {"text": "Påhittad.", "question": "4.3"}
    evaluation = made_evaluation("Mark", 2006, 2002, areas={4: {"strengths": [strength]}})
    assert answer(evaluation, place="2002/4.3") == (
        "",
        "",
        f"Arkivet har inget resultat på delfrågan i utgåva 2002. {NOBODY} Noterat: 1 styrka. "
        "Gå vidare till 5.6 Extern samverkan i utgåva 2010 (delvis, samverkan med externa) "
        "och området Ledarskap och ansvar.",
    )
    targets = [link.target for link in links(page(place="2002/4.3").lede)]
    assert targets == [Target("questions/2010/5.6"), Target("docs/areas/ledarskap")]


def test_few_results_lead_to_a_higher_one_on_the_same_sub_question_of_another_edition() -> None:
    own, higher, lower = (
        answered("Ale", percent=20),
        answered("Mark", 2012, 2010, percent=80),
        answered("Vara", 2012, 2010, percent=10),
    )
    assert answer(own, higher, lower)[2] == (
        "Bara Ale 2019 har resultat i utgåva 2016: 20 %. "
        f"Titta på Mark 2012 med 80 %, det högsta resultatet på samma delfråga i utgåva 2010. {NOBODY}"
    )
    assert "det enda resultatet på samma delfråga i utgåva 2010" in answer(own, higher)[2]
    equal = answered("Eda", 2013, 2010, percent=80)
    assert "Titta på Eda 2013 och Mark 2012 med 80 %, det högsta" in answer(own, higher, equal)[2]
    assert "utgåva 2010" not in answer(own, lower)[2]
    reworded = answered("Mark", 2006, 2002, number="4.2", percent=60)
    of_2002 = "Titta på Mark 2006 med 60 %, det enda resultatet på den omformulerade delfrågan i utgåva 2002."
    assert of_2002 in answer(reworded, place="2010/4.3")[2]


def test_few_results_lead_to_those_named_first() -> None:
    naming_mark = naming("Ale", "Mark")
    higher = answered("Vara", 2012, 2010, percent=80)
    assert (
        "Titta på Mark, som utvärderare pekar ut för detta, och på Vara 2012 med 80 %, det enda"
        in (answer(naming_mark, higher)[2])
    )


def test_those_held_up_at_home_alone_are_told_as_that() -> None:
    lede = answer(naming("Ale", "Ale"))[2]
    assert "Ale lyfts för detta, men bara i sin egen rapport." in lede
    assert NOBODY not in lede


def test_a_sub_question_that_is_partly_the_same_lends_no_result_to_the_answer() -> None:
    partly = made_evaluation("Mark", 2006, 2002, areas={5: {"questions": {"5.2": {"percent": 90}}}})
    assert "90 %" not in answer(answered("Ale", 2012, 2010, percent=20), partly, place="2010/4.3")[2]


def test_the_answer_names_three_and_counts_the_rest() -> None:
    lede = answer(naming("Ale", "Mark", "Vara"))[2]
    assert lede.startswith(
        "Arkivet har inget resultat på delfrågan i utgåva 2016. Titta på Mark och Vara, som utvärderare pekar ut"
    )
    five = naming("Ale", "Eda", "Mark", "Nacka", "Vara", "Lomma")
    assert "Titta på Eda, Mark, Nacka och två till, som" in answer(five)[2]
    assert "Titta på Mark, som" in answer(naming("Ale", "Mark"), naming("Eda", "Mark"))[2]
    results = [answered(name, 2018, percent=50) for name in ("Ale", "Mark", "Vara", "Eda", "Nacka")]
    assert "Utvärderare har pekat ut Mark för detta." in answer(naming("Ale", "Mark"), *results)[2]
