"""Charts that several tests draw."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree

from hypothesis import strategies as st

from kompass_sphinx.views.chart_data import (
    ProfileChart,
    ProfileRow,
    StripChart,
    TrendChart,
    TrendPeriod,
    TrendPoint,
)

PROFILE: Final = ProfileChart(
    "profile",
    "Profil",
    "Poäng av 100 per område.",
    (
        ProfileRow("1 Offentlighet och demokrati", 76, "76", 64.5),
        ProfileRow("2 Tillgänglighet och brukarorientering", 87, "87", 67),
        ProfileRow("3 Politisk styrning och kontroll", None, "resultat saknas", 73),
        ProfileRow("4 Ledarskap, ansvar och delegation", 73, "73", None),
    ),
)

PERIODS: Final = (
    TrendPeriod(2002, "2002", 2002, 2010, None, "", 463.5, "463,5"),
    TrendPeriod(2010, "2010", 2010, 2016, 509, "509", None, ""),
    TrendPeriod(2016, "2016", 2016, 2020, 508, "508", None, ""),
    TrendPeriod(2020, "2020", 2020, 2026, 551.5, "551,5", None, ""),
)


def trend(*totals: tuple[int, float], low: bool = False, periods: tuple[TrendPeriod, ...] = PERIODS) -> TrendChart:
    """A trend of totals by year, each made with the edition of its year."""
    points = tuple(
        TrendPoint(year, total, f"{total:g}".replace(".", ","), period.edition)
        for year, total in totals
        for period in periods
        if period.first_year <= year < period.end_year
    )
    return TrendChart("trend", "Utveckling", "Totalpoäng av 800.", points, periods, 800, low)


TREND: Final = trend((2006, 446), (2009, 513), (2022, 438), (2024, 510))

STRIP: Final = StripChart(
    identifier="strip",
    title="Totalpoäng",
    description="Fyra utvärderingar.",
    low=300,
    high=800,
    low_text="300",
    high_text="800",
    values=(415, 509, 650),
    own=631,
    own_text="Helsingborg 631",
    median=509,
    median_text="median 509",
    small=False,
)

WRITTEN: Final = st.text(st.characters(codec="utf-8", exclude_categories=["C"], min_codepoint=32), max_size=60)
"""Text as it comes from checked files: no control characters."""

FIGURE: Final = st.integers(0, 200).map(lambda halves: halves / 2)


def parse(svg: str) -> ElementTree.Element:
    """The chart as a tree; fails when it is not well-formed."""
    return ElementTree.fromstring(svg)


def of_class(tree: ElementTree.Element, kind: str) -> list[ElementTree.Element]:
    """All elements with this class attribute, in order."""
    return [element for element in tree.iter() if element.get("class") == kind]


def ids(tree: ElementTree.Element) -> list[str]:
    """All ids, in order."""
    return [element.attrib["id"] for element in tree.iter() if "id" in element.attrib]
