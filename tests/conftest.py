"""What tests of several files share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Literal, Protocol

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect

from tests.browser import Visit, find_browser, started, visiting
from tests.server import serving

# In continuous integration the same commit gives the same answer; elsewhere every run looks at new examples.
settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("project")

# What a page comes to show is waited for longer than any machine stands still; it is no measure of speed.
expect.set_options(timeout=60_000)


class OpenPage(Protocol):
    """Opens an address in the test's browser; the page is closed when the test ends."""

    def __call__(self, address: str, width: int = 1280, scheme: Literal["light", "dark"] = "light") -> Visit: ...


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give a running Chromium; without one the test fails, since a skipped test would hide what it guards."""
    executable = find_browser()
    if executable is None:
        pytest.fail("No browser for the tests. `make test` finds or installs one.", pytrace=False)
    with started(executable) as browser:
        yield browser


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Give a function that serves a folder until the tests end and returns its address, without a slash at the end."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(serving(folder))


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Give a function that opens an address in the browser."""
    with ExitStack() as visits:

        def open_page(address: str, width: int = 1280, scheme: Literal["light", "dark"] = "light") -> Visit:
            return visits.enter_context(visiting(browser, address, width, scheme))

        yield open_page
