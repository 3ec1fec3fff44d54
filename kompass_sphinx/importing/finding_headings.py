"""Headings of strengths and of improvements, and of what ends them: as words of their own, in whatever state."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kompass_sphinx.importing.document import BULLET, CELL
from kompass_sphinx.importing.flow import folded
from kompass_sphinx.importing.likeness import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kompass_sphinx.importing.flow import Flow

Kind = Literal["strengths", "improvements"]

_STRENGTHS = "styrkor|styrkor per område|starka sidor|styrkeområden|exempel på styrkor|kommunens styrkor|det som är bra"
_IMPROVEMENTS = (
    "förbättringsområden|förbättringsområden per område|förbättringsmöjligheter|utvecklingsområden|"
    "utvecklingsmöjligheter|möjliga förbättringar|"
    "förslag till förbättringar|förbättringspotential|exempel på förbättringsområden|"
    "förslag till förbättringsområden|kommunens förbättringsområden|det som kan bli bättre"
)
_ENDS = (
    "sammanfattning|sammanfattande|utvärderarnas intryck|allmänt|goda exempel|att lära av|kommentar(?:er)?|"
    "område [1-8]|kriterium [1-8]|rubriker|översikt|poängsammanställning|poängfördelning|bilaga"
)
LIKENESS = 0.8
"""How much of a misspelt heading must be as it should."""

RUN_TOGETHER = 300
"""From how many signs a line is taken for several whose line feeds were lost."""


def _either_case(words: str) -> str:
    """Words as a heading has them, without accents: the first letter or all letters in capitals."""
    forms = [form for word in folded(words).split("|") for form in (word[:1].upper() + word[1:], word.upper())]
    return "|".join(sorted(forms, key=len, reverse=True))


_IS_STRENGTHS, _IS_IMPROVEMENTS = _either_case(_STRENGTHS), _either_case(_IMPROVEMENTS)
# A heading stands on a line of its own, or before a capital or a sign of a list where line feeds were lost.
_HEADING = re.compile(
    rf"(?<![\w”\"-])(?:(?P<strengths>{_IS_STRENGTHS})|(?P<improvements>{_IS_IMPROVEMENTS})|(?P<end>{_either_case(_ENDS)}))"
    r"(?P<continued>,?\s*[(\[]?(?:forts\w*|fortsattning)\.?[)\]]?)?"
    rf"(?P<after>\s*:?[ \t]*(?:$|\n|(?={BULLET.strip()})|(?=[A-Z\d])))",
    re.MULTILINE,
)
# A careless conversion leaves a space between two columns.
_BESIDE = rf":?[ {CELL}]+"
# On slides the area stands before: "2. Tillgänglighet och brukarorientering – Styrkor".
_TITLE_BEFORE = re.compile(r"(?:\d[\d.]*\s+)?[A-Z][^.!?]{5,90}[\s\w][–—:-]")
# Headings of what stands between the lists of an area and the next area, each on a line of its own.
_OTHER = re.compile(
    r"^[ \t]*(?:\d[\d.]*\s+)?(?:sammanfattande \w+(?: \w+)?|(?:var |samlad )?bedomning|slutsats(?:er)?|ovrigt|"
    r"ovriga \w+|(?:egna )?iakttagelser|reflektioner|rekommendationer|nasta steg|fortsatt arbete|las mer|bakgrund|"
    r"kommuner att lara av|goda exempel(?: fran andra kommuner)?|inspiration|jamfor garna(?: med)?|"
    r"(?:resultat|poang)(?: per (?:omrade|delfraga|fraga))?)[ \t]*[:.?]?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_TWO_COLUMNS = re.compile(
    rf"(?:(?P<strengths_first>(?:{_IS_STRENGTHS}){_BESIDE}(?:{_IS_IMPROVEMENTS}))"
    rf"|(?:{_IS_IMPROVEMENTS}){_BESIDE}(?:{_IS_STRENGTHS}))[ :]*\n"
)


@dataclass(frozen=True, slots=True)
class FindingHeading:
    """A heading: where it begins and where its text does, and what it is of.

    ``kinds`` has one kind; two when the columns of a table below hold one each; none when other text follows.
    ``is_within`` when other text stands before it on its line, as where line feeds were lost.
    """

    start: int
    end: int
    kinds: tuple[Kind, ...]
    is_within: bool = False


def finding_headings(flow: Flow) -> list[FindingHeading]:
    """Every heading that begins or ends a list of findings, in the order of the report."""
    text = flow.folded
    tables = [FindingHeading(match.start(), match.end(), _columns(match)) for match in _TWO_COLUMNS.finditer(text)]
    found = [
        FindingHeading(match.start(), match.end(), _kinds(match), is_within=place == "within")
        for match in _HEADING.finditer(text)
        if (place := _place(text, match)) and not _is_within(match.start(), tables)
    ]
    starts = sorted(one.start for one in (*tables, *found))
    found += [
        FindingHeading(match.start(), match.end(), ())
        for match in _OTHER.finditer(text)
        if bisect_left(starts, match.start()) == bisect_right(starts, match.end())
    ]
    taken = {one.start for one in (*tables, *found)}
    return sorted([*tables, *found, *_misspelt(flow, taken)], key=lambda one: one.start)


def _is_within(place: int, tables: Sequence[FindingHeading]) -> bool:
    """Whether a place is in one of the headings, which stand in the order of the report."""
    before = bisect_right(tables, place, key=lambda one: one.start) - 1
    return before >= 0 and place < tables[before].end


def _columns(match: re.Match[str]) -> tuple[Kind, Kind]:
    return ("strengths", "improvements") if match["strengths_first"] else ("improvements", "strengths")


def _kinds(match: re.Match[str]) -> tuple[Kind, ...]:
    return ("strengths",) if match["strengths"] else ("improvements",) if match["improvements"] else ()


def _place(text: str, match: re.Match[str]) -> Literal["alone", "within"] | None:
    """Where the words stand: as a heading of their own, or within a line whose line feeds were lost; None in a text."""
    # No more is looked at than tells: a whole report may be one line.
    before = text[max(match.start() - RUN_TOGETHER, 0) : match.start()].rpartition("\n")[2]
    rest = text[match.start() : match.start() + RUN_TOGETHER].partition("\n")[0]
    length = len(before) + len(rest)
    before = before.strip()
    if not before.strip("•*#_ \t0123456789.:"):
        return "alone"
    if _TITLE_BEFORE.fullmatch(before) and len(match[0]) >= len(rest) - 1:
        return "alone"
    is_run_together = length > RUN_TOGETHER or match["end"] is None
    # At the end of a line only the sign of a list tells that the words head what follows.
    goes_on = "\n" not in match["after"] or text.startswith(BULLET, match.end())
    return "within" if is_run_together and goes_on and re.search(r"[\w.?!”)]$", before) else None


def _misspelt(flow: Flow, taken: set[int]) -> Iterator[FindingHeading]:
    """Lines of their own that are nearly a heading: a letter lost, a letter wrong."""
    kinds: tuple[tuple[Kind, list[str]], ...] = (
        ("strengths", folded(_STRENGTHS).split("|")),
        ("improvements", folded(_IMPROVEMENTS).split("|")),
    )
    for start, line in zip(flow.starts, flow.lines, strict=True):
        word = folded(line.text).strip(" #*:\t").casefold()
        if start in taken or not 5 <= len(word) <= 35 or line.text[:1].islower() or line.text.startswith(BULLET):
            continue
        for kind, words in kinds:
            if any(likeness(word, one, LIKENESS) for one in words if abs(len(one) - len(word)) <= 3):
                yield FindingHeading(start, start + len(line.text), (kind,))
                break
