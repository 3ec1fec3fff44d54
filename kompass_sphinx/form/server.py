"""The form's web server: on this machine only, for whoever knows the address with its token.

Another page that is open in the browser can neither read nor send anything here: the host must be ours (a name that
somebody points at this machine is refused), what is sent must come from our own page, and every address begins with a
token that only the person who started the form has.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from kompass_sphinx.form.session import Pairs, Session
from kompass_sphinx.form.sheets import Assets
from kompass_sphinx.form.whole_number import whole_number

HOST = "127.0.0.1"
MOST_BYTES = 8 * 1024 * 1024
"""A form of a file of the largest size, each of its signs as three."""
_MOST_FIELDS = 50_000
_FORM = "application/x-www-form-urlencoded"
_HTML = "text/html; charset=utf-8"
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
    "Cache-Control": "no-store",
    # The token is part of the address. Not "no-referrer": then browsers would send no origin with a form either.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class FormServer(ThreadingHTTPServer):
    """Serves the form of one file; ``address`` is what to open."""

    daemon_threads = True

    def __init__(self, session: Session, port: int, explain: Callable[[HTTPStatus], str]) -> None:
        """port: 0 for any free one. explain: what to say in place of a page, by its status."""
        super().__init__((HOST, port), _Handler)
        self.session = session
        self.explain = explain
        self.token = secrets.token_urlsafe(32)
        self.assets = Assets()

    @property
    def origin(self) -> str:
        """The address without the token, as browsers tell where something comes from."""
        return f"http://{HOST}:{self.server_port}"

    @property
    def address(self) -> str:
        """What to open in the browser."""
        return f"{self.origin}/{self.token}/"


class _RefusalError(Exception):
    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status)
        self.status = status


class _Handler(BaseHTTPRequestHandler):
    server: FormServer
    server_version = "kompass"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        """A page or one of its files."""
        self._answer(self._get)

    def do_POST(self) -> None:
        """What was filled in."""
        self._answer(self._post)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the method it overrides
        """Say nothing: each key that is pressed would be a line, with the token in it."""

    def _get(self) -> None:
        name, query = self._path()
        if name == "":
            self._send(_HTML, self.server.session.opened(as_text="as=text" in query).encode())
        elif name == "preview":
            self._send(_HTML, self.server.session.preview().encode())
        elif name in self.server.assets.by_name:
            self._send(*self.server.assets.by_name[name])
        else:
            raise _RefusalError(HTTPStatus.NOT_FOUND)

    def _post(self) -> None:
        name, _ = self._path()
        if self.headers.get("Origin") != self.server.origin:
            raise _RefusalError(HTTPStatus.FORBIDDEN)
        pairs = self._fields()
        if name == "":
            self._send(_HTML, self.server.session.sent(pairs).encode())
        elif name == "check":
            answer = json.dumps(self.server.session.checked(pairs), ensure_ascii=False)
            self._send("application/json; charset=utf-8", answer.encode())
        else:
            raise _RefusalError(HTTPStatus.NOT_FOUND)

    def _path(self) -> tuple[str, str]:
        """What stands behind the token, and the query; refuses every other host and token."""
        if self.headers.get("Host") != urlsplit(self.server.origin).netloc:
            raise _RefusalError(HTTPStatus.FORBIDDEN)
        path, _, query = self.path.partition("?")
        token, _, name = path.removeprefix("/").partition("/")
        if not secrets.compare_digest(token.encode(), self.server.token.encode()):
            raise _RefusalError(HTTPStatus.NOT_FOUND)
        return name, query

    def _fields(self) -> Pairs:
        length = whole_number(self.headers.get("Content-Length", ""))
        if self.headers.get_content_type() != _FORM or length is None:
            raise _RefusalError(HTTPStatus.BAD_REQUEST)
        if length > MOST_BYTES:
            raise _RefusalError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        body = self.rfile.read(length)
        try:
            pairs = parse_qsl(body.decode(), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
        except ValueError:
            raise _RefusalError(HTTPStatus.BAD_REQUEST) from None
        if not self.server.session.knows(pairs):
            raise _RefusalError(HTTPStatus.BAD_REQUEST)
        return pairs

    def _answer(self, work: Callable[[], None]) -> None:
        try:
            work()
        except _RefusalError as refusal:
            self.close_connection = True
            self._explain(refusal.status)
        except (ConnectionError, TimeoutError):  # the window was closed meanwhile
            self.close_connection = True
        except OSError as error:  # the file was moved, or another program holds it; what was written can be sent again
            super().log_message("%r", error)
            self._explain(HTTPStatus.CONFLICT)
        except Exception as error:  # a fault of ours must not end the form, in which there may be unsaved work
            super().log_message("%r", error)
            self._explain(HTTPStatus.INTERNAL_SERVER_ERROR)

    def _explain(self, status: HTTPStatus) -> None:
        self._send("text/plain; charset=utf-8", self.server.explain(status).encode(), status)

    def _send(self, kind: str, content: bytes, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
