"""Every note has exactly one sign, on the page, beside what it is about or the nearest of it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest

from kompass_sphinx.charts.frame_cache import Frames
from kompass_sphinx.language import Language
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.templates import Place, Renderer
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.evaluation import evaluation_view
from kompass_sphinx.views.notes import Notes, notes_of, place_of
from tests.archives import archive_of, context_of, made_evaluation, real_archive

SIGN = re.compile(r'<a class="note-reference" href="#(not-\d+)" id="(ref-\d+)"')
NOTE = re.compile(r'<li id="(not-\d+)">.*?href="#(ref-\d+)"')

FULL: dict[str, Any] = {
    "visited": "2019-03",
    "published": "2019-05-06",
    "first": True,
    "interviews": 40,
    "evaluators": [{"name": "Påhittad Person"}],
    "total": 377,
    "summary": "Påhittat intryck.",
    "areas": {
        8: {
            "points": 57,
            "impression": "Påhittat.",
            "questions": {"8.3": {"points": 5, "percent": 33}},
            "strengths": ["Påhittad styrka."],
            "improvements": ["Påhittad brist."],
        }
    },
    "examples": [{"municipality": "Lomma", "area": 1, "topic": "påhittat"}],
    "benchmarks": [{"label": "Påhittad", "statistic": "mean", "edition": 2016, "total": 473}],
}
KEYS = ("municipality", "year", "edition", "sources", "notes", *FULL)
PATHS = (
    *KEYS,
    "sources.url",
    "examples.topic",
    "benchmarks.areas.6",
    "evaluators.name",
    "areas.7",
    "areas.7.points",
    "areas.1.points",
    "areas.8",
    "areas.8.points",
    "areas.8.impression",
    "areas.8.strengths",
    "areas.8.improvements.page",
    "areas.8.questions",
    "areas.8.questions.8.3",
    "areas.8.questions.8.3.percent",
    "areas.8.questions.8.1.points",
    "areas.7.questions.7.1",
)


@cache
def renderer(code: str) -> Renderer:
    """One for all tests of a language: drawing the frames anew for each would take most of the time."""
    return Renderer(Language(code), Frames(None))


def page_of(context: Context, evaluation: Evaluation) -> str:
    """The HTML of an evaluation's page."""
    slug = context.archive.municipality(evaluation).slug
    place = Place(lambda target: target.page, lambda file: file, "")
    view = evaluation_view(context, (slug, evaluation.year))
    return renderer(context.language.code).render("evaluation.html", view, place)


def assert_every_note_has_one_sign(context: Context, evaluation: Evaluation) -> None:
    html = page_of(context, evaluation)
    wanted = [(f"not-{number}", f"ref-{number}") for number in range(1, len(evaluation.notes) + 1)]
    assert sorted(SIGN.findall(html)) == sorted(wanted), evaluation.title
    assert NOTE.findall(html) == wanted, evaluation.title


@pytest.mark.parametrize(
    ("about", "place"),
    [
        ("year", "year"),
        ("sources.url", "sources"),
        ("benchmarks.areas.6", "benchmarks"),
        ("areas", "areas"),
        ("areas.7", "areas.7"),
        ("areas.8.points", "areas.8.points"),
        ("areas.8.impression", "areas.8"),
        ("areas.8.strengths", "areas.8"),
        ("areas.8.questions", "areas.8"),
        ("areas.8.questions.8.3", "areas.8.questions.8.3"),
        ("areas.8.questions.8.3.percent", "areas.8.questions.8.3"),
    ],
)
def test_a_note_stands_with_what_it_is_about_or_the_nearest_place(about: str, place: str) -> None:
    assert place_of(about) == place


def notes_on(about: str, **values: Any) -> Notes:
    evaluation = made_evaluation(notes=[{"about": about, "text": "Påhittad not."}], **values)
    return notes_of(context_of(archive_of(evaluation)), evaluation)


def test_a_note_on_an_area_that_the_evaluation_lacks_stands_with_the_areas() -> None:
    assert notes_on("areas.7.points").about("areas")
    assert not notes_on("areas.7.points").about("areas.7.points")
    assert notes_on("areas.7.points", areas={7: 50}).about("areas.7.points")


def test_a_note_on_a_sub_question_that_the_evaluation_lacks_stands_with_its_area() -> None:
    assert notes_on("areas.7.questions.7.1", areas={7: 50}).about("areas.7")


def test_notes_are_numbered_in_the_order_of_the_file_and_lead_there_and_back() -> None:
    written = [{"about": about, "text": f"Påhittad om {about}."} for about in ("total", "year", "total")]
    evaluation = made_evaluation(total=377, notes=written)
    notes = notes_of(context_of(archive_of(evaluation)), evaluation)
    assert [(one.number, one.anchor, one.back, one.text) for one in notes.entries] == [
        (1, "not-1", "ref-1", "Påhittad om total."),
        (2, "not-2", "ref-2", "Påhittad om year."),
        (3, "not-3", "ref-3", "Påhittad om total."),
    ]
    assert [(one.number, one.label) for one in notes.about("year", "total")] == [
        (2, "Not 2"),
        (1, "Not 1"),
        (3, "Not 3"),
    ]


@pytest.mark.parametrize("about", PATHS)
def test_a_note_on_anything_of_a_full_evaluation_has_its_sign(about: str) -> None:
    evaluation = made_evaluation(notes=[{"about": about, "text": "Påhittad not."}], **FULL)
    assert_every_note_has_one_sign(context_of(archive_of(evaluation)), evaluation)


@pytest.mark.parametrize("about", PATHS)
def test_a_note_on_anything_that_an_evaluation_lacks_has_its_sign(about: str) -> None:
    evaluation = made_evaluation(notes=[{"about": about, "text": "Påhittad not."}])
    assert_every_note_has_one_sign(context_of(archive_of(evaluation)), evaluation)


def test_every_note_of_every_real_evaluation_has_one_sign_on_its_page() -> None:
    archive = real_archive()
    context = context_of(archive)
    noted = [evaluation for evaluation in archive if evaluation.notes]
    assert noted
    for evaluation in noted:
        assert_every_note_has_one_sign(context, evaluation)
