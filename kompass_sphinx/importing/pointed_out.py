"""Whom a report points to as a good example: municipalities and other places in sentences that say so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kompass_sphinx.importing.identity import named_municipalities

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kompass_sphinx.importing.area_headings import AreaHeading
    from kompass_sphinx.importing.flow import Flow
    from kompass_sphinx.model.municipality import Registry

_POINTS = re.compile(
    r"exempel|inspir|förebild|föredöm|lära av|lära sig av|ta del av|studera|studiebesök|intressant|hämta idé|"
    r"goda idéer|titta på",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!\bt\.ex\.)(?<!\bbl\.a\.)(?<!\bdvs\.)(?<!\bm\.m\.)\s+(?=[A-ZÅÄÖ”\"])|\n\s*\n|\n(?=• )"
)
_NAME = r"[A-ZÅÄÖ][\wåäöéü]+(?:-[A-ZÅÄÖ][\wåäöéü]+)?"
_FOREIGN = re.compile(
    rf"(?P<name>{_NAME})(?:s?\s+kommun)?\s+i\s+(?P<country>Norge|Danmark|Finland|Island|Nederländerna)\b"
)
_DISTRICT = re.compile(
    rf"(?P<name>{_NAME})s?\s+(?:stadsdelsnämnd|stadsdelsförvaltning|stadsdel|stadsområde)\w*\s+i\s+(?P<city>{_NAME})"
)
_DISTRICT_OF = re.compile(rf"(?P<city>{_NAME}?)s\s+stads\s+stadsdel\s+(?P<name>{_NAME}?)s?\b")
_OTHER_MUNICIPALITY = re.compile(rf"(?P<name>{_NAME})\s+kommun\b")
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
    flow: Flow, sections: Sequence[AreaHeading], own: str | None, registry: Registry
) -> Iterator[PointedOut]:
    """Everybody pointed to within the text on an area, in the order of the report; each once for a sentence."""
    text = flow.text
    for index, section in enumerate(sections):
        stop = sections[index + 1].start if index + 1 < len(sections) else len(text)
        for start, end in _sentences(text, section.end, stop):
            if _POINTS.search(text, start, end):
                yield from _pointed(flow, section.area, start, end, own, registry)


def _sentences(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    for match in _SENTENCE_END.finditer(text, start, stop):
        yield start, match.start()
        start = match.end()
    yield start, stop


def _pointed(flow: Flow, area: int, start: int, end: int, own: str | None, registry: Registry) -> Iterator[PointedOut]:
    text = flow.text
    sentence = " ".join(text[start:end].split()).removeprefix("• ")[:LONGEST_TOPIC]
    page = flow.page_at(start)
    taken: list[tuple[int, int]] = []
    for match in (*_DISTRICT.finditer(text, start, end), *_DISTRICT_OF.finditer(text, start, end)):
        taken.append(match.span())
        yield PointedOut(area, sentence, page, place=match["name"], kind="district", part_of=match["city"])
    for match in _FOREIGN.finditer(text, start, end):
        taken.append(match.span())
        yield PointedOut(area, sentence, page, place=match["name"], kind="foreign", country=match["country"])
    seen = set()
    for at, until, name, has_kind in named_municipalities(text, registry, start, end):
        is_word = name in _ALSO_WORDS and not has_kind and at - start < 3
        if name == own or name in seen or is_word or any(low <= at < high for low, high in taken):
            continue
        seen.add(name)
        taken.append((at, until))
        yield PointedOut(area, sentence, page, municipality=name)
    for match in _OTHER_MUNICIPALITY.finditer(text, start, end):
        name = match["name"].removesuffix("s")
        if not any(low <= match.start() < high for low, high in taken) and own not in (name, match["name"]):
            yield PointedOut(area, sentence, page, place=name)
