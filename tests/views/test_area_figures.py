"""The figures of an area page: each edition for itself, nothing summarised from fewer than five."""

from __future__ import annotations

from kompass_sphinx.archive.statistics import MOST_SEPARATE_POSITIONS
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.area_figures import area_best, area_spread
from kompass_sphinx.views.area_questions import QuestionEntry, area_questions
from kompass_sphinx.views.rich import plain
from kompass_sphinx.views.targets import Target
from tests.archives import archive_of, context_of, made_evaluation, real_archive, registry

THEME = "ledarskap"  # area 4 in the editions 2002, 2010 and 2016, area 8 in 2020
HARD = "\N{NO-BREAK SPACE}"


def with_points(*points: float) -> list[Evaluation]:
    names = [municipality.name for municipality in registry()]
    return [made_evaluation(name, areas={4: value}) for name, value in zip(names, points, strict=False)]


def question(number: str, *evaluations: Evaluation, edition: int = 2016) -> QuestionEntry:
    blocks = area_questions(context_of(archive_of(*evaluations)), THEME).editions
    block = next(block for block in blocks if block.heading == f"Utgåva {edition}")
    return next(entry for entry in block.questions if entry.number == number)


def answered(name: str, **figures: float) -> Evaluation:
    return made_evaluation(name, areas={4: {"questions": {"4.3": figures}}})


def test_best_results_highest_first_newest_edition_first_without_empty_editions() -> None:
    archive = archive_of(
        *with_points(40, 62.5), made_evaluation("Mark", 2022, 2020, areas={8: 70}), made_evaluation("Vara", 2006, 2002)
    )
    blocks = area_best(context_of(archive), THEME)
    assert [(block.edition, [row.points_text for row in block.rows]) for block in blocks] == [
        ("Utgåva 2020", ["70"]),
        ("Utgåva 2016", ["62,5", "40"]),
    ]
    assert [block.median for block in blocks] == [None, None]
    assert blocks[1].about == f"Ledarskap, ansvar och delegation, för få för median (n{HARD}={HARD}2)"


def test_from_five_the_median_is_a_tick_and_said() -> None:
    (block,) = area_best(context_of(archive_of(*with_points(40, 41, 42.5, 50, 60))), THEME)
    assert block.median == 42.5
    assert block.about.endswith(f"median 42,5 (n{HARD}={HARD}5)")


def test_the_spread_lists_figures_that_are_too_few_and_says_which_editions_have_none() -> None:
    view = area_spread(context_of(archive_of(*with_points(40, 62.5))), THEME)
    assert [(row.edition, plain(row.listed), row.strip is not None) for row in view.rows] == [
        ("Utgåva 2020", "inga poäng i arkivet", False),
        ("Utgåva 2016", "för få för median: Alingsås 2019 62,5 och Ale 2019 40", True),
        ("Utgåva 2010", "inga poäng i arkivet", False),
        ("Utgåva 2002", "inga poäng i arkivet", False),
    ]
    assert view.note == ""


def test_the_spread_of_five_has_its_median_and_every_figure_in_its_description() -> None:
    rows = area_spread(context_of(archive_of(*with_points(40, 41, 42.5, 50, 60))), THEME).rows
    (row,) = (row for row in rows if row.strip)
    strip = row.strip
    assert strip is not None
    assert (row.median, plain(row.listed)) == ("42,5", "")
    assert (strip.values, strip.median) == ((40, 41, 42.5, 50, 60), 42.5)
    assert strip.description.endswith(": 40, 41, 42,5, 50, 60.")


def test_merged_rings_are_said_to_be_merged_and_not_told_as_figures() -> None:
    points = [index % 97 for index in range(MOST_SEPARATE_POSITIONS + 1)]
    view = area_spread(context_of(archive_of(*with_points(*points))), THEME)
    strip = view.rows[1].strip
    assert strip is not None
    assert len(strip.values) < len(points)
    assert strip.description.endswith("61 siffror mellan 0 och 60.")
    assert view.note.startswith("Vid fler än 60 utvärderingar")


def test_a_question_without_results_says_so() -> None:
    entry = question("4.3")
    assert (plain(entry.results), entry.noted, entry.maximum) == ("Inga siffror i arkivet.", "", "högst 20 poäng")
    assert (entry.anchor, entry.target) == ("delfraga-2016-4-3", Target("questions/2016/4.3"))


def test_few_results_are_listed_highest_first_and_points_alone_last() -> None:
    entry = question(
        "4.3", answered("Ale", points=1), answered("Mark", percent=15), answered("Vara", percent=80, points=16)
    )
    assert plain(entry.results) == (f"Resultat: Vara 2019 80{HARD}%, Mark 2019 15{HARD}% och Ale 2019 1{HARD}poäng.")


def test_from_five_the_median_of_a_question_is_in_percent() -> None:
    results = [answered(one.municipality, percent=index * 10) for index, one in enumerate(with_points(*range(5)))]
    assert plain(question("4.3", *results).results) == f"Median 20{HARD}% (n{HARD}={HARD}5)."


def test_noted_findings_are_counted_and_none_is_not_zero() -> None:
    def noting(**findings: list[dict[str, str]]) -> Evaluation:
        return made_evaluation(areas={4: findings})

    finding = {"text": "Påhittat.", "question": "4.3"}
    assert question("4.3", noting(strengths=[finding])).noted == "Noterat: 1 styrka."
    both = noting(strengths=[finding, {**finding, "text": "Annat."}], improvements=[finding])
    assert question("4.3", both).noted == "Noterat: 2 styrkor och 1 förbättringsområde."
    assert question("4.2", both).noted == ""


def test_a_question_says_what_it_was_and_what_it_became() -> None:
    assert [plain(line) for line in question("4.3", edition=2010).lineage] == [
        "Från utgåva 2002: 4.2 Tvärsektoriellt samarbete (omformulerad)",
        "Från utgåva 2002: 5.2 Rapportering från tvärsektoriella projekt "
        "(delvis, rapportering från tvärsektoriella projekt)",
        "I utgåva 2016: 4.3 Tvärsektoriellt samarbete (samma)",
    ]


def test_a_question_without_a_counterpart_says_so_but_nothing_of_an_unknown_edition() -> None:
    views = area_questions(context_of(archive_of()), "utveckling")
    newest = {entry.number: [plain(line) for line in entry.lineage] for entry in views.editions[0].questions}
    assert newest["7.2"] == ["Ingen motsvarighet i utgåva 2010."]
    assert views.unknown == "Delfrågorna i utgåva 2020 känner arkivet inte till."


def test_every_sub_question_of_the_catalogue_has_one_section_on_its_page() -> None:
    context = context_of(real_archive())
    anchors = [
        entry.anchor
        for theme in context.archive.catalogue.themes
        for block in area_questions(context, theme).editions
        for entry in block.questions
    ]
    known = sum(len(area.questions) for edition in context.archive.catalogue for area in edition.areas.values())
    assert len(anchors) == len(set(anchors)) == known
