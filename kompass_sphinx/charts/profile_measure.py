"""The measures of a profile in SVG units: a row of 60 holds a label of one or two lines and the bar under it."""

from __future__ import annotations

from typing import Final

WIDTH: Final = 300
ROW: Final = 60
BAR: Final = 45
BAR_HEIGHT: Final = 9
BAR_WIDTH: Final = 262
LABEL: Final = 38
LEADING: Final = 17.5
VALUE: Final = 55
TEXT: Final = 15.9
