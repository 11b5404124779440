"""The models as schemas that other tools understand. Run as a program, for it loads the models.

What a JSON Schema made from the models leaves out is what their validators take before the fields
see it: one name for a list of one, a text for a post or a proof, minutes without seconds.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic.json_schema import models_json_schema

from lianxi.schema.kinds import RECORDS

Schema = dict[str, Any]
BRIEF = {"EvidenceItem", "Post", "Signer"}
"""What may be written as a text instead of a mapping."""
MINUTE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$"


def json_schema() -> Schema:
    """One schema for the records of every kind, chosen by the letter of the id."""
    _, schema = models_json_schema([(kind.model, "validation") for kind in RECORDS.values()], by_alias=True)
    kinds = [
        {
            "if": {"properties": {"id": {"pattern": f"^{letter}-"}}},
            "then": {"$ref": f"#/$defs/{kind.model.__name__}"},
        }
        for letter, kind in RECORDS.items()
    ]
    known: Schema = _taken(schema["$defs"])
    return {"type": "object", "required": ["id"], "allOf": kinds, "$defs": known}


def _taken(part: Any) -> Any:
    """``part`` with what the models take besides."""
    if isinstance(part, list):
        return [_taken(each) for each in part]
    if not isinstance(part, dict):
        return part
    if part.get("format") == "date-time":
        return {"type": "string", "pattern": MINUTE}
    if part.get("$ref", "").rsplit("/", 1)[-1] in BRIEF:
        return {"anyOf": [{"type": "string"}, part]}
    taken = {key: _taken(value) for key, value in part.items()}
    if part.get("type") == "array" and part.get("minItems") == 1:
        return {"anyOf": [taken["items"], taken]}
    return taken


def yamale_schema(model: str, known: Schema) -> str:
    """The same for yamale: the fields of one kind, then whatever they include."""
    parts = [_fields(known[model]), *(f"{name}:\n{_fields(each, '  ')}" for name, each in known.items())]
    return "\n---\n".join(parts) + "\n"


def _fields(schema: Schema, pad: str = "") -> str:
    required = schema.get("required", ())
    fields = schema["properties"].items()
    return "\n".join(f"{pad}{key}: {_validator(each, required=key in required)}" for key, each in fields)


def _validator(schema: Schema, *, required: bool = True) -> str:
    choices = list(_choices(schema))
    name, words = ("any", [_validator(each) for each in choices]) if choices[1:] else _said(choices[0])
    return f"{name}({', '.join([*words, *([] if required else ['required=False'])])})"


def _choices(schema: Schema) -> Iterator[Schema]:
    """What may stand here, whatever it is nested in; nothing at all goes by ``required``."""
    nested = (*schema.get("anyOf", ()), *schema.get("oneOf", ()))
    for each in nested:
        yield from _choices(each)
    if not nested and schema.get("type") != "null":
        yield schema


def _said(schema: Schema) -> tuple[str, list[str]]:
    """A validator's name and words; an empty schema takes anything."""
    if "$ref" in schema:
        return "include", [repr(schema["$ref"].rsplit("/", 1)[-1])]
    if "enum" in schema or "const" in schema:
        return "enum", [repr(each) for each in schema.get("enum", [schema.get("const")])]
    if schema.get("format") == "date":
        return "day", []
    if schema.get("type") == "array":
        return "list", [_validator(schema["items"])]
    return {"string": "str", "integer": "int", "boolean": "bool"}.get(schema.get("type", ""), "any"), []


def write(schema_file: Path, records: Path, beside: str) -> None:
    """The JSON Schema where it is asked for, yamale's ``beside`` the records of each kind."""
    schema = json_schema()
    schema_file.write_text(json.dumps(schema, ensure_ascii=False), encoding="utf-8")
    for kind in RECORDS.values():
        text = yamale_schema(kind.model.__name__, schema["$defs"])
        (records / kind.folder / beside).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
