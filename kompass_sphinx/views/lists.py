"""Lists that would grow with the archive: how long they get, and what is said of the rest."""

from __future__ import annotations

from kompass_sphinx.views.context import Context

LONGEST_LIST = 40
"""The most entries that a list of evidence has; what is left out is counted in words."""


def more_sentence(context: Context, hidden: int) -> str:
    """How many entries a list leaves out; empty when none."""
    if hidden <= 0:
        return ""
    return context.text("Another %(count)s are on the pages of the evaluations.", count=hidden)
