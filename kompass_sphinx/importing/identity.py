"""Which municipality and year a report is about."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from kompass_sphinx.importing.doubts import Doubt
from kompass_sphinx.importing.readings import Read
from kompass_sphinx.language import message_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kompass_sphinx.importing.flow import Flow
    from kompass_sphinx.model.municipality import Registry

FRONT = 1500
"""How many signs from the start count as the front page."""

_YEAR = re.compile(r"(?<![\d-])(20[0-4]\d)(?![\d])")
_KIND = r"(?:kommuns?|stads?|regions?)"


@lru_cache(maxsize=2)
def _names(registry: Registry) -> re.Pattern[str]:
    """Any municipality's name, also in the genitive and in capitals, before "kommun" or alone."""
    names = sorted((re.escape(one.name) for one in registry), key=len, reverse=True)
    capitals = [name.upper() for name in names]
    return re.compile(
        rf"(?<![\w-])(?P<name>{'|'.join((*names, *capitals))})(?P<genitive>s|S)?(?![\w])(?P<kind>\s+{_KIND}\b)?",
        re.UNICODE,
    )


def named_municipalities(
    text: str, registry: Registry, start: int = 0, end: int | None = None
) -> Iterator[tuple[int, int, str, bool]]:
    """Each mention of a municipality: where it begins and ends, its name, and whether "kommun" or "stad" follows."""
    by_capitals = _by_capitals(registry)
    for match in _names(registry).finditer(text, start, len(text) if end is None else end):
        name = by_capitals.get(match["name"], match["name"])
        yield match.start(), match.end(), name, match["kind"] is not None


@lru_cache(maxsize=2)
def _by_capitals(registry: Registry) -> dict[str, str]:
    return {one.name.upper(): one.name for one in registry}


def recognise_municipality(flow: Flow, title: str, registry: Registry) -> Read[str] | None:
    """The municipality that the report is about: the one it names most, above all on its front; None without any."""
    text = flow.text
    counts: Counter[str] = Counter()
    for start, _, name, has_kind in named_municipalities(text, registry):
        # An evaluator's employer is named on the front as well, but not again and again.
        counts[name] += (2 if has_kind else 1) * (3 if start < FRONT else 1)
    for _, _, name, _ in named_municipalities(title, registry):
        counts[name] += 6
    if not counts:
        return None
    (name, most), *others = counts.most_common(2)
    if others and most < 2 * others[0][1]:
        doubt = Doubt(message_id("The report names %(other)s nearly as often."), other=others[0][0])
        return Read(name, doubt)
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
    if visits and len(set(visits)) == 1 and (not beside or visits[0] in beside):
        return Read(visits[0])
    if beside:
        # The name stands beside the years of earlier evaluations too.
        year = max(beside, key=lambda one: (one in front, beside[one], one))
        is_clear = beside[year] == sum(beside.values()) or (year in front and year == max(beside))
        return Read(year, None if is_clear else _doubt(beside))
    years = Counter([*visits, *front, *(int(match[1]) for match in _YEAR.finditer(text))])
    if not years:
        return None
    # A year that stands alone may be that of anything: of the method, of a law.
    year = max(years, key=lambda one: (one in visits, one in front, years[one], one))
    return Read(year, _doubt(years))


_VISIT = re.compile(
    r"(?:utvärderingen|besöket|intervjuerna|utvärdering)\b[^.\n]{0,80}?"
    r"\b(?:genomfördes|gjordes|skedde|ägde rum)\b[^.\n]{0,60}?"
    r"\b(?P<year>20[0-4]\d)\b",
    re.IGNORECASE,
)


def _doubt(years: Iterable[int]) -> Doubt:
    return Doubt(
        message_id("No year stands beside the name alone; the report has: %(years)s."),
        years=", ".join(map(str, sorted(set(years)))),
    )
