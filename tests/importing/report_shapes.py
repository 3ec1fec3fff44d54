"""The shapes that made-up reports come in: each has a name, and any of them can be combined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.demonstration.draws import Draws
from tests.importing import report_changes as changes
from tests.importing import report_wear as wear
from tests.importing.report_changes import Change
from tests.importing.report_layout import NO_BREAK_SPACE, Layout
from tests.importing.report_wear import Wear


@dataclass(frozen=True, slots=True)
class Shape:
    """How a report is set, changed and worn. ``hostile`` when what is printed is not the truth throughout."""

    name: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    wears: tuple[Wear, ...] = ()
    hostile: bool = False

    @property
    def layout(self) -> Layout:
        """The layout with the shape's own settings."""
        return Layout(**self.settings)


def combined(shapes: Iterable[Shape]) -> Shape:
    """All of several shapes at once; where settings differ, the last one's hold, but news is never anything else."""
    parts = tuple(sorted(shapes, key=lambda part: part.settings.get("kind") == "press"))
    return Shape(
        name="+".join(part.name for part in parts),
        settings={key: value for part in parts for key, value in part.settings.items()},
        # An appendix repeats what the report says after all other changes.
        changes=tuple(sorted((one for part in parts for one in part.changes), key=changes.APPENDICES.__contains__)),
        wears=tuple(one for part in parts for one in part.wears),
        hostile=any(part.hostile for part in parts),
    )


def random_shape(seed: int) -> Shape:
    """Two to four shapes at once, the same ones for the same seed."""
    draws = Draws("shapes", seed)
    return combined(draws.some(list(SHAPES.values()), draws.between(2, 4)))


def shape_named(name: str) -> Shape:
    """The shape with this name; several names are joined by plus signs."""
    return combined(SHAPES[part] for part in name.split("+"))


_OLD = {
    "has_box": False,
    "has_area_table": True,
    "lists_questions": True,
    "strengths": "Styrkor",
    "improvements": "Förbättringsområden",
}
_AREA_TABLE = {"has_area_table": True, "area_columns": ("points", "earlier", "median")}
_DECK = {
    **_AREA_TABLE,
    **_OLD,
    "heading": "{number}. {name}",
    "kind": "deck",
    "has_contents": False,
    "has_method": False,
    "has_pointers": False,
    "has_tables": False,
}


def _headed(heading: str, strengths: str, improvements: str) -> dict[str, str]:
    return {"heading": heading, "strengths": strengths, "improvements": improvements}


