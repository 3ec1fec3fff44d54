"""The marks as those who write files import them; ``kompass check`` looks for the same."""

from __future__ import annotations

from kompass_sphinx.reading.marks import RESTATE, UNSURE

__all__ = ["RESTATE", "UNSURE"]
