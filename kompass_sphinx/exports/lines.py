"""Files with a line for each evaluation, in which one line can be written anew without making the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

BEFORE, BETWEEN, AFTER = "\n", ",\n", "\n"


def in_lines(lines: Iterable[str]) -> Iterator[str]:
    """The entries of a JSON list, each on a line of its own, in parts."""
    separator = BEFORE
    for line in lines:
        yield f"{separator}{line}"
        separator = BETWEEN
    yield AFTER


def with_lines(content: bytes, lines: Mapping[str, str]) -> bytes:
    """The content of a file with other lines in place of those that begin with the keys: of evaluations, or the first.

    Raises KeyError where there is no such line.
    """
    parts, end = [], 0
    for start, line in sorted((_place(content, beginning), line) for beginning, line in lines.items()):
        parts += [content[end:start], line.encode()]
        end = content.index(b"\n", start)
        end -= content[end - 1 : end] == b","
    return b"".join([*parts, content[end:]])


def _place(content: bytes, beginning: str) -> int:
    start = beginning.encode()
    if content.startswith(start):
        return 0
    place = content.find(b"\n" + start)
    if place < 0:
        raise KeyError(beginning)
    return place + 1
