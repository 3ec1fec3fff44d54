"""An evaluation file that is still to be filled in: every area and sub-question of the edition in its place.

A file says nothing where it knows nothing, so each empty place is a problem until it is filled in or its line deleted.
The comments are Swedish as the archive is, whatever language the command speaks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kompass_sphinx.model.edition import Area, Edition, Question

_HEAD = """\
# yaml-language-server: $schema=../evaluation.schema.json
#
# Fyll i det som rapporten säger, och ta bort raderna om det som den inte säger.
# Siffror: som de är tryckta, med punkt (74.5). Texter: med egna ord, en tanke på ungefär femton ord.
# En text med kolon i sätts inom citattecken. Fler styrkor eller exempel: kopiera raderna.
municipality: {municipality}
year: {year}
edition: {edition}
visited:  # när utvärderarna var där, {year}-03 eller {year}-03-18
published:  # rapportens datum, {year}-05-06
first:  # true om det var kommunens första utvärdering, annars false
interviews:  # ungefär hur många som intervjuades
evaluators:
  - name:
    affiliation:  # arbetsgivaren då
total:  # av 800
summary:  # utvärderarnas samlade intryck
areas:
"""

_AREA = """\
  {number}:  # {name}
    points:  # av 100
    impression:  # utvärderarnas intryck av området
"""

_FINDING = """\
    {key}:
      - text:
"""
_FINDING_QUESTION = """\
        question:  # delfrågan, när det är tydligt vilken
"""
_FINDING_PAGE = """\
        page:  # sidan i rapporten
"""

_EXAMPLES = """\
examples:  # dem som utvärderarna pekade på som goda exempel
  - municipality:
    area:  # områdets nummer
"""
_EXAMPLE_QUESTION = """\
    question:  # delfrågans nummer
"""
_TAIL = """\
    topic:  # vad det är ett exempel på, i några få ord
    page:
sources:
  - title:  # rapportens titel
    kind: report  # eller slides, news, press, web
    publisher:
    date:  # {year}-05-06 eller {year}-05
    url:
# Är något osäkert? Ta bort # på raderna och skriv vad noten gäller och varför.
# notes:
#   - about: year
#     text: Årtalet är en slutsats av …
"""


def skeleton(municipality: str, year: int, edition: Edition) -> str:
    """The text of a file about a municipality's evaluation that is still to be filled in."""
    return "".join(_parts(municipality, year, edition))


def _parts(municipality: str, year: int, edition: Edition) -> Iterator[str]:
    yield _HEAD.format(municipality=municipality, year=year, edition=edition.id)
    for area in edition.areas.values():
        yield from _area(area)
    yield _EXAMPLES
    if edition.has_questions:
        yield _EXAMPLE_QUESTION
    yield _TAIL.format(year=year)


def _area(area: Area) -> Iterator[str]:
    yield _AREA.format(number=area.number, name=area.name)
    if area.questions:
        yield "    questions:\n"
        for question in area.questions.values():
            yield _question(question)
    for key in ("strengths", "improvements"):
        yield _FINDING.format(key=key)
        if area.questions:
            yield _FINDING_QUESTION
        yield _FINDING_PAGE


def _question(question: Question) -> str:
    most = "" if question.maximum is None else f", högst {question.maximum}"
    return f"      {question.number}: {{points: , percent: }}  # {question.name}{most}\n"
