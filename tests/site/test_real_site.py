"""The project's own site: it builds without a warning, every page is there, every link leads somewhere."""

from __future__ import annotations

import csv
import gzip
import json
from collections import Counter
from typing import Any

import pytest
from sphinx.util.inventory import InventoryFile

from tests.archives import EVALUATIONS, registry
from tests.site.markup import Element
from tests.site.real_site import MUNICIPALITIES, RAW, RealSite, build_real_site

THEMES = (
    "demokrati",
    "brukare",
    "styrning",
    "ledarskap",
    "effektivitet",
    "arbetsgivare",
    "utveckling",
    "samhalle",
)
REGISTER = EVALUATIONS / "known.csv"
REFERRING = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers")


@pytest.fixture(scope="module", params=["html", "dirhtml"])
def either(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> RealSite:
    """The site as each of the two builders that have pages makes it."""
    if request.param == "html":
        built: RealSite = request.getfixturevalue("site")
        return built
    return build_real_site(tmp_path_factory.mktemp("dirhtml"), request.param)


def test_it_builds_without_a_warning(either: RealSite) -> None:
    assert (either.status, either.warnings) == (0, "")


def test_every_link_and_anchor_within_the_site_leads_somewhere(either: RealSite) -> None:
    assert sum(len(page.links()) for page in either.pages.values()) > 5000
    assert either.dead_links() == []


def test_no_id_is_twice_on_a_page_and_every_one_referred_to_is_there(either: RealSite) -> None:
    for path, page in either.pages.items():
        counts = Counter(element.attributes["id"] for element in page if "id" in element.attributes)
        assert [identifier for identifier, count in counts.items() if count > 1] == [], path
        referred = {name for element in page for key in REFERRING for name in element.attributes.get(key, "").split()}
        assert referred <= counts.keys(), path


def test_no_page_has_inline_style_or_script_or_fetches_from_another_site(either: RealSite) -> None:
    for path, page in either.pages.items():
        assert [trouble for element in page if (trouble := against_policy(element))] == [], path


def against_policy(element: Element) -> str:
    """What the content security policy would refuse in an element, or nothing."""
    names = element.attributes
    address = names.get("src", "") or (names.get("href", "") if element.tag in {"link", "use", "image"} else "")
    if (
        "style" in names
        or any(name.startswith("on") for name in names)
        or element.tag == "style"
        or (element.tag == "script" and ("src" not in names or element.text))
        or names.get("href", "").lower().startswith(("javascript:", "data:"))
        or address.startswith(("http:", "https:", "//", "data:"))
    ):
        return f"<{element.tag} {names}>"
    return ""


def with_page() -> list[str]:
    """The slugs of the municipalities that are evaluated, named or known, as the files have them."""
    by_name = {municipality.name: municipality.slug for municipality in registry()}
    named = {by_name[one["municipality"]] for raw in RAW.values() for one in examples_of(raw) if "municipality" in one}
    known = {by_name[row["municipality"]] for row in csv.DictReader(REGISTER.read_text("utf-8").splitlines())}
    return sorted({*MUNICIPALITIES, *named, *known})


def examples_of(raw: dict[str, Any]) -> list[dict[str, str]]:
    return list(raw.get("examples", ()))


def test_every_known_evaluation_is_on_the_page_of_its_municipality(site: RealSite) -> None:
    by_name = {municipality.name: municipality.slug for municipality in registry()}
    rows = list(csv.DictReader(REGISTER.read_text("utf-8").splitlines()))
    assert len(rows) > 100
    for row in rows:
        page = site.pages[f"evaluations/{by_name[row['municipality']]}/index.html"]
        assert row["year"] in page.one("main").text


def test_every_evaluation_municipality_and_area_has_its_page(site: RealSite) -> None:
    assert (len(RAW), len(MUNICIPALITIES)) == (48, 31)
    expected = {f"evaluations/{name}.html" for name in RAW}
    expected |= {f"evaluations/{slug}/index.html" for slug in with_page()}
    expected |= {"evaluations/index.html"}
    assert {path for path in site.pages if path.startswith("evaluations/")} == expected
    assert {path for path in site.pages if path.startswith("docs/areas/")} == {
        f"docs/areas/{theme}.html" for theme in THEMES
    }


def test_no_two_pages_have_the_same_title_and_each_has_one_main_heading(site: RealSite) -> None:
    titles = Counter(page.all("title")[0].text for page in site.pages.values())
    assert [title for title, count in titles.items() if count > 1] == []
    assert [path for path, page in site.pages.items() if len(page.all("h1")) != 1] == []


def test_an_evaluation_page_weighs_at_most_15_kb_and_style_and_script_25_kb(site: RealSite) -> None:
    weights = {name: compressed(site, f"evaluations/{name}.html") for name in RAW}
    assert {name: weight for name, weight in weights.items() if weight > 15_000} == {}
    for path, page in site.pages.items():
        fetched = [element.attributes["href"] for element in page.all("link") if element.attributes["rel"] != "icon"]
        fetched += [element.attributes["src"] for element in page.all("script")]
        files = {target[0] for address in fetched if (target := site.resolve(path, address))}
        assert files
        assert sum(compressed(site, file) for file in files) <= 25_000, path


def compressed(site: RealSite, file: str) -> int:
    return len(gzip.compress((site.output / file).read_bytes(), mtime=0))


def test_every_evaluation_has_its_json_twin_and_the_archive_has_one(site: RealSite) -> None:
    whole = json.loads((site.output / "data/evaluations.json").read_text(encoding="utf-8"))
    assert len(whole["evaluations"]) == len(RAW)
    for name, raw in RAW.items():
        twin = json.loads((site.output / f"evaluations/{name}.json").read_text(encoding="utf-8"))
        assert raw["municipality"] in json.dumps(twin, ensure_ascii=False), name


def test_the_inventory_has_everything_and_each_entry_leads_somewhere(either: RealSite) -> None:
    inventory = InventoryFile.loads((either.output / "objects.inv").read_bytes(), uri="")
    assert inventory.data["kompass:evaluation"].keys() == RAW.keys()
    assert list(inventory.data["kompass:municipality"]) == with_page()
    assert inventory.data["kompass:area"].keys() >= set(THEMES)
    assert {"2016/4", "2002/8"} <= inventory.data["kompass:area"].keys()
    assert {"2016/4.3", "2010/1.1", "2002/1.1"} <= inventory.data["kompass:question"].keys()
    own = [item.uri for kind, entries in inventory.data.items() if kind[:4] != "std:" for item in entries.values()]
    assert len(own) > len(RAW) + len(MUNICIPALITIES) + 100
    assert [address for address in own if either.is_dead("index.html", address)] == []


@pytest.mark.parametrize(
    ("theme", "area", "name", "source"),
    [("brukare", "2", "Örebro", "helsingborg/2014"), ("demokrati", "1", "Lomma", "mark/2006")],
)
def test_an_area_page_lists_whom_evaluators_named_with_the_very_place(
    site: RealSite, theme: str, area: str, name: str, source: str
) -> None:
    page = f"docs/areas/{theme}.html"
    (example,) = [
        example
        for example in RAW[source]["examples"]
        if example.get("municipality") == name and example["area"] == area
    ]
    (entry,) = [
        entry
        for entry in site.pages[page].all("li", css_class="result")
        if entry.text.startswith(name) and any(f"evaluations/{source}.html" in address for address in entry.links())
    ]
    assert example["topic"].lower() in entry.text.lower()
    assert "utpekad av utvärderarna" in entry.text
    targets = [target for address in entry.links() if (target := site.resolve(page, address))]
    (anchor,) = [anchor for path, anchor in targets if path == f"evaluations/{source}.html"]
    assert anchor.startswith(f"e-{area}-")
    item = site.evaluation(source).by_id(anchor)
    assert name in item.text
    assert example["topic"].lower() in item.text.lower()
    own_page = f"evaluations/{slug_of(name)}/index.html"
    assert (own_page in {path for path, _ in targets}) == (own_page in site.pages)


def test_tingsryds_lowest_sub_question_points_to_whom_helsingborgs_evaluators_named_for_it(either: RealSite) -> None:
    page = next(
        path for path in either.pages if path.removesuffix(".html").removesuffix("/index").endswith("tingsryd/2019")
    )
    box = either.pages[page].by_id("omrade-4").one("div", css_class="learn")
    assert box.one("p", css_class="learn-question").text.startswith("4.3 Tvärsektoriellt samarbete")
    entry = box.one("li", css_class="learn-named")
    assert entry.text == "Utpekad Örnsköldsvik : projektmodell, i Helsingborg 2014 (utgåva 2010)"
    own_page, address = entry.links()
    own = either.resolve(page, own_page)
    assert own is not None
    assert "ornskoldsvik" in own[0]
    target = either.resolve(page, address)
    assert target is not None
    assert "helsingborg/2014" in target[0]
    assert "Örnsköldsvik" in either.pages[target[0]].by_id(target[1]).text
    municipality = page.replace("2019.html", "index.html").replace("2019/index.html", "index.html")
    assert "Örnsköldsvik : projektmodell, i Helsingborg 2014" in either.pages[municipality].by_id("lar-av").text


def slug_of(name: str) -> str:
    return name.lower().replace("ö", "o")
