"""Runs the command in a test."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from kompass_sphinx.cli import kompass


def run(*arguments: str | Path, asked: str | None = None) -> Result:
    """What `kompass` does with these arguments; an exception that reaches the user fails the test."""
    return CliRunner().invoke(
        kompass, [str(one) for one in arguments], input=asked, prog_name="kompass", catch_exceptions=False
    )


def write(folder: Path, files: dict[str, str]) -> Path:
    """The folder with these files in it."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder
