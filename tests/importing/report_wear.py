"""What happens to a report's lines on their way out of a file: each function is one kind of wear."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby
from textwrap import wrap

from kompass_sphinx.importing.document import CELL, Line
from tests.demonstration.draws import Draws
from tests.importing.report_layout import NO_BREAK_SPACE

Lines = tuple[Line, ...]
Wear = Callable[[Lines, Draws], Lines]

_ACCENTS = str.maketrans("åäöÅÄÖ", "aaoAAO")
_LOOKALIKES = {"i": "í", "l": "1", "o": "0", "m": "rn", "e": "c"}
_FIGURE = re.compile(r"(?<![\w.,])\d{1,2}(?=%|\s*%|\t|$)")


def single_spaces(lines: Lines, _draws: Draws) -> Lines:
    """Columns run together: one space between the cells of a row."""
    return tuple(replace(line, text=" ".join(line.text.replace(CELL, " ").split())) for line in lines)


def padded_columns(lines: Lines, _draws: Draws) -> Lines:
    """Columns held apart by spaces, as when a page's layout is kept."""
    return tuple(replace(line, text=line.text.replace(CELL, "     ").rstrip()) for line in lines)


def no_break_spaces(lines: Lines, draws: Draws) -> Lines:
    """A space here and there that does not break."""
    return tuple(
        replace(
            line, text="".join(NO_BREAK_SPACE if sign == " " and draws.chance(0.15) else sign for sign in line.text)
        )
        for line in lines
    )


def page_heads(lines: Lines, _draws: Draws) -> Lines:
    """A head with the page's number in front of every 23rd line, wherever that falls."""
    worn: list[Line] = []
    for index, line in enumerate(lines):
        page = 1 + index // 23
        if index % 23 == 0 and index:
            worn += [Line(f"Påhittade kommunförbundet 2019-11-03 {page} (OTF", page), Line("", page)]
        worn.append(Line(line.text, page))
    return tuple(worn)


def page_numbers(lines: Lines, _draws: Draws) -> Lines:
    """The page's number alone on a line at the end of each 17 lines."""
    worn: list[Line] = []
    for index, line in enumerate(lines):
        page = 1 + index // 17
        if index % 17 == 0 and index:
            worn.append(Line(str(page - 1), page - 1))
        worn.append(Line(line.text, page))
    return tuple(worn)


def pages_on_one_line(lines: Lines, _draws: Draws) -> Lines:
    """Each page run together to one line, without the signs of its lists."""
    return tuple(
        Line(" ".join(" ".join(re.sub(r"^[•*–-] ", "", line.text) for line in page).split()), number)
        for number, page in groupby(lines, key=lambda line: line.page)
    )


def on_one_page(lines: Lines, _draws: Draws) -> Lines:
    """No trace of where pages end."""
    return tuple(Line(line.text, None) for line in lines)


def continued_heads(lines: Lines, _draws: Draws) -> Lines:
    """The head of a list again in the middle of it, where a page ends."""
    worn: list[Line] = []
    head, items = "", 0
    for line in lines:
        is_item = line.text.startswith("• ")
        items = items + 1 if is_item else 0
        if items == 4:
            worn.append(Line(f"{head} (forts.)", line.page))
        if line.text and not is_item:
            head = line.text
        worn.append(line)
    return tuple(worn)


def footnotes(lines: Lines, _draws: Draws) -> Lines:
    """A note at the foot of a page in front of every 29th line, wherever that falls."""
    note = "1 Se kommunens årsredovisning, s. 14, och www.pahittstad.example"
    return tuple(
        one
        for index, line in enumerate(lines)
        for one in ([Line(note, line.page), line] if index % 29 == 28 else [line])
    )


def damaged_numbers(lines: Lines, draws: Draws) -> Lines:
    """Numbers of sub-questions taken for something else. Hostile: which one it is, its place alone can tell."""
    damage = (("1", "l"), (".", ","), (".", " "), (".", ""))

    def damaged(number: re.Match[str]) -> str:
        return number[0].replace(*draws.one(damage)) if draws.chance(0.2) else number[0]

    return tuple(replace(line, text=re.sub(r"^\d\.\d(?=\t)", damaged, line.text)) for line in lines)


def wrapped(lines: Lines, _draws: Draws) -> Lines:
    """Lines no longer than a page is wide; a row of a table is left as it is."""
    return tuple(
        Line(part, line.page)
        for line in lines
        for part in ([line.text] if CELL in line.text else wrap(line.text, 62, break_on_hyphens=False) or [""])
    )


def hyphenated(lines: Lines, _draws: Draws) -> Lines:
    """Lines no longer than a page is wide, broken within words."""
    return tuple(Line(part, line.page) for line in lines for part in _hyphenated(line.text))


def _hyphenated(text: str) -> Iterator[str]:
    while len(text) > 62 and CELL not in text:
        cut = 60
        if text[cut - 3 : cut + 3].isalpha():
            yield f"{text[:cut]}-"
            text = text[cut:]
        else:
            cut = text.rfind(" ", 0, cut) + 1 or len(text)
            yield text[:cut].rstrip()
            text = text[cut:]
    yield text


def damaged_words(lines: Lines, draws: Draws) -> Lines:
    """Letters taken for others or lost, in words alone; no figure is touched."""
    return tuple(
        replace(line, text=re.sub(r"[^\W\d_]{4,}", lambda word: _damaged(word[0], draws), line.text)) for line in lines
    )


def _damaged(word: str, draws: Draws) -> str:
    if not draws.chance(0.12):
        return word
    kind, place = draws.below(3), draws.between(1, len(word) - 1)
    if kind == 0:
        return word.translate(_ACCENTS)
    if kind == 1:
        return word[:place] + word[place + 1 :]
    return word[:place] + _LOOKALIKES.get(word[place], word[place]) + word[place + 1 :]


def lost_accents(lines: Lines, _draws: Draws) -> Lines:
    """All rings and dots lost."""
    return tuple(replace(line, text=line.text.translate(_ACCENTS)) for line in lines)


def damaged_figures(lines: Lines, draws: Draws) -> Lines:
    """Figures in tables taken for letters: "1O" for 10, "l5" for 15. Hostile: what it was can only be guessed."""
    return tuple(
        replace(line, text=_FIGURE.sub(lambda figure: _misread(figure[0], draws), line.text))
        if CELL in line.text
        else line
        for line in lines
    )


def _misread(figure: str, draws: Draws) -> str:
    return figure.replace("0", "O").replace("1", "l") if draws.chance(0.15) else figure


def markup_remains(lines: Lines, _draws: Draws) -> Lines:
    """What is left of markup after a clumsy conversion."""
    return tuple(replace(line, text=_with_remains(line.text)) for line in lines)


def _with_remains(text: str) -> str:
    if text.startswith("• "):
        return f"<li>{text.removeprefix('• ')}</li>"
    if text.startswith("Område "):
        return f"**{text}**"
    return f"## {text}" if text.isupper() else text


def spaced_out(lines: Lines, _draws: Draws) -> Lines:
    """An empty line after every line."""
    return tuple(one for line in lines for one in (line, Line("", line.page)))
