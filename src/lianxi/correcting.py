"""The lines of a 更正 as they are to be written."""

from __future__ import annotations

from collections.abc import Mapping

from lianxi.fault import Loc
from lianxi.shown import pasted
from lianxi.source.plain import as_text


def left_out(record: str, fields: Mapping[str, str]) -> str:
    """The changes for a record that the minutes left out; ``fields`` are the texts they should have had."""
    lines = [
        f"  - record: {record}\n    field: {key}\n    was: null\n    now: {as_text(pasted(text))}"
        for key, text in fields.items()
        if text
    ]
    return "\n".join(["changes:", *lines])


def field_of(loc: Loc) -> str:
    """attendance[8]: how a 更正 names a place, entries counted from 1."""
    return "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in loc)[1:]
