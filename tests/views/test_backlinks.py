"""Whom evaluators named: the topic, what it is about and the very place."""

from __future__ import annotations

from typing import Any

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.views.backlinks import Backlink, backlink, backlinks
from kompass_sphinx.views.lists import LONGEST_LIST
from kompass_sphinx.views.rich import Link, plain
from kompass_sphinx.views.targets import Target, question_target
from tests.archives import archive_of, catalogue, context_of, made_evaluation


def naming(year: int = 2016, **example: Any) -> Archive:
    """An archive in which Ale's evaluation names one place."""
    example = {"municipality": "Mark", "topic": "påhittad modell", **example}
    return archive_of(made_evaluation("Ale", year, 2016, examples=[example]))


def entry_of(archive: Archive) -> Backlink:
    (named,) = archive.named
    return backlink(context_of(archive), named)


def test_area_sub_question_evaluation_edition_and_page_are_told_and_linked() -> None:
    archive = naming(area=4, question="4.6", page=11)
    entry = entry_of(archive)
    question = catalogue().editions[2016].question("4.6")
    assert question is not None
    assert (entry.theme_index, entry.topic) == (3, "Påhittad modell")
    assert [plain(source) for source in entry.sources] == [
        "Ledarskap",
        f"4.6 {question.name}",
        "utpekad i Ale 2016 (utgåva 2016, s. 11)",
    ]
    (named,) = archive.named
    assert [part.target for source in entry.sources for part in source if isinstance(part, Link)] == [
        Target("docs/areas/ledarskap"),
        question_target(question),
        Target("evaluations/ale/2016", named.item.address),
    ]


def test_what_the_source_does_not_say_is_left_out() -> None:
    entry = entry_of(naming())
    assert entry.theme_index is None
    assert [plain(source) for source in entry.sources] == ["utpekad i Ale 2016 (utgåva 2016)"]


def test_praise_at_home_is_no_backlink() -> None:
    archive = archive_of(made_evaluation("Mark", examples=[{"municipality": "Mark", "topic": "påhittat hemma"}]))
    assert backlinks(context_of(archive), "Mark").entries == ()


def test_a_long_list_keeps_the_latest_and_counts_the_rest() -> None:
    topics = [f"ämne {number}" for number in range(LONGEST_LIST)]
    archive = archive_of(
        made_evaluation("Ale", 2016, examples=[{"municipality": "Mark", "topic": topic} for topic in topics]),
        made_evaluation("Vara", 2018, examples=[{"municipality": "Mark", "topic": "det senaste"}] * 3),
    )
    view = backlinks(context_of(archive), "Mark")
    assert len(view.entries) == LONGEST_LIST
    assert [entry.topic for entry in view.entries[:4]] == ["Det senaste"] * 3 + ["Ämne 0"]
    assert plain(view.more) == "Ytterligare 3 finns på utvärderingarnas egna sidor."
    assert str(LONGEST_LIST + 3) in view.sentence
