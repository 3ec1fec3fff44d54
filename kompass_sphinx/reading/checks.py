"""What an evaluation must agree with besides the format: its file's name, the registry and its edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kompass_sphinx.language import message_id
from kompass_sphinx.reading.figures import check_figures, figure
from kompass_sphinx.reading.notes import check_about
from kompass_sphinx.reading.problems import KEY, Code, Fault, Loc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kompass_sphinx.model.edition import Area, Catalogue, Edition
    from kompass_sphinx.model.evaluation import AreaResult, Evaluation, Example
    from kompass_sphinx.model.municipality import Registry
    from kompass_sphinx.reading.shape import Shape


def check_place(evaluation: Evaluation, slug: str, year_name: str, registry: Registry) -> Iterator[Fault]:
    """Faults in how the file is named: ``slug`` is its folder, ``year_name`` its name without suffix."""
    municipality = registry.find(evaluation.municipality)
    if municipality is None:
        yield _unknown_municipality(evaluation.municipality, ("municipality",), registry)
    elif municipality.slug != slug:
        yield Fault.at(
            ("municipality",),
            Code.FOLDER_NOT_SLUG,
            name=municipality.name,
            expected_name=municipality.slug,
            found=slug,
        )
    if str(evaluation.year) != year_name:
        yield Fault.at(("year",), Code.YEAR_NOT_FILE_NAME, year=evaluation.year, found=year_name)


def check_content(evaluation: Evaluation, registry: Registry, catalogue: Catalogue, shape: Shape) -> Iterator[Fault]:
    """Faults against the registry and the edition, and figures that cannot all be right."""
    edition = catalogue.editions.get(evaluation.edition)
    if edition is None:
        yield _unknown_edition(evaluation.edition, ("edition",), catalogue)
    else:
        for number, result in evaluation.areas.items():
            yield from _check_area(result, edition.areas[number], edition, ("areas", str(number)))
        yield from check_figures(evaluation, edition)
    for index, example in enumerate(evaluation.examples):
        yield from _check_example(example, edition, registry, ("examples", index))
    for index, benchmark in enumerate(evaluation.benchmarks):
        if benchmark.edition not in catalogue.editions:
            yield _unknown_edition(benchmark.edition, ("benchmarks", index, "edition"), catalogue)
    for index, note in enumerate(evaluation.notes):
        yield from check_about(note.about, ("notes", index, "about"), edition, shape)


def _check_area(result: AreaResult, area: Area, edition: Edition, loc: Loc) -> Iterator[Fault]:
    for number, figures in result.questions.items():
        here = (*loc, "questions", number)
        question = area.questions.get(number)
        if question is None:
            yield _wrong_question(number, area, edition, (*here, KEY))
        elif figures.points is not None and question.maximum is not None and figures.points > question.maximum:
            found = figure(figures.points)
            yield Fault.at((*here, "points"), Code.OUT_OF_RANGE, found=found, low=0, high=question.maximum)
    for key, findings in (("strengths", result.strengths), ("improvements", result.improvements)):
        for index, finding in enumerate(findings):
            if finding.question is not None and finding.question not in area.questions:
                yield _wrong_question(finding.question, area, edition, (*loc, key, index, "question"))


def _check_example(example: Example, edition: Edition | None, registry: Registry, loc: Loc) -> Iterator[Fault]:
    if example.municipality is not None and registry.find(example.municipality) is None:
        yield _unknown_municipality(example.municipality, (*loc, "municipality"), registry)
    if edition is None or example.question is None:
        return
    if example.area is None:
        if edition.question(example.question) is None:
            yield _unknown_question(example.question, edition, (*loc, "question"), None)
    elif example.question not in edition.areas[example.area].questions:
        yield _wrong_question(example.question, edition.areas[example.area], edition, (*loc, "question"))


def _unknown_municipality(name: str, loc: Loc, registry: Registry) -> Fault:
    near = registry.nearest(name)
    if not near:
        return Fault.at(loc, Code.UNKNOWN_MUNICIPALITY, name=name)
    message = message_id("There is no municipality %(name)s in the registry. Nearest: %(near)s.")
    return Fault.at(loc, Code.UNKNOWN_MUNICIPALITY, message, name=name, near=", ".join(near))


def _unknown_edition(edition: int, loc: Loc, catalogue: Catalogue) -> Fault:
    known = ", ".join(str(known) for known in catalogue.editions)
    return Fault.at(loc, Code.UNKNOWN_EDITION, edition=edition, known=known)


def _wrong_question(number: str, area: Area, edition: Edition, loc: Loc) -> Fault:
    if edition.question(number) is None:
        return _unknown_question(number, edition, loc, area)
    return Fault.at(loc, Code.QUESTION_NOT_IN_AREA, question=number, area=area.number)


def _unknown_question(number: str, edition: Edition, loc: Loc, area: Area | None) -> Fault:
    nearest = area or edition.areas[int(number[0])]
    if not nearest.questions:
        message = message_id("Edition %(edition)s has no sub-question %(question)s. Leave it out.")
        return Fault.at(loc, Code.UNKNOWN_QUESTION, message, edition=edition.id, question=number)
    message = message_id("Edition %(edition)s has no sub-question %(question)s. Area %(area)s has: %(known)s.")
    return Fault.at(
        loc,
        Code.UNKNOWN_QUESTION,
        message,
        edition=edition.id,
        question=number,
        area=nearest.number,
        known=", ".join(nearest.questions),
    )
