"""Who made the evaluation, as the front page or the foreword names them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kompass_sphinx.importing.doubts import Doubt
from kompass_sphinx.importing.readings import Read
from kompass_sphinx.language import message_id

if TYPE_CHECKING:
    from kompass_sphinx.importing.flow import Flow

FRONT = 4000
MOST = 4

_LABEL = re.compile(
    r"\butvärder(?:are|ingsteam|ingsgrupp|ingen gjordes av|arna)\b\s*(?:är|var|:|–|-)+\s*", re.IGNORECASE
)
_WORD = r"[A-ZÅÄÖÉ][\wåäöéüÅÄÖÉÜ]*(?:-[A-ZÅÄÖÉ][\wåäöéüÅÄÖÉÜ]*)?"
_PERSON = re.compile(
    rf"(?P<name>{_WORD}(?:\s+(?:af|av|von|de))?(?:\s+{_WORD}){{1,2}})\s*(?:\((?P<in_brackets>[^)\n]{{2,60}})\)|,\s*(?P<after_comma>[^,;.\n\t]{{3,60}}?)(?=\s+och\s+{_WORD}|[;\n\t]|\.\s|$|,))?"
)

_EMPLOYER = rf"(?:Sveriges\s+Kommuner\s+och\s+(?:Landsting|Regioner)|SKL|SKR|{_WORD}\s+(?:kommun|stad|region))\b"
_WITH_EMPLOYER = re.compile(rf"(?P<name>{_WORD}\s+{_WORD}),\s+(?P<employer>{_EMPLOYER})")


def recognise_evaluators(flow: Flow) -> list[Read[tuple[str, str]]]:
    """Names and affiliations (empty when none is given), in the order of the report; always to be checked."""
    text = flow.text[:FRONT]
    label = _LABEL.search(text)
    doubt = Doubt(message_id("Names are read off the text; check how they are written."))
    if label is None:
        people = [(match["name"], match["employer"]) for match in _WITH_EMPLOYER.finditer(text)]
        return [Read(person, doubt) for person in dict.fromkeys(people)][:MOST]
    # The list goes on over a line break while it has not come to a blank line.
    end = text.find("\n\n", label.end())
    names = text[label.end() : min(end if end >= 0 else len(text), label.end() + 300)]
    names = re.sub(r"(?<=\w)[ ]*\n[ ]*(?=[\w(])", "\n" if _looks_like_lines(names) else " ", names)
    found = []
    for match in _PERSON.finditer(_without_capitals(names)):
        affiliation = (match["in_brackets"] or match["after_comma"] or "").strip()
        found.append(Read((match["name"].strip(), affiliation), doubt))
        if len(found) == MOST:
            break
    return found


def _looks_like_lines(names: str) -> bool:
    """Whether each line names a person of its own."""
    lines = [line for line in names.splitlines() if line.strip()]
    return len(lines) > 1 and all(_PERSON.match(_without_capitals(line.strip())) for line in lines)


def _without_capitals(names: str) -> str:
    """Names in capitals as they are usually written: LARS STRID (F.D. SKL) OCH … as Lars Strid (f.d. SKL) och so on."""
    if not names.isupper():
        return names
    words = re.split(r"(\W+)", names)
    return "".join(_small(word) for word in words)


def _small(word: str) -> str:
    if word in ("OCH", "F", "D", "FÖRE", "DETTA"):
        return word.lower()
    return word if word in ("SKL", "SKR", "KS", "AB") else word.capitalize()
