"""An evaluation: what one file of the archive says.

The field descriptions are the source of the editor's JSON Schema. Rules that need more than the value
itself (the registry, the edition, the file's name) are checked in ``kompass_sphinx.reading.checks``.
"""

from __future__ import annotations

from dataclasses import dataclass as plain_dataclass
from dataclasses import fields
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, model_validator
from pydantic.dataclasses import dataclass
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


def _by_area(schema: dict[str, Any]) -> None:
    """Say which numbers there are, so that an editor offers them and marks others.

    It takes the keys for numbers, which match patterns but none of the properties that it offers.
    """
    item = schema.pop("additionalProperties")
    numbers = {str(number): item for number in range(1, 9)}
    schema |= {"properties": numbers, "patternProperties": {"^[1-8]$": item}, "additionalProperties": False}


def _by_question(schema: dict[str, Any]) -> None:
    item = schema.pop("additionalProperties")
    schema |= {"patternProperties": {r"^[1-8]\.[1-9]\d?$": item}, "additionalProperties": False}


# Validators take longest to make: only what reads a file needs them.
_CONFIG = ConfigDict(extra="forbid", defer_build=True)


@dataclass(frozen=True, kw_only=True, slots=True, config=_CONFIG)
class Evaluator:
    """One of the people who made the evaluation."""

    name: Text = Field(description=message_id("The evaluator's name."))
    affiliation: Text | None = Field(default=None, description=message_id("The evaluator's employer at the time."))


@dataclass(frozen=True, kw_only=True, slots=True, config=_CONFIG)
class QuestionResult:
    """The figures of a sub-question: printed points and percent of the maximum, at least one of them."""

    points: Points | None = Field(default=None, description=message_id("Points as printed."))
    percent: Percent | None = Field(default=None, description=message_id("Percent of the sub-question's maximum."))

    @model_validator(mode="after")
    def _has_a_figure(self) -> QuestionResult:
        if self.points is None and self.percent is None:
            raise PydanticCustomError("missing-key", "missing key", {"key": "points"})
        return self

    @property
    def has_both(self) -> bool:
        """Whether there are points and percent."""
        return self.points is not None and self.percent is not None


@dataclass(frozen=True, kw_only=True, slots=True, config=_CONFIG)
class Finding:
    """A strength or something to improve, restated in our own words: one thought, some fifteen words."""

    text: Text = Field(description=message_id("One thought in our own words, some fifteen of them."))
    question: QuestionNumber | None = Field(
        default=None, description=message_id("The sub-question it belongs to, when clear.")
    )
    page: Count | None = Field(default=None, description=message_id("Page in the source."))


def _finding(value: Any) -> Any:
    if isinstance(value, str):
        return {"text": value}
    if isinstance(value, dict) and len(value) == 1 and not value.keys() & _FINDING_KEYS:
        start, rest = next(iter(value.items()))
        if rest is None or isinstance(rest, str):
            raise PydanticCustomError("colon-in-text", "colon in text", {"start": str(start)})
    return value


_FINDING_KEYS = frozenset(field.name for field in fields(Finding))

FindingItem = Annotated[Finding, BeforeValidator(_finding, json_schema_input_type=Text | Finding)]


@dataclass(frozen=True, kw_only=True, slots=True, config=_CONFIG)
class AreaResult:
    """What an evaluation says of one area; each key may be missing."""

    points: Points | None = Field(default=None, description=message_id("Points of 100 as printed."))
    impression: Text | None = Field(
        default=None, description=message_id("The evaluators' impression, in our own words.")
    )
    questions: dict[QuestionNumber, QuestionResult] = Field(
        default={},
        description=message_id("The results of sub-questions, by their numbers: 4.3."),
        json_schema_extra=_by_question,
    )
    strengths: tuple[FindingItem, ...] = Field(
        default=(), description=message_id("What the evaluators praised: one item for each thought.")
    )
    improvements: tuple[FindingItem, ...] = Field(
        default=(), description=message_id("What the evaluators advised: one item for each thought.")
    )


@dataclass(frozen=True, kw_only=True, slots=True, config=_CONFIG)
class Example:
    """Whom the evaluators pointed to as a good example: a municipality of the registry, or another place."""

    municipality: Text | None = Field(
        default=None, description=message_id("A name in the registry, or its four-digit code in quotes.")
    )
    place: Text | None = Field(default=None, description=message_id("A place outside the registry."))
    kind: PlaceKind | None = Field(default=None, description=message_id("What the place is."))
    part_of: Text | None = Field(default=None, description=message_id("The city that a district belongs to."))
    country: Text | None = Field(default=None, description=message_id("The country of a foreign place."))
    area: AreaNumber | None = Field(default=None, description=message_id("The number of the area it belongs to."))
    question: QuestionNumber | None = Field(
        default=None, description=message_id("The number of the sub-question it belongs to.")
    )
    topic: Text = Field(description=message_id("What it is an example of."))
    page: Count | None = Field(default=None, description=message_id("Page in the source."))

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


