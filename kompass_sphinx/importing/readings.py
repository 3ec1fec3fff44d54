"""What was read of a report, each thing with what speaks against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from kompass_sphinx.importing.doubts import Doubt

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """A value, the reason to doubt it if there is one, and the page it stands on where pages are known."""

    value: T
    doubt: Doubt | None = None
    page: int | None = None
