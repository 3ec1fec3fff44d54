"""Marks in comments that ask the writer of a file for something; ``kompass check`` warns as long as one is left."""

from __future__ import annotations

UNSURE = "OSÄKER:"
"""What an import is unsure of, with the reason after it."""

RESTATE = "SKRIV OM:"
"""Texts that are still the report's own."""
