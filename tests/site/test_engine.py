"""The search engine of the finder, as pure functions called in the browser: every rule of order, facets and finding."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

import kompass_sphinx
from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.record_counts import KINDS, record_counts
from kompass_sphinx.exports.municipalities import MUNICIPALITIES_FILE, municipalities_script
from kompass_sphinx.exports.search_records import search_shard, shards
from tests.archives import archive_of, context_of, made_evaluation, real_archive, registry
from tests.browser import visiting

STATIC = Path(kompass_sphinx.__file__).parent / "theme" / "kompass" / "static"
PAGE = (
    '<!doctype html><meta charset="utf-8"><title>Engine</title><link rel="icon" href="../_static/favicon.svg">'
    '<script src="../_static/kompass.js"></script><script src="../_static/results.js"></script>'
)
FACETS = ("slag", "omrade", "delfraga", "utgava", "grupp", "lan", "ar")

# The functions of the engine as the tests ask for them: records are described by what a reader sees of them.
ASK = """
async (shards) => {
  const registry = await kompass.prepareSearch();
  const { engine } = kompass;
  const unpacked = shards.map((shard) => engine.unpackShard(shard, registry));
  const described = ({ shard, index }) => {
    const row = shard.rows[index];
    const { slug, year } = shard.evaluations[row.evaluation];
    const ofPlace = (column) => (row.place === undefined ? null : registry[column][row.place]);
    const values = {
      slag: engine.KINDS[row.kind],
      omrade: shard.theme,
      delfraga: shard.questions[row.question]?.value ?? null,
      utgava: shard.edition,
      grupp: ofPlace("group"),
      lan: ofPlace("county"),
      ar: String(year),
    };
    return { text: row.text, percent: row.percent, anchor: `${slug}/${year}#${engine.anchorOf(shard, index)}`, values };
  };
  window.ask = function (query, chosen = {}) {
    const { total, inText, counts, words, take } = engine.search(unpacked, query, chosen, registry);
    const plain = Object.entries(counts).map(([facet, values]) => [facet, Object.fromEntries(values)]);
    return { total, inText, counts: Object.fromEntries(plain), words, hits: take(Infinity).map(described) };
  };
  const isAmong = (hits, address) => hits.some((hit) => hit.anchor === address);
  window.lost = (expected) => expected.filter(([address, text]) => !isAmong(ask(text).hits, address));
  window.ranges = (text, words) => engine.rangesIn(text, words);
}
"""


@pytest.fixture(scope="module")
def page(browser: Browser, serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page with the site's scripts and nothing else."""
    folder = tmp_path_factory.mktemp("engine")
    shutil.copytree(STATIC, folder / "_static")
    (folder / "data").mkdir()
    (folder / MUNICIPALITIES_FILE).write_text(municipalities_script(registry()), encoding="utf-8")
    (folder / "docs").mkdir()
    (folder / "docs" / "blank.html").write_text(PAGE, encoding="utf-8")
    with visiting(browser, f"{serve(folder)}/docs/blank.html") as visit:
        yield visit.page
        assert visit.complaints == []


def load(page: Page, archive: Archive) -> None:
    """Give the page an archive's records."""
    context = context_of(archive)
    scripts = (search_shard(context, theme, edition) for theme, edition in shards(archive.catalogue))
    page.evaluate(ASK, [json.loads(text[text.index(",") + 1 : -3]) for text in scripts])


def ask(page: Page, query: str = "", **chosen: list[str]) -> dict[str, Any]:
    """What the engine finds."""
    found: dict[str, Any] = page.evaluate("([query, chosen]) => ask(query, chosen)", [query, chosen])
    return found


def anchors(found: dict[str, Any]) -> list[str]:
    """Where the hits lead, in their order."""
    return [hit["anchor"] for hit in found["hits"]]


WORDS = ("dialog", "Örebro", "uppföljning", "åtgärder", "projektmodell", "ledare", "e-tjänster", "mål")
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
percents = st.none() | st.integers(0, 100)


@st.composite
def archives(draw: st.DrawFn) -> Archive:
    """A few evaluations of editions 2010 and 2016 with findings and examples on areas 1 and 4."""
    made = []
    for name in draw(
        st.lists(st.sampled_from(["Tingsryd", "Habo", "Håbo", "Örebro", "Mark"]), unique=True, min_size=1)
    ):
        for edition, year in draw(st.lists(st.sampled_from([(2016, 2019), (2016, 2017), (2010, 2014)]), unique=True)):
            areas = {}
            for area, number in ((1, "1.4"), (4, "4.3")):
                percent = draw(percents)
                findings = st.lists(
                    st.builds(
                        lambda text, on, n=number: {"text": text, "question": n} if on else text, texts, st.booleans()
                    ),
                    max_size=3,
                )
                areas[area] = {
                    "questions": {} if percent is None else {number: {"percent": percent}},
                    "strengths": draw(findings),
                    "improvements": draw(findings),
                }
            examples = draw(
                st.lists(
                    st.fixed_dictionaries(
                        {"municipality": st.sampled_from(["Lomma", "Örnsköldsvik", "Mark"]), "topic": texts},
                        optional={"area": st.sampled_from([1, 4])},
                    ),
                    max_size=2,
                )
            )
            made.append(made_evaluation(name, year, edition, areas=areas, examples=examples))
    return archive_of(*made)


