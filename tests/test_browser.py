"""The browser tests see what they are meant to see: refused resources, missing files, inaccessible markup."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.conftest import OpenPage

CLEAN = """<!doctype html><html lang="sv"><title>Åäö</title><link rel="icon" href="data:,">
<main><h1>Åäö</h1><p>Text.</p></main></html>"""


def served(serve: Callable[[Path], str], folder: Path, html: str) -> str:
    (folder / "page.html").write_text(html, encoding="utf-8")
    (folder / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    return serve(folder) + "/page.html"


def test_clean_page_gives_no_complaint(serve: Callable[[Path], str], open_page: OpenPage, tmp_path: Path) -> None:
    visit = open_page(served(serve, tmp_path, CLEAN.replace("data:,", "icon.svg")), width=320)
    assert visit.complaints == []
    assert visit.axe_findings() == []
    assert not visit.scrolls_sideways()


def test_text_is_drawn(serve: Callable[[Path], str], open_page: OpenPage, tmp_path: Path) -> None:
    visit = open_page(served(serve, tmp_path, CLEAN.replace("data:,", "icon.svg")))
    with_text = visit.page.screenshot()
    visit.page.evaluate("document.querySelector('main').style.visibility = 'hidden'")
    assert visit.page.screenshot() != with_text


def test_inline_style_is_refused(serve: Callable[[Path], str], open_page: OpenPage, tmp_path: Path) -> None:
    visit = open_page(served(serve, tmp_path, CLEAN.replace("<p>", '<p style="color: red">')))
    assert any("Content Security Policy" in complaint for complaint in visit.complaints)


def test_missing_file_is_seen(serve: Callable[[Path], str], open_page: OpenPage, tmp_path: Path) -> None:
    visit = open_page(served(serve, tmp_path, CLEAN.replace("Text.", '<img src="none.png" alt="">')))
    assert any("none.png: 404" in complaint for complaint in visit.complaints)


def test_axe_sees_image_without_text(serve: Callable[[Path], str], open_page: OpenPage, tmp_path: Path) -> None:
    visit = open_page(served(serve, tmp_path, CLEAN.replace("Text.", '<img src="icon.svg">')))
    assert any(finding.startswith("image-alt") for finding in visit.axe_findings())


def test_wide_content_scrolls_sideways(serve: Callable[[Path], str], open_page: OpenPage, tmp_path: Path) -> None:
    visit = open_page(served(serve, tmp_path, CLEAN.replace("Text.", "M" * 200)), width=320)
    assert visit.scrolls_sideways()
