"""Score tables of another evaluation."""

from __future__ import annotations

from kompass_sphinx.importing.foreign_tables import Subject, without_foreign_tables
from kompass_sphinx.importing.municipality_names import MunicipalityNames
from kompass_sphinx.importing.score_tables import Score, ScoreTable
from tests.archives import registry

NAMES = MunicipalityNames(registry(), has_lost_accents=False)


def found_below(*headings: str, own: str | None = "Orsa", year: int | None = 2016) -> list[tuple[int, bool]]:
    """Which of several series of two tables below such headings are kept, and whether as foreign."""
    text, tables = "", []
    for heading in headings:
        text += heading
        for area in (1, 2):
            tables.append(ScoreTable(area, {}, None, len(text), is_plain=True))
            text += "1.1 Plan 45% "
    found = without_foreign_tables(tables, text, Subject(NAMES, own, year))
    foreign = {(one.start, one.area): one.is_foreign for one in found}
    return [
        (index // 2, foreign[table.start, table.area])
        for index, table in enumerate(tables)
        if (table.start, table.area) in foreign
    ]


def kept(*headings: str, own: str | None = "Orsa", year: int | None = 2016) -> list[int]:
    """Those that are kept as the report's own, all others being left out."""
    found = found_below(*headings, own=own, year=year)
    assert not any(is_foreign for _, is_foreign in found)
    return [index for index, _ in found]


def test_tables_below_the_name_of_another_municipality_are_left_out() -> None:
    assert kept("Orsa kommun\n", "Mora kommun\n") == [0, 0]
    assert kept("Mora kommun\n", "Resultat\n") == [1, 1]


def test_tables_below_another_year_are_left_out() -> None:
    assert kept("Resultat 2016\n", "Resultat 2012\n") == [0, 0]


def test_tables_below_nothing_or_the_own_name_beside_others_stay() -> None:
    assert kept("Resultat\n", "Orsa och Mora\n", "Resultat 2012 och 2016\n") == [0, 0, 1, 1, 2, 2]


def test_what_is_not_known_says_nothing() -> None:
    assert kept("Orsa 2016\n", "Mora 2012\n", own=None, year=None) == [0, 0, 1, 1]


def test_where_all_tables_are_somebody_elses_they_are_given_as_such() -> None:
    text = "Mora 2016. 1.1 Plan 45% Rättvik 2016\n"
    tables = [ScoreTable(1, {}, None, start, is_plain=True) for start in (10, len(text))]
    found = without_foreign_tables(tables, text, Subject(NAMES, "Orsa", 2016))
    assert [(one.start, one.is_foreign) for one in found] == [(one.start, True) for one in tables]
    found = without_foreign_tables(tables, text, Subject(NAMES, "Mora", 2016))
    assert [(one.start, one.is_foreign) for one in found] == [(10, False)]


def test_two_readings_of_the_same_rows_are_one_series() -> None:
    text = "Orsa 2016\n"
    tables = [ScoreTable(1, {}, None, len(text), is_plain) for is_plain in (True, False)]
    assert without_foreign_tables(tables, text, Subject(NAMES, "Orsa", 2016)) == tables


def test_a_sentence_or_a_list_above_a_table_may_speak_of_something_else() -> None:
    for above in (
        "Planen är från 2012.\n",
        "Mora hör till de bästa.\n\nResultat\n",
        "• Mora kommun – dialog\n\nResultat\n",
    ):
        assert found_below(above, "Resultat\n") == [(0, True), (0, True), (1, False), (1, False)]
    assert found_below("Planen är från 2012.\nMora kommun\n", "Resultat\n") == [(1, False), (1, False)]
    assert kept("Planen är från 2012.\nOrsa 2016\n") == [0, 0]


def test_a_year_that_heads_a_column_below_the_own_one_says_nothing() -> None:
    assert kept("Tabellen gäller Orsa kommun 2016.\nDelfråga 2013 Poäng\n") == [0, 0]


def test_every_figure_of_such_tables_is_in_doubt() -> None:
    text = "Mora 2016\n"
    table = ScoreTable(1, {"1.1": Score(9, 45, len(text))}, None, len(text), is_plain=True)
    for name, is_certain in (("Orsa", False), ("Mora", True)):
        (found,) = without_foreign_tables([table], text, Subject(NAMES, name, 2016))
        assert (found.scores["1.1"].figures, found.scores["1.1"].doubt is None) == ((9, 45), is_certain)