in_the_browser = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_every_record_of_the_archive_is_found_by_its_own_words_and_leads_to_its_place(page: Page) -> None:
    archive = real_archive()
    load(page, archive)
    expected = {}
    for (slug, year), evaluation in archive.evaluations.items():
        items = archive.items_of(evaluation)
        for finding in (*items.strengths, *items.improvements):
            expected[f"{slug}/{year}#{finding.address}"] = finding.finding.text
        for item in items.examples:
            expected[f"{slug}/{year}#{item.address}"] = f"{item.example.topic} {item.example.name}"
    assert page.evaluate("lost", list(expected.items())) == []
    assert ask(page)["total"] == sum(record_counts(archive).kinds.values())


@in_the_browser
@given(archives())
def test_the_addresses_are_those_of_the_pages_also_for_equal_texts(page: Page, archive: Archive) -> None:
    load(page, archive)
    found = ask(page, slag=["utpekad", "styrka", "forbattring"])
    addresses = [
        f"{slug}/{year}#{item.address}"
        for (slug, year), evaluation in archive.evaluations.items()
        for items in (archive.items_of(evaluation),)
        for kind in (items.strengths, items.improvements, items.examples)
        for item in kind
    ]
    assert sorted(anchors(found)) == sorted(addresses)


@in_the_browser
@given(archives())
def test_named_come_first_then_the_better_result_then_the_later_year(page: Page, archive: Archive) -> None:
    load(page, archive)
    found = ask(page)
    keys = [
        (
            KINDS.index(hit["values"]["slag"]),
            hit["percent"] is None,
            -(hit["percent"] or 0),
            -int(hit["values"]["ar"]),
        )
        for hit in found["hits"]
    ]
    assert keys == sorted(keys)


@in_the_browser
@given(archives(), st.data())
def test_a_count_is_what_choosing_it_gives(page: Page, archive: Archive, data: st.DataObject) -> None:
    load(page, archive)
    everything = ask(page)
    values = {facet: sorted(everything["counts"][facet]) for facet in FACETS}
    chosen = {
        facet: data.draw(st.lists(st.sampled_from(values[facet]), max_size=2, unique=True), label=facet)
        for facet in FACETS
        if values[facet]
    }
    query = data.draw(st.sampled_from(["", "dialog", "mal"]))
    found = ask(page, query, **chosen)
    for facet, counts in found["counts"].items():
        for value in values[facet]:
            alone = ask(page, query, **{**chosen, facet: [value]})
            assert alone["total"] == counts.get(value, 0), (facet, value)
            assert all(hit["values"][facet] == value for hit in alone["hits"])


@in_the_browser
@given(archives())
def test_the_counts_made_with_the_page_are_those_of_the_search(page: Page, archive: Archive) -> None:
    load(page, archive)
    found, counts = ask(page)["counts"], record_counts(archive)
    assert found["slag"] == {kind: number for kind, number in counts.kinds.items() if number}
    assert {theme: n for theme, n in found["omrade"].items() if theme != "utan-omrade"} == dict(counts.themes)
    assert found["utgava"] == {str(edition): number for edition, number in counts.editions.items()}
    assert found["grupp"] == dict(counts.groups)
    assert found["lan"] == dict(counts.counties)
    assert found["ar"] == {str(year): number for year, number in counts.years.items()}


@in_the_browser
@given(archives(), st.permutations(["dialog", "mal", "orebro"]))
def test_words_count_in_any_order_without_capitals_and_accents(page: Page, archive: Archive, words: list[str]) -> None:
    load(page, archive)
    assert anchors(ask(page, " ".join(words))) == anchors(ask(page, "Mål ÖREBRO dialog"))


