"""The municipality that a person means: by name, by code, or after a question when it was a slip of the pen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from kompass_sphinx.cli.language import text
from kompass_sphinx.cli.number import Number
from kompass_sphinx.reading.problems import printable

if TYPE_CHECKING:
    from kompass_sphinx.model.municipality import Municipality, Registry


def municipality_meant(asked: str, registry: Registry, param_hint: str) -> Municipality:
    """The municipality with this name or code, capitals or not; on a terminal the person is asked which of the nearest.

    Raises click.BadParameter, which names ``param_hint``.
    """
    wanted = " ".join(asked.split())
    same = registry.find(wanted) or next((one for one in registry if one.name.casefold() == wanted.casefold()), None)
    if same is not None:
        return same
    nearest = registry.nearest(wanted)
    name = printable(wanted)
    if not nearest:
        message = text("There is no municipality %(name)s. Write its name or its four-digit code.", name=name)
        raise click.BadParameter(message, param_hint=param_hint)
    if not _can_be_asked():
        message = text("There is no municipality %(name)s. Nearest: %(near)s.", name=name, near=", ".join(nearest))
        raise click.BadParameter(message, param_hint=param_hint)
    click.echo(text("There is no municipality %(name)s. Which one is meant?", name=name), err=True)
    for number, near in enumerate(nearest, start=1):
        click.echo(f"  {number}  {near}", err=True)
    chosen = click.prompt(text("Number"), type=Number(1, len(nearest)), err=True)
    return registry.by_name[nearest[chosen - 1]]


def _can_be_asked() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()
