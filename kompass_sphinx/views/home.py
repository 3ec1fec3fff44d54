"""What stands on the home page: the areas, the latest evaluations, totals by edition, coverage."""

from __future__ import annotations

from kompass_sphinx.archive.by_theme import first_totals
from kompass_sphinx.archive.statistics import FEWEST_FOR_MEDIAN
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.language import message_id
from kompass_sphinx.views.chart_data import ScaleMark, StripScale
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.key_figures import STRIP_HIGH, STRIP_LOW, TOTALS_STEP
from kompass_sphinx.views.municipality import content_of
from kompass_sphinx.views.register import counts_sentence
from kompass_sphinx.views.strip_rows import StripRow, merged_note, strip_row
from kompass_sphinx.views.targets import Target, theme_target
from kompass_sphinx.views.theme_names import short_name

LATEST = 8

_DESCRIPTIONS = {
    "demokrati": message_id("Openness, information and dialogue with residents"),
    "brukare": message_id("Being reached, being treated well and having a say"),
    "styrning": message_id("Goals, reporting and roles"),
    "ledarskap": message_id("Leadership, responsibility and work across borders"),
    "effektivitet": message_id("Costs, results and comparisons"),
    "arbetsgivare": message_id("Recruitment, pay and working environment"),
    "utveckling": message_id("Quality, learning and new ideas"),
    "samhalle": message_id("Business, culture, environment and civil society"),
}


@dataclass(frozen=True, slots=True)
class AreaEntry:
    """One of the eight areas."""

    name: str
    short_name: str
    description: str
    counts: str
    theme_index: int
    target: Target


@dataclass(frozen=True, slots=True)
class LatestRow:
    """One of the latest evaluations."""

    title: str
    target: Target
    edition: str
    total: str
    content: str


@dataclass(frozen=True, slots=True)
class Totals:
    """Totals of every edition over one scale; ``note`` is empty when every total has its own ring."""

    rows: tuple[StripRow, ...]
    scale: StripScale
    scale_note: str
    note: str


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """How many evaluations, and their share of the known ones in percent."""

    label: str
    count: int
    percent: float


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of what is known the archive has."""

    sentence: str
    rows: tuple[CoverageRow, ...]


def areas(context: Context) -> tuple[AreaEntry, ...]:
    """The eight areas with what the archive has on each."""
    return tuple(
        AreaEntry(
            name=theme.name,
            short_name=short_name(context, theme.id),
            description=context.language.gettext(_DESCRIPTIONS[theme.id]) if theme.id in _DESCRIPTIONS else "",
            counts=_counts(context, theme.id),
            theme_index=index,
            target=theme_target(theme.id),
        )
        for index, theme in enumerate(context.archive.catalogue.themes.values())
    )


def _counts(context: Context, theme: str) -> str:
    counts = context.archive.theme_counts[theme]
    return ", ".join(
        (
            context.plural("%(n)s strength", "%(n)s strengths", counts.strengths, n=counts.strengths),
            context.plural("%(n)s named example", "%(n)s named examples", counts.named, n=counts.named),
        )
    )


def latest(context: Context) -> tuple[LatestRow, ...]:
    """The latest evaluations."""
    return tuple(
        LatestRow(
            one.title,
            context.evaluation_link(one).target,
            str(one.edition),
            "" if one.total is None else context.language.number(one.total),
            content_of(context, one),
        )
        for one in context.archive.but_texts.latest_first[:LATEST]
    )


def totals(context: Context) -> Totals:
    """The totals of every edition, newest edition first, over one scale."""
    distributions = [context.archive.figures[edition].totals for edition in context.archive.catalogue.editions]
    lows = [distribution.least for distribution in distributions if distribution.n]
    low = int(min([STRIP_LOW, *lows]) // 100 * 100)
    marks = tuple(ScaleMark(value, context.language.number(value)) for value in (low, STRIP_HIGH))
    rows = tuple(_totals_row(context, edition, low) for edition in reversed(context.archive.catalogue.editions))
    return Totals(
        rows,
        StripScale(low, STRIP_HIGH, marks),
        context.text("The scale shows %(low)s–%(high)s.", low=low, high=STRIP_HIGH),
        merged_note(context, rows, TOTALS_STEP),
    )


def _totals_row(context: Context, edition: int, low: int) -> StripRow:
    return strip_row(
        context,
        edition=edition,
        identifier=f"totals-{edition}",
        title=context.text("Totals in edition %(edition)s", edition=edition),
        distribution=context.archive.figures[edition].totals,
        few=context.archive.ask(first_totals, edition, FEWEST_FOR_MEDIAN),
        none=context.text("no totals in the archive"),
        scale=(low, STRIP_HIGH),
        step=TOTALS_STEP,
    )


def coverage(context: Context) -> Coverage:
    """Known evaluations, those in the archive, and what the archive has of them."""
    register = context.archive.outlines.register
    everything = len(register)
    evaluations = list(context.archive.outlines)
    counts = (
        (context.text("Known evaluations"), everything),
        (context.text("In the archive"), len(evaluations)),
        (context.text("… with a total"), sum(one.total is not None for one in evaluations)),
        (context.text("… with points by area"), sum(bool(one.area_points) for one in evaluations)),
        (context.text("… with sub-questions"), sum(bool(one.question_results) for one in evaluations)),
        (
            context.text("… with strengths or improvements"),
            sum(any(area.strengths or area.improvements for area in one.areas.values()) for one in evaluations),
        ),
    )
    return Coverage(
        counts_sentence(context, register),
        tuple(
            CoverageRow(label, count, round(count / everything * 100, 1) if everything else 0)
            for label, count in counts
        ),
    )
