"""Rooms import only back along the line, and Sphinx stays in its room."""

from __future__ import annotations

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports


def test_rooms_import_only_back_along_the_line() -> None:
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS
