import pytest

from kompass_sphinx.model.edition import Catalogue
from kompass_sphinx.reading.notes import check_about
from kompass_sphinx.reading.shape import shape_of_evaluation


@pytest.mark.parametrize(
    "about",
    [
        "year", "total", "areas", "areas.7", "areas.8.points", "areas.8.questions", "areas.8.questions.8.3",
        "areas.8.questions.8.3.points", "areas.1.strengths", "areas.2.impression", "benchmarks", "benchmarks.total",
        "benchmarks.areas.6", "examples", "sources", "evaluators", "evaluators.affiliation", "notes", "published",
    ],
)  # fmt: skip
def test_it_names_something(catalogue: Catalogue, about: str) -> None:
    assert list(check_about(about, (), catalogue.editions[2016], shape_of_evaluation())) == []


@pytest.mark.parametrize(
    "about",
    [
        "", ".", "years", "year.", "year.2019", "areas.", "areas.9", "areas.0", "areas.8.", "areas.8.point",
        "areas.8.questions.8", "areas.8.questions.8.9", "areas.8.questions.7.3", "areas.8.questions.8.3.x",
        "areas.8.points.x", "areas points", "Areas", "benchmarks.0", "benchmarks.areas.9", "areas..points",
    ],
)  # fmt: skip
def test_it_names_nothing(catalogue: Catalogue, about: str) -> None:
    assert len(list(check_about(about, (), catalogue.editions[2016], shape_of_evaluation()))) == 1


def test_numbers_belong_to_an_edition(catalogue: Catalogue) -> None:
    shape = shape_of_evaluation()
    assert list(check_about("areas.8.questions.8.7", (), catalogue.editions[2016], shape)) == []
    for edition in (2002, 2010, 2020):
        assert list(check_about("areas.8.questions.8.7", (), catalogue.editions[edition], shape)) != []
    assert list(check_about("areas.8.questions.8.7", (), None, shape)) == []
    assert list(check_about("yeer", (), None, shape)) != []
