"""All that was read of one report, before it is written as a draft."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kompass_sphinx.importing.doubts import Doubt
    from kompass_sphinx.importing.pointed_out import PointedOut
    from kompass_sphinx.importing.readings import Read


@dataclass(frozen=True, slots=True)
class ReadScore:
    """Points and percent of a sub-question, either of them None when the report has not said."""

    points: float | None
    percent: float | None
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class ReadArea:
    """What was read of an area."""

    points: Read[float] | None = None
    scores: dict[str, ReadScore] = field(default_factory=dict)
    strengths: tuple[Read[str], ...] = ()
    improvements: tuple[Read[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What was read of a report; what is None was not found. ``unplaced`` are findings outside any area."""

    municipality: Read[str] | None
    year: Read[int] | None
    edition: Read[int]
    visited: Read[str] | None
    published: Read[str] | None
    first: Read[bool] | None
    interviews: Read[int] | None
    evaluators: tuple[Read[tuple[str, str]], ...]
    total: Read[float] | None
    areas: dict[int, ReadArea]
    pointed_out: tuple[PointedOut, ...]
    unplaced: tuple[Read[str], ...]
    source: str
