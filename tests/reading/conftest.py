from pathlib import Path

import pytest

from kompass_sphinx.model.edition import Catalogue
from kompass_sphinx.model.municipality import Registry
from kompass_sphinx.reading.editions import load_catalogue, load_registry
from kompass_sphinx.reading.evaluation_file import EvaluationReader


@pytest.fixture(scope="session")
def registry() -> Registry:
    return load_registry()


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def reader(registry: Registry, catalogue: Catalogue) -> EvaluationReader:
    return EvaluationReader(registry, catalogue)


@pytest.fixture(scope="session")
def archive() -> Path:
    return Path(__file__).parents[2] / "evaluations"
