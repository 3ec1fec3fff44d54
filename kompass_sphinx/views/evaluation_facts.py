"""The head of an evaluation's page: edition, visit, report, round, evaluators, source."""

from __future__ import annotations

from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.evaluation import Evaluation, Source
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.notes import NoteReference, Notes
from kompass_sphinx.views.rich import Link, Quiet, Rich, rich
from kompass_sphinx.views.targets import EDITIONS, Target, evaluation_target


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the page's head."""

    label: str
    text: Rich
    references: tuple[NoteReference, ...]


def facts_of(context: Context, evaluation: Evaluation, notes: Notes) -> tuple[Fact, ...]:
    """The head of an evaluation's page; visit and report are left out when nothing is known or noted of them."""
    language = context.language
    edition = context.archive.edition(evaluation)
    in_use = rich(
        context.text("%(edition)s, in use %(years)s"),
        edition=Link(str(edition.id), Target(EDITIONS)),
        years=f"{edition.first_year}–{edition.last_year or ''}",
    )
    visit = [language.date(evaluation.visited)] if evaluation.visited else []
    if evaluation.interviews:
        visit.append(context.text("some %(count)s interviews", count=evaluation.interviews))
    first = {True: context.text("The municipality's first"), False: context.text("Repeated"), None: ""}[
        evaluation.first
    ]
    evaluators = ", ".join(
        f"{one.name} ({one.affiliation})" if one.affiliation else one.name for one in evaluation.evaluators
    )
    source = Link(
        source_name(context, evaluation.sources[0]), evaluation_target(context.archive, evaluation).at("kallor")
    )
    report = language.date(evaluation.published) if evaluation.published else ""
    unknown: Rich = (Quiet(context.text("not known to the archive")),)
    facts = (
        Fact(context.text("Edition"), in_use, notes.about("edition")),
        Fact(context.text("Visit"), (", ".join(visit),) if visit else unknown, notes.about("visited", "interviews")),
        Fact(context.text("Report"), (report,) if report else unknown, notes.about("published")),
        Fact(context.text("Round"), (first,) if first else unknown, notes.about("first")),
        Fact(context.text("Evaluators"), (evaluators,) if evaluators else unknown, notes.about("evaluators")),
        Fact(context.text("Source"), (source,), notes.about("sources")),
    )
    optional = (context.text("Visit"), context.text("Report"))
    return tuple(fact for fact in facts if fact.label not in optional or fact.text != unknown or fact.references)


def source_name(context: Context, source: Source) -> str:
    """What kind of source it is, and whose; in the form the kind may not have been chosen yet."""
    kind = {
        "report": context.text("report"),
        "slides": context.text("slides"),
        "news": context.text("news item"),
        "press": context.text("press item"),
        "web": context.text("web page"),
    }.get(source.kind, "")
    kind = context.language.capitalized(kind)
    if source.publisher:
        return ", ".join(filter(None, (kind, source.publisher)))
    return ": ".join(filter(None, (kind, source.title)))
