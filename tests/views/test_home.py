"""What the home page says of the archive."""

from __future__ import annotations

from kompass_sphinx.views.home import LATEST, areas, coverage, latest, totals
from kompass_sphinx.views.rich import plain
from tests.archives import archive_of, context_of, made_evaluation, made_known, real_archive, with_totals

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def test_the_eight_areas_with_what_the_archive_has_on_each() -> None:
    archive = archive_of(
        made_evaluation(
            "Mark",
            2018,
            areas={4: {"strengths": ["Påhittad.", "Påhittad två."]}, 6: {"strengths": ["Påhittad."]}},
            examples=[
                {"municipality": "Lomma", "area": 4, "topic": "påhittat"},
                {"municipality": "Vara", "area": 4, "topic": "påhittat"},
                {"municipality": "Vara", "area": 6, "topic": "påhittat"},
                {"municipality": "Vara", "topic": "påhittat"},
            ],
        )
    )
    entries = areas(context_of(archive))
    assert [entry.target.page for entry in entries] == [f"docs/areas/{theme}" for theme in archive.catalogue.themes]
    counts = [entry.counts.replace(NO_BREAK_SPACE, " ") for entry in entries]
    assert counts[3] == "2 styrkor, 2 utpekade exempel"
    assert counts[5] == "1 styrka, 1 utpekat exempel"
    assert counts[0] == "0 styrkor, 0 utpekade exempel"
    assert all(entry.description and entry.short_name for entry in entries)


def test_the_latest_evaluations_and_no_more() -> None:
    many = [made_evaluation("Mark", year, 2020, total=year // 4) for year in range(2021, 2021 + LATEST + 1)]
    rows = latest(context_of(archive_of(*many, made_evaluation("Ale", 2021 + LATEST, 2020))))
    assert [row.title for row in rows[:3]] == [f"Ale {2021 + LATEST}", f"Mark {2021 + LATEST}", f"Mark {2020 + LATEST}"]
    assert len(rows) == LATEST
    assert (rows[0].total, rows[0].content, rows[1].content) == ("", "inga poäng", "endast total")


def test_totals_of_an_edition_as_median_or_as_a_list_newest_edition_first() -> None:
    archive = archive_of(
        *with_totals(400, 410, 420.5, 430, 440),
        made_evaluation("Mark", 2009, 2002, total=513),
        made_evaluation("Ale", 2006, 2002, total=446.5),
        made_evaluation("Vara", 2006, 2002),
    )
    rows = totals(context_of(archive)).rows
    assert [(row.edition, row.n.replace(NO_BREAK_SPACE, " "), row.median) for row in rows] == [
        ("Utgåva 2020", "n = 0", ""),
        ("Utgåva 2016", "n = 5", "420,5"),
        ("Utgåva 2010", "n = 0", ""),
        ("Utgåva 2002", "n = 2", ""),
    ]
    assert plain(rows[0].listed) == "inga totaler i arkivet"
    assert plain(rows[3].listed) == "för få för median: Ale 2006 446,5 och Mark 2009 513"
    assert [row.strip is not None for row in rows] == [False, True, False, True]


def test_all_totals_stand_on_one_scale_that_holds_them() -> None:
    everything = totals(
        context_of(archive_of(made_evaluation(total=212.5), made_evaluation("Mark", 2021, 2020, total=650)))
    )
    assert (everything.scale.low, everything.scale.high) == (200, 800)
    assert everything.scale_note == "Skalan visar 200–800."
    assert {(row.strip.low, row.strip.high) for row in everything.rows if row.strip} == {(200, 800)}


def test_an_archive_of_nothing_can_be_told_of() -> None:
    context = context_of(archive_of())
    assert {row.count for row in coverage(context).rows} == {0}
    assert latest(context) == ()
    assert [row.strip for row in totals(context).rows] == [None] * 4


def test_coverage_in_numbers_and_shares_of_what_is_known() -> None:
    archive = archive_of(
        made_evaluation("Mark", 2006, 2002, total=446, areas={4: 58}),
        made_evaluation("Vara", 2016, areas={4: {"strengths": ["Påhittad."], "questions": {"4.1": {"percent": 0}}}}),
        known=(made_known("Mark", 2006), made_known("Lomma", 2008)),
    )
    assert [(row.label, row.count, row.percent) for row in coverage(context_of(archive)).rows] == [
        ("Kända utvärderingar", 3, 100),
        ("I arkivet", 2, 66.7),
        ("… med total", 1, 33.3),
        ("… med områdespoäng", 1, 33.3),
        ("… med delfrågor", 1, 33.3),
        ("… med styrkor eller förbättringsområden", 1, 33.3),
    ]


def test_the_home_page_counts_what_the_real_archive_has() -> None:
    archive = real_archive()
    rows = coverage(context_of(archive)).rows
    assert [rows[0].count, rows[1].count] == [len(archive.register), len(archive)]
    assert [row.count for row in rows[1:3]] == sorted((row.count for row in rows[1:3]), reverse=True)
    assert [row.title for row in latest(context_of(archive))] == [one.title for one in archive.latest_first[:LATEST]]
