"""What tests of the built sites share: the two sites, each built once by a worker of the test run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

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
