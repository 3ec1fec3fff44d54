"""The pages that data makes: which there are, and what makes each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from kompass_sphinx.archive.archive import Key
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.evaluation import evaluation_view
from kompass_sphinx.views.evaluation_list import evaluation_list_view
from kompass_sphinx.views.municipality import municipality_view
from kompass_sphinx.views.question import question_view
from kompass_sphinx.views.search import search_view
from kompass_sphinx.views.targets import EVALUATIONS, SEARCH, evaluation_page, municipality_target, question_target
from kompass_sphinx.views.unevaluated import unevaluated_view


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page's name, its template, the place to tell of it when it cannot be made, and what makes its view."""

    name: str
    template: str
    location: str
    view: Callable[[], Any]


def plan(
    context: Context, slugs: Iterable[str], paths: Mapping[Key, str], *, with_search: bool
) -> Iterator[PlannedPage]:
    """Every page that the archive makes, a municipality's together.

    ``slugs`` are those of the municipalities with a page; ``paths`` of the evaluations' files, in their order.
    Only the site's own theme has the scripts of the search; another one brings Sphinx's own search page.
    """
    years: dict[str, list[int]] = {}
    for slug, year in paths:
        years.setdefault(slug, []).append(year)
    yield PlannedPage(EVALUATIONS, "evaluation_list.html", EVALUATIONS, partial(evaluation_list_view, context))
    if with_search:
        yield PlannedPage(SEARCH, "search.html", SEARCH, partial(search_view, context))
    for question in context.archive.catalogue.questions:
        name = question_target(question).page
        yield PlannedPage(name, "question.html", name, partial(question_view, context, question))
    for slug in slugs:
        name = municipality_target(slug).page
        if slug in years:
            yield PlannedPage(name, "municipality.html", name, partial(municipality_view, context, slug))
        else:
            yield PlannedPage(name, "unevaluated.html", name, partial(unevaluated_view, context, slug))
        for year in years.get(slug, ()):
            key, name = (slug, year), evaluation_page(slug, year).page
            yield PlannedPage(name, "evaluation.html", f"{paths[key]}:1:1", partial(evaluation_view, context, key))
