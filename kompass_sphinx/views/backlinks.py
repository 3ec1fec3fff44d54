"""Where evaluators named somebody as a good example: the topic, what it is about and the very place."""

from __future__ import annotations

from collections.abc import Callable

from kompass_sphinx.archive.contributions import Named
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.lists import LONGEST_LIST, more_sentence
from kompass_sphinx.views.rich import Link, Quiet, Rich, rich
from kompass_sphinx.views.targets import municipality_target, theme_target
from kompass_sphinx.views.theme_names import short_name

MOST_IN_SHORT = 3


@dataclass(frozen=True, slots=True)
class Backlink:
    """What somebody was named for; ``sources`` are told one after the other: area, sub-question, who named.

    ``theme_index`` is None where the source names no area.
    """

    theme_index: int | None
    topic: str
    sources: tuple[Rich, ...]


@dataclass(frozen=True, slots=True)
class Backlinks:
    """How often others named a municipality, and for what; ``more`` says how many are not listed and where to look."""

    sentence: str
    entries: tuple[Backlink, ...]
    more: Rich


def backlinks(context: Context, name: str) -> Backlinks:
    """Who named the municipality in another's report, latest first."""
    return _backlinks(context, name, LONGEST_LIST, lambda hidden: _plain(more_sentence(context, hidden)))


def backlinks_in_short(context: Context, name: str) -> Backlinks:
    """The latest of them, for an evaluation's page, with a link to the rest on the municipality's."""
    slug = context.archive.registry.by_name[name].slug
    all_of_them = Link(context.text("the page of the municipality"), municipality_target(slug).at("utpekad"))

    def more(hidden: int) -> Rich:
        return rich(context.text("Another %(count)s are on %(page)s."), count=str(hidden), page=all_of_them)

    return _backlinks(context, name, MOST_IN_SHORT, lambda hidden: more(hidden) if hidden > 0 else ())


def _plain(text: str) -> Rich:
    return (text,) if text else ()


def _backlinks(context: Context, name: str, most: int, more: Callable[[int], Rich]) -> Backlinks:
    named = [one for one in context.archive.named_by_municipality.get(name, ()) if not one.by_itself]
    if not named:
        return Backlinks(
            context.text("No other evaluation in the archive points to %(municipality)s.", municipality=name), (), ()
        )
    sentence = context.plural(
        "Evaluators pointed to %(municipality)s once in another municipality's report:",
        "Evaluators pointed to %(municipality)s %(count)s times in other municipalities' reports:",
        len(named),
        municipality=name,
    )
    return Backlinks(sentence, tuple(backlink(context, one) for one in named[:most]), more(len(named) - most))


def backlink(context: Context, named: Named) -> Backlink:
    """What somebody was named for, with links to the area, to the sub-question and to the very place."""
    catalogue = context.archive.catalogue
    example, by = named.item.example, named.by
    theme_index = None
    sources: list[Rich] = []
    if named.item.area is not None:
        theme = catalogue.theme_of(by.edition, named.item.area).id
        theme_index = list(catalogue.themes).index(theme)
        sources.append((Link(short_name(context, theme), theme_target(theme)),))
    question = context.archive.edition(by).question(example.question) if example.question else None
    if question:
        sources.append((context.question_link(question),))
    details = context.text("edition %(edition)s", edition=by.edition)
    if example.page:
        details += ", " + context.text("p. %(page)s", page=example.page)
    sources.append(
        rich(
            context.text("named in %(evaluation)s %(details)s"),
            evaluation=context.evaluation_link(by, named.item.address),
            details=Quiet(f"({details})"),
        )
    )
    return Backlink(theme_index, context.language.capitalized(example.topic), tuple(sources))
