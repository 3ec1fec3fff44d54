"""Real files broken by one slip of the pen each, whose line is known because we made it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kompass_sphinx.reading.problems import Code

Lines = list[str]
Slip = Callable[[Lines, random.Random], tuple[int, str] | None]


@dataclass(frozen=True, slots=True)
class Broken:
    """A broken file: where it belongs, what it says, and the line and the possible codes of its problem."""

    name: str
    file: str
    text: str
    line: int
    codes: frozenset[Code]


def line_with(
    pattern: str, change: Callable[[re.Match[str], random.Random], str], above: str = ".*", beside: str = ".*"
) -> Slip:
    """Changes one of the lines that match, where the line before it matches ``above`` and any line ``beside``."""

    def slip(lines: Lines, draw: random.Random) -> tuple[int, str] | None:
        fitting = [
            (number, found)
            for number, line in enumerate(lines)
            if number and re.fullmatch(above, lines[number - 1]) and (found := re.fullmatch(pattern, line))
        ]
        if not any(re.fullmatch(beside, line) for line in lines):
            return None
        if not fitting:
            return None
        number, found = draw.choice(fitting)
        return number, change(found, draw)

    return slip


def swapped(word: str, draw: random.Random) -> str:
    """The word with two different neighbouring letters in the wrong order."""
    places = [place for place in range(len(word) - 1) if word[place] != word[place + 1]]
    place = draw.choice(places)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


POINTS = r"( *)points: ([\d.]+)"
ROW = r"( +[\d.]+: \{points: )([\d.]+)(, percent: )([\d.]+)(\})"
ITEM = r"( +- )([A-ZÅÄÖ][^:'\"]*)"
SUMMARY = r"( +)([A-ZÅÄÖ][\wåäö ,]+\.)"

SLIPS: dict[str, tuple[Slip, set[Code]]] = {
    "two letters of a key swapped": (
        line_with(r"( *(?:- )?)([a-z]{4,})(:.*)", lambda found, draw: found[1] + swapped(found[2], draw) + found[3]),
        {Code.UNKNOWN_KEY, Code.COLON_IN_TEXT},
    ),
    "a capital key": (
        line_with(r"( *(?:- )?)([a-z]{4,})(:.*)", lambda found, _: found[1] + found[2].title() + found[3]),
        {Code.UNKNOWN_KEY, Code.COLON_IN_TEXT},
    ),
    "a decimal comma": (
        line_with(POINTS, lambda found, _: f"{found[1]}points: {found[2].partition('.')[0]},5"),
        {Code.WRONG_TYPE},
    ),
    "a word for a figure": (line_with(POINTS, lambda found, _: f"{found[1]}points: okänt"), {Code.WRONG_TYPE}),
    "points of a hundred": (line_with(POINTS, lambda found, _: f"{found[0]} av 100"), {Code.WRONG_TYPE}),
    "too many points": (line_with(POINTS, lambda found, _: f"{found[1]}points: 1{found[2]}0"), {Code.OUT_OF_RANGE}),
    "a total over 800": (line_with(r"total: .*", lambda *_: "total: 5100"), {Code.OUT_OF_RANGE}),
    "a total against the areas": (
        line_with(r"total: (\d)\d\d.*", lambda *_: "total: 799", beside=ROW),
        {Code.FIGURES_DISAGREE},
    ),
    "an area's points against its rows": (
        line_with(POINTS, lambda found, _: f"{found[1]}points: {(float(found[2]) + 50) % 100:g}", beside=ROW),
        {Code.FIGURES_DISAGREE},
    ),
    "a row's points": (
        line_with(ROW, lambda found, _: f"{found[1]}{30 if float(found[2]) < 10 else 0}{found[3]}{found[4]}{found[5]}"),
        {Code.FIGURES_DISAGREE, Code.OUT_OF_RANGE},
    ),
    "a row's percent": (
        line_with(ROW, lambda found, _: f"{found[1]}{found[2]}{found[3]}{(float(found[4]) + 50) % 100:.0f}{found[5]}"),
        {Code.FIGURES_DISAGREE},
    ),
    "a row's percent sign": (
        line_with(ROW, lambda found, _: f"{found[1]}{found[2]}{found[3]}{found[4]} %{found[5]}"),
        {Code.WRONG_TYPE},
    ),
    "a row without its bracket": (line_with(ROW, lambda found, _: found[0][:-1]), {Code.YAML_SYNTAX}),
    "a row without its comma": (line_with(ROW, lambda found, _: found[0].replace(",", "")), {Code.YAML_SYNTAX}),
    "a row of another area": (
        line_with(r"( +)(\d)(\.\d: \{.*)", lambda found, _: f"{found[1]}{int(found[2]) % 8 + 1}{found[3]}"),
        {Code.QUESTION_NOT_IN_AREA, Code.UNKNOWN_QUESTION},
    ),
    "a row with a comma for its number": (
        line_with(r"( +\d)\.(\d: \{.*)", lambda found, _: f"{found[1]},{found[2]}"),
        {Code.UNKNOWN_QUESTION},
    ),
    "a finding's question": (
        line_with(r"( +question: )\d\.\d", lambda found, draw: f"{found[1]}{draw.choice(['9.1', '1', '4:3', 'fyra'])}"),
        {Code.UNKNOWN_QUESTION, Code.WRONG_TYPE},
    ),
    "a page in words": (line_with(r"( +page: ).*", lambda found, _: f"{found[1]}sidan 7"), {Code.WRONG_TYPE}),
    "an edition that is a year": (
        line_with(r"edition: (\d+)", lambda found, _: f"edition: {int(found[1]) + 1}"),
        {Code.UNKNOWN_EDITION},
    ),
    "another year": (
        line_with(r"year: (\d+)", lambda found, _: f"year: {int(found[1]) - 1}"),
        {Code.YEAR_NOT_FILE_NAME},
    ),
    "a year in two digits": (line_with(r"year: 20(\d+)", lambda found, _: f"year: {found[1]}"), {Code.WRONG_TYPE}),
    "a misspelt municipality": (
        line_with(r"municipality: (\w+)", lambda found, _: f"municipality: {found[1]}qx"),
        {Code.UNKNOWN_MUNICIPALITY},
    ),
    "another municipality": (line_with(r"municipality: .*", lambda *_: "municipality: Habo"), {Code.FOLDER_NOT_SLUG}),
    "a misspelt example": (
        line_with(r"(  - municipality: )(\w+)", lambda found, _: f"{found[1]}{found[2]}qx"),
        {Code.UNKNOWN_MUNICIPALITY},
    ),
    "a date in words": (
        line_with(r"((?:visited|published|    date): ).*", lambda found, _: f"{found[1]}6 maj"),
        {Code.WRONG_TYPE},
    ),
    "a month that is none": (
        line_with(r"((?:visited|published|    date): \d{4}-)\d\d(.*)", lambda found, _: f"{found[1]}13{found[2]}"),
        {Code.WRONG_TYPE},
    ),
    "yes for true": (line_with(r"first: .*", lambda *_: "first: ja"), {Code.WRONG_TYPE}),
    "a Swedish kind": (line_with(r"( +kind: ).*", lambda found, _: f"{found[1]}bilaga"), {Code.UNKNOWN_VALUE}),
    "an address without https": (
        line_with(r"( +url: )https?://(.*)", lambda found, _: f"{found[1]}{found[2]}"),
        {Code.UNSAFE_URL},
    ),
    "a value deleted": (
        line_with(r"( *(?:- )?\w+:) [^>|{\[]+", lambda found, _: found[1]),
        {Code.EMPTY_VALUE},
    ),
    "a note about nothing": (
        line_with(r"(  - about: ).*", lambda found, _: f"{found[1]}område 7"),
        {Code.NOTE_ABOUT_NOTHING},
    ),
    "a colon in a text": (line_with(ITEM, lambda found, _: f"{found[1]}Obs: {found[2]}"), {Code.COLON_IN_TEXT}),
    "a text in asterisks": (
        line_with(ITEM, lambda found, _: f"{found[1]}*{found[2]}*"),
        {Code.YAML_SYNTAX, Code.ANCHOR},
    ),
    "a text after an ampersand": (
        line_with(ITEM, lambda found, _: f"{found[1]}&{found[2]}"),
        {Code.YAML_SYNTAX, Code.ANCHOR},
    ),
    "a text after an exclamation mark": (
        line_with(ITEM, lambda found, _: f"{found[1]}!{found[2]}"),
        {Code.TAG, Code.YAML_SYNTAX},
    ),
    "a text after a percent sign": (line_with(ITEM, lambda found, _: f"{found[1]}%{found[2]}"), {Code.YAML_SYNTAX}),
    "a quote left open": (line_with(ITEM, lambda found, _: f'{found[1]}"{found[2]}'), {Code.YAML_SYNTAX}),
    "a form feed from a PDF": (line_with(ITEM, lambda found, _: f"{found[0]}\x0c"), {Code.CONTROL_CHARACTER}),
    "a soft end of line": (line_with(SUMMARY, lambda found, _: f"{found[0]}\u2028"), {Code.CONTROL_CHARACTER}),
    "a text far too long": (line_with(ITEM, lambda found, _: found[1] + found[2] * 200), {Code.TOO_LARGE}),
    "a tab for spaces": (
        line_with(r" +((?:points|strengths|title|text): ?.*)", lambda found, _: f"\t{found[1]}"),
        {Code.YAML_SYNTAX},
    ),
    "a key without its colon": (
        line_with(r"((?:year|edition|  \d|total|first)):(.*)", lambda found, _: found[1] + found[2]),
        {Code.YAML_SYNTAX, Code.UNKNOWN_AREA},
    ),
    "a space too many": (
        line_with(r"((?:year|edition|total|first): .*)", lambda found, _: f" {found[1]}"),
        {Code.YAML_SYNTAX},
    ),
    "an item too far out": (
        line_with(r" {6}(- .*)", lambda found, _: f"     {found[1]}", above=ITEM),
        {Code.YAML_SYNTAX},
    ),
}
"""Slips that change one line."""


def with_line(pattern: str, new: Callable[[str], str]) -> Slip:
    """Puts a new line after one that matches."""

    def slip(lines: Lines, draw: random.Random) -> tuple[int, str] | None:
        fitting = [number for number, line in enumerate(lines) if re.fullmatch(pattern, line)]
        if not fitting:
            return None
        number = draw.choice(fitting)
        return number + 1, new(lines[number])

    return slip


INSERTIONS: dict[str, tuple[Slip, set[Code]]] = {
    "a key twice": (with_line(r"(?:year|edition|total|first|published): .*", str), {Code.DUPLICATE_KEY}),
    "an area's points twice": (with_line(POINTS, str), {Code.DUPLICATE_KEY}),
    "a row twice": (with_line(ROW, str), {Code.DUPLICATE_KEY}),
    "an area that is none": (with_line("areas:", lambda _: "  9: {points: 50}"), {Code.UNKNOWN_AREA}),
    "a key of our own": (with_line(r"year: .*", lambda _: "rapport: ja"), {Code.UNKNOWN_KEY}),
    "a line from a merge": (with_line(r"(?:year|edition|total): .*", lambda _: "<<<<<<< HEAD"), {Code.YAML_SYNTAX}),
    "a second document": (with_line(r"(?:edition|first|total): .*", lambda _: "---"), {Code.YAML_SYNTAX}),
    "a merge key": (with_line(POINTS, lambda line: line.partition("p")[0] + "<<: {}"), {Code.ANCHOR}),
    "an item without a text": (with_line(ITEM, lambda line: line.partition("-")[0] + "-"), {Code.EMPTY_VALUE}),
    "a text that belongs nowhere": (with_line(r"(?:edition|total): .*", lambda _: "Bra resultat"), {Code.YAML_SYNTAX}),
}
"""Slips that put in a line."""


def broken_files(folder: Path, rounds: int, seed: int) -> Iterator[Broken]:
    """Every slip on as many files of the archive, drawn the same way each time."""
    draw = random.Random(seed)
    files = sorted(folder.glob("*/*.yaml"))
    for name, (slip, codes) in (*SLIPS.items(), *INSERTIONS.items()):
        made = 0
        for path in draw.sample(files, len(files)):
            lines = path.read_text(encoding="utf-8").splitlines()
            slipped = slip(lines, draw)
            if slipped is None or made == rounds:
                continue
            number, line = slipped
            lines[number : number + (name in SLIPS)] = [line]
            file = f"{path.parent.name}/{path.name}"
            yield Broken(f"{name}: {file}", file, "\n".join(lines) + "\n", number + 1, frozenset(codes))
            made += 1
        assert made, f"no file of the archive has what the slip is about: {name}"
