from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kompass_sphinx.language import Language
from kompass_sphinx.model.definition import fields_of
from kompass_sphinx.model.edition import Catalogue
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.model.municipality import Registry
from kompass_sphinx.reading.schema import evaluation_schema, evaluation_schema_text
from kompass_sphinx.reading.tree import SCHEMA_NAME

SWEDISH = Language("sv").gettext


def properties(schema: Any) -> Iterator[tuple[str, Any]]:
    """Every key of the format with its schema; numbers of areas are no keys of the format."""
    for part in (schema, *schema["$defs"].values()):
        yield from part.get("properties", {}).items()


def test_the_schema_beside_the_evaluations_is_the_models_in_swedish(archive: Path) -> None:
    written = (archive / SCHEMA_NAME).read_text(encoding="utf-8")
    assert written == evaluation_schema_text(SWEDISH), f"run `kompass schema --output evaluations/{SCHEMA_NAME}`"


def test_the_schema_has_the_formats_keys_and_no_null() -> None:
    schema = evaluation_schema(str)
    assert set(schema["properties"]) == set(fields_of(Evaluation))
    assert schema["required"] == ["municipality", "year", "edition", "sources"]
    assert schema["additionalProperties"] is False
    assert (schema["properties"]["sources"]["type"], schema["properties"]["sources"]["minItems"]) == ("array", 1)
    for unwanted in ("null", '"default"', '"title": "T'):
        assert unwanted not in evaluation_schema_text(str)


def test_every_key_has_a_description_in_both_languages() -> None:
    english, swedish = evaluation_schema(str), evaluation_schema(SWEDISH)
    for (key, said), (_, translated) in zip(properties(english), properties(swedish), strict=True):
        assert said["description"].endswith("."), key
        assert translated["description"] == SWEDISH(said["description"]), key


def test_an_editor_knows_the_editions_the_municipalities_and_the_numbers(
    catalogue: Catalogue, registry: Registry
) -> None:
    schema = evaluation_schema(str)
    parts = schema["$defs"]
    assert schema["properties"]["edition"]["enum"] == list(catalogue.editions)
    assert parts["Benchmark"]["properties"]["edition"]["enum"] == list(catalogue.editions)
    assert [one["body"] for one in parts["Municipality"]["defaultSnippets"]] == [one.name for one in registry]
    for place in (schema, parts["Example"]):
        assert place["properties"]["municipality"]["$ref"] == "#/$defs/Municipality"
    for place in (schema, parts["Benchmark"]):
        areas = place["properties"]["areas"]
        assert list(areas["properties"]) == [str(number) for number in range(1, 9)]
        assert list(areas["patternProperties"]) == ["^[1-8]$"]
        assert areas["additionalProperties"] is False
    questions = parts["AreaResult"]["properties"]["questions"]
    assert len(questions["patternProperties"]) == 1
    assert questions["additionalProperties"] is False
