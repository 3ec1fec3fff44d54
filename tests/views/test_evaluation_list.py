"""The page of all evaluations, and the register."""

from __future__ import annotations

import pytest

from kompass_sphinx.reading.register import KnownEvaluation
from kompass_sphinx.views.evaluation_list import evaluation_list_view
from kompass_sphinx.views.register import register_view
from kompass_sphinx.views.rich import plain
from tests.archives import archive_of, context_of, made_evaluation, made_known, real_archive, with_totals

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def test_rows_are_in_swedish_order_and_areas_stand_by_theme() -> None:
    archive = archive_of(
        made_evaluation("Örebro", 2012, 2010, total=615.5, areas={4: 70, 8: 87}),
        made_evaluation("Ängelholm", 2021, 2020, areas={number: number for number in range(1, 9)}),
        made_evaluation("Ale", 2016),
    )
    view = evaluation_list_view(context_of(archive))
    assert [(row.municipality, row.year) for row in view.rows] == [("Ale", 2016), ("Ängelholm", 2021), ("Örebro", 2012)]
    themes = archive.catalogue.themes
    assert [column.key for column in view.columns] == list(themes)
    ale, angelholm, orebro = view.rows
    assert [(cell.text, cell.value) for cell in ale.areas] == [("", "")] * 8
    assert [int(cell.text) for cell in angelholm.areas] == [theme.areas[2020] for theme in themes.values()]
    assert (orebro.total.text, orebro.total.value) == ("615,5", "615.5")
    shown = {column.key: cell.text for column, cell in zip(view.columns, orebro.areas, strict=True) if cell.text}
    assert shown == {"ledarskap": "70", "samhalle": "87"}


def test_what_the_archive_has_stands_in_a_word_or_two() -> None:
    areas = {number: {"points": 50, "strengths": ["Påhittad."]} for number in range(1, 9)}
    view = evaluation_list_view(
        context_of(
            archive_of(
                made_evaluation("Ale", areas=areas | {4: {"questions": {"4.1": {"percent": 5}}}}),
                made_evaluation("Mark", total=450, areas={4: 41}),
                made_evaluation("Nacka", total=0),
                made_evaluation("Vara", summary="Påhittat intryck."),
                made_evaluation("Örebro"),
            )
        )
    )
    assert [row.content for row in view.rows] == ["delfrågor, i ord", "områden", "endast total", "i ord", "inga poäng"]


def test_a_figure_of_nought_is_shown() -> None:
    (row,) = evaluation_list_view(context_of(archive_of(made_evaluation(total=0)))).rows
    assert (row.total.text, row.total.value) == ("0", "0")


def test_medians_by_edition_or_that_there_are_too_few() -> None:
    archive = archive_of(*with_totals(400, 410, 420.5, 430, 440), made_evaluation("Örebro", 2012, 2010, total=600))
    medians = evaluation_list_view(context_of(archive)).medians
    assert [plain(one).replace(NO_BREAK_SPACE, " ") for one in medians] == [
        "Utgåva 2002: för få totaler för en median (n = 0).",
        "Utgåva 2010: för få totaler för en median (n = 1).",
        "Utgåva 2016: medianen av totalerna är 420,5 (n = 5).",
        "Utgåva 2020: för få totaler för en median (n = 0).",
    ]


def test_coverage_is_said_in_numbers() -> None:
    archive = archive_of(
        made_evaluation("Mark", 2006, 2002),
        made_evaluation("Mark", 2009, 2002),
        made_evaluation("Vara", 2016),
        known=(made_known("Mark", 2006), made_known("Lomma", 2008), made_known("Lomma", None)),
    )
    view = evaluation_list_view(context_of(archive))
    assert view.lede == (
        "Arkivet har 3 utvärderingar av 2 kommuner, av landets 290. "
        "Registret har 5, varav 1 saknar årtal och kan vara samma som en daterad."
    )
    assert view.known.introduction == "2 utvärderingar är kända utan att arkivet har någon rapport."
    assert [(row.municipality, row.year, row.target) for row in view.known.rows] == [
        ("Lomma", "2008", None),
        ("Lomma", "år okänt", None),
    ]


def test_the_whole_register_leads_to_what_the_archive_has() -> None:
    archive = archive_of(
        made_evaluation("Mark", 2006, 2002, evaluators=[{"name": "Påhittad Ett"}, {"name": "Påhittad Två"}]),
        known=(made_known("Mark", 2006, "Någon"), made_known("Lomma", 2008, "Påhittad Tre (SKL)")),
    )
    rows = register_view(context_of(archive)).rows
    assert [(row.municipality, row.evaluators, row.target.page if row.target else None) for row in rows] == [
        ("Lomma", "Påhittad Tre (SKL)", None),
        ("Mark", "Påhittad Ett; Påhittad Två", "evaluations/mark/2006"),
    ]


def test_a_source_is_a_link_only_when_it_is_a_whole_address() -> None:
    sources = (
        "https://example.org/kompass.html",
        "Påhittad lista, vid https://example.org/",
        "https://example.org/…",
        "En; http://example.org/a (två); tre",
        "Påhittad lista, javascript:alert(1)",
    )
    known = tuple(KnownEvaluation("Lomma", "1262", year, "", source) for year, source in enumerate(sources, start=2006))
    rows = register_view(context_of(archive_of(known=known))).rows
    assert [(row.source, row.source_host, row.source_url, row.source_after) for row in rows] == [
        ("", "example.org", "https://example.org/kompass.html", ""),
        ("Påhittad lista, vid ", "example.org", "https://example.org/", ""),
        ("", "example.org", "", ""),
        ("En; ", "example.org", "http://example.org/a", " (två); tre"),
        ("Påhittad lista, javascript:alert(1)", "", "", ""),
    ]


def test_the_real_list_has_every_evaluation_once_and_the_register_the_rest() -> None:
    archive = real_archive()
    view = evaluation_list_view(context_of(archive))
    assert len({row.target.page for row in view.rows}) == len(view.rows) == len(archive)
    register = register_view(context_of(archive))
    assert len(register.rows) == len(view.rows) + len(view.known.rows)
    assert f"Registret har {len(register.rows)}, varav " in view.lede
    assert sum(row.target is None for row in register.rows) == len(view.known.rows)


@pytest.mark.parametrize("address", ["https://[x", "https:///x"])
def test_an_odd_address_in_the_register_is_shown_and_leads_nowhere(address: str) -> None:
    archive = archive_of(known=(KnownEvaluation("Tingsryd", "0763", 2012, "", address),))
    row = register_view(context_of(archive)).rows[0]
    assert (row.source, row.source_host, row.source_url, row.source_after) == ("", address, "", "")
