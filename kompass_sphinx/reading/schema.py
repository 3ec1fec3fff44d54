"""The JSON Schema that editors check evaluation files with while they are written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kompass_sphinx.language import message_id
from kompass_sphinx.model.definition import json_schema
from kompass_sphinx.reading.editions import load_catalogue, load_registry
from kompass_sphinx.reading.tree import SCHEMA_NAME

if TYPE_CHECKING:
    from collections.abc import Callable


def evaluation_schema(translate: Callable[[str], str]) -> dict[str, Any]:
    """The schema of an evaluation file, made from the models, with descriptions of all keys in one language."""
    schema: dict[str, Any] = _for_editors(json_schema(), translate)
    keys, parts = schema["properties"], schema["$defs"]
    for part in parts.values():
        part.pop("description")  # the keys that hold the part have one
    parts["Municipality"] = {
        "type": "string",
        # What editors offer. As an enum, all 290 would stand in every explanation and every message as well.
        "defaultSnippets": [{"label": one.name, "body": one.name} for one in load_registry()],
    }
    for place in (keys, parts["Example"]["properties"]):
        place["municipality"] = {"$ref": "#/$defs/Municipality", "description": place["municipality"]["description"]}
    for place in (keys, parts["Benchmark"]["properties"]):
        place["edition"] = {"enum": list(load_catalogue().editions), "description": place["edition"]["description"]}
    # Behind a validator of our own, pydantic takes the least number of items for that of signs.
    keys["sources"]["minItems"] = keys["sources"].pop("minLength")
    return schema | {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_NAME,
        "title": translate(message_id("An evaluation with Kommunkompassen")),
        "description": translate(message_id("One municipality's evaluation in one year.")),
    }


def _for_editors(schema: Any, translate: Callable[[str], str]) -> Any:
    """Return the schema without null, for a key is left out and never empty; and with descriptions translated."""
    if isinstance(schema, list):
        return [_for_editors(item, translate) for item in schema if item != {"type": "null"}]
    if not isinstance(schema, dict):
        return schema
    kept = {
        key: _for_editors(value, translate)
        for key, value in schema.items()
        # A key is left out rather than given its default, and pydantic's titles only repeat the key. A source has a
        # key named title, whose value is a schema.
        if key != "default" and not (key == "title" and isinstance(value, str))
    }
    if isinstance(kept.get("description"), str):
        kept["description"] = translate(kept["description"])
    choices = kept.get("anyOf")
    if isinstance(choices, list) and len(choices) == 1:
        del kept["anyOf"]
        return choices[0] | kept
    return kept


def evaluation_schema_text(translate: Callable[[str], str]) -> str:
    """The schema as a file; ``evaluations/evaluation.schema.json`` is the Swedish one."""
    return json.dumps(evaluation_schema(translate), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
