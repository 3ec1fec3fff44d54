"""The JSON Schema that editors check evaluation files with while they are written."""

from __future__ import annotations

import json
from typing import Any

from kompass_sphinx.model.evaluation import Evaluation

SCHEMA_NAME = "evaluation.schema.json"


def evaluation_schema() -> dict[str, Any]:
    """The schema of an evaluation file, made from the models."""
    schema: dict[str, Any] = _without_null(Evaluation.model_json_schema())
    return schema | {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_NAME,
        "title": "An evaluation with Kommunkompassen",
    }


def _without_null(schema: Any) -> Any:
    """Returns the schema without null: a key is left out, never empty."""
    if isinstance(schema, list):
        return [_without_null(item) for item in schema if item != {"type": "null"}]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _without_null(value) for key, value in schema.items() if (key, value) != ("default", None)}
    choices = kept.get("anyOf")
    if isinstance(choices, list) and len(choices) == 1:
        del kept["anyOf"]
        return choices[0] | kept
    return kept


def evaluation_schema_text() -> str:
    """The schema as the file ``evaluations/evaluation.schema.json`` holds it."""
    return json.dumps(evaluation_schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
