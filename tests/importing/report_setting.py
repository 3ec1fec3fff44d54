"""A report set from what it says: content and layout in, blocks in their order out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from textwrap import wrap

from tests.demonstration.draws import Draws
from tests.importing import report_boilerplate as boilerplate
from tests.importing.report_blocks import Block, Heading, Items, NewPage, Table, Text
from tests.importing.report_content import Area, Content, Question
from tests.importing.report_layout import Layout

_COLUMN_NAMES = {"points": "Uppnått", "maximum": "Max", "percent": "Procent", "median": "Median"}
_WIDTH = 34
"""A wrapped sub-question's lines are no wider."""


def set_report(content: Content, layout: Layout) -> tuple[Block, ...]:
    """The blocks of a whole report."""
    blocks = [*_report(content, layout)]
    if layout.capitals:
        blocks = [replace(block, text=block.text.upper()) if isinstance(block, Heading) else block for block in blocks]
    return tuple(blocks)


def _report(content: Content, layout: Layout) -> Iterator[Block]:
    if layout.kind == "press":
        yield from boilerplate.press(content)
        return
    yield from boilerplate.front(content)
    if layout.has_contents:
        yield from boilerplate.contents(content, layout)
    if layout.has_method:
        yield from boilerplate.method(content)
    yield from _overview(content, layout)
    yield NewPage()
    yield Heading("3. Detaljerad genomgång per område", 2)
    for area in content.areas:
        yield from _chapter(content, area, layout)
    if layout.has_tables:
        yield NewPage()
        yield Heading("4. Översikt av poängfördelning", 2)
        yield Text(f"Tabellerna visar resultatet för {boilerplate.full_name(content)} {content.year}, fråga för fråga.")
        for area in content.areas:
            yield from _table(area, content, layout)
    for other in content.appendix:
        yield from _appendix(other, layout)


def _overview(content: Content, layout: Layout) -> Iterator[Block]:
    yield NewPage()
    name = boilerplate.full_name(content)
    yield Heading(f"2. {name}: en sammanfattande genomgång", 2)
    if layout.kind == "report":
        yield from boilerplate.about(content)
    yield from boilerplate.facts(content)
    yield Heading("Sammanfattning av resultat", 3)
    total = printed(content.total, layout)
    if layout.has_area_table:
        yield Text(f"Tabell 1 {name} {content.year} i de åtta områdena")
        yield from _area_table(content, layout)
    else:
        yield Text(f"{name} {content.year} - {total}p")
    if layout.has_chart:
        yield from boilerplate.chart(content)
    yield Text(
        f"Sammanlagt får kommunen {total} poäng av 800 möjliga. Genomsnittet för dem som har utvärderats är "
        "omkring 470 poäng, och för en första utvärdering ungefär 380."
    )
    yield Heading("Sammanfattande kommentarer", 3)
    yield Text(content.summary)


def _area_table(content: Content, layout: Layout) -> Iterator[Block]:
    def row(label: str, points: str, place: int) -> tuple[str, ...]:
        # Figures beside that are nobody's points here: near the true ones, and different from them.
        beside = {"points": points, "earlier": str(41 + 7 * place % 30), "median": f"{52 + 5 * place % 13},5"}
        return (label, *(beside[column] for column in layout.area_columns))

    names = {"points": str(content.year), "earlier": str(content.year - 3), "median": "Median"}
    rows = [
        row(str(one.number) if layout.areas_by_number else one.name, printed(one.points, layout), one.number)
        for one in content.areas
    ]
    head = () if layout.area_columns == ("points",) else (("Område", *(names[one] for one in layout.area_columns)),)
    rows.append(row("TOTALT", printed(content.total, layout), 9))
    if layout.jumbles_areas:
        yield from (Text(name) for name, *_ in rows[:3])
        yield Text(" ".join(figure for _, *figures in rows[:3] for figure in figures))
        rows = rows[3:]
    yield Table((*head, *rows))


def _chapter(content: Content, area: Area, layout: Layout) -> Iterator[Block]:
    draws = Draws("chapter", content.slug, content.year, area.number)
    yield NewPage()
    points = printed(area.points, layout)
    yield Heading(layout.heading.format(number=area.number, name=area.name, points=points), 2)
    if layout.has_box:
        yield Table((("Rubriker", "Poäng"), *_box_rows(content, area, layout)))
    if layout.lists_questions:
        yield Items(tuple(f"{one.number} {one.wording}" for one in area.questions), "")
    if layout.kind == "report":
        yield Heading("Allmänt", 3)
        yield boilerplate.general(area)
        pointers = [one for one in content.pointers if one.area == area.number] if layout.has_pointers else []
        for topic in dict.fromkeys(one.topic for one in pointers):
            yield Text(boilerplate.pointing(content, [one for one in pointers if one.topic == topic], draws))
    yield from _findings(content, area, layout)
    if layout.kind == "report":
        yield Heading(layout.closing, 3)
        yield Text(area.impression)


