"""What tests of the built sites share: the two sites, each built once by a worker of the test run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser import Visit
from tests.conftest import OpenPage
from tests.site.demonstration_site import build_demonstration
from tests.site.real_site import RealSite, build_real_site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> RealSite:
    """Give the site as `make html` makes it."""
    built = build_real_site(tmp_path_factory.mktemp("html"))
    assert built.status == 0, built.warnings
    return built


@pytest.fixture(scope="session")
def address(site: RealSite, serve: Callable[[Path], str]) -> str:
    """Give the address at which the site is served, with a slash at the end."""
    return serve(site.output) + "/"


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> RealSite:
    """Give the site of three hundred made-up evaluations."""
    return build_demonstration(tmp_path_factory.mktemp("demonstration"))


@pytest.fixture(scope="session")
def demonstration_address(demonstration: RealSite, serve: Callable[[Path], str]) -> str:
    """Give the address at which the made-up evaluations' site is served, with a slash at the end."""
    return serve(demonstration.output) + "/"


@pytest.fixture(scope="session")
def finder_address(address: str) -> str:
    """Give the address of Find good examples."""
    return address + "docs/examples.html"


@pytest.fixture
def finder(finder_address: str, open_page: OpenPage) -> Iterator[Visit]:
    """Give Find good examples as it opens; nothing goes wrong on it while it is used."""
    visit = open_page(finder_address)
    yield visit
    assert visit.complaints == []


@pytest.fixture(scope="session")
def search_address(address: str) -> str:
    """Give the address of the search of the whole site."""
    return address + "search.html"


@pytest.fixture
def search(search_address: str, open_page: OpenPage) -> Iterator[Visit]:
    """Give the search as it opens; nothing goes wrong on it while it is used."""
    visit = open_page(search_address)
    yield visit
    assert visit.complaints == []
