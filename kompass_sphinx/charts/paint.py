"""The colours of marks as presentation attributes, for pages whose theme knows nothing of these charts.

The project's theme overrides all of them by class (dark mode, print, forced colours): an attribute gives way to any
rule.
"""

from __future__ import annotations

from typing import Final

OWN: Final = "#0b5068"
OTHER: Final = "#99480a"
QUIET: Final = "#525d64"
RULE: Final = "#dcd8ce"
RULE_STRONG: Final = "#87826f"
TRACK: Final = "#e7e3d8"
