"""A report set from what it says: content and layout in, blocks in their order out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
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
        yield Text(f"Tabellerna visar resultatet för {content.municipality} kommun {content.year}, fråga för fråga.")
        for area in content.areas:
            yield from _table(area, content, layout)
    for other in content.appendix:
        yield from _appendix(other, layout)


def _overview(content: Content, layout: Layout) -> Iterator[Block]:
    yield NewPage()
    yield Heading(f"2. {content.municipality} kommun: en sammanfattande genomgång", 2)
    yield from boilerplate.facts(content)
    yield Heading("Sammanfattning av resultat", 3)
    total = printed(content.total, layout)
    if layout.has_area_table:
        yield Text(f"Tabell 1 {content.municipality} kommun {content.year} i de åtta områdena")
        yield _area_table(content, layout)
    else:
        yield Text(f"{content.municipality} kommun {content.year} - {total}p")
    yield Text(
        f"Sammanlagt får kommunen {total} poäng av 800 möjliga. Genomsnittet för dem som har utvärderats är "
        "omkring 470 poäng, och för en första utvärdering ungefär 380."
    )
    yield Heading("Sammanfattande kommentarer", 3)
    yield Text(content.summary)


def _area_table(content: Content, layout: Layout) -> Table:
    def row(label: str, points: str, place: int) -> tuple[str, ...]:
        # Figures beside that are nobody's points here: near the true ones, and different from them.
        beside = {"points": points, "earlier": str(41 + 7 * place % 30), "median": f"{52 + 5 * place % 13},5"}
        return (label, *(beside[column] for column in layout.area_columns))

    names = {"points": str(content.year), "earlier": str(content.year - 3), "median": "Median"}
    rows = [row(f"{area.number} {area.name}", printed(area.points, layout), area.number) for area in content.areas]
    head = () if layout.area_columns == ("points",) else (("Område", *(names[one] for one in layout.area_columns)),)
    return Table((*head, *rows, row("TOTALT", printed(content.total, layout), 9)))


def _chapter(content: Content, area: Area, layout: Layout) -> Iterator[Block]:
    draws = Draws("chapter", content.slug, content.year, area.number)
    yield NewPage()
    yield Heading(layout.heading.format(number=area.number, name=area.name), 2)
    if layout.has_box:
        yield Table((("Rubriker", "Poäng"), *_box_rows(content, area, layout)))
    if layout.lists_questions:
        yield Items(tuple(f"{one.number} {one.wording}" for one in area.questions), "")
    if not layout.is_deck:
        yield Heading("Allmänt", 3)
        yield boilerplate.general(area)
        pointers = [one for one in content.pointers if one.area == area.number] if layout.has_pointers else []
        for pointer in pointers:
            yield Text(boilerplate.pointing(content, pointer, draws))
    for heading, texts in ((layout.strengths, area.strengths), (layout.improvements, area.improvements)):
        if texts:
            yield Heading(heading, 3)
            yield Text(" ".join(texts)) if layout.joins_lists else Items(texts, layout.bullet)
    if not layout.is_deck:
        yield Heading(layout.closing, 3)
        yield Text(area.impression)


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
        yield Table((*rows, *((one.number, one.wording) for one in area.questions)))
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
    place = {"one": 0, "first": 0, "middle": len(lines) // 2, "last": len(lines) - 1}[layout.figures_on]
    for index, line in enumerate(lines):
        number = "" if index else question.number
        yield (number, line, *(figures if index == place else ("",) * len(figures)))


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
    cells = {"points": total, "maximum": "100", "percent": f"{area.sum}{layout.percent_sign}", "earlier": str(earlier)}
    if layout.out_of:
        cells["points"] += f"{layout.out_of}100"
    return tuple(cells[one] for one in columns if not (layout.out_of and one == "maximum"))


def _appendix(other: Content, layout: Layout) -> Iterator[Block]:
    yield NewPage()
    yield Heading(f"Bilaga. Poängfördelning i {other.municipality} kommun {other.year}", 2)
    for area in other.areas:
        yield from _table(area, other, layout)
    yield Text(f"{other.municipality} kommun {other.year}: totalt {printed(other.total, layout)} poäng.")


def printed(points: str | None, layout: Layout) -> str:
    """Points as they stand in the report."""
    if not points:
        return ""
    return points.replace(".", ",") if "." in points else f"{points}{layout.decimals}"