def _findings(content: Content, area: Area, layout: Layout) -> Iterator[Block]:
    lists = [(layout.strengths, area.strengths), (layout.improvements, area.improvements)]
    if layout.findings_in_table:
        pairs = zip_longest(area.strengths, area.improvements, fillvalue="")
        yield Table(((layout.strengths, layout.improvements), *pairs))
        return
    for heading, texts in reversed(lists) if layout.improvements_first else lists:
        if texts:
            yield Heading(heading, 3)
        if layout.joins_lists:
            yield Text(" ".join(texts))
        elif layout.has_sub_headings and area.questions:
            names = [one.name for one in content.edition_facts.areas[area.number].questions.values()]
            for index in range(0, len(texts), 3):
                yield Text(names[index // 3 % len(names)])
                yield Items(texts[index : index + 3], layout.bullet)
        elif texts:
            yield Items(texts, layout.bullet)


def _number(question: Question, layout: Layout) -> str:
    number = question.number.replace(".", ",") if layout.has_decimal_comma_in_numbers else question.number
    return layout.number.format(number=number)


def _box_rows(content: Content, area: Area, layout: Layout) -> Iterator[tuple[str, str]]:
    """The names of the sub-questions, and the area's points beside the first of them."""
    facts = content.edition_facts.areas[area.number]
    names = [facts.questions[one.number].name for one in area.questions] or [area.name]
    for index, name in enumerate(names):
        yield name, "" if index else printed(area.points, layout)


def _table(area: Area, content: Content, layout: Layout) -> Iterator[Block]:
    if not any(one.points or one.percent for one in area.questions):
        yield Table(((f"{area.number}. {area.name}", printed(area.points, layout)),))
        return
    columns = [one for one in layout.columns if one != "maximum" or any(q.maximum for q in area.questions)]
    columns = [one for one in columns if one != "points" or any(q.points for q in area.questions)]
    names = {**_COLUMN_NAMES, "earlier": str(content.year - 3)}
    head = tuple(layout.table_heading.format(number=area.number, name=area.name).split("\t"))
    shown = tuple(names[one] for one in columns) if layout.has_column_names and not layout.out_of else ()
    if len(head) == 1 and shown:
        head = (*head, "")
    rows = [(*head, *shown)]
    figures = {one.number: _figures(one, columns, layout) for one in area.questions}
    if layout.by_column:
        yield Table((*rows, *((_number(one, layout), one.wording) for one in area.questions)))
        # One after the other, as a reader that takes column by column hands them over.
        yield from (Text(one) for column in zip(*figures.values(), strict=True) for one in column if one)
        return
    for question in area.questions:
        rows += _row(question, figures[question.number], layout)
    if layout.has_sums:
        rows.append(("", layout.sum_label, *_sums(area, columns, layout)))
    yield Table(tuple(rows))


def _row(question: Question, figures: tuple[str, ...], layout: Layout) -> Iterator[tuple[str, ...]]:
    lines = [question.wording] if layout.figures_on == "one" else wrap(question.wording, _WIDTH, break_long_words=False)
    if layout.figures_on == "centred":
        yield from _centred(lines, _number(question, layout), figures)
        return
    place = {"one": 0, "first": 0, "middle": len(lines) // 2, "last": len(lines) - 1}[layout.figures_on]
    for index, line in enumerate(lines):
        yield ("" if index else _number(question, layout), line, *(figures if index == place else ("",) * len(figures)))


def _centred(lines: list[str], number: str, figures: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Lines with the number and the figures at half their height: beside the middle one, or between two."""
    half = len(lines) // 2
    empty = ("",) * len(figures)
    yield from (("", line, *empty) for line in lines[:half])
    yield (number, lines[half] if len(lines) % 2 else "", *figures)
    yield from (("", line, *empty) for line in lines[half + len(lines) % 2 :])


def _figures(question: Question, columns: Sequence[str], layout: Layout) -> tuple[str, ...]:
    cells = {
        "points": printed(question.points, layout),
        "maximum": question.maximum or "",
        "percent": f"{question.percent}{layout.percent_sign}" if question.percent else "",
        "earlier": question.earlier or "",
    }
    if layout.out_of and question.points and question.maximum:
        cells["points"] += f"{layout.out_of}{question.maximum}"
        cells["maximum"] = ""
    shared = {"maximum"} if layout.out_of else set()
    return tuple(cells[one] for one in columns if one not in shared)


def _sums(area: Area, columns: Sequence[str], layout: Layout) -> tuple[str, ...]:
    total = printed(area.sum, layout)
    earlier = sum(int(one.earlier or 0) for one in area.questions)
    cells = {
        "points": total,
        "maximum": "100",
        "percent": f"{printed(area.sum, Layout())}{layout.percent_sign}",
        "earlier": str(earlier),
    }
    if layout.out_of:
        cells["points"] += f"{layout.out_of}100"
    return tuple(cells[one] for one in columns if not (layout.out_of and one == "maximum"))


def _appendix(other: Content, layout: Layout) -> Iterator[Block]:
    yield NewPage()
    yield Heading(f"Bilaga. Poängfördelning i {boilerplate.full_name(other)} {other.year}", 2)
    for area in other.areas:
        yield from _table(area, other, layout)
    yield Text(f"{boilerplate.full_name(other)} {other.year}: totalt {printed(other.total, layout)} poäng.")


def printed(points: str | None, layout: Layout) -> str:
    """Points as they stand in the report."""
    if not points:
        return ""
    return points.replace(".", ",") if "." in points else f"{points}{layout.decimals}"
