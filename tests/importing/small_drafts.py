"""Drafts of made-up reports."""

from __future__ import annotations

from dataclasses import replace

from kompass_sphinx.importing.doubts import Doubt
from kompass_sphinx.importing.draft import Draft, draft_of
from kompass_sphinx.importing.readings import Read
from kompass_sphinx.importing.report import ReadArea, Report
from tests.archives import registry
from tests.importing.snippets import edition

NOT_FOUND = "# OSÄKER: Hittades inte i rapporten."
DOUBT = Doubt("Nothing in the report confirms it.")
EMPTY = Report(None, None, Read(2016), None, None, None, None, (), None, {}, (), (), "påhittad.pdf")


def drafted(report: Report) -> Draft:
    """The draft of a report."""
    return draft_of(report, registry(), edition(report.edition.value))


def lines(report: Report) -> list[str]:
    """The lines of a report's draft."""
    return drafted(report).text.splitlines()


def with_area(area: ReadArea) -> Report:
    """A report of which one area was read."""
    return replace(EMPTY, areas={1: area})
