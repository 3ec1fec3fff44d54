"""A form served for a test, and a visitor without scripts: what a browser sends when a button is pressed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode, urlsplit

from kompass_sphinx.form.server import FormServer
from kompass_sphinx.form.session import Session
from kompass_sphinx.language import Language
from kompass_sphinx.reading.evaluation_file import EvaluationReader
from tests.archives import catalogue, registry

FORM = "application/x-www-form-urlencoded"


@contextmanager
def serving_form(path: Path) -> Iterator[FormServer]:
    """The form of a file, on a free port of this machine."""
    session = Session(path, EvaluationReader(registry(), catalogue(), advises=True), Language("en"))
    with FormServer(session, 0, lambda status: f"refused: {status.phrase}") as server:
        thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    text: str


def asked(server: FormServer, path: str, body: str | None = None, method: str = "", **headers: str | None) -> Reply:
    """The reply to a request for a path below the token, as our own page would send it but for ``headers``."""
    method = method or ("GET" if body is None else "POST")
    sent: dict[str, str | None] = {"Host": urlsplit(server.origin).netloc}
    if method == "POST":
        sent |= {"Origin": server.origin, "Content-Type": FORM}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    return raw(server, method, f"/{server.token}/{path}", body, sent)


def raw(server: FormServer, method: str, path: str, body: str | None, headers: dict[str, str | None]) -> Reply:
    connection = HTTPConnection("127.0.0.1", server.server_port)
    try:
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        content = (body or "").encode()
        if body is not None and "Content-Length" not in headers:
            headers = {**headers, "Content-Length": str(len(content))}
        for name, value in headers.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders(content)
        response: HTTPResponse = connection.getresponse()
        return Reply(response.status, dict(response.getheaders()), response.read().decode())
    finally:
        connection.close()


@dataclass
class Filled(HTMLParser):
    """The fields of a page as they stand; change ``pairs`` to fill them in."""

    page: str
    pairs: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[str] = field(default_factory=list)
    _open: str = ""
    _chosen: str | None = None

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        name = values.get("name") or ""
        if tag == "input" and name:
            self.pairs.append((name, values.get("value") or ""))
        elif tag == "button":
            self.buttons.append(values.get("value") or "")
        elif tag == "textarea" and name:
            self._open = name
            self.pairs.append((name, ""))
        elif tag == "select":
            self._open, self._chosen = name, None
        elif tag == "option" and self._open and (self._chosen is None or "selected" in values):
            self._chosen = values.get("value") or ""

    def handle_data(self, data: str) -> None:
        if self._open and self._chosen is None and self.pairs[-1][0] == self._open:
            self.pairs[-1] = (self._open, self.pairs[-1][1] + data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._open:
            # The first line end in a textarea belongs to the tag; browsers send line ends as two signs.
            name, text = self.pairs[-1]
            self.pairs[-1] = (name, text.removeprefix("\n").replace("\n", "\r\n"))
        if tag == "select" and self._open:
            self.pairs.append((self._open, self._chosen or ""))
        if tag in ("textarea", "select"):
            self._open, self._chosen = "", None

    def __setitem__(self, name: str, text: str) -> None:
        index = next(index for index, pair in enumerate(self.pairs) if pair[0] == name)
        self.pairs[index] = (name, text)

    def __getitem__(self, name: str) -> str:
        return dict(self.pairs)[name]

    def button(self, action: str) -> str:
        """The first button with this action."""
        return next(value for value in self.buttons if value.split(" ")[0] == action)

    def pressed(self, button: str) -> str:
        """What is sent when a button is pressed."""
        return urlencode([*self.pairs, ("do", button)])


def opened(server: FormServer, path: str = "") -> Filled:
    return Filled(asked(server, path).text)


def pressed(server: FormServer, filled: Filled, button: str) -> Filled:
    """The page after a button was pressed."""
    reply = asked(server, "", filled.pressed(button))
    assert reply.status == 200, reply.text
    return Filled(reply.text)
