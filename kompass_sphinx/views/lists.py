"""Lists that would grow with the archive: how long they get, and what is said of the rest."""

from __future__ import annotations

from kompass_sphinx.views.context import Context
from kompass_sphinx.views.rich import Link, Rich, joined, rich
from kompass_sphinx.views.targets import EXAMPLES, Target

LONGEST_LIST = 40
"""The most entries that a list of evidence has; what is left out is counted in words."""


def more_sentence(context: Context, hidden: int) -> str:
    """How many entries a list leaves out; empty when none."""
    if hidden <= 0:
        return ""
    return context.text("Another %(count)s are on the pages of the evaluations.", count=hidden)


def more_to_search(context: Context, hidden: int, theme: str, kind: str) -> Rich:
    """The same of a list of one area and one kind of evidence, with the search that has them all."""
    if hidden <= 0:
        return ()
    search = Link(context.text("search among all of them"), Target(EXAMPLES, query=f"omrade={theme}&slag={kind}"))
    return joined([(more_sentence(context, hidden),), rich(context.text("You can also %(search)s."), search=search)])
