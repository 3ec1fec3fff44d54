"""Data as scripts: unlike ``fetch``, a script also loads from a folder, under ``default-src 'self'``.

Each hands its data to ``kompass.receive`` of the theme's kompass.js, under its own path from the site's root.
"""

from __future__ import annotations

import json


def as_script(path: str, json_text: str) -> str:
    """The script at ``path`` that hands over what is written as JSON."""
    return f"{script_beginning(path)}{as_line(json_text.rstrip())}{SCRIPT_END}"


SCRIPT_END = ");\n"


def script_beginning(path: str) -> str:
    """What stands before the JSON in the script at ``path``."""
    return f"kompass.receive({json.dumps(path)}, "


def as_line(json_text: str) -> str:
    """JSON as a script can hold it: JSON allows these two in a text; in a script they would end a line."""
    return json_text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
