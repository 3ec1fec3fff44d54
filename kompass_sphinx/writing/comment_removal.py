"""A text without one of its comments."""

from __future__ import annotations

from kompass_sphinx.writing.nodes import comments, compose


def without_comment(text: str, line: int, beginning: str) -> str:
    """The text without the comment on a line (from 1) from the hash sign before ``beginning`` on.

    A line on which nothing is left goes too. The text is as it was when there is no such comment on the line.
    """
    for one in comments(text, compose(text)):
        found = text.find(beginning, one.start, one.end)
        if text.count("\n", 0, one.start) + 1 != line or found < 0:
            continue
        start = len(text[: text.rfind("#", one.start, found)].rstrip(" \t"))
        line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", one.end) + 1
        is_all = start == line_start and line_end > 0
        return text[:start] + text[line_end if is_all else one.end :]
    return text
