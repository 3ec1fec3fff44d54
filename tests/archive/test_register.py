"""The register shows known and archived evaluations, each once."""

from __future__ import annotations

from collections import Counter

import pytest

from kompass_sphinx.archive.register import RegisterEntry, people_of, register_of
from tests.archives import archive_of, made_evaluation, made_known, real_archive


def shown(entries: tuple[RegisterEntry, ...]) -> list[tuple[str, int | None, bool, bool]]:
    """Municipality, year, whether known, whether archived."""
    return [(one.municipality, one.year, one.known is not None, one.evaluation is not None) for one in entries]


def test_known_and_archived_evaluations_each_once_in_swedish_order() -> None:
    archive = archive_of(
        made_evaluation("Ängelholm", 2013, 2010),
        made_evaluation("Mark", 2009, 2002),
        known=(
            made_known("Ängelholm", 2013),
            made_known("Åre", None),
            made_known("Åre", 2008),
            made_known("Mark", 2006),
        ),
    )
    assert shown(register_of(archive)) == [
        ("Mark", 2006, True, False),
        ("Mark", 2009, False, True),
        ("Åre", 2008, True, False),
        ("Åre", None, True, False),
        ("Ängelholm", 2013, True, True),
    ]


def test_an_evaluation_known_from_two_sources_is_one() -> None:
    archive = archive_of(known=(made_known("Mark", 2006), made_known("Mark", 2006, "Någon Annan")))
    assert shown(register_of(archive)) == [("Mark", 2006, True, False)]


EVALUATORS = [{"name": "Påhittad Ett", "affiliation": "SKL"}, {"name": "Påhittad Två"}]


@pytest.mark.parametrize("written", ["Påhittad Ett; Påhittad Två (SKL)", "påhittad två, Påhittad Ett [källan: Tva]"])
def test_an_undated_row_with_the_same_evaluators_as_an_archived_one_is_the_same(written: str) -> None:
    archive = archive_of(
        made_evaluation("Mark", 2009, 2002, evaluators=EVALUATORS), known=(made_known("Mark", None, written),)
    )
    assert shown(register_of(archive)) == [("Mark", 2009, True, True)]


def test_a_row_of_another_year_is_another_whoever_the_evaluators_were() -> None:
    archive = archive_of(
        made_evaluation("Mark", 2009, 2002, evaluators=EVALUATORS),
        known=(made_known("Mark", 2005, "Påhittad Ett; Påhittad Två"),),
    )
    assert shown(register_of(archive)) == [("Mark", 2005, True, False), ("Mark", 2009, False, True)]


@pytest.mark.parametrize(
    ("municipality", "written"), [("Mark", "Påhittad Ett"), ("Mark", ""), ("Lomma", "Påhittad Ett; Påhittad Två")]
)
def test_an_undated_row_of_others_or_elsewhere_stands_for_itself(municipality: str, written: str) -> None:
    archive = archive_of(
        made_evaluation("Mark", 2009, 2002, evaluators=EVALUATORS), known=(made_known(municipality, None, written),)
    )
    assert (municipality, None, True, False) in shown(register_of(archive))
    assert len(register_of(archive)) == 2


def test_nobody_is_not_the_same_as_nobody() -> None:
    archive = archive_of(made_evaluation("Mark", 2009, 2002), known=(made_known("Mark", None),))
    assert len(register_of(archive)) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", set()),
        ("Ada Ett; Bo Två", {"ada ett", "bo två"}),
        ("Ada Ett (SKL); Bo Två (f.d. chef, Lund)", {"ada ett", "bo två"}),
        ("Ada Ett m.fl. (slutsats)", {"ada ett"}),
    ],
)
def test_the_names_in_a_text_on_evaluators(text: str, names: set[str]) -> None:
    assert people_of(text) == names


def test_the_real_register_has_every_known_and_archived_evaluation_once() -> None:
    archive = real_archive()
    register = register_of(archive)
    dated = Counter((entry.municipality, entry.year) for entry in register if entry.year is not None)
    assert set(dated.values()) == {1}
    assert {(row.municipality, row.year) for row in archive.known if row.year is not None} <= dated.keys()
    archived = [entry.evaluation for entry in register if entry.evaluation is not None]
    assert sorted(one.title for one in archived) == sorted(one.title for one in archive)
    assert all(entry.known or entry.evaluation for entry in register)
    undated = sum(entry.year is None for entry in register)
    same = [row for row in archive.known if row.year is None]
    assert undated <= len(same)
    assert len(register) == len(dated) + undated
