from pathlib import Path

from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.reading.schema import SCHEMA_NAME, evaluation_schema, evaluation_schema_text


def test_the_schema_beside_the_evaluations_is_the_models(archive: Path) -> None:
    assert (archive / SCHEMA_NAME).read_text(encoding="utf-8") == evaluation_schema_text()


def test_the_schema_has_the_formats_keys_and_no_null() -> None:
    schema = evaluation_schema()
    assert set(schema["properties"]) == set(Evaluation.model_fields)
    assert schema["required"] == ["municipality", "year", "edition", "sources"]
    assert "null" not in evaluation_schema_text()
    assert schema["additionalProperties"] is False
