"""The page of one evaluation, in its reading order (docs: site.md's evaluation page)."""

from __future__ import annotations

from kompass_sphinx.archive.archive import Key
from kompass_sphinx.archive.contributions import Named
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.evaluation import Evaluation, Source
from kompass_sphinx.views.area_results import AreaSection, ExampleEntry, area_sections, example_entry
from kompass_sphinx.views.backlinks import Backlinks, backlinks_in_short
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.evaluation_facts import Fact, facts_of, source_name
from kompass_sphinx.views.key_figures import KeyFigures, key_figures
from kompass_sphinx.views.learn_rule import learn_rule
from kompass_sphinx.views.notes import NoteEntry, NoteReference, notes_of
from kompass_sphinx.views.profile import Profile, profile_of
from kompass_sphinx.views.question_figures import measured_sentence
from kompass_sphinx.views.rich import Link, Quiet, Rich, joined, rich
from kompass_sphinx.views.similar_profile import SimilarProfiles, similar_profiles
from kompass_sphinx.views.targets import (
    CONTRIBUTE,
    METHOD,
    Target,
    compare_target,
    evaluation_target,
    municipality_target,
)
from kompass_sphinx.views.trend_figure import TrendFigure, trend_figure


@dataclass(frozen=True, slots=True)
class OwnExample:
    """What the evaluation holds up of its own municipality; ``number`` and ``page`` may be empty."""

    number: str
    topic: str
    page: str


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source; ``url`` may be empty."""

    title: str
    url: str
    details: str


@dataclass(frozen=True, slots=True)
class EvaluationView:
    """Everything on an evaluation's page."""

    page: Target
    title: str
    description: str
    crumbs: tuple[tuple[str, Target | None], ...]
    municipality: str
    year: int
    year_references: tuple[NoteReference, ...]
    facts: tuple[Fact, ...]
    compare: Target
    meaning: Rich
    key_figures: KeyFigures
    profile: Profile | None
    similar: SimilarProfiles | None
    summary: str
    summary_references: tuple[NoteReference, ...]
    areas_introduction: Rich
    areas_references: tuple[NoteReference, ...]
    learn_rule: tuple[str, ...]
    areas: tuple[AreaSection, ...]
    silent_areas: str
    whole_examples: tuple[ExampleEntry, ...]
    examples_references: tuple[NoteReference, ...]
    backlinks: Backlinks
    own_examples: tuple[OwnExample, ...]
    own_sentence: str
    trend: TrendFigure | None
    neighbours: tuple[Rich, ...]
    notes: tuple[NoteEntry, ...]
    sources: tuple[SourceEntry, ...]
    citation: str
    json_file: str
    report_error: Target


def evaluation_view(context: Context, key: Key) -> EvaluationView:
    """The page of the evaluation with this key."""
    archive = context.archive
    evaluation = archive.evaluations[key]
    notes = notes_of(context, evaluation)
    municipality = archive.municipality(evaluation)
    page = evaluation_target(archive, evaluation)
    named = archive.named_by_municipality.get(evaluation.municipality, ())
    own = [one for one in named if one.by == evaluation.reference]
    areas = area_sections(context, evaluation, notes)
    return EvaluationView(
        page=page,
        title=evaluation.title,
        description=_description(context, evaluation),
        crumbs=context.crumbs(
            (municipality.name, municipality_target(municipality.slug)), (str(evaluation.year), None)
        ),
        municipality=evaluation.municipality,
        year=evaluation.year,
        year_references=notes.about("year", "municipality"),
        facts=facts_of(context, evaluation, notes),
        compare=compare_target(archive, evaluation),
        meaning=_meaning(context),
        key_figures=key_figures(context, evaluation, notes),
        profile=profile_of(context, evaluation, notes),
        similar=similar_profiles(context, evaluation),
        summary=evaluation.summary or "",
        summary_references=notes.about("summary"),
        areas_introduction=_areas_introduction(context, evaluation),
        areas_references=notes.about("areas"),
        learn_rule=learn_rule(context, {area.learn.ground for area in areas if area.learn}),
        areas=areas,
        silent_areas=_silent_areas(context, evaluation, areas),
        whole_examples=tuple(example_entry(context, item) for item in archive.items_of(evaluation).on(None).examples),
        examples_references=notes.about("examples"),
        backlinks=backlinks_in_short(context, evaluation.municipality),
        own_examples=tuple(_own_example(context, one) for one in own),
        own_sentence=context.plural(
            "In its own report %(municipality)s is held up as an example once:",
            "In its own report %(municipality)s is held up as an example %(count)s times:",
            len(own),
            municipality=evaluation.municipality,
        )
        if own
        else "",
        trend=trend_figure(context, municipality.slug, "trend", low=True),
        neighbours=_neighbours(context, evaluation, municipality.slug),
        notes=notes.entries,
        sources=tuple(_source(context, source) for source in evaluation.sources),
        citation=context.text(
            "Kommunkompassen archive: %(title)s (edition %(edition)s).",
            title=evaluation.title,
            edition=evaluation.edition,
        ),
        json_file=f"{page.page}.json",
        report_error=Target(CONTRIBUTE, "rapportera-fel"),
    )


