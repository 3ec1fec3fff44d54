"""Which municipality and year a report is about."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kompass_sphinx.importing.doubts import Doubt
from kompass_sphinx.importing.readings import Read
from kompass_sphinx.language import message_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kompass_sphinx.importing.flow import Flow
    from kompass_sphinx.importing.municipality_names import MunicipalityNames

FRONT = 1500
"""How many signs from the start count as the front page."""

_YEAR = re.compile(r"(?<![\d-])(20[0-4]\d)(?![\d])")
_KIND = r"(?:kommuns?|stads?|regions?)"


def recognise_municipality(flow: Flow, title: str, names: MunicipalityNames) -> Read[str] | None:
    """The municipality that the report is about: the one it names most, above all on its front; None without any."""
    counts: Counter[str] = Counter()
    for one in names.mentions(flow.text):
        # An evaluator's employer is named on the front as well, but not again and again.
        counts[one.name] += (2 if one.has_kind else 1) * (3 if one.start < FRONT else 1)
    for one in names.mentions(title):
        counts[one.name] += 6
    if not counts:
        return None
    (name, most), *others = counts.most_common(2)
    if others and most < 2 * others[0][1]:
        return Read(name, Doubt(message_id("The report names %(other)s nearly as often."), other=others[0][0]))
    if names.has_lost_accents:
        return Read(name, Doubt(message_id("The text has lost its accents; check the name.")))
    return Read(name)


def recognise_year(flow: Flow, title: str, name: str | None) -> Read[int] | None:
    """The year of the evaluation: that of the visit, or the one on the front; None when no year is named."""
    text = flow.text
    beside = Counter[int]()
    if name:
        pattern = rf"{re.escape(name)}\w*(?:\s+{_KIND})?[\s,:–-]{{1,3}}(20[0-4]\d)"
        for match in re.finditer(pattern, f"{title}\n{text}", re.IGNORECASE):
            beside[int(match[1])] += 1
    front = [int(match[1]) for match in _YEAR.finditer(f"{title}\n{text[:FRONT]}")]
    visits = [int(match["year"]) for match in _VISIT.finditer(text)]
    if len(set(visits)) == 1 and (not beside or visits[0] in beside):
        return Read(visits[0])
    if beside:
        # The name stands beside the years of earlier evaluations too.
        year = max(beside, key=lambda one: (one in front, beside[one], one))
        is_clear = beside[year] == sum(beside.values()) or (year in front and year == max(beside))
        return Read(year, None if is_clear else _doubt(beside))
    years = Counter([*front, *(int(match[1]) for match in _YEAR.finditer(text))])
    if not years:
        return None
    # A year that stands alone may be that of anything: of the method, of a law.
    year = max(years, key=lambda one: (one in visits, one in front, years[one], one))
    return Read(year, _doubt(years))


_VISIT = re.compile(
    r"(?:(?:utvärderingen|besöket|intervjuerna|utvärdering)\b[^.\n]{0,80}?"
    r"\b(?:genomfördes|gjordes|skedde|ägde rum)|utvärderarna besökte)\b[^.\n]{0,60}?"
    r"\b(?P<year>20[0-4]\d)\b",
    re.IGNORECASE,
)


def _doubt(years: Iterable[int]) -> Doubt:
    return Doubt(
        message_id("No year stands beside the name alone; the report has: %(years)s."),
        years=", ".join(map(str, sorted(years))),
    )
