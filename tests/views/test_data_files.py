"""The files with data of the whole archive, as the page on data links to them."""

from __future__ import annotations

from kompass_sphinx.exports.files import data_paths
from kompass_sphinx.views.data_files import data_files
from tests.archives import archive_of, context_of


def test_every_file_that_is_linked_is_there_and_says_what_it_is() -> None:
    context = context_of(archive_of())
    files = data_files(context)
    assert {one.path for one in files} < data_paths(context.archive)
    assert all(one.title for one in files)