def _description(context: Context, evaluation: Evaluation) -> str:
    if evaluation.total is None:
        return context.text("%(title)s evaluated with Kommunkompassen.", title=evaluation.title)
    total = context.language.number(evaluation.total)
    return context.text("%(title)s: %(total)s of 800 points in Kommunkompassen.", title=evaluation.title, total=total)


def _meaning(context: Context) -> Rich:
    return rich(
        context.text(
            "Points show how the municipality is led and governed, not how good its schools or care are. "
            "Planned work earns none, and there is no pass mark. %(more)s"
        ),
        more=Link(context.text("What the points mean"), Target(METHOD)),
    )


def _areas_introduction(context: Context, evaluation: Evaluation) -> Rich:
    results = evaluation.question_results
    if results:
        shown = context.text("Sub-questions are shown with their points and the share of their maximum.")
        has_both = any(one.has_both for one in results.values())
        return joined([(shown,), measured_sentence(context)]) if has_both else (shown,)
    if context.archive.edition(evaluation).has_maximums and evaluation.area_points:
        return (context.text("The sources give points by area, but not by sub-question."),)
    return ()


def _silent_areas(context: Context, evaluation: Evaluation, areas: tuple[AreaSection, ...]) -> str:
    shown = {area.number for area in areas}
    edition = context.archive.edition(evaluation)
    silent = [f"{area.number} {area.name}" for area in edition.areas.values() if area.number not in shown]
    if not silent:
        return ""
    if not shown:
        return context.text("The sources that the archive has say nothing of single areas.")
    return context.text("The sources say nothing of: %(areas)s.", areas=context.language.listing(silent))


def _own_example(context: Context, named: Named) -> OwnExample:
    page = named.item.example.page
    return OwnExample(
        named.item.example.question or "",
        context.language.capitalized(named.item.example.topic),
        context.text("p. %(page)s", page=page) if page else "",
    )


def _neighbours(context: Context, evaluation: Evaluation, slug: str) -> tuple[Rich, ...]:
    all_evaluations = context.archive.figures_of_municipality[slug]
    position = [one.evaluation.year for one in all_evaluations].index(evaluation.year)
    neighbours = []
    if position:
        neighbours.append((context.text("Previous evaluation"), all_evaluations[position - 1]))
    if position + 1 < len(all_evaluations):
        neighbours.append((context.text("Next evaluation"), all_evaluations[position + 1]))
    sentences: list[Rich] = [
        rich(
            "%(which)s %(evaluation)s%(figure)s",
            which=Quiet(which),
            evaluation=context.evaluation_link(one.evaluation),
            figure=": "
            + context.text(
                "%(total)s points, edition %(edition)s.",
                total=context.language.number(one.total),
                edition=one.evaluation.edition,
            )
            if one.total is not None
            else ": " + context.text("total missing, edition %(edition)s.", edition=one.evaluation.edition),
        )
        for which, one in neighbours
    ]
    if not neighbours:
        sentences.append((context.text("The archive has no other evaluation of the municipality."),))
    more = context.text("All about %(municipality)s", municipality=evaluation.municipality)
    return (*sentences, (Link(more, municipality_target(slug)),))


def _source(context: Context, source: Source) -> SourceEntry:
    kind = source_name(context, source)
    date = context.language.date(source.date) if source.date else ""
    details = ", ".join(part for part in (kind, date) if part)
    return SourceEntry(source.title, source.url or "", ". ".join(part for part in (details, source.note or "") if part))
