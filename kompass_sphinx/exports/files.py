"""All data files beside the pages: their paths, relative to the output, and their texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from kompass_sphinx.archive.archive import Archive, Key
from kompass_sphinx.exports.comparison import comparison_json, evaluation_rows
from kompass_sphinx.exports.json_twin import (
    ARCHIVE_BEGINNING,
    archive_head,
    as_text,
    evaluation_text,
    line_beginning,
)
from kompass_sphinx.exports.municipalities import MUNICIPALITIES_FILE, municipalities_script
from kompass_sphinx.exports.scripts import as_script, script_beginning
from kompass_sphinx.exports.search_records import (
    NO_THEME,
    row_beginning,
    search_row,
    search_shard,
    shard_head,
    shard_path,
    shards,
)
from kompass_sphinx.exports.site_index import SITE_INDEX_FILE
from kompass_sphinx.model.edition import Catalogue
from kompass_sphinx.reading.schema import evaluation_schema_text
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.data_files import ARCHIVE_FILE, SCHEMA_FILE

LIST_SCRIPT = "data/evaluations.js"
COMPARISON_SCRIPT = "data/compare.js"

DataFile = tuple[str, str]
"""A path and a text."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes one file, or a few that have most of the work in common: those at ``paths``."""

    paths: tuple[str, ...]
    make: Callable[[], tuple[str, ...]]
    """Their texts, in the same order."""

    def files(self) -> list[DataFile]:
        """The files with their texts."""
        return list(zip(self.paths, self.make(), strict=True))


def data_paths(archive: Archive) -> frozenset[str]:
    """The paths of all data files, that of the site's index too."""
    twins = (f"evaluations/{slug}/{year}.{kind}" for slug, year in archive.evaluations for kind in ("json", "js"))
    whole = (LIST_SCRIPT, COMPARISON_SCRIPT, MUNICIPALITIES_FILE, SCHEMA_FILE, SITE_INDEX_FILE)
    return frozenset([*whole, *line_files(archive.catalogue), *twins])


def line_files(catalogue: Catalogue) -> frozenset[str]:
    """The paths of the files in which an evaluation has a line of its own."""
    return frozenset([ARCHIVE_FILE, *(shard_path(theme, edition) for theme, edition in shards(catalogue))])


def makers(context: Context, keys: Iterable[Key]) -> list[Maker]:
    """What makes every file that the archive alone makes, except that of the whole archive; in any order.

    ``keys`` are those of all evaluations.
    """
    archive = context.archive
    whole = {
        LIST_SCRIPT: _list_script,
        COMPARISON_SCRIPT: _comparison_script,
        MUNICIPALITIES_FILE: _municipalities,
        SCHEMA_FILE: _schema,
    }
    return [
        *(Maker((twin_path(key), _script_path(key)), partial(_twins, archive, key)) for key in keys),
        *(Maker((path,), partial(one, context)) for path, one in whole.items()),
        *(
            Maker((shard_path(theme, edition),), partial(_shard, context, theme, edition))
            for theme, edition in shards(archive.catalogue)
        ),
    ]


class Line(NamedTuple):
    """A line of the file of many evaluations at ``path``, and what it alone begins with there."""

    path: str
    beginning: str
    text: str


def lines_of(context: Context, key: Key) -> Iterator[Line]:
    """Where an evaluation stands on a line of its own."""
    archive = context.archive
    evaluation = archive.evaluations[key]
    yield Line(ARCHIVE_FILE, line_beginning(*key), evaluation_text(archive, evaluation).rstrip())
    for theme in (*archive.catalogue.themes, NO_THEME):
        row = search_row(context, evaluation, theme)
        if row:
            yield Line(shard_path(theme, evaluation.edition), row_beginning(*key), row)


def heads_of(context: Context, edition: int, areas: Iterable[int], announcement: str) -> Iterator[Line]:
    """The lines before those of evaluations that tell of the figures of an edition, in the total or in these areas.

    ``announcement`` as in ``archive_text``.
    """
    archive = context.archive
    yield Line(ARCHIVE_FILE, ARCHIVE_BEGINNING, archive_head(archive, announcement))
    for area in areas:
        theme = archive.catalogue.theme_of(edition, area).id
        path = shard_path(theme, edition)
        yield Line(path, script_beginning(path), shard_head(context, theme, edition))


def twin_path(key: Key) -> str:
    """The path of an evaluation's JSON file."""
    return f"evaluations/{key[0]}/{key[1]}.json"


def _script_path(key: Key) -> str:
    return f"evaluations/{key[0]}/{key[1]}.js"


def _twins(archive: Archive, key: Key) -> tuple[str, str]:
    text = evaluation_text(archive, archive.evaluations[key])
    return text, as_script(_script_path(key), text)


def _list_script(context: Context) -> tuple[str]:
    return (as_script(LIST_SCRIPT, as_text(evaluation_rows(context.archive.but_texts))),)


def _comparison_script(context: Context) -> tuple[str]:
    return (as_script(COMPARISON_SCRIPT, as_text(comparison_json(context.archive.but_texts))),)


def _municipalities(context: Context) -> tuple[str]:
    return (municipalities_script(context.archive.registry),)


def _schema(context: Context) -> tuple[str]:
    return (evaluation_schema_text(context.language.gettext),)


def _shard(context: Context, theme: str, edition: int) -> tuple[str]:
    return (search_shard(replace(context, archive=context.archive.whole), theme, edition),)
