"""The page that searches the whole site; the results are made in the browser (theme/kompass/static/search.js)."""

from __future__ import annotations

from typing import Any

from kompass_sphinx.frozen import dataclass
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.result_messages import result_messages
from kompass_sphinx.views.rich import Link
from kompass_sphinx.views.targets import EVALUATIONS, EXAMPLES, INDEX, Target, theme_target


@dataclass(frozen=True, slots=True)
class SearchView:
    """Everything on the page. ``ways`` lead on without a script; ``editions`` are the newest first."""

    title: str
    description: str
    crumbs: tuple[tuple[str, Target | None], ...]
    ways: tuple[Link, ...]
    editions: tuple[int, ...]
    result_messages: dict[str, Any]


def search_view(context: Context) -> SearchView:
    """The page with its field."""
    catalogue = context.archive.catalogue
    return SearchView(
        title=context.text("Search the archive"),
        description=context.text("Search among municipalities, areas, sub-questions, good examples and pages."),
        crumbs=((context.text("Home"), Target(INDEX)), (context.text("Search"), None)),
        ways=(
            Link(context.text("All evaluations"), Target(EVALUATIONS)),
            Link(context.text("Find good examples"), Target(EXAMPLES)),
            *(Link(theme.name, theme_target(theme.id)) for theme in catalogue.themes.values()),
        ),
        editions=tuple(reversed(catalogue.editions)),
        result_messages=result_messages(context),
    )
