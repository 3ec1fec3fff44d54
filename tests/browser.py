"""The browser of the tests: where its Chromium is, how it is started, what a visit to a page found."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, sync_playwright

BROWSER_FOLDER = Path(__file__).resolve().parent.parent / ".venv" / "browser"
"""What `scripts.install_browser` makes; the file `chosen` in it holds the path of the Chromium to start."""

ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
)


def find_browser() -> Path | None:
    """Return the Chromium that `scripts.install_browser` chose, None when it has not run or the browser is gone."""
    try:
        executable = Path((BROWSER_FOLDER / "chosen").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return executable if executable.is_file() else None


@contextmanager
def started(executable: Path) -> Iterator[Browser]:
    """Start a Chromium without a window, and end it afterwards."""
    with sync_playwright() as playwright:
        # Chromium's sandbox starts neither as root nor in many containers, and the pages are the project's own.
        browser = playwright.chromium.launch(executable_path=executable, args=[*ARGUMENTS], chromium_sandbox=False)
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Visit:
    """A page opened in the browser, and all that went wrong on it, in the order in which it was seen.

    `complaints` grows while the page lives: console warnings and errors (resources refused by the content security
    policy are among these), uncaught exceptions, requests that failed or were answered with 400 or above.
    """

    page: Page
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.complaints.append(f"exception: {error}"))
        self.page.on("requestfailed", self._on_failure)
        self.page.on("response", self._on_response)

    def axe_findings(self) -> list[str]:
        """Return what axe finds on the page as it stands now, one line for each rule that is broken."""
        # What passes is not asked for: describing it takes most of axe's time.
        violations = Axe().run(self.page, options={"resultTypes": ["violations"]}).response["violations"]
        return [f"{found['id']}: {found['help']}: {[node['html'] for node in found['nodes']]}" for found in violations]

    def scrolls_sideways(self) -> bool:
        """Return whether the page is wider than its window."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"console: {message.text}")

    def _on_failure(self, request: Request) -> None:
        self.complaints.append(f"request: {request.url}: {request.failure}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"response: {response.url}: {response.status}")


@contextmanager
def visiting(
    browser: Browser, address: str, width: int = 1280, scheme: Literal["light", "dark"] = "light"
) -> Iterator[Visit]:
    """Open an address in a window `width` CSS pixels wide, wait until all of the page is there, close it afterwards."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, locale="sv-SE", reduced_motion="reduce"
    )
    try:
        visit = Visit(context.new_page())
        visit.page.goto(address, wait_until="networkidle")
        yield visit
    finally:
        context.close()
