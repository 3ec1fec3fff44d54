"""The page of a municipality: how it has developed, and what others were pointed here for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.model.municipality import Municipality
from kompass_sphinx.views.alike import Alike, alike
from kompass_sphinx.views.area_comparison import AreaComparison, area_comparison
from kompass_sphinx.views.area_results import place_kind
from kompass_sphinx.views.backlinks import Backlinks, backlinks
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.development import development
from kompass_sphinx.views.learn import LearnOfAll, learn_of_all
from kompass_sphinx.views.register import KnownOf, known_of
from kompass_sphinx.views.rich import Link, Part, Quiet, Rich, listed, rich
from kompass_sphinx.views.targets import EDITIONS, Target, compare_target, evaluation_target
from kompass_sphinx.views.trend_figure import TrendFigure, trend_figure


@dataclass(frozen=True, slots=True)
class EvaluationRow:
    """An evaluation in the table of all of them."""

    year: str
    target: Target
    edition: str
    total: str
    change: str
    change_note: str
    median: str
    n: str
    content: str


@dataclass(frozen=True, slots=True)
class PointedOut:
    """A topic that an evaluation's evaluators pointed elsewhere for; ``theme_index`` is None for no area."""

    theme_index: int | None
    sentence: Rich


@dataclass(frozen=True, slots=True)
class PointedFrom:
    """Where one evaluation pointed."""

    introduction: Rich
    topics: tuple[PointedOut, ...]


@dataclass(frozen=True, slots=True)
class MunicipalityView:
    """Everything on a municipality's page."""

    title: str
    description: str
    crumbs: tuple[tuple[str, Target | None], ...]
    kicker: str
    lede: str
    trend: TrendFigure | None
    rules: tuple[str, ...]
    editions: Target
    rows: tuple[EvaluationRow, ...]
    rows_note: Rich
    compare: Link | None
    areas: AreaComparison | None
    learn: LearnOfAll | None
    known: KnownOf | None
    backlinks: Backlinks
    own: tuple[Rich, ...]
    pointed: tuple[PointedFrom, ...]
    alike: Alike


def municipality_view(context: Context, slug: str) -> MunicipalityView:
    """The page of the municipality with this slug; the archive has at least one evaluation of it."""
    archive = context.archive
    municipality = archive.registry.by_slug[slug]
    evaluations = archive.of_municipality[slug]
    return MunicipalityView(
        title=municipality.name,
        description=context.text("%(name)s in Kommunkompassen", name=municipality.name),
        crumbs=context.crumbs((municipality.name, None)),
        kicker=f"{municipality.county} · {municipality.group}",
        lede=development(context, evaluations),
        trend=trend_figure(context, slug, "trend", low=False),
        rules=tuple(
            context.text(
                "From edition %(earlier)s to %(later)s: %(rule)s", earlier=one.earlier, later=one.later, rule=one.rule
            )
            for one in archive.catalogue.comparability
        ),
        editions=Target(EDITIONS),
        rows=_rows(context, evaluations),
        rows_note=_inferred_note(context, evaluations),
        compare=_compare(context, evaluations),
        areas=area_comparison(context, evaluations),
        learn=learn_of_all(context, evaluations),
        known=known_of(context, municipality),
        backlinks=backlinks(context, municipality.name),
        own=_own(context, municipality),
        pointed=tuple(_pointed(context, one) for one in reversed(evaluations) if _points_elsewhere(one)),
        alike=alike(context, municipality),
    )


def _rows(context: Context, evaluations: Sequence[Evaluation]) -> tuple[EvaluationRow, ...]:
    language = context.language
    rows = []
    for position, one in enumerate(evaluations):
        totals = context.archive.figures[one.edition].totals
        change, note = _change(context, one, evaluations[:position])
        median = "" if one.total is None else context.text("too few")
        if one.total is not None and totals.median is not None:
            median = language.number(totals.median)
        rows.append(
            EvaluationRow(
                year=str(one.year),
                target=evaluation_target(context.archive, one),
                edition=str(one.edition),
                total="" if one.total is None else language.number(one.total),
                change=change,
                change_note=note,
                median=median,
                n=context.text("(n = %(n)s)", n=totals.n) if median else "",
                content=content_of(context, one),
            )
        )
    return tuple(reversed(rows))


