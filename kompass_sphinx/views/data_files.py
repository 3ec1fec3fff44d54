"""The files with data of the whole archive, for those who want to take it with them."""

from __future__ import annotations

from kompass_sphinx.frozen import dataclass
from kompass_sphinx.reading.tree import SCHEMA_NAME
from kompass_sphinx.views.context import Context

ARCHIVE_FILE = "data/evaluations.json"
SCHEMA_FILE = f"data/{SCHEMA_NAME}"


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file by its path, relative to the output, and what it holds."""

    path: str
    title: str


def data_files(context: Context) -> tuple[FileLink, ...]:
    """The whole archive, and the schema of its files."""
    return (
        FileLink(ARCHIVE_FILE, context.text("All evaluations in one file, JSON")),
        FileLink(SCHEMA_FILE, context.text("The schema of the evaluations’ YAML files, JSON Schema")),
    )
