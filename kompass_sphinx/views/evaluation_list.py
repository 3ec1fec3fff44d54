"""The page of all evaluations, and the register of those known without figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from kompass_sphinx.archive.register import RegisterEntry, register_of
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.rich import Rich
from kompass_sphinx.views.targets import CONTRIBUTE, INDEX, Target, evaluation_target, municipality_target, theme_target
from kompass_sphinx.views.theme_names import short_name

_ADDRESS = re.compile(r"https?://[^\s;,()<>\"]+")


@dataclass(frozen=True, slots=True)
class AreaColumn:
    """A theme's column."""

    key: str
    name: str
    full_name: str
    theme_index: int
    target: Target


@dataclass(frozen=True, slots=True)
class ListCell:
    """A figure; ``value`` is what it is sorted by, empty where there is none."""

    label: str
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class ListRow:
    """An evaluation in the list."""

    municipality: str
    municipality_target: Target
    year: int
    target: Target
    edition: int
    county: str
    total: ListCell
    areas: tuple[ListCell, ...]
    content: str


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """An evaluation that is known; ``target`` is None when the archive has nothing of it.

    The address in a source, if any, is shown as its host, between the words before and after it.
    """

    municipality: str
    year: str
    evaluators: str
    source: str
    source_url: str
    source_host: str
    source_after: str
    target: Target | None


@dataclass(frozen=True, slots=True)
class RegisterView:
    """Rows of the register with what they are."""

    introduction: str
    rows: tuple[RegisterRow, ...]
    contribute: Target


@dataclass(frozen=True, slots=True)
class EvaluationListView:
    """Everything on the page of all evaluations."""

    title: str
    description: str
    crumbs: tuple[tuple[str, Target | None], ...]
    lede: str
    medians: tuple[Rich, ...]
    columns: tuple[AreaColumn, ...]
    rows: tuple[ListRow, ...]
    known: RegisterView


def evaluation_list_view(context: Context) -> EvaluationListView:
    """The page of all evaluations, in the order of municipality and year."""
    archive = context.archive
    themes = list(archive.catalogue.themes.values())
    columns = tuple(
        AreaColumn(theme.id, short_name(context, theme.id), theme.name, index, theme_target(theme.id))
        for index, theme in enumerate(themes)
    )
    register = register_of(archive)
    without = [entry for entry in register if entry.evaluation is None]
    return EvaluationListView(
        title=context.text("All evaluations"),
        description=counts_sentence(context, register),
        crumbs=((context.text("Home"), Target(INDEX)), (context.text("Evaluations"), None)),
        lede=counts_sentence(context, register),
        medians=tuple(_median_sentence(context, edition.id) for edition in archive.catalogue),
        columns=columns,
        rows=tuple(
            _row(context, one, columns) for evaluations in archive.of_municipality.values() for one in evaluations
        ),
        known=RegisterView(
            context.text("%(count)s evaluations are known without a report in the archive.", count=len(without)),
            tuple(_register_row(context, entry) for entry in without),
            Target(CONTRIBUTE),
        ),
    )


def register_view(context: Context) -> RegisterView:
    """The whole register: known and archived, each once."""
    register = register_of(context.archive)
    return RegisterView(
        counts_sentence(context, register),
        tuple(_register_row(context, entry) for entry in register),
        Target(CONTRIBUTE),
    )


def counts_sentence(context: Context, register: tuple[RegisterEntry, ...]) -> str:
    """How much the archive has of what is known."""
    archive = context.archive
    return context.text(
        "The archive has %(evaluations)s evaluations of %(municipalities)s municipalities, of the country's %(all)s. "
        "The register has %(known)s, of which %(undated)s lack a year and may be the same as a dated one.",
        evaluations=len(archive),
        municipalities=len(archive.of_municipality),
        all=len(archive.registry),
        known=len(register),
        undated=sum(entry.year is None for entry in register),
    )


def _median_sentence(context: Context, edition: int) -> Rich:
    totals = context.archive.figures[edition].totals
    if totals.median is None:
        return (
            context.text("Edition %(edition)s: too few totals for a median (n = %(n)s).", edition=edition, n=totals.n),
        )
    return (
        context.text(
            "Edition %(edition)s: median total %(median)s (n = %(n)s).",
            edition=edition,
            median=context.language.number(totals.median),
            n=totals.n,
        ),
    )


def _row(context: Context, one: Evaluation, columns: tuple[AreaColumn, ...]) -> ListRow:
    archive = context.archive
    municipality = archive.municipality(one)
    themes = archive.catalogue.themes

    def cell(label: str, points: float | None) -> ListCell:
        return ListCell(
            label, "" if points is None else context.language.number(points), "" if points is None else f"{points:g}"
        )

    return ListRow(
        municipality=one.municipality,
        municipality_target=municipality_target(municipality.slug),
        year=one.year,
        target=evaluation_target(archive, one),
        edition=one.edition,
        county=municipality.county,
        total=cell(context.text("Total"), one.total),
        areas=tuple(
            cell(column.name, one.area_points.get(themes[column.key].areas[one.edition])) for column in columns
        ),
        content=_short_content(context, one),
    )


def _source_parts(source: str) -> tuple[str, str, str]:
    """The words before the first address in a source, the address, and the words after it."""
    match = _ADDRESS.search(source)
    return (source[: match.start()], match[0], source[match.end() :]) if match else (source, "", "")


def _is_whole(address: str) -> bool:
    """Whether an address leads somewhere: some are known in part only, and end with an ellipsis."""
    return address != "" and not address.endswith(("…", "..."))


def _host(url: str) -> str:
    """Whose address it is; the address itself where it is too odd to tell."""
    try:
        return urlsplit(url).netloc
    except ValueError:
        return url


def _short_content(context: Context, one: Evaluation) -> str:
    """What the archive has, in so few words that it fits a column."""
    parts = []
    if one.question_results:
        parts.append(context.text("sub-questions"))
    elif one.area_points:
        parts.append(context.text("areas"))
    if one.summary or any(area.impression or area.strengths or area.improvements for area in one.areas.values()):
        parts.append(context.text("words"))
    if parts:
        return ", ".join(parts)
    return context.text("total only") if one.total is not None else context.text("no figures")


def _register_row(context: Context, entry: RegisterEntry) -> RegisterRow:
    known, evaluation = entry.known, entry.evaluation
    evaluators = known.evaluators if known else ""
    if evaluation and evaluation.evaluators:
        evaluators = "; ".join(one.name for one in evaluation.evaluators)
    source = known.source if known else evaluation.sources[0].title if evaluation else ""
    before, url, after = _source_parts(source)
    return RegisterRow(
        municipality=entry.municipality,
        year=str(entry.year) if entry.year else context.text("year unknown"),
        evaluators=evaluators,
        source=before,
        source_url=url if _is_whole(url) else "",
        source_host=_host(url),
        source_after=after,
        target=evaluation_target(context.archive, evaluation) if evaluation else None,
    )
