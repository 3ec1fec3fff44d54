"""``kompass form``: one evaluation's file as fields in the browser."""

from __future__ import annotations

import webbrowser
from http import HTTPStatus
from pathlib import Path
from threading import Thread

import click

from kompass_sphinx.cli.language import LANGUAGE, text
from kompass_sphinx.cli.municipality import municipality_meant
from kompass_sphinx.cli.number import Number
from kompass_sphinx.form.server import FormServer
from kompass_sphinx.form.session import Session
from kompass_sphinx.language import message_id
from kompass_sphinx.model.municipality import Registry
from kompass_sphinx.reading.editions import load_catalogue, load_registry
from kompass_sphinx.reading.evaluation_file import EvaluationReader
from kompass_sphinx.reading.problems import printable
from kompass_sphinx.reading.tree import EVALUATION_NAME

_REFUSALS = {
    HTTPStatus.BAD_REQUEST: message_id("This cannot be read as the form. Open the form anew; nothing was saved."),
    HTTPStatus.FORBIDDEN: message_id("Only the form's own page may ask for this."),
    HTTPStatus.NOT_FOUND: message_id("There is no such page. Open the address that kompass form told you."),
    HTTPStatus.CONFLICT: message_id(
        "The file can no longer be read or written, so nothing was saved. See whether it was moved or deleted, or is "
        "open in another program, and try again."
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: message_id("This is too much for one evaluation. Nothing was saved."),
}
_FAULT = message_id("The form has failed at this, and nothing was saved. Edit the file's text instead.")


@click.command(
    help=text(
        "Edit an evaluation as a form in the browser.\n\n"
        "Name its file, or municipality and year. The form is on this machine only, and the address is for you alone. "
        "What is not changed in the form stays in the file as it is, comments too."
    )
)
@click.argument("what", nargs=-1, metavar=text("FILE | MUNICIPALITY YEAR"))
@click.option(
    "--evaluations",
    metavar=text("FOLDER"),
    type=click.Path(file_okay=False, path_type=Path),
    default="evaluations",
    show_default=True,
    help=text("The folder of all evaluations."),
)
@click.option("--port", metavar=text("NUMBER"), type=Number(1, 65535), help=text("Any free one, without it."))
@click.option("--no-browser", is_flag=True, help=text("Tell the address, and leave the browser alone."))
def form(what: tuple[str, ...], evaluations: Path, port: int | None, *, no_browser: bool) -> None:
    """Serve the form until the person ends it."""
    registry = load_registry()
    path = _path(what, evaluations, registry)
    try:
        session = Session(path, EvaluationReader(registry, load_catalogue(), advises=True), LANGUAGE)
        server = FormServer(session, port or 0, _explain)
    except OSError as error:
        message = text("Port %(port)s cannot be used (%(reason)s).", port=port, reason=error.strerror)
        raise click.ClickException(message) from None
    with server:
        click.echo(text("The form of %(path)s: %(address)s", path=path.as_posix(), address=server.address))
        click.echo(text("It is there until you end it with Ctrl+C."))
        if not no_browser:
            # Some browsers run in this very terminal, and come back when they are closed: the form answers meanwhile.
            Thread(target=webbrowser.open, args=(server.address,), name="browser", daemon=True).start()
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo(text("The form has ended."))


def _path(what: tuple[str, ...], evaluations: Path, registry: Registry) -> Path:
    """The file that is meant."""
    if len(what) == 1:
        path = Path(what[0])
    elif len(what) == 2:
        municipality = municipality_meant(what[0], registry, text("MUNICIPALITY"))
        path = evaluations / municipality.slug / f"{what[1]}.yaml"
    else:
        raise click.UsageError(text("Name a file, or a municipality and a year."))
    shown = printable(path.as_posix())
    if not path.is_file():
        message = text("There is no file %(path)s. kompass new begins one.", path=shown)
        raise click.UsageError(message)
    if not EVALUATION_NAME.fullmatch(path.name):
        message = text("%(path)s is no evaluation: its file is named after the year, such as 2019.yaml.", path=shown)
        raise click.UsageError(message)
    return path


def _explain(status: HTTPStatus) -> str:
    return text(_REFUSALS.get(status, _FAULT))
