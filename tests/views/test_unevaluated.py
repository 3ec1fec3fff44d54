"""The page of a municipality that the archive has no evaluation of."""

from __future__ import annotations

import pytest

from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.reading.register import KnownEvaluation
from kompass_sphinx.views.targets import CONTRIBUTE, Target
from kompass_sphinx.views.unevaluated import UnevaluatedView, unevaluated_view
from tests.archives import archive_of, context_of, made_evaluation, made_known, real_archive


def of(*evaluations: Evaluation, known: tuple[KnownEvaluation, ...] = ()) -> UnevaluatedView:
    # The source language: these texts are held to what they say, not to how it is translated.
    return unevaluated_view(context_of(archive_of(*evaluations, known=known), "en"), "ornskoldsvik")


def naming(times: int) -> Evaluation:
    """An evaluation that names Örnsköldsvik."""
    return made_evaluation("Ale", examples=[{"municipality": "Örnsköldsvik", "topic": "påhittat"}] * times)


def known(*years: int | None) -> tuple[KnownEvaluation, ...]:
    return tuple(made_known("Örnsköldsvik", year, f"Påhittad {number}") for number, year in enumerate(years))


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ((), ""),
        ((2008,), "One is known, but its report is not here. "),
        ((None,), "One is known, but its report is not here. "),
        ((2008, 2014), "Two are known, but their reports are not here. "),
        ((2008, None), "At least one is known, but its report is not here. "),
        ((None, None), "At least one is known, but its report is not here. "),
        ((2008, 2014, None), "At least two are known, but their reports are not here. "),
    ],
)
def test_how_many_are_known_is_said_with_no_more_certainty_than_there_is(
    years: tuple[int | None, ...], said: str
) -> None:
    view = of(naming(1), known=known(*years))
    assert view.lede == (
        f"The archive has no evaluation of Örnsköldsvik. {said}"
        "Evaluators named it as a good example once, in another municipality's report."
    )
    assert view.description == view.lede
    assert len(view.known.rows if view.known else ()) == len(years)
    assert bool(view.known and view.known.doubt) == (len(years) > 1 and None in years)


def test_how_often_it_was_named() -> None:
    assert of(naming(2)).lede.endswith("as a good example two times, in other municipalities' reports.")
    assert len(of(naming(2)).backlinks.entries) == 2
    never = of(known=known(2008))
    assert never.lede.endswith("No evaluation in the archive points to it as a good example.")
    assert never.backlinks.entries == ()


def test_title_place_and_the_way_to_contribute() -> None:
    view = of(naming(1))
    assert (view.title, view.kicker) == ("Örnsköldsvik", "Västernorrlands län · Mindre stad/tätort")
    assert [title for title, _ in view.crumbs] == ["Home", "Evaluations", "Örnsköldsvik"]
    assert view.contribute == Target(CONTRIBUTE)


def test_known_ones_have_year_evaluators_and_source() -> None:
    view = of(known=known(2008, None))
    assert view.known is not None
    assert [(row.year, row.evaluators, row.source) for row in view.known.rows] == [
        ("2008", "Påhittad 0", "Påhittad förteckning för ett prov"),
        ("year unknown", "Påhittad 1", "Påhittad förteckning för ett prov"),
    ]


def test_ornskoldsvik_is_named_by_helsingborg_for_4_3() -> None:
    (entry,) = unevaluated_view(context_of(real_archive()), "ornskoldsvik").backlinks.entries
    question, source = entry.sources[1:]
    assert str(getattr(question[0], "text", "")).startswith("4.3 ")
    assert getattr(source[1], "text", "") == "Helsingborg 2014"
