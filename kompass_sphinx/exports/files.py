"""All data files beside the pages: their paths, relative to the output, and their texts."""

from __future__ import annotations

from collections.abc import Iterator

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.exports.comparison import comparison_json, evaluation_rows
from kompass_sphinx.exports.json_twin import archive_text, as_text, evaluation_text
from kompass_sphinx.exports.municipalities import MUNICIPALITIES_FILE, municipalities_script
from kompass_sphinx.exports.scripts import as_script
from kompass_sphinx.exports.search_records import search_shards, shard_paths
from kompass_sphinx.exports.site_index import SITE_INDEX_FILE
from kompass_sphinx.reading.schema import SCHEMA_NAME, evaluation_schema_text
from kompass_sphinx.views.context import Context

SCHEMA_FILE = f"data/{SCHEMA_NAME}"
ARCHIVE_FILE = "data/evaluations.json"
LIST_SCRIPT = "data/evaluations.js"
COMPARISON_SCRIPT = "data/compare.js"


def data_paths(archive: Archive) -> frozenset[str]:
    """The paths of all data files, that of the site's index too, which ``data_files`` does not make."""
    twins = (f"evaluations/{slug}/{year}.{kind}" for slug, year in archive.evaluations for kind in ("json", "js"))
    whole = (ARCHIVE_FILE, LIST_SCRIPT, COMPARISON_SCRIPT, MUNICIPALITIES_FILE, SCHEMA_FILE, SITE_INDEX_FILE)
    return frozenset([*whole, *shard_paths(archive.catalogue), *twins])


def data_files(context: Context, announcement: str) -> Iterator[tuple[str, str]]:
    """The path and the text of every file that is made from the archive alone; ``announcement`` as in archive_text."""
    archive = context.archive
    texts = []
    for (slug, year), evaluation in archive.evaluations.items():
        texts.append(evaluation_text(archive, evaluation))
        yield f"evaluations/{slug}/{year}.json", texts[-1]
        script = f"evaluations/{slug}/{year}.js"
        yield script, as_script(script, texts[-1])
    yield ARCHIVE_FILE, archive_text(archive, texts, announcement)
    yield LIST_SCRIPT, as_script(LIST_SCRIPT, as_text(evaluation_rows(archive)))
    yield COMPARISON_SCRIPT, as_script(COMPARISON_SCRIPT, as_text(comparison_json(archive)))
    yield MUNICIPALITIES_FILE, municipalities_script(archive.registry)
    yield SCHEMA_FILE, evaluation_schema_text(context.language.gettext)
    yield from search_shards(context)