@dataclass(frozen=True, kw_only=True, slots=True, config=_CONFIG)
class Benchmark:
    """Comparison figures published with an evaluation, as printed."""

    label: Text = Field(description=message_id("What the figures are, as in Median 2002–2009."))
    statistic: Literal["median", "mean"] = Field(description=message_id("The kind of average."))
    edition: Count = Field(description=message_id("The edition that the figures belong to."))
    scope: Literal["all", "first"] | None = Field(
        default=None, description=message_id("All evaluations, or first-time ones only.")
    )
    period: Text | None = Field(default=None, description=message_id("The years that the figures are about, as text."))
    n: Count | None = Field(default=None, description=message_id("How many evaluations it is made of."))
    approximate: Truth = Field(default=False, description=message_id("Whether the figures are only given roughly."))
    total: Total | None = Field(default=None, description=message_id("Total of 800 points as printed."))
    areas: dict[AreaNumber, Points] = Field(
        default={}, description=message_id("Points of areas, by their numbers."), json_schema_extra=_by_area
    )


@dataclass(frozen=True, kw_only=True, slots=True, config=_CONFIG)
class Source:
    """A published text that the figures come from."""

    title: Text = Field(description=message_id("The title of the source."))
    kind: SourceKind = Field(description=message_id("What kind of text it is."))
    publisher: Text | None = Field(default=None, description=message_id("Who published it."))
    date: PartialDate | None = Field(
        default=None, description=message_id("When it was published: year and month, or a date.")
    )
    url: Url | None = Field(default=None, description=message_id("Its address, beginning with https or http."))
    note: Text | None = Field(default=None, description=message_id("Something to know about the source."))


@dataclass(frozen=True, kw_only=True, slots=True, config=_CONFIG)
class Note:
    """What is uncertain; ``about`` is a key of the file or a path as areas.8.questions.8.3."""

    about: Text = Field(
        description=message_id("What the note is about: a key of this file, or a path such as areas.8.questions.8.3.")
    )
    text: Text = Field(description=message_id("What is uncertain, and why."))


def _list(value: Any) -> Any:
    if not isinstance(value, list | tuple):
        raise wrong_type(message_id("a list, each item on a line of its own after a hyphen"))
    return value


@plain_dataclass(frozen=True, slots=True)
class EvaluationReference:
    """Which evaluation: enough to name it and to link to it, and nothing of what it says."""

    municipality: str
    year: int
    edition: int

    @property
    def title(self) -> str:
        """Municipality and year, as in Tingsryd 2019."""
        return f"{self.municipality} {self.year}"


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class Evaluation:
    """One municipality's evaluation in one year."""

    municipality: Text = Field(description=message_id("A name in the registry, or its four-digit code in quotes."))
    year: Year = Field(description=message_id("Must equal the name of the file."))
    edition: Count = Field(description=message_id("The edition used: 2002, 2010, 2016 or 2020."))
    visited: PartialDate | None = Field(
        default=None, description=message_id("When the evaluators visited: year and month, or a date.")
    )
    published: FullDate | None = Field(default=None, description=message_id("The date of the report."))
    first: Truth | None = Field(
        default=None, description=message_id("Whether it was the municipality's first evaluation.")
    )
    interviews: Count | None = Field(default=None, description=message_id("About how many people were interviewed."))
    evaluators: tuple[Evaluator, ...] = Field(default=(), description=message_id("Those who made the evaluation."))
    total: Total | None = Field(default=None, description=message_id("Total of 800 points as printed."))
    summary: Text | None = Field(
        default=None, description=message_id("The evaluators' overall impression, in our own words.")
    )
    areas: dict[AreaNumber, AreaResult] = Field(
        default={},
        description=message_id("The areas by their numbers, 1 to 8; only those that something is known of."),
        json_schema_extra=_by_area,
    )
    examples: tuple[Example, ...] = Field(
        default=(), description=message_id("Whom the evaluators pointed to as good examples.")
    )
    benchmarks: tuple[Benchmark, ...] = Field(
        default=(), description=message_id("Comparison figures that the report prints.")
    )
    sources: Annotated[
        tuple[Source, ...],
        BeforeValidator(_list),
        Field(min_length=1, description=message_id("The published texts that all of this comes from, at least one.")),
    ]
    notes: tuple[Note, ...] = Field(
        default=(), description=message_id("What is uncertain, shown beside the figure it is about.")
    )

    @property
    def title(self) -> str:
        """Municipality and year, as in Tingsryd 2019."""
        return f"{self.municipality} {self.year}"

    @cached_property
    def reference(self) -> EvaluationReference:
        """Which evaluation this is."""
        return EvaluationReference(self.municipality, self.year, self.edition)

    @cached_property
    def area_points(self) -> dict[int, float]:
        """Points by area, for the areas that have any."""
        return {number: area.points for number, area in self.areas.items() if area.points is not None}

    @cached_property
    def question_results(self) -> dict[str, QuestionResult]:
        """Results by sub-question number, over all areas."""
        return {number: result for area in self.areas.values() for number, result in area.questions.items()}
