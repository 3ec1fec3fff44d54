"""Whom a report points to as a good example: municipalities and other places in sentences that say so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kompass_sphinx.importing.area_headings import AreaHeading
    from kompass_sphinx.importing.flow import Flow
    from kompass_sphinx.importing.municipality_names import MunicipalityNames, Named

_POINTS = re.compile(
    r"exempel|inspir|förebild|föredöm|lära av|lära sig av|ta del av|studera|studiebesök|intressant|hämta idé|"
    r"goda idéer|titta på",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!t\.ex\.)(?<!bl\.a\.)(?<!dvs\.)(?<!m\.m\.)\s+(?=[A-ZÅÄÖ”\"])|\n\s*\n|\n(?=• )"
)
_NAME = r"[A-ZÅÄÖ][\wåäöéü]+(?:-[A-ZÅÄÖ][\wåäöéü]+)?"
_FOREIGN = re.compile(
    rf"(?P<name>{_NAME})(?P<kind>\s+kommun)?\s+i\s+(?P<country>Norge|Danmark|Finland|Island|Nederländerna)\b"
)
_DISTRICT = re.compile(rf"(?P<name>{_NAME})\s+(?:stadsdel|stadsområde)\w*\s+i\s+(?P<city>{_NAME})")
_DISTRICT_OF = re.compile(rf"(?P<city>{_NAME})s\s+stads\s+stadsdel\s+(?P<name>{_NAME})")
_DISTRICT_NAMED = re.compile(rf"stadsdelen\s+(?P<name>{_NAME}(?:\s{_NAME})?)\s+i\s+(?P<city>{_NAME})")
# What a sentence begins with, which is no part of the name that follows.
_FIRST_WORD = r"(?!(?:Studera|Besök|Kontakta|Jämför|Följ|Läs|Titta|Inspireras|Även|Också|Likaså|Exempelvis|Hos|Se)\s)"
_COMPANY = re.compile(rf"{_FIRST_WORD}(?P<name>{_NAME}(?:\s{_NAME})*\s(?:AB|HB)|AB\s{_NAME})\b")
_NETWORK = re.compile(rf"{_FIRST_WORD}(?P<name>{_NAME}(?:\s[\wåäöé]+)?\s\w*nätverke?t?)\b")
_PRAISES = re.compile(r"gott exempel|goda exempel|förebild|föredöm", re.IGNORECASE)
_OTHER_MUNICIPALITY = re.compile(rf"(?P<name>{_NAME})\s+kommun\b")
# Moss has an s of its own.
_GENITIVE = re.compile(r"(?<!s)s$")
LONGEST_TOPIC = 200

# Names that a sentence may begin with as another word.
_ALSO_WORDS = frozenset({"Vara", "Mark", "Ale", "Boden", "Sala", "Lund", "Mora", "Kil", "Heby"})


@dataclass(frozen=True, slots=True)
class PointedOut:
    """A municipality or another place that a sentence points to; the sentence is the report's own."""

    area: int
    sentence: str
    page: int | None
    municipality: str = ""
    place: str = ""
    kind: str = ""
    country: str = ""
    part_of: str = ""


def recognise_pointed_out(
    flow: Flow, sections: Sequence[AreaHeading], own: str | None, names: MunicipalityNames
) -> Iterator[PointedOut]:
    """Everybody pointed to within the text on an area, in the order of the report; each once for a sentence."""
    text = flow.text
    for index, section in enumerate(sections):
        stop = sections[index + 1].start if index + 1 < len(sections) else len(text)
        for start, end in _sentences(text, section.end, stop):
            if _POINTS.search(text, start, end):
                yield from _pointed(flow, section.area, start, end, own, names)


def _sentences(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    for match in _SENTENCE_END.finditer(text, start, stop):
        yield start, match.start()
        start = match.end()
    yield start, stop


def _pointed(
    flow: Flow, area: int, start: int, end: int, own: str | None, names: MunicipalityNames
) -> Iterator[PointedOut]:
    text = flow.text
    sentence = " ".join(text[start:end].split()).removeprefix("• ")[:LONGEST_TOPIC]
    page = flow.page_at(end - len(text[start:end].lstrip()))
    taken: list[tuple[int, int]] = []
    for pattern in (_DISTRICT, _DISTRICT_OF, _DISTRICT_NAMED):
        for match in pattern.finditer(text, start, end):
            taken.append(match.span())
            name = match["name"] if pattern is _DISTRICT_NAMED else match["name"].removesuffix("s")
            yield PointedOut(area, sentence, page, place=name, kind="district", part_of=match["city"])
    for match in _FOREIGN.finditer(text, start, end):
        taken.append(match.span())
        name = _GENITIVE.sub("", match["name"]) if match["kind"] else match["name"]
        yield PointedOut(area, sentence, page, place=name, kind="foreign", country=match["country"])
    for match in _COMPANY.finditer(text, start, end):
        taken.append(match.span())
        yield PointedOut(area, sentence, page, place=match["name"], kind="company")
    for match in _NETWORK.finditer(text, start, end):
        taken.append(match.span())
        yield PointedOut(area, sentence, page, place=match["name"], kind="network")
    named = [
        one
        for one in names.mentions(text, start, end)
        if not any(low <= one.start < high for low, high in taken) and not _is_word(one, start)
    ]
    others = [one for one in named if one.name != own]
    # A report that praises the municipality itself names nobody else beside it.
    praised = others if others or taken or not _PRAISES.search(text, start, end) else named
    for name in dict.fromkeys(one.name for one in praised):
        yield PointedOut(area, sentence, page, municipality=name)
    taken += [(one.start, one.end) for one in named]
    for match in _OTHER_MUNICIPALITY.finditer(text, start, end):
        if not any(low <= match.start() < high for low, high in taken):
            yield PointedOut(area, sentence, page, place=match["name"].removesuffix("s"))


def _is_word(one: Named, start: int) -> bool:
    """Whether what looks like a name is the first word of the sentence, and another word."""
    return one.name in _ALSO_WORDS and not one.has_kind and one.start - start < 3
