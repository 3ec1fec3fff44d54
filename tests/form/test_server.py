"""Nobody but the person who started the form can read or change anything through it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kompass_sphinx.form.server import MOST_BYTES, FormServer
from tests.form.served import asked, opened, raw


def host(server: FormServer) -> str:
    return f"127.0.0.1:{server.server_port}"


def test_it_listens_on_this_machine_only(server: FormServer) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_addresses_are_different_each_time(server: FormServer) -> None:
    assert len(server.token) >= 43
    assert server.address == f"http://{host(server)}/{server.token}/"


@pytest.mark.parametrize("name", ["evil.example", "localhost", "evil.example:{port}", "127.0.0.1", None])
def test_another_host_is_refused(server: FormServer, name: str | None) -> None:
    shown = name.format(port=server.server_port) if name else None
    for method, path in (("GET", ""), ("GET", "kompass.css"), ("POST", "")):
        assert asked(server, path, "a=b" if method == "POST" else None, Host=shown).status == 403


@pytest.mark.parametrize("token", ["", "x", "{token}x", "../{token}", "%2e%2e/{token}", "{token}%00"])
def test_without_the_token_there_is_nothing(server: FormServer, token: str) -> None:
    path = f"/{token.format(token=server.token)}/"
    for method in ("GET", "POST"):
        reply = raw(server, method, path, None, {"Host": host(server), "Origin": server.origin, "Content-Length": "0"})
        assert reply.status in (400, 404)
        assert server.token not in reply.text


@pytest.mark.parametrize(
    "path",
    [
        "../../etc/passwd",
        "form.html",
        "../form.css",
        "%2e%2e/form.css",
        "/etc/passwd",
        "kompass.css/..",
        "2019.yaml",
        "x",
    ],
)
def test_only_its_own_files_are_served(server: FormServer, path: str) -> None:
    assert asked(server, path).status == 404


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1:{port}", "http://localhost:{port}", None]
)
def test_what_another_page_sends_is_refused(server: FormServer, file: Path, origin: str | None) -> None:
    page, before = opened(server), file.read_bytes()
    page["interviews"] = "50"
    shown = origin.format(port=server.server_port, origin=server.origin) if origin else None
    for path in ("", "check"):
        assert asked(server, path, page.pressed("save"), Origin=shown).status == 403
    assert file.read_bytes() == before


def test_too_much_is_refused_before_it_is_read(server: FormServer) -> None:
    assert asked(server, "", "", Content_Length=str(MOST_BYTES + 1)).status == 413


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        ("", {}),
        ("a=b", {}),
        ("digest=0", {}),
        ("digest=" + "0" * 64, {}),
        ("digest=%ff", {}),
        ("a=b", {"Content_Type": "text/plain"}),
        ("a=b", {"Content_Type": "multipart/form-data; boundary=x"}),
        ("", {"Content_Length": "-1"}),
        ("", {"Content_Length": "x"}),
        ("", {"Content_Length": "9" * 5000}),
        ("", {"Content_Length": None}),
        ("&".join(["a=b"] * 60_000), {}),
    ],
)
def test_what_is_no_form_of_ours_is_refused(server: FormServer, body: str, headers: dict[str, Any]) -> None:
    for path in ("", "check"):
        assert asked(server, path, body, **headers).status == 400


@pytest.mark.parametrize(
    "button",
    [
        "add",
        "add x",
        "remove areas/1/strengths/99",
        "up x/y",
        "down areas/1/strengths/å",
        "?",
        "remove areas/1/strengths/" + "9" * 5000,
        "up areas/1/strengths/²",
        "settle " + "9" * 5000 + " OSÄKER:",
    ],
)
def test_a_button_that_is_not_there_does_nothing(server: FormServer, file: Path, button: str) -> None:
    before = file.read_bytes()
    assert asked(server, "", opened(server).pressed(button)).status == 200
    assert file.read_bytes() == before


def test_a_figure_of_five_thousand_digits_is_a_text_like_any_other(server: FormServer, file: Path) -> None:
    page, before = opened(server), file.read_bytes()
    page["edition"] = "9" * 5000
    page.pairs.append(("areas/1/strengths/9/origin", "9" * 5000))
    assert asked(server, "", page.pressed("show")).status == 200
    assert file.read_bytes() == before


def test_names_that_are_no_fields_are_passed_over(server: FormServer, file: Path) -> None:
    page, before = opened(server), file.read_bytes()
    page.pairs += [
        ("benchmarks/0/label", "x"),
        ("__proto__", "x"),
        ("areas/1/strengths/0/evil", "x"),
        ("a/b/c/d/e/f", "x"),
    ]
    assert asked(server, "", page.pressed("save")).status == 200
    assert file.read_bytes() == before


def test_every_answer_is_strict(server: FormServer) -> None:
    for path in ("", "preview", "kompass.css", "form.css", "form.js", "favicon.svg", "nothing"):
        headers = asked(server, path).headers
        assert headers["Content-Security-Policy"].startswith("default-src 'self';")
        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_other_methods_are_not_there(server: FormServer) -> None:
    for method in ("PUT", "DELETE", "OPTIONS", "HEAD"):
        assert asked(server, "", method=method).status == 501


def test_markup_in_a_file_stays_text(server: FormServer) -> None:
    page = opened(server)
    page["summary"] = "<script>alert(1)</script></textarea>"
    page["municipality"] = '"><img src=x onerror=alert(1)>'
    checked = json.loads(asked(server, "check", page.pressed("show")).text)
    page["municipality"] = "Tingsryd"
    shown = json.loads(asked(server, "check", page.pressed("show")).text)
    for text in (asked(server, "", page.pressed("show")).text, checked["list"], shown["preview"]):
        assert "<script>alert" not in text
        assert "<img" not in text
        assert "</textarea></textarea>" not in text


def test_a_fault_of_ours_is_told_and_the_form_goes_on(
    server: FormServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = opened(server)
    with monkeypatch.context() as patch:
        patch.setattr(server.session, "checked", lambda pairs: pairs[0][9])
        reply = asked(server, "check", page.pressed("save"))
    assert (reply.status, reply.text) == (500, "refused: Internal Server Error")
    assert "IndexError" in capsys.readouterr().err
    assert json.loads(asked(server, "check", page.pressed("save")).text)["count"] == 0


def test_a_file_that_is_gone_is_told_and_can_be_saved_when_it_is_back(
    server: FormServer, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, away = opened(server), file.with_name("2019.away")
    page["summary"] = "Ett påhittat intryck."
    file.rename(away)
    for reply in (asked(server, "", page.pressed("save")), asked(server, "")):
        assert (reply.status, reply.text) == (409, "refused: Conflict")
    assert "FileNotFoundError" in capsys.readouterr().err
    away.rename(file)
    assert asked(server, "", page.pressed("save")).status == 200
    assert "Ett påhittat intryck." in file.read_text(encoding="utf-8")
