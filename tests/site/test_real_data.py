"""Everything that the real evaluation files say is on the pages, at its place and in Swedish form."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from kompass_sphinx.language import Language
from tests.site.markup import Element, plain
from tests.site.real_site import RAW, RealSite

every_evaluation = pytest.mark.parametrize("name", RAW)
SWEDISH = Language("sv")


def swedish(figure: str) -> str:
    """A figure as it is written in a file, as a page has it: 74,5."""
    return figure.replace(".", ",")


def areas_of(name: str) -> dict[str, dict[str, Any]]:
    return dict(RAW[name].get("areas", {}))


@every_evaluation
def test_total_and_area_points(site: RealSite, name: str) -> None:
    page = site.evaluation(name)
    totals = [element.text for element in page.all("span", css_class="total")]
    assert totals == ([swedish(RAW[name]["total"])] if "total" in RAW[name] else [])
    for number, area in areas_of(name).items():
        score = page.by_id(f"omrade-{number}").one("p", css_class="score")
        assert [bold.text for bold in score.all("b")] == ([swedish(area["points"])] if "points" in area else [])
    in_profile = {number for number, area in areas_of(name).items() if "points" in area}
    profile = profile_rows(page)
    assert profile.keys() == in_profile
    for number in in_profile:
        assert profile[number].all("td")[0].text == swedish(areas_of(name)[number]["points"])


def profile_rows(page: Element) -> dict[str, Element]:
    """The rows of the profile's table by the number of their area; none when the page has no profile."""
    if "profil" not in {element.attributes.get("id") for element in page}:
        return {}
    return {row.one("span", css_class="number").text: row for row in page.by_id("profil").all("tbody")[0].all("tr")}


@every_evaluation
def test_figures_of_sub_questions(site: RealSite, name: str) -> None:
    page = site.evaluation(name)
    shown = {}
    for row in page.all("tr", id_start="delfraga-"):
        points, percent = (cell.text for cell in row.all("td"))
        shown[row.attributes["id"]] = (points.partition(" av ")[0], percent)
    assert shown == {
        f"delfraga-{number.replace('.', '-')}": (
            swedish(result["points"]) if "points" in result else "saknas",
            f"{swedish(result['percent'])} %" if "percent" in result else "saknas",
        )
        for area in areas_of(name).values()
        for number, result in area.get("questions", {}).items()
    }


@every_evaluation
@pytest.mark.parametrize(("kind", "letter"), [("strengths", "s"), ("improvements", "i")])
def test_strengths_and_improvements(site: RealSite, name: str, kind: str, letter: str) -> None:
    page = site.evaluation(name)
    shown = Counter(
        (
            element.attributes["id"].split("-")[1],
            group.all("span", css_class="finding-question")[0].text,
            plain(element.text.removesuffix("#")),
        )
        for group in page.all("li")
        if "id" not in group.attributes
        for element in group.all("li", id_start=f"{letter}-")
    )
    texts = [(area, question, text) for (area, question, text), count in shown.items() for _ in range(count)]
    findings = [
        (number, finding if isinstance(finding, dict) else {"text": finding})
        for number, area in areas_of(name).items()
        for finding in area.get(kind, ())
    ]
    for number, finding in findings:
        fits = [
            entry
            for entry in texts
            if entry[0] == number
            and entry[1].startswith(finding.get("question", "–"))
            and entry[2] == plain(finding["text"])
        ]
        assert fits, f"area {number}: {finding}"
        texts.remove(fits[0])
    assert texts == []


@every_evaluation
def test_examples(site: RealSite, name: str) -> None:
    page = site.evaluation(name)
    items = {element.attributes["id"]: element.text for element in page.all("li", id_start="e-")}
    for example in RAW[name].get("examples", ()):
        parts = [example.get("municipality") or example["place"], plain(example["topic"])]
        parts += [example[key] for key in ("part_of", "country", "question") if key in example]
        parts += [f"s. {example['page']}"] if "page" in example else []
        fits = [
            identifier
            for identifier, text in items.items()
            if all(part.lower() in text.lower() for part in parts)
            and identifier.startswith(f"e-{example.get('area', '')}")
        ]
        assert fits, example
        del items[fits[0]]
    assert items == {}


