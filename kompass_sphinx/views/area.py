"""What stands on an area page: names through the editions, good examples, strengths, results, improvements."""

from __future__ import annotations

from dataclasses import dataclass

from kompass_sphinx.archive.archive import Named
from kompass_sphinx.archive.by_theme import best_on, named_on, recurring_on, strengths_on
from kompass_sphinx.model.edition import Question
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.area_results import place_kind
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.rich import Link, Rich, rich
from kompass_sphinx.views.targets import Target, question_target

LONGEST_LIST = 200


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
    """Whom evaluators pointed to, for what, and where that stands."""

    place: Rich
    what: str
    topic: str
    source: Rich


@dataclass(frozen=True, slots=True)
class FindingLink:
    """A finding with the address of its own."""

    text: str
    target: Target
    evaluation: str


@dataclass(frozen=True, slots=True)
class StrengthEntry:
    """Strengths with the result on the same sub-question; ``percent`` is None where there is none."""

    evaluation: Link
    question: Rich
    findings: tuple[FindingLink, ...]
    percent: float | None
    percent_text: str
    edition: str


@dataclass(frozen=True, slots=True)
class Strengths:
    """Strengths with a result, and those without; ``more`` says how many are not listed."""

    with_result: tuple[StrengthEntry, ...]
    without: tuple[StrengthEntry, ...]
    without_count: str
    more: str


@dataclass(frozen=True, slots=True)
class RecurringEntry:
    """What evaluators asked for on one sub-question."""

    question: Rich
    asked: str
    edition: str
    findings: tuple[FindingLink, ...]


@dataclass(frozen=True, slots=True)
class NamedList:
    """Everybody named; ``more`` says how many are not listed."""

    entries: tuple[NamedEntry, ...]
    more: str


def area_names(context: Context, theme: str) -> AreaNames:
    """Names of the theme's area through the editions, and the page's sections with what they hold."""
    catalogue = context.archive.catalogue
    by_name: dict[tuple[int, str], list[str]] = {}
    for edition in catalogue:
        area = catalogue.area_of(edition.id, theme)
        by_name.setdefault((area.number, area.name), []).append(str(edition.id))
    names = tuple(
        context.text(
            "Area %(number)s in edition %(editions)s: %(name)s.",
            number=number,
            editions=context.language.listing(editions),
            name=name,
        )
        for (number, name), editions in by_name.items()
    )
    strengths = sum(len(group.items) for group in strengths_on(context.archive, theme))
    results = sum(len(best_on(context.archive, theme, edition.id)) for edition in catalogue)
    improvements = sum(len(one.items) for one in recurring_on(context.archive, theme))
    jumps = (
        JumpLink(context.text("Named examples"), "utpekade-av-utvarderare", str(len(named_on(context.archive, theme)))),
        JumpLink(context.text("Strengths"), "styrkor-med-resultat", str(strengths)),
        JumpLink(context.text("Best results"), "basta-resultat-per-utgava", str(results)),
        JumpLink(context.text("Spread"), "spridning", ""),
        JumpLink(context.text("The sub-questions"), "delfragorna", ""),
        JumpLink(context.text("Recurring improvements"), "aterkommande-forbattringsomraden", str(improvements)),
    )
    return AreaNames(list(catalogue.themes).index(theme), names, jumps)


def area_named(context: Context, theme: str) -> NamedList:
    """Those whom evaluators pointed to: by others first, then in their own report."""
    found = named_on(context.archive, theme)
    return NamedList(
        tuple(_named_entry(context, theme, one) for one in found[:LONGEST_LIST]), _more(context, len(found))
    )