def _change(context: Context, one: Evaluation, earlier: Sequence[Evaluation]) -> tuple[str, str]:
    """The change since the evaluation before, or in words why there is none."""
    if not earlier:
        return "", context.text("the first in the archive")
    same_edition = [before for before in earlier if before.edition == one.edition]
    if not same_edition:
        return "", context.text("new edition")
    if one.total is None:
        return "", context.text("total missing")
    previous = next((before for before in reversed(same_edition) if before.total is not None), None)
    if previous is None or previous.total is None:
        return "", context.text("the total of %(year)s is missing", year=same_edition[-1].year)
    return context.language.signed(one.total - previous.total), context.text("since %(year)s", year=previous.year)


def content_of(context: Context, evaluation: Evaluation) -> str:
    """What the archive has of an evaluation: total only, areas, sub-questions (and so areas), the evaluators' words."""
    areas = evaluation.areas.values()
    parts = []
    if evaluation.question_results:
        parts.append(context.text("sub-questions"))
    elif len(evaluation.area_points) == len(context.archive.edition(evaluation).areas):
        parts.append(context.text("areas"))
    elif evaluation.area_points:
        parts.append(context.plural("%(count)s area", "%(count)s areas", len(evaluation.area_points)))
    if any(area.strengths or area.improvements for area in areas):
        parts.append(context.text("strengths and improvements"))
    elif evaluation.summary or any(area.impression for area in areas):
        parts.append(context.text("the evaluators' impression"))
    if parts:
        return ", ".join(parts)
    return context.text("total only") if evaluation.total is not None else context.text("no figures")


def _compare(context: Context, evaluations: Sequence[Evaluation]) -> Link | None:
    """A link to the latest two of the same edition side by side, the later one first."""
    for position in range(len(evaluations) - 1, 0, -1):
        later = evaluations[position]
        earlier = next((one for one in reversed(evaluations[:position]) if one.edition == later.edition), None)
        if earlier is not None:
            text = context.text("Compare %(later)s with %(earlier)s", later=later.year, earlier=earlier.year)
            return Link(text, compare_target(context.archive, later, earlier))
    return None


def _inferred_note(context: Context, evaluations: Sequence[Evaluation]) -> Rich:
    noted = [
        Link(str(one.year), evaluation_target(context.archive, one).at("noter"))
        for one in evaluations
        if any(note.about in ("edition", "year") for note in one.notes)
    ]
    if not noted:
        return ()
    message = context.text("How the edition or the year is known is told in the notes of %(years)s.")
    return rich(message, years=listed(context.language, noted))


def _points_elsewhere(evaluation: Evaluation) -> bool:
    return any(one.municipality != evaluation.municipality for one in evaluation.examples)


def _own(context: Context, municipality: Municipality) -> tuple[Rich, ...]:
    """What the municipality's own evaluations hold up, the latest first, each topic with a link to its place."""
    own = [one for one in context.archive.named_by_municipality.get(municipality.name, ()) if one.by_itself]
    sentences = []
    for year, group in groupby(own, key=lambda one: one.by.year):
        topics = (
            Link(one.item.example.topic, evaluation_target(context.archive, one.by).at(one.item.address))
            for one in group
        )
        message = context.text("Its own evaluation of %(year)s holds up: %(list)s.")
        sentences.append(rich(message, year=str(year), list=listed(context.language, topics)))
    return tuple(sentences)


def _pointed(context: Context, evaluation: Evaluation) -> PointedFrom:
    items = [
        item
        for item in context.archive.items_of(evaluation).examples
        if item.example.municipality != evaluation.municipality
    ]
    themes = list(context.archive.catalogue.themes)
    topics = []
    for (area, topic), group in groupby(items, key=lambda item: (item.area, item.example.topic)):
        places: list[Part | Rich] = []
        for item in group:
            example = item.example
            if example.municipality:
                places.append(context.municipality_link(example.municipality))
            else:
                places.append((f"{example.place} ", Quiet(f"({place_kind(context, example)})")))
        separated: list[Rich] = [place if isinstance(place, tuple) else (place,) for place in places]
        names: Rich = tuple(part for place in separated for part in (*place, ", "))[:-1]
        index = None if area is None else themes.index(context.archive.catalogue.theme_of(evaluation.edition, area).id)
        topics.append(PointedOut(index, (f"{context.language.capitalized(topic)}: ", *names)))
    message = context.plural(
        "The evaluation of %(year)s pointed to one example elsewhere.",
        "The evaluation of %(year)s pointed to %(count)s examples elsewhere.",
        len(items),
        year="%(year)s",
    )
    year = Link(str(evaluation.year), evaluation_target(context.archive, evaluation))
    return PointedFrom(rich(message, year=year), tuple(topics))
