"""The evaluation's page as the site will show it, made from a text that has not been saved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.form.empty_parts import tidied
from kompass_sphinx.form.half_sources import completed, without_kinds
from kompass_sphinx.language import Language
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.model.order import swedish_key
from kompass_sphinx.reading.evaluation_file import EvaluationReader
from kompass_sphinx.reading.folder import read_folder
from kompass_sphinx.reading.problems import Loc
from kompass_sphinx.reading.salvage import salvage
from kompass_sphinx.reading.shape import shape_of_evaluation
from kompass_sphinx.reading.validation import validate
from kompass_sphinx.reading.yaml_text import parse
from kompass_sphinx.templates import Place, Renderer
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.evaluation import evaluation_view
from kompass_sphinx.views.targets import Target

_ESSENTIAL: frozenset[Loc] = frozenset({("municipality",), ("year",), ("edition",)})
"""Without these there is no page."""


class Preview:
    """Renders an evaluation within the archive of the folder that its file lies in."""

    def __init__(self, archive: Archive, language: Language, renderer: Renderer) -> None:
        self._archive = archive
        self._language = language
        self._renderer = renderer
        self._shape = shape_of_evaluation()

    def html(self, text: str) -> str:
        """The page's body; empty when so much is missing or wrong that there is no page yet."""
        evaluation = self._evaluation(text)
        if evaluation is None:
            return ""
        municipality = self._archive.registry.find(evaluation.municipality)
        if municipality is None or evaluation.edition not in self._archive.catalogue.editions:
            return ""
        named = replace(evaluation, municipality=municipality.name)
        key = (municipality.slug, evaluation.year)
        evaluations = {**self._archive.evaluations, key: named}
        in_order = sorted(evaluations.items(), key=lambda pair: (swedish_key(pair[1].municipality), pair[0][1]))
        context = Context(replace(self._archive, evaluations=dict(in_order)), self._language)
        try:
            view = evaluation_view(context, key)
            return self._renderer.render("evaluation.html", view, _place(view.page.page))
        except (LookupError, ValueError):  # what is wrong with the file is told as its problems
            return ""

    def _evaluation(self, text: str) -> Evaluation | None:
        """What can be shown of a file: the parts that are wrong are left out."""
        parsed = parse(text, "")
        if parsed.broken:
            return None
        # What is still empty is no fault of the page.
        value: dict[str, Any] = tidied(parsed.value) if isinstance(parsed.value, dict) else {}
        evaluation, faults = validate(value, self._shape)
        if evaluation is not None:
            return evaluation
        sources, without_kind = completed(value, faults, self._language.gettext("(no title yet)"))
        value["sources"] = sources
        evaluation, faults = validate(value, self._shape)
        if evaluation is None:
            evaluation, damaged = salvage(value, faults, self._shape)
            if evaluation is None or damaged & _ESSENTIAL:
                return None
        return without_kinds(evaluation, without_kind)


def _place(page: str) -> Place:
    """A page from which only what is on it can be reached."""

    def link(target: Target) -> str | None:
        return f"#{target.anchor}" if target.page == page and not target.query else None

    return Place(link, lambda _path: "#", "")


def archive_around(path: Path, reader: EvaluationReader) -> Archive:
    """The evaluations in the folder that a file at ``path`` belongs to; none for a file that lies elsewhere."""
    folder = path.parent.parent
    if path.parent.name not in reader.registry.by_slug:
        return Archive({}, (), reader.registry, reader.catalogue)
    reading = read_folder(folder, folder.as_posix(), reader.registry, reader.catalogue)
    return Archive(reading.evaluations, reading.known, reader.registry, reader.catalogue)
