"""Serves the live site on this machine alone, and tells the open pages when to load again."""

from __future__ import annotations

import mimetypes
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Event, Thread
from urllib.parse import unquote, urlsplit

from kompass_sphinx.site.live.live_site import LiveSite
from kompass_sphinx.site.live.watching import PACKAGE, folders_of, watching

HOST = "127.0.0.1"
SCRIPT_PATH, EVENTS_PATH = "/_live/reload.js", "/_live/events"
SECONDS_BETWEEN_SIGNS = 15

# A hidden page lets go of its connection: a browser has few of them for one address.
SCRIPT = b"""\
(() => {
  const version = new URL(document.currentScript.src).search;
  let events = null;
  const listen = () => {
    events?.close();
    events = null;
    if (document.hidden) return;
    events = new EventSource("/_live/events" + version);
    events.onmessage = () => { events.close(); location.reload(); };
  };
  document.addEventListener("visibilitychange", listen);
  listen();
})();
"""


class LiveServer(ThreadingHTTPServer):
    """A live site, and which version of it is the latest."""

    daemon_threads = True

    def __init__(self, site: LiveSite, port: int) -> None:
        """Listen on a port of this machine; 0 is any that is free."""
        super().__init__((HOST, port), _Handler)
        self.site = site
        self.changed = Condition()
        self.ended = Event()
        self.must_restart = False
        # No other process has had it: a page that is open since before a restart is told to load again.
        self._started = time.time_ns()
        self._changes = 0

    @property
    def address(self) -> str:
        """Where the site is, with a slash at the end."""
        return f"http://{HOST}:{self.server_port}/"

    @property
    def version(self) -> str:
        """What an open page compares with the version that it was made from."""
        return f"{self._started}-{self._changes}"

    def told(self, paths: set[Path]) -> None:
        """Files have changed: read what they are, and have the open pages load again."""
        if self._shape_pages(paths):
            self.must_restart = True
            self.ended.set()
            return
        try:
            self._read(paths)
        except Exception:  # of Sphinx or one of its extensions: this thread is the only one to notice
            traceback.print_exc()
            self.ended.set()

    def _read(self, paths: set[Path]) -> None:
        with self.changed:
            evaluations = self.site.evaluations.resolve()
            is_data = any(path.is_relative_to(evaluations) for path in paths)
            is_prose = any(not path.is_relative_to(evaluations) for path in paths) and self.site.read_prose()
            if is_data:
                self.site.read_archive()
            if is_data or is_prose:
                self._changes += 1
                self.changed.notify_all()

    def _shape_pages(self, paths: set[Path]) -> bool:
        shaping = [PACKAGE, *(path.resolve() for path in self.site.shaping_paths)]
        return any(path.is_relative_to(one) for path in paths for one in shaping)


class _Handler(BaseHTTPRequestHandler):
    server: LiveServer

    def do_GET(self) -> None:
        """Answer with a page, a file, the script, or the events that it waits for."""
        address = urlsplit(self.path)
        if self.headers.get("Host") not in {f"{name}:{self.server.server_port}" for name in (HOST, "localhost")}:
            # Another site whose name leads to this machine must not read from here.
            self._answer(HTTPStatus.FORBIDDEN, b"", "text/plain")
        elif address.path == EVENTS_PATH:
            self._events(address.query)
        elif address.path == SCRIPT_PATH:
            self._answer(HTTPStatus.OK, SCRIPT, "text/javascript")
        else:
            self._serve(unquote(address.path).removeprefix("/"))

    def _serve(self, path: str) -> None:
        if path.endswith("/") or not path:
            path += "index.html"
        with self.server.changed:
            if path.endswith(".html"):
                status, content = self._page(path.removesuffix(".html"))
                kind = "text/html"
            else:
                found = self.server.site.file(path)
                status = HTTPStatus.NOT_FOUND if found is None else HTTPStatus.OK
                content, kind = found or b"", mimetypes.guess_type(path)[0] or "application/octet-stream"
        self._answer(status, content, kind)

    def _page(self, name: str) -> tuple[HTTPStatus, bytes]:
        site = self.server.site
        found = site.page(name)
        page, notice = (site.stand_in(name), "") if found is None else (found, site.notice(name))
        status = HTTPStatus.NOT_FOUND if found is None else HTTPStatus.OK
        return status, with_live_parts(page, self.server.version, notice)

    def _events(self, version: str) -> None:
        self._head(HTTPStatus.OK, "text/event-stream")
        self.wfile.write(b"retry: 200\n\n")
        server = self.server
        while True:
            with server.changed:
                is_old = server.changed.wait_for(lambda: server.version != version, SECONDS_BETWEEN_SIGNS)
            try:
                self.wfile.write(b"data: reload\n\n" if is_old else b":\n\n")
            except OSError:  # the page is gone
                return
            if is_old:
                return

    def _answer(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        is_text = kind.startswith("text/") or kind in {"image/svg+xml", "application/json"}
        self._head(status, f"{kind}; charset=utf-8" if is_text else kind, len(content))
        self.wfile.write(content)

    def _head(self, status: HTTPStatus, kind: str, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.send_header("Content-Security-Policy", "default-src 'self'")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the method it overrides
        """Say nothing: the terminal is for the problems of what is written."""


def with_live_parts(page: bytes, version: str, notice: str) -> bytes:
    """A page with the script that loads it again, and what is to stand first in its main part."""
    script = f'<script defer src="{SCRIPT_PATH}?{version}"></script>\n'.encode()
    head, end_of_head, body = page.partition(b"</head>")
    before, main, rest = body.partition(b"<main")
    tag, end_of_tag, rest = rest.partition(b">")
    return head + script + end_of_head + before + main + tag + end_of_tag + notice.encode() + rest


@contextmanager
def live(server: LiveServer, source: Path) -> Iterator[None]:
    """Serve a site and follow what is saved of it; nothing is served afterwards."""
    with server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            folders = folders_of(source, server.site.evaluations, *server.site.shaping_paths)
            with watching(source, folders, server.told):
                server.told({server.site.evaluations.resolve(), source})  # saved since the site was read
                yield
        finally:
            server.shutdown()