_ALL = (
    Shape("clean"),
    Shape("clean-2002", _OLD),
    # Tables
    Shape("wrapped-first", {"figures_on": "first"}),
    Shape("wrapped-middle", {"figures_on": "middle"}),
    Shape("wrapped-last", {"figures_on": "last"}),
    Shape("wrapped-centred", {"figures_on": "centred"}),
    Shape("centred-single-spaces", {"figures_on": "centred"}, wears=(wear.single_spaces,)),
    Shape("centred-spaced-out", {"figures_on": "centred"}, wears=(wear.single_spaces, wear.spaced_out)),
    Shape("single-spaces", wears=(wear.single_spaces,)),
    Shape("padded-columns", wears=(wear.padded_columns,)),
    Shape("wrapped-single-spaces", {"figures_on": "middle"}, wears=(wear.single_spaces,)),
    Shape("by-column", {"by_column": True}),
    Shape("max-first", {"columns": ("maximum", "points", "percent")}),
    Shape("percent-first", {"columns": ("percent", "points", "maximum")}),
    Shape("max-first-unnamed", {"columns": ("maximum", "points", "percent"), "has_column_names": False}),
    Shape("unnamed-single-spaces", {"has_column_names": False}, wears=(wear.single_spaces,)),
    Shape("no-percent", {"columns": ("points", "maximum")}),
    Shape("no-maximum", {"columns": ("points", "percent")}),
    Shape("points-only", {"columns": ("points",)}),
    Shape("percent-only", {"columns": ("percent",)}),
    Shape("out-of-words", {"out_of": " av "}),
    Shape("out-of-slash", {"out_of": "/"}),
    Shape("halves", changes=(changes.halves,)),
    Shape("decimals", {"decimals": ",0"}),
    Shape("percent-space", {"percent_sign": " %"}),
    Shape("percent-word", {"percent_sign": " procent"}),
    Shape("percent-no-break", {"percent_sign": f"{NO_BREAK_SPACE}%"}),
    Shape("percent-bare", {"percent_sign": ""}),
    Shape("sum-named", {"sum_label": "Summa"}),
    Shape("no-sums", {"has_sums": False}),
    Shape(
        "earlier-beside",
        {"columns": ("points", "earlier", "maximum", "percent")},
        (changes.an_earlier_year_beside,),
    ),
    Shape(
        "earlier-first",
        {"columns": ("earlier", "points", "maximum", "percent")},
        (changes.an_earlier_year_beside,),
        (wear.single_spaces,),
    ),
    Shape(
        "earlier-unnamed",
        {"columns": ("earlier", "points", "maximum"), "has_column_names": False},
        (changes.an_earlier_year_beside,),
    ),
    Shape("numbers-stop", {"number": "{number}."}),
    Shape("numbers-comma", {"has_decimal_comma_in_numbers": True}),
    Shape("numbers-word", {"number": "Fråga {number}"}),
    Shape("numbers-none", {"number": ""}),
    Shape("rows-swapped", changes=(changes.rows_swapped,)),
    # Order and what is there
    Shape("other-order", changes=(changes.areas_in_another_order,)),
    Shape("area-left-out", changes=(changes.area_left_out,)),
    Shape("question-left-out", changes=(changes.question_left_out,)),
    Shape("figure-missing", changes=(changes.figure_missing,)),
    Shape("no-tables", {"has_tables": False}),
    Shape("area-table", _AREA_TABLE),
    Shape("area-table-last", {"has_area_table": True, "area_columns": ("earlier", "points"), "has_box": False}),
    Shape("area-table-jumbled", {"has_area_table": True, "jumbles_areas": True, "has_box": False}),
    Shape("area-numbers", {**_AREA_TABLE, "areas_by_number": True}),
    Shape("chart-remains", {"has_chart": True}),
    Shape("digits-in-words", changes=(changes.digits_in_words,)),
    Shape("digits-single-spaces", {}, (changes.digits_in_words,), (wear.single_spaces,)),
    # Headings and lists
    Shape("capitals", {"capitals": True}),
    Shape("headings-colon", _headed("Område {number}: {name}", "Styrkor:", "Utvecklingsområden:")),
    Shape("headings-numbered", _headed("{number}. {name}", "Starka sidor", "Förbättringsmöjligheter")),
    Shape("headings-criterion", _headed("Kriterium {number} {name}", "Styrkor", "Förbättringsområden")),
    Shape("headings-names", _headed("{name}", "Styrkor", "Utvecklingsmöjligheter")),
    Shape("headings-points", _headed("Område {number} {name}, {points} poäng", "Styrkor", "Förbättringsområden")),
    Shape("headings-examples", _headed("{number} {name}", "Exempel på styrkor", "Exempel på förbättringsområden")),
    Shape("improvements-first", {"improvements_first": True}),
    Shape("findings-table", {"findings_in_table": True}),
    Shape("sub-headings", {"has_sub_headings": True}),
    Shape("bullets-hyphen", {"bullet": "- "}),
    Shape("bullets-dash", {"bullet": "– "}),
    Shape("bullets-star", {"bullet": "* "}),
    Shape("bullets-o", {"bullet": "o "}),
    Shape("bullets-symbol", {"bullet": "\uf0b7 "}),
    Shape("bullets-tab", {"bullet": "•\t"}),
    Shape("bullets-none", {"bullet": ""}),
    Shape("lists-joined", {"joins_lists": True}),
    Shape("lists-joined-no-stops", {"joins_lists": True}, (changes.without_stops,)),
    # Wear
    Shape("page-heads", wears=(wear.page_heads,)),
    Shape("page-numbers", wears=(wear.page_numbers,)),
    Shape("continued-heads", wears=(wear.continued_heads,)),
    Shape("footnotes", wears=(wear.footnotes,)),
    Shape("one-line-pages", wears=(wear.pages_on_one_line,)),
    Shape("one-line-pages-2002", _OLD, wears=(wear.pages_on_one_line,)),
    Shape("one-line-no-stops", _OLD, (changes.without_stops,), (wear.pages_on_one_line,)),
    Shape("one-line-all", _OLD, wears=(wear.on_one_page, wear.pages_on_one_line)),
    Shape("wrapped-bullets-none", {"bullet": ""}, wears=(wear.wrapped,)),
    Shape("wrapped-text", wears=(wear.wrapped,)),
    Shape("hyphenated", wears=(wear.hyphenated,)),
    Shape("damaged-words", wears=(wear.damaged_words,)),
    Shape("lost-accents", wears=(wear.lost_accents,)),
    Shape("no-break-spaces", wears=(wear.no_break_spaces,)),
    Shape("markup-remains", wears=(wear.markup_remains,)),
    Shape("spaced-out", wears=(wear.spaced_out,)),
    # Less than a report
    Shape("slides", _DECK),
    Shape("slides-one-line", {**_DECK, "bullet": ""}, (changes.without_stops,), (wear.pages_on_one_line,)),
    Shape("slides-figures", {**_DECK, "areas_by_number": True}, wears=(wear.pages_on_one_line,)),
    Shape("press", {"kind": "press"}, changes=(changes.to_press,)),
    # Hostile
    Shape("misprint", changes=(changes.misprint,), hostile=True),
    Shape("figures-swapped", changes=(changes.figures_swapped,), hostile=True),
    Shape("other-maximum", changes=(changes.another_maximum,), hostile=True),
    Shape("wrong-sum", changes=(changes.wrong_sum,), hostile=True),
    Shape("wrong-total", changes=(changes.wrong_total,), hostile=True),
    Shape("other-municipality", changes=(changes.another_municipality_after,), hostile=True),
    Shape("earlier-evaluation", changes=(changes.an_earlier_evaluation_after,), hostile=True),
    Shape("tables-twice", changes=(changes.tables_twice,), hostile=True),
    Shape("tables-twice-fitting", changes=(changes.other_tables_after,), hostile=True),
    Shape("damaged-numbers", wears=(wear.damaged_numbers,), hostile=True),
    Shape("damaged-figures", wears=(wear.damaged_figures,), hostile=True),
)  # fmt: skip

SHAPES = {shape.name: shape for shape in _ALL}
