"""Any request at all to the form: an answer, never a fault of ours, and a file that is as it was or as it was sent."""

from __future__ import annotations

import socket
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompass_sphinx.form.server import FormServer
from tests.archives import EVALUATIONS
from tests.form.conftest import file, server
from tests.form.served import Filled, asked, opened
from tests.hostile.mangling import SIGNS, budget, mangled

__all__ = ["file", "server"]

FILE = (EVALUATIONS / "tingsryd" / "2019.yaml").read_bytes()
TEXTS = st.one_of(
    st.text(max_size=20),
    st.sampled_from([sign.decode(errors="replace") for sign in SIGNS]),
    st.sampled_from(["", " ", "a: b", "- x", "# OSÄKER: x", "*a", "&a", "!x", "|", "'", '"', "\n---\n", "a\r\nb", "~"]),
)
NAMES = st.one_of(
    st.sampled_from(
        ["digest", "seen", "text", "do", "areas/1/points", "areas/9/points", "areas/1/strengths/0/text",
         "notes/0/about", "areas/1/strengths/0/origin", "areas/1/questions/1.1/points",
         "evaluators/99999999/name", "sources/-1/title",
         "examples/x/origin", "examples/0", "/", "//", "areas", "areas/1/strengths/" + "9" * 5000 + "/text",
         "areas/1/strengths/٣/text", "year/year", "benchmarks/0/label"]
    ),
    st.text("abcdefghijklmnopqrstuvwxyz/0123456789.", max_size=30),
)  # fmt: skip
BUTTONS = st.one_of(
    st.sampled_from(
        ["save", "overwrite", "overwrite 0", "tidy", "settle", "settle 1", "settle 1 OSÄKER:", "show", "check", "add",
         "add areas/1/strengths", "add examples", "remove examples/0", "up areas/1/strengths/1", "down sources/0",
         "remove sources/0", "remove areas/1/strengths/" + "9" * 5000, "settle " + "9" * 5000 + " OSÄKER:",
         "up areas/1/strengths/²", "add " + "/" * 500]
    ),
    st.text(max_size=20),
)  # fmt: skip


@st.composite
def changes(draw: st.DrawFn) -> list[tuple[str, int, str, str]]:
    """What is done to the fields of a page: the place, counted from the first, a name and a text."""
    one = st.tuples(
        st.sampled_from(["filled in", "added", "renamed", "taken away", "twice"]), st.integers(0, 500), NAMES, TEXTS
    )
    return draw(st.lists(one, max_size=8))


def changed(page: Filled, done: list[tuple[str, int, str, str]]) -> list[tuple[str, str]]:
    pairs = list(page.pairs)
    for what, number, name, text in done:
        place = number % len(pairs) if pairs else 0
        if what == "added" or not pairs:
            pairs.insert(place, (name, text))
        elif what == "filled in":
            pairs[place] = (pairs[place][0], text)
        elif what == "renamed":
            pairs[place] = (name, pairs[place][1])
        elif what == "taken away":
            del pairs[place]
        else:
            pairs.append(pairs[place])
    return pairs


def check_sent(server: FormServer, file: Path, done: list[tuple[str, int, str, str]], button: str, view: str) -> None:
    """Fill in a page and send it, first to be checked and then for good."""
    file.write_bytes(FILE)
    pairs = changed(opened(server, view), done)
    body = urlencode([*pairs, ("do", button)], errors="replace")
    for path in ("check", ""):
        reply = asked(server, path, body)
        assert reply.status in (200, 400), reply.text
        if reply.status == 400 or button.partition(" ")[0] not in ("save", "overwrite") or path == "check":
            assert file.read_bytes() == FILE
    assert asked(server, "").status == 200


@settings(budget, max_examples=settings().max_examples // 4)  # each is four pages of the form
@given(done=changes(), button=BUTTONS, view=st.sampled_from(["", "?as=text"]))
def test_a_page_filled_in_with_anything(
    server: FormServer, file: Path, done: list[tuple[str, int, str, str]], button: str, view: str
) -> None:
    check_sent(server, file, done, button, view)


WORDS = (
    b"GET ", b"POST ", b"PUT ", b"HTTP/1.1", b"HTTP/9.9", b"HTTP/0.9", b"\r\n", b"\r\n\r\n", b": ", b"Host: ",
    b"Origin: null", b"Content-Length: 0\r\n", b"Content-Length: " + b"9" * 5000 + b"\r\n",
    "Content-Length: ٣\r\n".encode(), b"Content-Length: -1\r\n", b"Content-Type: text/plain\r\n",
    b"Content-Type: ;;;\r\n", b"Transfer-Encoding: chunked\r\n", b"Expect: 100-continue\r\n",
    b"Connection: keep-alive\r\n", b"/../", b"%00", b"%2e%2e", b"?as=text", b"preview", b"check",
    b"http://evil.example/", b"digest=", b"&", b"=", b"%", b"%ff", b"+", b"X: " + b"y" * 70_000 + b"\r\n",
    b"X: y\r\n" * 200,
)  # fmt: skip


def answered(server: FormServer, request: bytes) -> bytes:
    """What the form says to these bytes, when nothing more is coming."""
    with socket.create_connection(("127.0.0.1", server.server_port)) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        said = b""
        try:
            while part := connection.recv(65536):
                said += part
        except ConnectionResetError:  # it had heard enough before everything was sent
            pass
        return said


def check_request(server: FormServer, file: Path, request: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    said = answered(server, request)
    assert b" 500 " not in said.partition(b"\r\n")[0]
    assert "Traceback" not in capsys.readouterr().err
    assert file.read_bytes() == FILE


@budget
@given(
    request_bytes=mangled(
        [
            b"GET /<token>/ HTTP/1.1\r\nHost: <host>\r\n\r\n",
            b"POST /<token>/check HTTP/1.1\r\nHost: <host>\r\nOrigin: http://<host>\r\nContent-Length: 7\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\n\r\ndigest=",
        ],
        WORDS,
    )
)
def test_any_bytes_for_a_request(
    server: FormServer, file: Path, capsys: pytest.CaptureFixture[str], request_bytes: bytes
) -> None:
    for name, value in ((b"<token>", server.token), (b"<host>", f"127.0.0.1:{server.server_port}")):
        request_bytes = request_bytes.replace(name, value.encode())
    check_request(server, file, request_bytes, capsys)
