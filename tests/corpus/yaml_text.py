"""Writes a record as a clerk would: block style, two spaces, long texts below their key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Record = dict[str, Any]


class Long(str):
    """A text that stands below its key."""

    __slots__ = ()


def written(record: Record) -> str:
    """The whole file."""
    return "\n".join((*_mapping(record, ""), ""))


def _mapping(record: Record, pad: str) -> Iterator[str]:
    for key, value in record.items():
        kind = type(value)
        if kind is Long:
            yield f"{pad}{key}: |\n{pad}  {value}"
        elif kind is dict:
            yield f"{pad}{key}:"
            yield from _mapping(value, f"{pad}  ")
        elif kind is list and value:
            yield f"{pad}{key}:"
            yield from _items(value, f"{pad}  ")
        else:
            yield f"{pad}{key}: {_plain(value)}"


def _items(values: list[Any], pad: str) -> Iterator[str]:
    for value in values:
        if type(value) is not dict:
            yield f"{pad}- {value}"
            continue
        lines = _mapping(value, f"{pad}  ")
        yield f"{pad}- {next(lines)[len(pad) + 2 :]}"
        yield from lines


def _plain(value: Any) -> str:
    if type(value) is str:
        return value or '""'
    if value is None:
        return "null"
    return str(value).lower()
