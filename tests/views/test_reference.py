"""The reference tables, and that every fragment can be made from any archive."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.views.catalogue import FRAGMENTS
from kompass_sphinx.views.reference import comparability, editions, problems
from tests.archives import archive_of, context_of, real_archive


def test_editions_side_by_side_by_theme() -> None:
    view = editions(context_of(archive_of()))
    assert [column.years for column in view.columns] == ["2002–2009", "2010–2015", "2016–2019", "2020–"]
    users = next(row for row in view.rows if row.name == "Brukarfokus och tillgänglighet")
    assert [area.number for area in users.areas] == ["2", "2", "2", "5"]
    assert [area.questions for area in users.areas] == [
        "6\N{NO-BREAK SPACE}delfrågor",
        "6\N{NO-BREAK SPACE}delfrågor",
        "5\N{NO-BREAK SPACE}delfrågor",
        "",
    ]
    assert users.areas[2].also == ("Brukarfokus, tillgänglighet och bemötande",)


def test_the_rules_between_editions_are_in_swedish() -> None:
    rows = comparability(context_of(archive_of()))
    assert [row.between for row in rows] == ["2002 och 2010", "2010 och 2016", "2016 och 2020"]
    assert rows[0].rule.startswith("Bara totalen")


def test_problem_codes_have_a_meaning_and_a_remedy() -> None:
    entries = problems(context_of(archive_of()))
    assert len({entry.code for entry in entries}) == len(entries)
    assert all(entry.meaning and entry.remedy for entry in entries)


@pytest.mark.parametrize("archive", [real_archive, archive_of], ids=["real", "empty"])
@pytest.mark.parametrize("name", FRAGMENTS)
def test_every_fragment_is_made_also_from_nothing(name: str, archive: Callable[[], Archive]) -> None:
    context = context_of(archive())
    fragment = FRAGMENTS[name]
    for theme in context.archive.catalogue.themes if fragment.needs_theme else ("",):
        fragment.view(context, theme)
