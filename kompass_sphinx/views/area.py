"""The head of an area page, its names through the editions and its sections, and those whom evaluators pointed to."""

from __future__ import annotations

from kompass_sphinx.archive.by_theme import named_on
from kompass_sphinx.archive.contributions import Named
from kompass_sphinx.archive.own_results import own_points, result_at_home
from kompass_sphinx.archive.record_counts import NAMED
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.evaluation import EvaluationReference
from kompass_sphinx.views.area_results import place_kind
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.lists import LONGEST_LIST, more_to_search
from kompass_sphinx.views.rich import Rich, rich


@dataclass(frozen=True, slots=True)
class JumpLink:
    """A section of the page; ``count`` is empty where counting says nothing."""

    text: str
    anchor: str
    count: str


@dataclass(frozen=True, slots=True)
class AreaNames:
    """The area's numbers and names, and where to go on the page."""

    theme_index: int
    names: tuple[str, ...]
    jumps: tuple[JumpLink, ...]


@dataclass(frozen=True, slots=True)
class NamedEntry:
    """Whom evaluators pointed to, for what, and where that stands.

    ``what`` is the kind of a place outside the registry, else empty; ``sources`` are told one after the other.
    """

    place: Rich
    what: str
    topic: str
    sources: tuple[Rich, ...]


@dataclass(frozen=True, slots=True)
class NamedList:
    """Everybody named; ``more`` says how many are not listed."""

    entries: tuple[NamedEntry, ...]
    more: Rich


def area_names(context: Context, theme: str) -> AreaNames:
    """Names of the theme's area through the editions, and the page's sections with what they hold."""
    archive = context.archive
    counts = archive.theme_counts[theme]
    jumps = (
        JumpLink(context.text("Named examples"), "utpekade-av-utvarderare", str(counts.named)),
        JumpLink(context.text("Strengths"), "styrkor-med-resultat", str(counts.strengths)),
        JumpLink(context.text("Best results"), "basta-resultat-per-utgava", str(counts.results)),
        JumpLink(context.text("Spread"), "spridning", ""),
        JumpLink(context.text("The sub-questions"), "delfragorna", ""),
        JumpLink(context.text("Recurring improvements"), "aterkommande-forbattringsomraden", str(counts.improvements)),
    )
    return AreaNames(list(archive.catalogue.themes).index(theme), _names(context, theme), jumps)


def _names(context: Context, theme: str) -> tuple[str, ...]:
    """A sentence for each number and name, earliest edition first, and one for the other names in use."""
    catalogue = context.archive.catalogue
    by_name: dict[tuple[int, str], list[str]] = {}
    others: dict[str, list[str]] = {}
    for edition in catalogue:
        area = catalogue.area_of(edition.id, theme)
        by_name.setdefault((area.number, area.name), []).append(str(edition.id))
        for name in area.also:
            others.setdefault(name, []).append(str(edition.id))
    sentences = [
        context.text(
            "Area %(number)s in edition %(editions)s: %(name)s.",
            number=number,
            editions=context.language.listing(editions),
            name=name,
        )
        for (number, name), editions in by_name.items()
    ]
    if others:
        # Names hold commas and "and" themselves, so each stands in quotation marks.
        quoted = (
            context.text("“%(name)s” (%(editions)s)", name=name, editions=context.language.listing(editions))
            for name, editions in others.items()
        )
        sentences.append(context.text("Also called %(names)s.", names=context.language.listing(quoted)))
    return tuple(sentences)


def area_named(context: Context, theme: str) -> NamedList:
    """Those whom evaluators pointed to: by others first, then in their own report."""
    found, hidden = context.archive.ask(named_on, theme, LONGEST_LIST)
    return NamedList(
        tuple(_named_entry(context, theme, one) for one in found),
        more_to_search(context, hidden, theme, NAMED),
    )


def _named_entry(context: Context, theme: str, named: Named) -> NamedEntry:
    example, by = named.item.example, named.by
    question = context.archive.edition(by).question(example.question) if example.question else None
    sources: list[Rich] = [(context.question_link(question),)] if question else []
    if named.by_itself:
        sources.append(held_up_at_home(context, named))
    else:
        message = context.text("named by the evaluators in %(evaluation)s%(page)s")
        sources.append(
            rich(message, evaluation=context.evaluation_link(by, named.item.address), page=page_of(context, named))
        )
        own = _own_result(context, theme, example.municipality, by) if example.municipality else ()
        if own:
            sources.append(own)
    return NamedEntry(
        (context.municipality_link(example.municipality),) if example.municipality else (example.name,),
        place_kind(context, example),
        example.topic,
        tuple(sources),
    )


def held_up_at_home(context: Context, named: Named) -> Rich:
    """Praise in the municipality's own report, with its result there: on the sub-question, else on the area."""
    example, by = named.item.example, named.by
    percent, points = context.archive.ask(result_at_home, by.municipality, by.year, example.question, named.item.area)
    if percent is not None:
        message = context.text(
            "held up in its own report, %(evaluation)s%(page)s, where the sub-question gave %(figure)s"
        )
    elif points is not None:
        message = context.text(
            "held up in its own report, %(evaluation)s%(page)s, where the area got %(figure)s of 100"
        )
    else:
        message = context.text("held up in its own report, %(evaluation)s%(page)s")
    return rich(
        message,
        evaluation=context.evaluation_link(by, named.item.address),
        page=page_of(context, named),
        figure=context.language.percent(percent) if percent is not None else context.language.number(points or 0),
    )


def page_of(context: Context, named: Named) -> str:
    """The page in the source, after a comma; empty when it is not known."""
    page = named.item.example.page
    return ", " + context.text("p. %(page)s", page=page) if page else ""


def _own_result(context: Context, theme: str, name: str, by: EvaluationReference) -> Rich:
    """The named municipality's own points on the area: of the same edition if it has any, nearest in time."""
    own = context.archive.ask(own_points, name, theme, by.edition, by.year)
    if own is None:
        return ()
    return rich(
        context.text("%(evaluation)s got %(points)s of 100 on the area (edition %(edition)s)"),
        evaluation=context.evaluation_link(own.evaluation),
        points=context.language.number(own.points),
        edition=str(own.evaluation.edition),
    )
