"""Tries sequences of edits and interruptions for so many minutes: ``python -m tests.exactness MINUTES``."""

from __future__ import annotations

import sys

from tests.exactness.soak import soak

USAGE = "Usage: python -m tests.exactness MINUTES\n"

if __name__ == "__main__":
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal():
        sys.stderr.write(USAGE)
        sys.exit(2)
    sys.exit(soak(int(sys.argv[1])))
