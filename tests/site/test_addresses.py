"""Links between pages are those that Sphinx would make."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from sphinx.util.osutil import relative_uri

from kompass_sphinx.site.addresses import Addresses, relative_to
from kompass_sphinx.views.targets import Target

SEGMENTS = st.sampled_from(["evaluations", "mark", "index.html", "2006.html", "m"])
URIS = st.builds(
    lambda segments, end: "/".join(segments) + (end if segments else ""),
    st.lists(SEGMENTS, max_size=4),
    st.sampled_from(["", "/"]),
)


@given(URIS, URIS)
def test_relative_addresses_are_those_of_sphinx(page: str, to: str) -> None:
    assert relative_to(page)(to) == relative_uri(page, to)


def addresses(base: str = "") -> Addresses:
    builder: Any = SimpleNamespace(
        get_target_uri=lambda name: f"{name}.html", config=SimpleNamespace(html_baseurl=base)
    )
    return Addresses(builder, lambda name: name != "evaluations/absent/2020")


def test_a_link_has_its_query_and_its_anchor() -> None:
    link = addresses().place("evaluations/mark/2006").link
    assert link(Target("evaluations/mark/index")) == "index.html"
    assert link(Target("questions/2016/4.3", query="for=mark")) == "../../questions/2016/4.3.html?for=mark"
    assert link(Target("docs/method", "median", "a=b")) == "../../docs/method.html?a=b#median"


def test_a_link_to_the_page_itself_is_its_anchor_alone() -> None:
    link = addresses().place("evaluations/mark/2006").link
    assert link(Target("evaluations/mark/2006", "omrade-4")) == "#omrade-4"
    assert link(Target("evaluations/mark/2006", query="a=b")) == "?a=b"


def test_there_is_no_link_to_a_page_that_does_not_exist() -> None:
    assert addresses().place("evaluations/mark/2006").link(Target("evaluations/absent/2020")) is None


def test_a_page_tells_its_whole_address_where_the_site_has_one() -> None:
    assert addresses().place("evaluations/mark/2006").address == "evaluations/mark/2006.html"
    assert addresses("https://example.org/").place("a/b").address == "https://example.org/a/b.html"
