"""Makes a folder of made-up evaluations: ``python -m tests.demonstration FOLDER COUNT``."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.demonstration.folder import RefusedError, generate

USAGE = "Usage: python -m tests.demonstration FOLDER COUNT\n"


def main(arguments: list[str]) -> int:
    """The exit status of the command."""
    if len(arguments) != 2 or not arguments[1].isdecimal():
        sys.stderr.write(USAGE)
        return 2
    folder, count = Path(arguments[0]), int(arguments[1])
    try:
        generate(folder, count)
    except RefusedError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{count} made-up evaluations are in {folder}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
