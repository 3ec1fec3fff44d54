"""What a chart shows, as plain data. Texts a reader sees are already in the reader's language."""

from __future__ import annotations

from kompass_sphinx.frozen import dataclass


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One area of a profile.

    label: the area's number and name; points: 0 to 100, or None when there is no figure;
    points_text: the figure as written, or the words that say it is missing; median: 0 to 100, or None when too few.
    """

    label: str
    points: float | None
    points_text: str
    median: float | None


@dataclass(frozen=True, slots=True)
class ProfileChart:
    """The areas of one evaluation against the medians.

    identifier: a prefix for ids, unique in the page, without spaces (here and in the other charts).
    """

    identifier: str
    title: str
    description: str
    rows: tuple[ProfileRow, ...]


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One evaluation's total. edition: the id of its period; points of one edition are joined."""

    year: int
    total: float
    total_text: str
    edition: int


@dataclass(frozen=True, slots=True)
class TrendPeriod:
    """The years in which one edition was in use, with what is known of its totals.

    label: short, for a period of four years on a phone; end_year: the first year that no longer belongs to it;
    median: the archive's, published: the publisher's own, each None when there is none (its text is then not used).
    """

    edition: int
    label: str
    first_year: int
    end_year: int
    median: float | None
    median_text: str
    published: float | None
    published_text: str


@dataclass(frozen=True, slots=True)
class TrendChart:
    """The totals of one municipality on the archive's time axis.

    periods: all editions in order, without gaps; points: each within the periods' years;
    maximum: the highest total there can be; low: the lower form, for a chart beside text.
    """

    identifier: str
    title: str
    description: str
    points: tuple[TrendPoint, ...]
    periods: tuple[TrendPeriod, ...]
    maximum: int
    low: bool


@dataclass(frozen=True, slots=True)
class StripChart:
    """Figures of one kind on a line from low to high, the others as rings, the own one as a dot.

    values: the others; own and median: None when there is none (their text is then not used);
    small: only the line, for rows of strips over one common scale.
    """

    identifier: str
    title: str
    description: str
    low: float
    high: float
    low_text: str
    high_text: str
    values: tuple[float, ...]
    own: float | None
    own_text: str
    median: float | None
    median_text: str
    small: bool


@dataclass(frozen=True, slots=True)
class ScaleMark:
    """A written place on a strip's scale."""

    value: float
    text: str


@dataclass(frozen=True, slots=True)
class StripScale:
    """The common scale under rows of small strips."""

    low: float
    high: float
    marks: tuple[ScaleMark, ...]
