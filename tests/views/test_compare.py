"""What the page that compares begins with, and the links that lead to it."""

from __future__ import annotations

from typing import Any

from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.compare import compare_view
from kompass_sphinx.views.evaluation import evaluation_view
from kompass_sphinx.views.municipality import municipality_view
from kompass_sphinx.views.rich import Link
from kompass_sphinx.views.targets import Target, compare_target
from tests.archives import archive_of, context_of, made_evaluation, real_archive

WHOLE = dict.fromkeys(range(1, 9), 50)


def suggestion(*evaluations: Evaluation) -> str | None:
    found = compare_view(context_of(archive_of(*evaluations))).suggestion
    return found.target.query if found else None


def whole(municipality: str, year: int, edition: int, **values: Any) -> Evaluation:
    return made_evaluation(municipality, year, edition, areas=WHOLE, **values)


def test_the_suggestion_is_the_latest_two_of_an_edition_with_all_areas() -> None:
    evaluations = [
        whole("Arvika", 2022, 2020),
        whole("Mark", 2019, 2016),
        whole("Boden", 2018, 2016),
        whole("Ale", 2017, 2016),
        whole("Örebro", 2012, 2010),
        whole("Nacka", 2011, 2010),
    ]
    assert suggestion(*evaluations) == "e=mark/2019&e=boden/2018"
    assert suggestion(*evaluations, whole("Nacka", 2021, 2020)) == "e=arvika/2022&e=nacka/2021"
    without = made_evaluation("Nacka", 2021, 2020, total=500, areas={1: 50})
    assert suggestion(*evaluations, without) == "e=mark/2019&e=boden/2018"


def test_the_suggestion_is_two_municipalities_or_none() -> None:
    assert suggestion(whole("Mark", 2016, 2016), whole("Mark", 2019, 2016)) is None
    assert suggestion(whole("Mark", 2016, 2016), whole("Mark", 2019, 2016), whole("Ale", 2016, 2016)) == (
        "e=mark/2019&e=ale/2016"
    )
    assert suggestion() is None


def test_an_empty_archive_has_no_page_to_make_addresses_from() -> None:
    view = compare_view(context_of(archive_of()))
    assert (view.some_id, view.some_page) == ("", None)


def test_an_evaluation_leads_to_the_comparison_with_itself_chosen() -> None:
    view = evaluation_view(context_of(real_archive()), ("tingsryd", 2019))
    assert view.compare == Target("docs/compare", query="e=tingsryd/2019")


def test_several_are_chosen_in_the_order_given() -> None:
    one, other = made_evaluation("Örebro", 2012, 2010), made_evaluation("Mark", 2019)
    assert compare_target(archive_of(one, other), other, one).query == "e=mark/2019&e=orebro/2012"


def municipality_link(*years_and_editions: tuple[int, int]) -> Link | None:
    archive = archive_of(*(made_evaluation("Mark", year, edition) for year, edition in years_and_editions))
    return municipality_view(context_of(archive), "mark").compare


def test_a_municipality_leads_to_its_latest_two_of_one_edition() -> None:
    found = municipality_link((2006, 2002), (2009, 2002), (2017, 2016), (2019, 2016), (2024, 2020))
    assert found is not None
    assert found.target == Target("docs/compare", query="e=mark/2019&e=mark/2017")
    assert municipality_link((2006, 2002), (2019, 2016)) is None
    assert municipality_link((2006, 2002)) is None