def archive_with(*strengths: str | dict[str, str], **more: Any) -> Archive:
    """An evaluation with these strengths on the area of leadership."""
    return archive_of(made_evaluation(areas={4: {"strengths": list(strengths), **more}}))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("dialog", ["Medborgardialog i kommundelarna."]),
        ("kommundel dialog", ["Medborgardialog i kommundelarna."]),
        ("orebro", ["Lärt av Örebro."]),
        ("ÖREBRO,", ["Lärt av Örebro."]),
        ("medborgardialgo", ["Medborgardialog i kommundelarna."]),  # two letters changed places
        ("medborgadialog", ["Medborgardialog i kommundelarna."]),  # a letter forgotten
        ("medborgarddialog", ["Medborgardialog i kommundelarna."]),  # a letter too many
        ("nedborgardialog", ["Medborgardialog i kommundelarna."]),  # another first letter
        ("e-tjänst", ["E-tjänster dygnet runt."]),
        ("dialog saknas", []),
        ("mnedobrgardialgo", []),  # more than one error
    ],
)
def test_what_a_reader_writes_is_found(page: Page, query: str, found: list[str]) -> None:
    load(page, archive_with("Medborgardialog i kommundelarna.", "Lärt av Örebro.", "E-tjänster dygnet runt."))
    assert [hit["text"] for hit in ask(page, query)["hits"]] == found


@in_the_browser
@given(st.sampled_from(["projektmodell", "medarbetarsamtal", "uppföljning"]), st.data())
def test_any_one_typing_error_is_forgiven(page: Page, word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    kind = data.draw(st.sampled_from(["other", "extra", "lost", "turned"]))
    wrong = {
        "other": word[:place] + letter + word[place + 1 :],
        "extra": word[:place] + letter + word[place:],
        "lost": word[:place] + word[place + 1 :],
        "turned": word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
    }[kind]
    assume(wrong != word)
    load(page, archive_with(f"En gemensam {word} för alla."))
    assert ask(page, wrong)["total"] == 1


def test_a_word_that_is_found_as_written_forgives_nothing(page: Page) -> None:
    load(page, archive_with("Ledarna möts.", "Lederna märks ut."))
    found = ask(page, "ledarna")
    assert [hit["text"] for hit in found["hits"]] == ["Ledarna möts."]
    assert found["words"] == [{"written": "ledarna", "word": "ledarna", "isForgiven": False}]


def test_hits_in_the_text_come_before_hits_in_the_name_of_the_sub_question(page: Page) -> None:
    named = {"text": "Möten varje månad.", "question": "4.3"}
    load(page, archive_with(named, "Samarbete i lag.", questions={"4.3": {"percent": 90}}))
    found = ask(page, "samarbete")
    assert [hit["text"] for hit in found["hits"]] == ["Samarbete i lag.", "Möten varje månad."]
    assert found["inText"] == 1


def test_an_evaluation_is_found_by_its_municipality_and_year(page: Page) -> None:
    load(page, archive_with("Möten varje månad."))
    assert ask(page, "tingsryd 2019 möten")["inText"] == 1
    assert ask(page, "tingsryd 2018")["total"] == 0


def test_a_result_in_the_highest_quarter_is_evidence_of_its_own(page: Page) -> None:
    names = ["Tingsryd", "Habo", "Håbo", "Örebro", "Mark", "Lomma", "Motala", "Nacka"]
    made = [
        made_evaluation(name, areas={4: {"questions": {"4.3": {"percent": 10 * place}}}})
        for place, name in enumerate(names)
    ]
    load(page, archive_of(*made))
    found = ask(page, slag=["toppresultat"])
    assert anchors(found) == ["nacka/2019#delfraga-4-3", "motala/2019#delfraga-4-3"]
    assert [hit["percent"] for hit in found["hits"]] == [70, 60]


def test_a_named_place_counts_by_its_own_group_and_county(page: Page) -> None:
    load(
        page,
        archive_of(
            made_evaluation(
                examples=[
                    {"municipality": "Örnsköldsvik", "area": 4, "topic": "möten"},
                    {"place": "Larvik", "kind": "foreign", "country": "Norge", "area": 4, "topic": "möten"},
                ]
            )
        ),
    )
    own = registry().by_name["Örnsköldsvik"]
    assert ask(page)["counts"]["grupp"] == {own.group_code: 1}
    assert [hit["text"] for hit in ask(page, lan=[own.county_code])["hits"]] == ["Örnsköldsvik: möten"]
    assert [hit["text"] for hit in ask(page, "norge")["hits"]] == ["Larvik: möten"]


@given(st.text(st.sampled_from("aåäöÅÄÖé bdelkoqr-.ß"), max_size=40), st.sampled_from(["de", "a", "ål", "o"]))
@in_the_browser
def test_what_is_marked_is_the_word_that_was_searched(page: Page, text: str, word: str) -> None:
    load(page, archive_with("Möten."))
    folded = {"å": "a", "ä": "a", "ö": "o", "é": "e"}
    plain = "".join(folded.get(sign, sign) for sign in text.lower())
    searched = "".join(folded.get(sign, sign) for sign in word)
    ranges = page.evaluate("([text, word]) => ranges(text, [{ word, isForgiven: false }])", [text, searched])
    assert all(searched in plain[start:end] for start, end in ranges)
    assert sum((end - start) for start, end in ranges) >= plain.count(searched) * len(searched)
