"""``python -m kompass_sphinx.site.live SOURCE FOLDER [--port PORT]``: serve a project's site while it is being written.

FOLDER is for what it writes. A change of the program or of the settings takes a new process: this one starts it, and
starts it again when it ends because of such a change, or when a file has been saved after it failed.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from threading import Event

import click

from kompass_sphinx.site.live import NO_PORT, RESTART
from kompass_sphinx.site.live.watching import folders_of, watching
from kompass_sphinx.site.live.words import say, text


def serve(source: Path, folder: Path, port: int) -> int:
    """Start the server again and again until somebody ends it."""
    command = [sys.executable, "-m", "kompass_sphinx.site.live.serve", str(source), str(folder), str(port)]
    while True:
        with subprocess.Popen(command) as server:  # noqa: S603 - our own module
            try:
                status = server.wait()
            finally:
                server.terminate()
        if status in {0, NO_PORT}:
            return status
        if status != RESTART:
            wait_for_a_save(source)


def wait_for_a_save(source: Path) -> None:
    """Say so, and return when a file of the project or of the program has changed."""
    saved = Event()
    with watching(source, folders_of(source), lambda _: saved.set()):
        say(sys.stderr, text("The server stopped. Mend what is said above; it starts again when a file is saved."))
        saved.wait()


@click.command(help=text("Serve the site of SOURCE while it is being written; FOLDER is for what the server writes."))
@click.argument("source", type=click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path))
@click.argument("folder", type=click.Path(file_okay=False, resolve_path=True, path_type=Path))
@click.option("--port", default=8000, show_default=True, help=text("The port to listen on; 0 is any that is free."))
def main(source: Path, folder: Path, port: int) -> None:
    """Serve until the person ends it."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that the server ends with this process
    try:
        sys.exit(serve(source, folder, port))
    except KeyboardInterrupt:
        sys.exit(0)


if __name__ == "__main__":
    main()
