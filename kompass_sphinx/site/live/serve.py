"""One process of the live server: until it is ended, or until the program or the settings have changed."""

from __future__ import annotations

import sys
from pathlib import Path

from kompass_sphinx.site.live import FAILED, NO_PORT, RESTART
from kompass_sphinx.site.live.live_site import live_site
from kompass_sphinx.site.live.server import LiveServer, live


def main(source: Path, folder: Path, port: int) -> int:
    """The exit status."""
    with live_site(source, folder) as site:
        try:
            server = LiveServer(site, port)
        except OSError as error:
            other = f"make live LIVE_PORT={port + 1}"
            sys.stderr.write(f"Port {port} cannot be had ({error.strerror}). Another one: {other}\n")
            return NO_PORT
        with live(server, source):
            sys.stdout.write(f"The site is at {server.address}. It follows what you save; Ctrl+C ends it.\n")
            sys.stdout.flush()
            server.ended.wait()
        return RESTART if server.must_restart else FAILED


if __name__ == "__main__":
    try:
        sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])))
    except KeyboardInterrupt:
        sys.exit(0)