def _named_entry(context: Context, theme: str, named: Named) -> NamedEntry:
    example, by = named.item.example, named.by
    place: Rich = (example.place or "",)
    if example.municipality:
        place = (context.municipality_link(example.municipality),)
    question = _question(context, by, example.question)
    page = ", " + context.text("p. %(page)s", page=example.page) if example.page else ""
    link = context.evaluation_link(by, named.item.address)
    parts: list[Rich] = [question] if question else []
    if named.by_itself:
        result = by.question_results.get(example.question or "")
        if result is not None and result.percent is not None:
            parts.append(
                rich(
                    context.text(
                        "held up in its own report, %(evaluation)s%(page)s, where the sub-question gave %(share)s"
                    ),
                    evaluation=link,
                    page=page,
                    share=context.language.percent(result.percent),
                )
            )
        else:
            parts.append(
                rich(context.text("held up in its own report, %(evaluation)s%(page)s"), evaluation=link, page=page)
            )
    else:
        parts.append(
            rich(context.text("named by the evaluators in %(evaluation)s%(page)s"), evaluation=link, page=page)
        )
        own = _own_result(context, theme, example.municipality, by)
        if own:
            parts.append(own)
    return NamedEntry(
        place,
        place_kind(context, example),
        example.topic,
        tuple(part for index, sentence in enumerate(parts) for part in ((" · ", *sentence) if index else sentence)),
    )


def _own_result(context: Context, theme: str, name: str | None, by: Evaluation) -> Rich:
    """The named municipality's own points on the area: of the same edition if it has any, nearest in time."""
    if name is None:
        return ()
    slug = context.archive.registry.by_name[name].slug
    areas = context.archive.catalogue.themes[theme].areas
    own = [
        (one, one.area_points[areas[one.edition]])
        for one in context.archive.of_municipality.get(slug, ())
        if areas[one.edition] in one.area_points
    ]
    if not own:
        return ()
    one, points = min(own, key=lambda pair: (pair[0].edition != by.edition, abs(pair[0].year - by.year)))
    return rich(
        context.text("%(evaluation)s got %(points)s of 100 on the area (edition %(edition)s)"),
        evaluation=context.evaluation_link(one),
        points=context.language.number(points),
        edition=str(one.edition),
    )


def area_strengths(context: Context, theme: str) -> Strengths:
    """Strengths by sub-question with its result, highest first; then those without a figure."""
    groups = strengths_on(context.archive, theme)
    entries = [
        StrengthEntry(
            evaluation=context.evaluation_link(group.evaluation),
            question=_question(context, group.evaluation, group.question.number if group.question else None)
            or (context.text("the whole area"),),
            findings=tuple(
                FindingLink(
                    item.finding.text,
                    context.evaluation_link(group.evaluation, item.address).target,
                    group.evaluation.title,
                )
                for item in group.items
            ),
            percent=group.percent,
            percent_text="" if group.percent is None else context.language.percent(group.percent),
            edition=context.text("edition %(edition)s", edition=group.evaluation.edition),
        )
        for group in groups
    ]
    shown = entries[:LONGEST_LIST]
    without = tuple(entry for entry in shown if entry.percent is None)
    count = sum(len(entry.findings) for entry in without)
    return Strengths(
        tuple(entry for entry in shown if entry.percent is not None),
        without,
        context.plural(
            "%(count)s strength without a figure for its sub-question",
            "%(count)s strengths without a figure for their sub-question",
            count,
        ),
        _more(context, len(entries)),
    )


def area_recurring(context: Context, theme: str) -> tuple[RecurringEntry, ...]:
    """What evaluators asked for, by sub-question, with counts."""
    found = recurring_on(context.archive, theme)
    return tuple(
        RecurringEntry(
            question=(_question_link(context, one.question),) if one.question else (context.text("The whole area"),),
            asked=context.text("%(asked)s of %(evaluations)s", asked=one.asked, evaluations=one.evaluations),
            edition=context.text("edition %(edition)s", edition=one.edition),
            findings=tuple(
                FindingLink(
                    item.finding.text, context.evaluation_link(evaluation, item.address).target, evaluation.title
                )
                for evaluation, item in one.items[:LONGEST_LIST]
            ),
        )
        for one in found
    )


def _question(context: Context, evaluation: Evaluation, number: str | None) -> Rich:
    question = context.archive.edition(evaluation).question(number) if number else None
    return (_question_link(context, question),) if question else ()


def _question_link(context: Context, question: Question) -> Link:
    return Link(f"{question.number} {question.name}", question_target(context.archive.catalogue, question))


def _more(context: Context, count: int) -> str:
    if count <= LONGEST_LIST:
        return ""
    return context.text("Another %(count)s are on the pages of the evaluations.", count=count - LONGEST_LIST)
