"""The register of known evaluations: all of it, and what it has of one municipality."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from kompass_sphinx.archive.register import RegisterEntry
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.municipality import Municipality
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.targets import CONTRIBUTE, Target, evaluation_target

_ADDRESS = re.compile(r"https?://[^\s;,()<>\"]+")


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """An evaluation that is known, with its municipality's page; ``target`` is None when the archive has nothing of it.

    The address in a source, if any, is shown as its host, between the words before and after it.
    """

    municipality: str
    municipality_target: Target
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
class KnownOf:
    """The evaluations of one municipality that are known without a report; ``doubt`` says which may be the same."""

    caption: str
    introduction: str
    doubt: str
    rows: tuple[RegisterRow, ...]
    contribute: Target


def register_view(context: Context) -> RegisterView:
    """The whole register: known and archived, each once."""
    register = context.archive.outlines.register
    return RegisterView(
        counts_sentence(context, register),
        tuple(register_row(context, entry) for entry in register),
        Target(CONTRIBUTE),
    )


def counts_sentence(context: Context, register: tuple[RegisterEntry, ...]) -> str:
    """How much the archive has of what is known."""
    archive = context.archive.outlines
    return context.text(
        "The archive has %(evaluations)s evaluations of %(municipalities)s municipalities, of the country's %(all)s. "
        "The register has %(known)s, of which %(undated)s lack a year and may be the same as a dated one.",
        evaluations=len(archive),
        municipalities=len(archive.of_municipality),
        all=len(archive.registry),
        known=len(register),
        undated=sum(entry.year is None for entry in register),
    )


def known_of(context: Context, municipality: Municipality) -> KnownOf | None:
    """The evaluations of a municipality that are known without a report; None when the register has none."""
    archive = context.archive
    entries = archive.without_report.get(municipality.name, ())
    if not entries:
        return None
    has_others = len(entries) > 1 or municipality.slug in archive.of_municipality
    return KnownOf(
        context.text("Known evaluations of %(municipality)s without a report", municipality=municipality.name),
        context.plural(
            "The report is missing in the archive.",
            "The reports are missing in the archive.",
            len(entries),
        ),
        context.text("One without a year may be the same as another.")
        if has_others and any(entry.year is None for entry in entries)
        else "",
        tuple(register_row(context, entry) for entry in entries),
        Target(CONTRIBUTE),
    )


def register_row(context: Context, entry: RegisterEntry) -> RegisterRow:
    """A row of the register, with what is known of it from the register and from the archive."""
    known, evaluation = entry.known, entry.evaluation
    evaluators = known.evaluators if known else ""
    if evaluation and evaluation.evaluators:
        evaluators = "; ".join(one.name for one in evaluation.evaluators)
    source = known.source if known else evaluation.sources[0].title if evaluation else ""
    before, url, after = _source_parts(source)
    return RegisterRow(
        municipality=entry.municipality,
        municipality_target=context.municipality_link(entry.municipality).target,
        year=str(entry.year) if entry.year else context.text("year unknown"),
        evaluators=evaluators,
        source=before,
        source_url=url if _host(url) and _is_whole(url) else "",
        source_host=_host(url) or url,
        source_after=after,
        target=evaluation_target(context.archive, evaluation) if evaluation else None,
    )


def _source_parts(source: str) -> tuple[str, str, str]:
    """The words before the first address in a source, the address, and the words after it."""
    match = _ADDRESS.search(source)
    return (source[: match.start()], match[0], source[match.end() :]) if match else (source, "", "")


def _is_whole(address: str) -> bool:
    """Whether an address leads somewhere: some are known in part only, and end with an ellipsis."""
    return address != "" and not address.endswith(("…", "..."))


def _host(url: str) -> str:
    """Whose address it is; nothing where it is too odd to tell, or nobody's."""
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""
