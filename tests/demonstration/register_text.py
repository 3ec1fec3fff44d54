"""The made-up register: the evaluations of an archive, and others known without a report."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from kompass_sphinx.reading.register import COLUMNS
from tests.archives import registry
from tests.demonstration.draws import Draws
from tests.demonstration.evaluation_text import SOURCE, evaluators_of
from tests.demonstration.schedule import Key, schedule


def register_text(count: int) -> str:
    """The text of known.csv for an archive of ``count`` evaluations."""
    text = io.StringIO()
    rows = sorted(_rows(count), key=lambda row: (row[0], row[2] or "9999"))
    csv.writer(text, lineterminator="\n").writerows([COLUMNS, *rows])
    return text.getvalue()


def _rows(count: int) -> Iterator[list[str]]:
    """Most of the archive, and half as many evaluations that it does not have; a few of these without a year."""
    for key in schedule()[:count]:
        if Draws("known", *key).chance(0.7):
            yield _row(key, str(key[1]))
    for key in schedule()[count : count + count // 2]:
        yield _row(key, "" if Draws("undated", *key).chance(0.06) else str(key[1]))


def _row(key: Key, year: str) -> list[str]:
    municipality = registry().by_slug[key[0]]
    return [municipality.code, municipality.name, year, "; ".join(evaluators_of(key)), SOURCE]
