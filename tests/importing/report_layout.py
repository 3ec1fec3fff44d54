"""How a report is set: the choices that real ones differ in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Layout:
    """Choices of a layout; the defaults are those of a plain report of edition 2016."""

    columns: tuple[Literal["points", "maximum", "percent", "earlier"], ...] = ("points", "maximum", "percent")
    has_column_names: bool = True
    decimals: str = ""
    """What whole points end with: ",0" where a report gives all points with a decimal."""
    percent_sign: str = "%"
    out_of: str = ""
    """What stands between points and maximum when both share a cell: "2 av 15"."""
    figures_on: Literal["one", "first", "middle", "last", "centred"] = "one"
    """On which line of a sub-question's row the figures stand; "one" when it has but one line.

    With "centred" the number stands beside them: the row's sentence begins above its own number.
    """
    by_column: bool = False
    """Whether all figures of a column follow each other after all sub-questions."""
    has_sums: bool = True
    sum_label: str = ""
    number: str = "{number}"
    """A sub-question's number as it is printed in the tables."""
    has_decimal_comma_in_numbers: bool = False
    bullet: str = "• "
    joins_lists: bool = False
    """Whether the items of a list stand in one paragraph, with nothing between them."""
    heading: str = "Område {number} {name}"
    table_heading: str = "{number}.\t{name}"
    capitals: bool = False
    strengths: str = "STYRKOR"
    improvements: str = "FÖRBÄTTRINGSOMRÅDEN"
    improvements_first: bool = False
    findings_in_table: bool = False
    """Whether strengths and improvements stand beside each other in a table of two columns."""
    has_sub_headings: bool = False
    """Whether some of what is in a list stands under the name of a sub-question."""
    closing: str = "SAMMANFATTNING AV UTVÄRDERARNAS INTRYCK"
    has_box: bool = True
    has_area_table: bool = False
    area_columns: tuple[Literal["points", "earlier", "median"], ...] = ("points",)
    lists_questions: bool = False
    """Whether a chapter begins with its sub-questions, as in edition 2002."""
    has_tables: bool = True
    has_contents: bool = True
    has_method: bool = True
    has_pointers: bool = True
    has_chart: bool = False
    areas_by_number: bool = False
    """Whether the table of areas names them by number alone."""
    jumbles_areas: bool = False
    """Whether the names of the first three areas come before the figures of all three."""
    kind: Literal["report", "deck", "press"] = "report"
