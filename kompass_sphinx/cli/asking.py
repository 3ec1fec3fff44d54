"""Which municipality is meant: by its name or code, or by asking when it is neither."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from kompass_sphinx.cli.language import text

if TYPE_CHECKING:
    from kompass_sphinx.model.municipality import Municipality, Registry


def municipality_named(wanted: str, registry: Registry) -> Municipality:
    """The municipality with this name, code or slug; asks at a terminal which of the like-named ones is meant.

    Raises click.BadParameter, with the names most like it, when nobody can be asked or none is like it.
    """
    name = wanted.strip()
    exact = registry.find(name) or registry.by_slug.get(name)
    if exact is not None:
        return exact
    near = registry.nearest(name)
    if not near:
        raise click.BadParameter(
            text(
                "No municipality is called anything like “%(name)s”. Give its name as in the list of Sweden's "
                "municipalities, or its four-digit code.",
                name=name,
            )
        )
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise click.BadParameter(
            text(
                "No municipality is called “%(name)s”. The names most like it: %(names)s.",
                name=name,
                names=", ".join(near),
            )
        )
    return registry.by_name[_asked(name, near)]


def _asked(name: str, near: tuple[str, ...]) -> str:
    click.echo(text("No municipality is called “%(name)s”. Which one is meant?", name=name), err=True)
    for number, one in enumerate(near, start=1):
        click.echo(f"  {number}  {one}", err=True)
    answer: int = click.prompt(text("Number"), type=click.IntRange(1, len(near)), err=True)
    return near[answer - 1]