@every_evaluation
def test_published_comparison_figures(site: RealSite, name: str) -> None:
    page = site.evaluation(name)
    for benchmark in RAW[name].get("benchmarks", ()):
        label = plain(benchmark["label"])
        assert label in page.one("main").text
        if "total" in benchmark:
            (row,) = [row for row in page.by_id("nyckeltal").all("tr") if label in row.text]
            assert row.all("td")[0].text.removeprefix("omkring ") == swedish(benchmark["total"])
            assert ("omkring" in row.text) == (benchmark.get("approximate") == "true")
        for number, figure in benchmark.get("areas", {}).items():
            assert swedish(figure) in [cell.text for cell in profile_rows(page)[number].all("td")[1:]]
        if "n" in benchmark:
            assert benchmark["n"] in label or f"n = {benchmark['n']}" in page.one("main").text


@every_evaluation
def test_words_of_the_evaluators(site: RealSite, name: str) -> None:
    page = site.evaluation(name)
    if "summary" in RAW[name]:
        assert plain(RAW[name]["summary"]) in page.by_id("intryck").text
    for number, area in areas_of(name).items():
        if "impression" in area:
            assert plain(area["impression"]) in page.by_id(f"omrade-{number}").text


@every_evaluation
def test_who_when_and_how_many(site: RealSite, name: str) -> None:
    facts = site.evaluation(name).one("dl", css_class="facts").text
    for evaluator in RAW[name].get("evaluators", ()):
        assert evaluator["name"] in facts
        assert evaluator.get("affiliation", "") in facts
    for date in (RAW[name][key] for key in ("visited", "published") if key in RAW[name]):
        assert SWEDISH.date(date) in facts
    if "interviews" in RAW[name]:
        assert f"omkring {RAW[name]['interviews']} intervjuer" in facts
    if "first" in RAW[name]:
        assert ("Kommunens första" if RAW[name]["first"] == "true" else "Återkommande") in facts
    assert RAW[name]["edition"] in facts


@every_evaluation
def test_sources(site: RealSite, name: str) -> None:
    section = site.evaluation(name).by_id("noter")
    for source in RAW[name]["sources"]:
        assert plain(source["title"]) in section.text
        assert plain(source.get("note", "")) in section.text
        assert source.get("publisher", "") in section.text
        assert "date" not in source or SWEDISH.date(source["date"]) in section.text
        assert "url" not in source or source["url"] in section.links()


@every_evaluation
def test_notes_each_with_a_sign_at_what_it_is_about(site: RealSite, name: str) -> None:
    page = site.evaluation(name)
    shown = [entry.text.removesuffix("↑").strip() for entry in page.all("li", id_start="not-")]
    assert shown == [plain(note["text"]) for note in RAW[name].get("notes", ())]
    for number in range(1, len(shown) + 1):
        assert page.by_id(f"ref-{number}").attributes["href"] == f"#not-{number}"


@pytest.mark.parametrize(
    ("name", "strengths", "improvements"), [("helsingborg/2014", 73, 27), ("tingsryd/2019", 63, 52)]
)
def test_the_two_whole_reports(site: RealSite, name: str, strengths: int, improvements: int) -> None:
    page = site.evaluation(name)
    rows = page.all("tr", id_start="delfraga-")
    assert len(rows) == 45
    for row in rows:
        points, percent = (cell.text for cell in row.all("td"))
        value, _, maximum = points.partition(" av ")
        assert value.isdigit()
        assert maximum.isdigit()
        assert percent.removesuffix(" %").isdigit()
    assert len(page.all("li", id_start="s-")) == strengths
    assert len(page.all("li", id_start="i-")) == improvements


def test_mark_2006_has_its_examples(site: RealSite) -> None:
    assert len(RAW["mark/2006"]["examples"]) == len(site.evaluation("mark/2006").all("li", id_start="e-")) == 23


def test_mark_2009_has_its_published_median_with_the_gaps_explained(site: RealSite) -> None:
    page = site.evaluation("mark/2009")
    headings = [cell.text for cell in page.by_id("profil").all("thead")[0].all("th")]
    column = headings.index("Publ. median") - 1
    shown = {number: row.all("td")[column].text for number, row in profile_rows(page).items()}
    assert shown == {"1": "60", "2": "57", "3": "64", "4": "67", "5": "52", "6": "saknas", "7": "43", "8": "saknas"}
    (row,) = [row for row in page.by_id("nyckeltal").all("tr") if "Median 2002–2009" in row.text]
    assert row.all("td")[0].text == "463,5"
    explained = [
        entry.attributes["id"]
        for entry in page.all("li", id_start="not-")
        if "saknas i källan för område 6" in entry.text and "inte att avgöra för område 8" in entry.text
    ]
    assert len(explained) == 1
    assert f"#{explained[0]}" in page.by_id("profil").links()
