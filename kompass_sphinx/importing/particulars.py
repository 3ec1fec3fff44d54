"""The particulars of an evaluation: dates, evaluators, how many were interviewed, whether it was the first."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from kompass_sphinx.importing.doubts import Doubt
from kompass_sphinx.importing.readings import Read
from kompass_sphinx.language import message_id

if TYPE_CHECKING:
    from kompass_sphinx.importing.flow import Flow

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
FRONT = 2500
"""How many signs from the start count as the front page and what follows it."""

_MONTH = "|".join(MONTHS)
_VISITED = re.compile(
    rf"(?:utvärdering|besök|intervju)\w*\b[^.\n]{{0,120}}?\b(?P<month>{_MONTH})\s+(?:år\s+)?(?P<year>20[0-4]\d)\b",
    re.IGNORECASE,
)
_DAYS = re.compile(
    rf"(?<!\d)\d{{1,2}}\s*(?:[-–—]|och|till)\s*\d{{1,2}}\s+(?P<month>{_MONTH})\s+(?P<year>20[0-4]\d)\b", re.IGNORECASE
)
_ISO_DATE = re.compile(r"(?<![\d-])(20[0-4]\d-[01]\d-[0-3]\d)(?![\d-])")
_DATE_IN_WORDS = re.compile(
    rf"(?<!\d)(?<![-–]\s)(?<![-–])(?P<day>[1-3]?\d)\s+(?P<month>{_MONTH})\s+(?P<year>20[0-4]\d)\b", re.IGNORECASE
)
_INTERVIEWS = re.compile(
    r"(?:intervju\w*)\b[^.\n]{0,60}?\b(?:(?:ett|cirka|ca\.?|omkring|ungefär|drygt|knappt|totalt|sammanlagt|med)\s+)+(?P<count>\d{1,3})(?:\s*[-–]?\s*tal)?\b(?:\s+\w+){0,1}\s*(?:personer|medarbetare|intervjuer)?",
    re.IGNORECASE,
)
_PEOPLE_INTERVIEWED = re.compile(
    r"(?P<count>\d{1,3})(?:\s*[-–]?\s*tal)?\s+(?:personer|medarbetare|intervjuer)\b[^.\n]{0,50}?(?:intervju\w*|genomför\w*)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"kommunens\s+(?P<ordinal>första|andra|tredje|fjärde|femte|sjätte)\s+(?:utvärdering|kompass|Kommunkompass|mätning|genomlysning)",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:i\s+)?(?:sin|vår|en|den)\s+första\s+(?:utvärdering|Kommunkompass|kompass)", re.IGNORECASE)


def recognise_visit(flow: Flow) -> Read[str] | None:
    """Year and month of the evaluators' visit."""
    found = {
        f"{match['year']}-{_month(match['month']):02}"
        for pattern in (_VISITED, _DAYS)
        for match in pattern.finditer(flow.text)
    }
    if not found:
        return None
    if len(found) == 1:
        return Read(found.pop())
    first = next(match for pattern in (_DAYS, _VISITED) for match in pattern.finditer(flow.text))
    doubt = Doubt(message_id("The report names several dates: %(dates)s."), dates=", ".join(sorted(found)))
    return Read(f"{first['year']}-{_month(first['month']):02}", doubt)


def recognise_publication(flow: Flow, year: int | None) -> Read[str] | None:
    """The date of the report, when its front has one that can be."""
    front = flow.text[:FRONT]
    dates = [_real_date(match[1]) for match in _ISO_DATE.finditer(front)]
    dates += [
        _real_date(f"{match['year']}-{_month(match['month']):02}-{int(match['day']):02}")
        for match in _DATE_IN_WORDS.finditer(front)
    ]
    found = [one for one in dates if one is not None and (year is None or 0 <= int(one[:4]) - year <= 1)]
    if not found:
        return None
    different = sorted(set(found))
    doubt = None
    if len(different) > 1:
        doubt = Doubt(message_id("The report names several dates: %(dates)s."), dates=", ".join(different))
    return Read(found[0], doubt)


def recognise_interviews(flow: Flow) -> Read[int] | None:
    """About how many people were interviewed."""
    counts = [
        int(match["count"]) for pattern in (_INTERVIEWS, _PEOPLE_INTERVIEWED) for match in pattern.finditer(flow.text)
    ]
    different = sorted({count for count in counts if count >= 3})
    if not different:
        return None
    doubt = None
    if len(different) > 1:
        doubt = Doubt(
            message_id("The report has several figures: %(figures)s."), figures=", ".join(map(str, different))
        )
    return Read(next(count for count in counts if count >= 3), doubt)


def recognise_first(flow: Flow) -> Read[bool] | None:
    """Whether the report says that this was the municipality's first evaluation, or a later one."""
    ordinals = {match["ordinal"].casefold() for match in _ORDINAL.finditer(flow.text)}
    if ordinals:
        is_first = "första" in ordinals
        unsure = Doubt(message_id("The report speaks of several evaluations.")) if len(ordinals) > 1 else None
        return Read(is_first, unsure)
    if _FIRST.search(flow.text):
        return Read(True, Doubt(message_id("The report speaks of a first evaluation; check that it means this one.")))
    return None


def _month(name: str) -> int:
    return MONTHS.index(name.casefold()) + 1


def _real_date(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None
