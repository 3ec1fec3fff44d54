"""Pages of municipalities without an evaluation, and the places outside the registry, on a small site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import OpenPage
from tests.site.markup import Element, read_page
from tests.site.sites import KNOWN, NAMING_OUTSIDE, OTHER, Built, Site, small_site

NAMED = "evaluations/ornskoldsvik/index.html"
KNOWN_ONLY = "evaluations/solna/index.html"
VIEWS = """
{kompass:municipality}`ornskoldsvik`

```{kompass:view} named-municipalities
```

```{kompass:view} places
```

```{kompass:view} register
```
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small site with an evaluation that names a municipality and a place, and a register."""
    site = small_site(tmp_path_factory.mktemp("places"))
    site.write("evaluations/arvika/2014.yaml", NAMING_OUTSIDE)
    site.write("evaluations/known.csv", KNOWN)
    site.write("docs/other.md", OTHER + VIEWS)
    return site


@pytest.fixture(scope="module")
def built(site: Site) -> Built:
    """Build it once for the tests that only look."""
    built = site.build(options=("-W",))
    assert (built.status, built.warnings) == (0, "")
    return built


@pytest.fixture(scope="module")
def address(built: Built, serve: Callable[[Path], str]) -> str:
    """The address at which it is served, with a slash at the end."""
    return serve(built.output) + "/"


def page_of(built: Built, path: str) -> Element:
    return read_page(built.output / path)


def test_a_municipality_that_is_only_named_has_a_page_that_leads_to_the_very_place(built: Built) -> None:
    page = page_of(built, NAMED)
    assert page.one("h1").text == "Örnsköldsvik"
    (link,) = [link for link in page.by_id("utpekad").links() if "arvika/2014" in link]
    path, _, anchor = link.partition("#")
    assert path == "../arvika/2014.html"
    item = page_of(built, "evaluations/arvika/2014.html").by_id(anchor)
    assert "påhittad projektmodell" in item.text.lower()
    assert "../ornskoldsvik/index.html" in item.links()


def test_a_municipality_that_is_only_known_has_a_page_with_what_is_known(built: Built) -> None:
    rows = page_of(built, KNOWN_ONLY).by_id("kanda").all("tbody")[0].all("tr")
    assert [row.all("th")[0].text for row in rows] == ["2008", "år okänt"]
    assert "Påhittad Ett" in rows[1].text


def test_the_description_for_search_engines_does_not_promise_an_evaluation(built: Built) -> None:
    for path in (NAMED, KNOWN_ONLY):
        page = page_of(built, path)
        (description,) = [one for one in page.all("meta") if one.attributes.get("name") == "description"]
        assert description.attributes["content"] == page.one("p", css_class="lede").text


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("evaluations/index.html", "solna/index.html"),  # in the table of known ones
        ("docs/other.html", "../evaluations/ornskoldsvik/index.html"),  # by its role
        ("docs/other.html", "../evaluations/ornskoldsvik/index.html#utpekad"),  # in the index of those named
        ("docs/other.html", "../evaluations/solna/index.html"),  # in the register
    ],
)
def test_the_pages_are_linked_to(built: Built, page: str, address: str) -> None:
    assert address in page_of(built, page).links()


def test_places_are_listed_with_what_they_are_and_the_very_place(built: Built) -> None:
    (entry,) = page_of(built, "docs/other.html").all("li", css_class="result")
    assert entry.text.startswith("Larvik (i Norge)")
    assert any(link.startswith("../evaluations/arvika/2014.html#e-0-") for link in entry.links())


@pytest.mark.parametrize("path", [NAMED, KNOWN_ONLY, "docs/other.html"])
def test_on_a_phone_they_fit_and_axe_finds_nothing(address: str, open_page: OpenPage, path: str) -> None:
    visit = open_page(address + path, width=320)
    assert visit.axe_findings() == []
    assert not visit.scrolls_sideways()
    assert visit.complaints == []


def test_what_nobody_names_any_more_has_no_page(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    site.write("evaluations/arvika/2014.yaml", NAMING_OUTSIDE)
    assert (site.build().output / NAMED).is_file()
    (tmp_path / "evaluations/arvika/2014.yaml").unlink()
    assert not (site.build().output / NAMED).exists()
