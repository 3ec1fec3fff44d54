"""The years that an evaluation can be from, as calendar years; both ends are among them."""

from __future__ import annotations

EARLIEST_YEAR, LATEST_YEAR = 2002, 2099
