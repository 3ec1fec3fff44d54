"""One process of the live server: until it is ended, or until the program or the settings have changed."""

from __future__ import annotations

import sys
from pathlib import Path

from kompass_sphinx.site.live import FAILED, NO_PORT, RESTART
from kompass_sphinx.site.live.live_site import live_site
from kompass_sphinx.site.live.server import LiveServer, live
from kompass_sphinx.site.live.words import say, text


def main(source: Path, folder: Path, port: int) -> int:
    """The exit status."""
    with live_site(source, folder) as site:
        try:
            server = LiveServer(site, port)
        except OSError as error:
            message = text(
                "Port %(port)s cannot be had (%(reason)s). Another one: %(command)s",
                port=port,
                reason=error.strerror,
                command=f"make live LIVE_PORT={port + 1}",
            )
            say(sys.stderr, message)
            return NO_PORT
        with live(server, source):
            message = text(
                "The site is at %(address)s. It follows what you save; Ctrl+C ends it.", address=server.address
            )
            say(sys.stdout, message)
            server.ended.wait()
        return RESTART if server.must_restart else FAILED


if __name__ == "__main__":
    try:
        sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])))
    except KeyboardInterrupt:
        sys.exit(0)
