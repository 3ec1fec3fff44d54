"""Changes in an evaluation file that leave every other byte as it was.

Only the places of changed values are written anew; the rest of the text, comments and layout included, is never
taken apart. A comment on a line of its own is never removed; one behind a value goes with its line.
"""

from __future__ import annotations

from kompass_sphinx.writing.block_collections import BlockCollections
from kompass_sphinx.writing.edits import applied
from kompass_sphinx.writing.lines import Lines
from kompass_sphinx.writing.nodes import Value, comments, compose
from kompass_sphinx.writing.origins import Origins


def rewritten(text: str, wanted: dict[str, Value], origins: Origins) -> str:
    """The text, saying ``wanted``: a mapping as the text is one, with at least one key in common.

    The text is one that ``reading.yaml_text.parse`` finds nothing wrong with, except values left empty. In a list
    without origins each item is the one that stood at its place. Raises ValueError rather than give a text that says
    something else than ``wanted``.
    """
    # With a line end behind the last line, every line has one.
    line_end = "\r\n" if "\r\n" in text else "\n"
    added = "" if text.endswith("\n") else line_end
    whole = text + added
    root = compose(text)
    edits = BlockCollections(Lines(whole, line_end, comments(whole, root)), origins).edits(root, wanted, ())
    if edits is None:
        raise ValueError("nothing of the text remains")
    result = applied(whole, 0, len(whole), edits).removesuffix(added)
    if compose(result).value != wanted:
        raise ValueError("the text would not say what is wanted")
    return result
