"""Live writing in a real browser: what is saved is what the open page shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from kompass_sphinx.language import Language
from kompass_sphinx.site.live.live_site import live_site
from kompass_sphinx.site.live.server import LiveServer, live
from tests.browser import Visit
from tests.site.inspection import hindrances
from tests.site.real_site import PROJECT
from tests.site.sites import KNOWN, TINGSRYD, Built, Site, evaluation, small_site

LONG_ENOUGH = 30_000
BROKEN = TINGSRYD.replace("total: 377", "total: 9377").replace("year: 2019", "year: 2O19")
SCRIPT = re.compile(rb'<script defer src="/_live/reload\.js\?[0-9]+-[0-9]+"></script>\n')
TINGSRYD_FILE, TINGSRYD_PAGE = "evaluations/tingsryd/2019.yaml", "evaluations/tingsryd/2019.html"


@dataclass(frozen=True)
class LiveProject:
    """A small project that is being served."""

    site: Site
    server: LiveServer

    def answer(self, path: str, host: str = "") -> tuple[int, bytes]:
        """The status and the bytes of an address, asked for under the name of a host."""
        connection = HTTPConnection("127.0.0.1", self.server.server_port)
        connection.request("GET", quote(f"/{path}"), headers={"Host": host} if host else {})
        answer = connection.getresponse()
        return answer.status, answer.read()


@pytest.fixture
def project() -> Iterator[Callable[[Site], LiveProject]]:
    with ExitStack() as stack:

        def serve(site: Site) -> LiveProject:
            served = stack.enter_context(live_site(site.folder, site.folder / "_build" / "live"))
            server = LiveServer(served, 0)
            stack.enter_context(live(server, site.folder))
            return LiveProject(site, server)

        yield serve


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    context = browser.new_context(locale="sv-SE", reduced_motion="reduce")
    visit = Visit(context.new_page())
    visit.page.set_default_timeout(LONG_ENOUGH)
    yield visit
    context.close()


def open_(visit: Visit, project: LiveProject, path: str) -> Page:
    visit.page.goto(project.server.address + path, wait_until="load")
    return visit.page


def shows(page: Page, text: str) -> None:
    expect(page.locator("main")).to_contain_text(text, timeout=LONG_ENOUGH)


def test_a_saved_figure_comes_to_the_open_page(
    tmp_path: Path, project: Callable[[Site], LiveProject], visit: Visit
) -> None:
    live_project = project(small_site(tmp_path))
    page = open_(visit, live_project, TINGSRYD_PAGE)
    shows(page, "377")
    for total in ("378", "379"):
        live_project.site.write(TINGSRYD_FILE, TINGSRYD.replace("377", total))
        shows(page, total)
    assert [complaint for complaint in visit.complaints if "/_live/events" not in complaint] == []


def test_a_broken_file_shows_its_problems_in_place_of_its_page_until_it_is_mended(
    tmp_path: Path, project: Callable[[Site], LiveProject], visit: Visit
) -> None:
    live_project = project(small_site(tmp_path))
    page = open_(visit, live_project, TINGSRYD_PAGE)
    live_project.site.write(TINGSRYD_FILE, BROKEN)
    expect(page.locator("main h1")).to_contain_text(TINGSRYD_FILE, timeout=LONG_ENOUGH)
    problems = page.locator("main .file-problems > li")
    expect(problems).to_have_count(2)
    for position, (line, source, code) in enumerate(
        [(2, "year: 2O19", "wrong-type"), (4, "total: 9377", "out-of-range")]
    ):
        expect(problems.nth(position).locator("strong")).to_contain_text(re.compile(rf"\b{line}\b"))
        expect(problems.nth(position).locator("pre")).to_contain_text(re.compile(rf"› +{line}  {source}"))
        expect(problems.nth(position).locator("code").first).to_have_text(f"kompass.{code}")
    assert hindrances(visit) == {}
    live_project.site.write(TINGSRYD_FILE, TINGSRYD)
    expect(page.locator("main h1")).to_contain_text("Tingsryd", timeout=LONG_ENOUGH)
    expect(page.locator(".file-problems")).to_have_count(0)
    shows(page, "377")


def test_a_file_broken_from_the_start_one_that_is_new_and_one_that_is_deleted(
    tmp_path: Path, project: Callable[[Site], LiveProject], visit: Visit
) -> None:
    site = small_site(tmp_path)
    site.write("evaluations/mark/2009.yaml", "municipality: Mark\nyear: [2009\n")
    page = open_(visit, project(site), "evaluations/mark/2009.html")
    expect(page.locator("main .file-problems code").first).to_have_text("kompass.yaml-syntax")
    site.write("evaluations/mark/2009.yaml", evaluation("Mark", 2009, 2002, total=512))
    shows(page, "512")
    (tmp_path / "evaluations/mark/2009.yaml").unlink()
    shows(page, "evaluations/mark/2009.yaml")
    expect(page.locator(".file-problems")).to_have_count(0)
    site.write("evaluations/mark/2009.yaml", evaluation("Mark", 2009, 2002, total=513))
    shows(page, "513")


def test_every_page_says_which_files_are_broken_and_leads_to_them(
    tmp_path: Path, project: Callable[[Site], LiveProject], visit: Visit
) -> None:
    live_project = project(small_site(tmp_path))
    page = open_(visit, live_project, "index.html")
    live_project.site.write(TINGSRYD_FILE, BROKEN)
    live_project.site.write("evaluations/known.csv", KNOWN.replace("0184", "9999"))
    notice = page.locator("main > .problem-notice:first-child")
    expect(notice.locator("li")).to_have_count(2, timeout=LONG_ENOUGH)
    expect(notice).to_contain_text("evaluations/known.csv")
    notice.get_by_role("link", name=TINGSRYD_FILE).click()
    expect(page).to_have_url(live_project.server.address + TINGSRYD_PAGE)
    expect(page.locator("main .file-problems > li")).to_have_count(2)


def test_prose_is_read_again(tmp_path: Path, project: Callable[[Site], LiveProject], visit: Visit) -> None:
    live_project = project(small_site(tmp_path))
    page = open_(visit, live_project, "docs/other.html")
    live_project.site.write("docs/other.md", "# Annat namn\n\nPåhittat, {kompass:evaluation}`tingsryd/2019`.\n")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Annat namn", timeout=LONG_ENOUGH)
    expect(page.locator("main a[href$='tingsryd/2019.html']")).to_have_count(1)


def unlike(project: LiveProject, name: str) -> list[str]:
    """The files of a clean build, made by another process, that are served otherwise but for the live script."""
    output = project.site.folder / "_build" / name
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", str(project.site.folder), str(output)]
    subprocess.run(command, check=True, cwd=PROJECT)
    built = Built(0, "", output).files()
    wrong = []
    for path in built.keys() - {"objects.inv", ".buildinfo"}:
        if not path.startswith(".doctrees/"):
            status, content = project.answer(path)
            has_script = SCRIPT.search(content) is not None
            if (status, SCRIPT.sub(b"", content), has_script) != (200, built[path], path.endswith(".html")):
                wrong.append(path)
    return wrong


def test_what_is_served_is_a_clean_build_before_and_after_changes(
    tmp_path: Path, project: Callable[[Site], LiveProject], visit: Visit
) -> None:
    live_project = project(small_site(tmp_path))
    assert unlike(live_project, "before") == []
    page = open_(visit, live_project, "docs/other.html")
    live_project.site.write("docs/other.md", "# Ett annat namn\n\nPåhittat.\n")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ett annat namn", timeout=LONG_ENOUGH)
    open_(visit, live_project, TINGSRYD_PAGE)
    live_project.site.write(TINGSRYD_FILE, TINGSRYD.replace("377", "378"))
    shows(page, "378")
    assert unlike(live_project, "after") == []


def test_a_change_of_the_settings_ends_the_server_so_that_it_is_started_anew(
    tmp_path: Path, project: Callable[[Site], LiveProject]
) -> None:
    live_project = project(small_site(tmp_path))
    live_project.site.write("conf.py", (tmp_path / "conf.py").read_text("utf-8") + "\n")
    assert live_project.server.ended.wait(LONG_ENOUGH / 1000)
    assert live_project.server.must_restart


def test_only_this_machine_is_answered_and_only_with_what_is_of_the_site(
    tmp_path: Path, project: Callable[[Site], LiveProject]
) -> None:
    live_project = project(small_site(tmp_path))
    assert live_project.server.server_address[0] == "127.0.0.1"
    port = live_project.server.server_port
    assert live_project.answer("index.html", f"localhost:{port}")[0] == 200
    assert live_project.answer("index.html", "example.org") == (403, b"")
    assert live_project.answer("../../../conf.py") == (404, b"")
    assert live_project.answer("../doctrees/environment.pickle") == (404, b"")
    assert live_project.answer("no-such.html")[0] == 404
    assert live_project.answer("no%00such") == (404, b"")
    assert live_project.answer(f"{5000 * 'x'}.css") == (404, b"")


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_command_starts_the_server_again_after_a_change_of_the_settings_and_after_a_failure(
    tmp_path: Path, language: str
) -> None:
    said = Language(language).gettext
    address, _, _ = said("The site is at %(address)s. It follows what you save; Ctrl+C ends it.").partition("%")
    stopped = said("The server stopped. Mend what is said above; it starts again when a file is saved.")
    site = small_site(tmp_path)
    settings = (tmp_path / "conf.py").read_text("utf-8")
    command = [sys.executable, "-m", "kompass_sphinx.site.live", str(tmp_path), str(tmp_path / "_build"), "--port", "0"]
    with subprocess.Popen(
        command,
        cwd=PROJECT,
        env=os.environ | {"LANGUAGE": language},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            assert process.stdout.readline().startswith(f"{address}http://127.0.0.1:")
            site.write("conf.py", settings + "raise RuntimeError('made up')\n")
            assert any("made up" in line for line in process.stderr)
            assert any(line == f"{stopped}\n" for line in process.stderr)
            site.write("conf.py", settings)
            assert process.stdout.readline().startswith(f"{address}http://127.0.0.1:")
        finally:
            process.terminate()
    assert process.returncode == 0


def test_a_port_that_is_taken_is_said(tmp_path: Path, project: Callable[[Site], LiveProject]) -> None:
    live_project = project(small_site(tmp_path))
    port = str(live_project.server.server_port)
    command = [
        sys.executable,
        "-m",
        "kompass_sphinx.site.live",
        str(tmp_path),
        str(tmp_path / "_other"),
        "--port",
        port,
    ]
    environment = os.environ | {"LANGUAGE": "sv"}
    ended = subprocess.run(command, check=False, cwd=PROJECT, env=environment, capture_output=True, encoding="utf-8")
    assert ended.returncode == 2
    before, _, _ = (
        Language("sv").gettext("Port %(port)s cannot be had (%(reason)s). Another one: %(command)s").partition(" (")
    )
    assert before % {"port": port} in ended.stderr
    assert f"make live LIVE_PORT={int(port) + 1}" in ended.stderr
