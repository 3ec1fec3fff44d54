"""One process of the live server: until it is ended, or until the program or the settings have changed."""

from __future__ import annotations

import sys
from pathlib import Path

from kompass_sphinx.site.live import RESTART
from kompass_sphinx.site.live.live_site import LiveSite
from kompass_sphinx.site.live.server import LiveServer, live

PORT = 8000


def main(source: Path, folder: Path) -> int:
    """The exit status."""
    site = LiveSite(source, folder)
    try:
        server = LiveServer(site, PORT)
    except OSError as error:
        sys.stderr.write(
            f"Port {PORT} of this machine cannot be had: {error.strerror}. Is `make live` running already?\n"
        )
        return 1
    with live(server, source):
        sys.stdout.write(f"The site is at {server.address}. It follows what you save; Ctrl+C ends it.\n")
        sys.stdout.flush()
        server.ended.wait()
    return RESTART if server.must_restart else 1


if __name__ == "__main__":
    try:
        sys.exit(main(*map(Path, sys.argv[1:])))
    except KeyboardInterrupt:
        sys.exit(0)
