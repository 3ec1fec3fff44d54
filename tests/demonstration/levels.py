"""How good a made-up municipality is at what: a lasting level for each theme, a little development, some chance.

A level is a share of what can be reached, 0 to 1; figures are whole thousandths of it, so that all rounding
later on is exact.
"""

from __future__ import annotations

from functools import cache

from tests.archives import registry
from tests.demonstration.draws import Draws
from tests.demonstration.schedule import GOOD_EXAMPLE, Key, edition_of, years_of
from tests.demonstration.vocabulary import subject_of

_AVERAGE = 0.58
_OF_EDITION = {2002: 0.05, 2010: -0.01, 2016: -0.03, 2020: 0.0}
"""The same municipality gets somewhat fewer points under the later, stricter editions."""
_LOWEST, _HIGHEST = 30, 1000

_SETTLED = {
    ("tingsryd", 2019, "4.3"): 60,  # 1 of 20 points: what the first reader of users.md asks about
    (*GOOD_EXAMPLE, "4.3"): 920,
}


@cache
def theme_level(slug: str, theme: str) -> float:
    """A municipality's lasting level in a theme. Groups differ by next to nothing."""
    group = registry().by_slug[slug].group_code
    return (
        _AVERAGE
        + Draws("group", group).spread(0.01)
        + Draws("municipality", slug).spread(0.075)
        + Draws("municipality", slug, theme).spread(0.09)
    )


@cache
def _development(key: Key) -> float:
    """What a municipality has won, or lost, since its first evaluation."""
    slug, year = key
    periods = min(year - years_of(slug)[0], 12) / 4
    return Draws("development", slug).spread(0.025) * periods + 0.02 * periods + Draws("form", *key).spread(0.02)


def area_level(key: Key, theme: str) -> int:
    """The level of a theme as an evaluation finds it, in thousandths."""
    level = theme_level(key[0], theme) + _OF_EDITION[edition_of(key[1])] + _development(key)
    return _within(level + Draws("area", *key, theme).spread(0.02))


def question_level(key: Key, theme: str, number: str) -> int:
    """The level of a sub-question as an evaluation finds it, in thousandths.

    Some sub-questions are harder than others, and a municipality stays good or weak at the same ones.
    """
    settled = _SETTLED.get((*key, number))
    if settled is not None:
        return settled
    slug, year = key
    subject = subject_of(edition_of(year), number).name
    return _within(
        theme_level(slug, theme)
        + _OF_EDITION[edition_of(year)]
        + _development(key)
        + Draws("subject", subject).spread(0.06)
        + Draws("municipality", slug, subject).spread(0.12)
        + Draws("question", *key, number).spread(0.07)
    )


def _within(level: float) -> int:
    return min(max(round(level * 1000), _LOWEST), _HIGHEST)
