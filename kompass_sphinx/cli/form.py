"""``kompass form``: one evaluation's file as fields in the browser."""

from __future__ import annotations

import webbrowser
from http import HTTPStatus
from pathlib import Path

import click

from kompass_sphinx.cli.language import LANGUAGE, text
from kompass_sphinx.form.server import FormServer
from kompass_sphinx.form.session import Session
from kompass_sphinx.language import message_id
from kompass_sphinx.reading.editions import load_catalogue, load_registry
from kompass_sphinx.reading.evaluation_file import EvaluationReader

_FOLDER = Path("evaluations")
_REFUSALS = {
    HTTPStatus.BAD_REQUEST: message_id("This cannot be read as the form. Open the form anew; nothing was saved."),
    HTTPStatus.FORBIDDEN: message_id("Only the form's own page may ask for this."),
    HTTPStatus.NOT_FOUND: message_id("There is no such page. Open the address that kompass form told you."),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: message_id("This is too much for one evaluation. Nothing was saved."),
}
_FAULT = message_id("The form has failed at this, and nothing was saved. Edit the file's text instead.")


@click.command(
    help=text(
        "Open an evaluation as a form in the browser: its file, or municipality and year. "
        "The form is on this machine only; end it with Ctrl+C."
    )
)
@click.argument("what", nargs=-1, required=True, metavar=text("FILE | MUNICIPALITY YEAR"))
@click.option("--port", type=click.IntRange(0, 65535), default=0, help=text("The port; any free one when not given."))
@click.option("--browser/--no-browser", default=True, help=text("Whether to open the browser."))
def form(what: tuple[str, ...], port: int, browser: bool) -> None:
    """Open an evaluation as a form in the browser."""
    registry = load_registry()
    path = _path(what)
    session = Session(path, EvaluationReader(registry, load_catalogue()), LANGUAGE)
    try:
        server = FormServer(session, port, _explain)
    except OSError as error:
        message = text("Port %(port)s cannot be used: %(reason)s", port=port, reason=error.strerror)
        raise click.ClickException(message) from None
    with server:
        click.echo(text("The form for %(path)s: %(address)s", path=path, address=server.address))
        click.echo(text("End it with Ctrl+C."))
        if browser:
            webbrowser.open(server.address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo(text("The form has ended."))


def _path(what: tuple[str, ...]) -> Path:
    """The file that is meant."""
    if len(what) == 2:
        municipality = load_registry().find(what[0])
        if municipality is None:
            raise click.UsageError(text("There is no municipality %(name)s.", name=what[0]))
        path = _FOLDER / municipality.slug / f"{what[1]}.yaml"
    elif len(what) == 1:
        path = Path(what[0])
    else:
        raise click.UsageError(text("Name a file, or a municipality and a year."))
    if not path.is_file():
        message = text("There is no file %(path)s. kompass new makes one to fill in.", path=path)
        raise click.UsageError(message)
    return path


def _explain(status: HTTPStatus) -> str:
    return text(
        _REFUSALS.get(status, message_id("The form has failed at this. Nothing was saved; the file is as before."))
    )
