"""An evaluation: what one file of the archive says.

The field descriptions are the source of the editor's JSON Schema. Rules that need more than the value
itself (the registry, the edition, the file's name) are checked in ``kompass_sphinx.reading.checks``.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from kompass_sphinx.language import message_id
from kompass_sphinx.model.scalars import (
    AreaNumber,
    Count,
    FullDate,
    PartialDate,
    Percent,
    Points,
    QuestionNumber,
    Text,
    Total,
    Truth,
    Url,
    Year,
    wrong_type,
)

PlaceKind = Literal["district", "foreign", "company", "network"]
SourceKind = Literal["report", "slides", "news", "press", "web"]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Evaluator(_Part):
    """One of the people who made the evaluation."""

    name: Text
    affiliation: Text | None = Field(None, description="The evaluator's employer at the time.")


class QuestionResult(_Part):
    """The figures of a sub-question: printed points and percent of the maximum, at least one of them."""

    points: Points | None = Field(None, description="Points as printed.")
    percent: Percent | None = Field(None, description="Percent of the sub-question's maximum.")

    @model_validator(mode="after")
    def _has_a_figure(self) -> QuestionResult:
        if self.points is None and self.percent is None:
            raise PydanticCustomError("missing-key", "missing key", {"key": "points"})
        return self


class Finding(_Part):
    """A strength or something to improve, restated in our own words: one thought, some fifteen words."""

    text: Text
    question: QuestionNumber | None = Field(None, description="The sub-question it belongs to, when clear.")
    page: Count | None = Field(None, description="Page in the source.")


def _finding(value: Any) -> Any:
    if isinstance(value, str):
        return {"text": value}
    if isinstance(value, dict) and len(value) == 1 and not value.keys() & Finding.model_fields.keys():
        start, rest = next(iter(value.items()))
        if rest is None or isinstance(rest, str):
            raise PydanticCustomError("colon-in-text", "colon in text", {"start": str(start)})
    return value


FindingItem = Annotated[Finding, BeforeValidator(_finding, json_schema_input_type=Text | Finding)]


class AreaResult(_Part):
    """What an evaluation says of one area; each key may be missing."""

    points: Points | None = Field(None, description="Points of 100 as printed.")
    impression: Text | None = Field(None, description="The evaluators' impression, in our own words.")
    questions: dict[QuestionNumber, QuestionResult] = {}
    strengths: tuple[FindingItem, ...] = ()
    improvements: tuple[FindingItem, ...] = ()


class Example(_Part):
    """Whom the evaluators pointed to as a good example: a municipality of the registry, or another place."""

    municipality: Text | None = Field(None, description="A name in the registry, or its four-digit code in quotes.")
    place: Text | None = Field(None, description="A place outside the registry.")
    kind: PlaceKind | None = Field(None, description="What the place is.")
    part_of: Text | None = Field(None, description="The city that a district belongs to.")
    country: Text | None = Field(None, description="The country of a foreign place.")
    area: AreaNumber | None = None
    question: QuestionNumber | None = None
    topic: Text = Field(description="What it is an example of.")
    page: Count | None = Field(None, description="Page in the source.")

    @model_validator(mode="after")
    def _names_one_place(self) -> Example:
        if (self.municipality is None) == (self.place is None):
            raise PydanticCustomError("example-place", "example place")
        if self.place is not None and self.kind is None:
            raise PydanticCustomError("missing-key", "missing key", {"key": "kind"})
        if self.municipality is not None and (self.kind or self.part_of or self.country):
            raise PydanticCustomError("example-place", "example place")
        return self

    @property
    def name(self) -> str:
        """The name of the municipality or place."""
        return self.municipality or self.place or ""


class Benchmark(_Part):
    """Comparison figures published with an evaluation, as printed."""

    label: Text
    statistic: Literal["median", "mean"]
    edition: Count
    scope: Literal["all", "first"] | None = Field(None, description="All evaluations, or first-time ones only.")
    period: Text | None = None
    n: Count | None = Field(None, description="How many evaluations it is made of.")
    approximate: Truth = False
    total: Total | None = None
    areas: dict[AreaNumber, Points] = {}


class Source(_Part):
    """A published text that the figures come from."""

    title: Text
    kind: SourceKind
    publisher: Text | None = None
    date: PartialDate | None = None
    url: Url | None = None
    note: Text | None = None


class Note(_Part):
    """What is uncertain; ``about`` is a key of the file or a path as areas.8.questions.8.3."""

    about: Text
    text: Text


def _list(value: Any) -> Any:
    if not isinstance(value, list | tuple):
        raise wrong_type(message_id("a list, each item on a line of its own after a hyphen"))
    return value


class Evaluation(_Part):
    """One municipality's evaluation in one year."""

    municipality: Text = Field(description="A name in the registry, or its four-digit code in quotes.")
    year: Year = Field(description="Must equal the name of the file.")
    edition: Count = Field(description="The edition used: 2002, 2010, 2016 or 2020.")
    visited: PartialDate | None = Field(None, description="When the evaluators visited: year and month, or a date.")
    published: FullDate | None = Field(None, description="The date of the report.")
    first: Truth | None = Field(None, description="Whether it was the municipality's first evaluation.")
    interviews: Count | None = Field(None, description="About how many people were interviewed.")
    evaluators: tuple[Evaluator, ...] = ()
    total: Total | None = Field(None, description="Total of 800 points as printed.")
    summary: Text | None = Field(None, description="The evaluators' overall impression, in our own words.")
    areas: dict[AreaNumber, AreaResult] = {}
    examples: tuple[Example, ...] = ()
    benchmarks: tuple[Benchmark, ...] = ()
    sources: Annotated[tuple[Source, ...], BeforeValidator(_list), Field(min_length=1)]
    notes: tuple[Note, ...] = ()

    @property
    def title(self) -> str:
        """Municipality and year, as in Tingsryd 2019."""
        return f"{self.municipality} {self.year}"

    @cached_property
    def area_points(self) -> dict[int, float]:
        """Points by area, for the areas that have any."""
        return {number: area.points for number, area in self.areas.items() if area.points is not None}

    @cached_property
    def question_results(self) -> dict[str, QuestionResult]:
        """Results by sub-question number, over all areas."""
        return {number: result for area in self.areas.values() for number, result in area.questions.items()}
