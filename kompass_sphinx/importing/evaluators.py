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
_AFFILIATION = (
    r"(?:\((?P<in_brackets>[^)\n]{2,60})\)"
    r"|,\s*(?P<after_comma>Sveriges\s+Kommuner\s+och\s+(?:Landsting|Regioner)"
    rf"|[^,;.\n\t]{{2,60}}?(?=\s+och\s+{_WORD}|[;\n\t,]|\.\s|$)))?"
)
# The next line is the next name; a name that was broken has been put together.
_NAME = rf"{_WORD}(?: +(?:af|av|von|de))?(?: +{_WORD}){{1,2}}"
_PERSON = re.compile(rf"(?P<name>{_NAME})\s*{_AFFILIATION}")
_REST = re.compile(r"[\w. ]{2,30}\)?")
_LINE_OF_PEOPLE = re.compile(rf"(?:(?:{_NAME})[^.]{{0,70}}?(?:\s+och\s+|\s*,\s*|$)){{1,3}}")
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
    names = _without_capitals(_people_after(text, label.end()))
    found = []
    for match in _PERSON.finditer(names):
        affiliation = (match["in_brackets"] or match["after_comma"] or "").strip()
        found.append(Read((match["name"], affiliation), doubt))
        if len(found) == MOST:
            break
    return found


def _people_after(text: str, start: int) -> str:
    """The lines that go on naming people, one a line or several; a lone line may be broken in the middle."""
    lines = text[start : start + 400].split("\n")
    kept = lines[:1]
    for line in lines[1:]:
        plain = _without_capitals(line.strip())
        if plain and not _LINE_OF_PEOPLE.fullmatch(plain):
            # A name or an affiliation that was broken over two lines.
            is_rest = _is_broken(kept[-1]) and (_REST.fullmatch(plain) or _has_open_bracket(kept[-1]))
            if not is_rest:
                break
        joins = plain and _is_broken(kept[-1])
        kept[-1:] = [f"{kept[-1].rstrip()} {line.strip()}"] if joins else [kept[-1], line]
    return "\n".join(kept)


def _is_broken(line: str) -> bool:
    """Whether a line ends in the middle: after "och", a comma, an open bracket or one name of two."""
    last = line.rstrip()
    one_name = re.search(rf"(?:\b(?:och|OCH)|,)\s+{_WORD}$", last) is not None
    return _has_open_bracket(last) or one_name or last.casefold().endswith((",", " och"))


def _has_open_bracket(line: str) -> bool:
    return line.count("(") > line.count(")")


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
