"""Data as lines of YAML in block style, long text below a bar."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from lianxi.edit.error import EditError
from lianxi.schema.base import Value
from lianxi.schema.shape import keys_of, model_at
from lianxi.source.plain import as_text
from lianxi.visible import visible

STEP = 2
"""How much deeper each level stands."""
_PROSE = frozenset(
    {"text", "obstacles", "next_step", "measure", "result", "situation", "request", "plan", "requirements"}
    | {"judgement", "demands", "opinion", "reply", "enterprise_proposal", "purpose"}
)
"""What people write sentences under."""
_LONG = 40
"""A longer text goes below a bar wherever it stands."""


def block(data: Mapping[str, Any] | list[Any], column: int) -> list[str]:
    """The lines of a mapping or a list that begins at ``column``."""
    if isinstance(data, Mapping):
        return [line for key, value in data.items() for line in keyed(key, value, column)]
    return [line for value in data for line in _item(value, column)]


def keyed(key: str, value: Any, column: int) -> list[str]:
    """The lines of one key at ``column`` with its value."""
    head, below = written(key, value, column)
    return [f"{' ' * column}{key}:{head}", *below]


def written(key: str, value: Any, column: int) -> tuple[str, list[str]]:
    """What follows on the line of a key at ``column``, and the lines below it."""
    deeper = column + STEP
    if isinstance(value, Mapping | list) and value:
        return "", block(value, deeper)
    if isinstance(value, str) and is_prose(key, value):
        return " |", [" " * deeper + line if line else "" for line in cleaned(value).split("\n")]
    return f" {scalar(value)}", []


def is_prose(key: str, text: str) -> bool:
    """Whether a text goes below a bar."""
    text = cleaned(text)
    is_word = text.isascii() and " " not in text  # as a digest is
    return bool(text) and (key in _PROSE or "\n" in text or (len(text) > _LONG and not is_word))


def scalar(value: Any) -> str:
    """A value on one line."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return as_text(cleaned(value))
    return str(value) if value not in ({}, [], ()) else "{}" if value == {} else "[]"


def cleaned(text: str) -> str:
    """A text without the blanks around it, lines ended by LF. Raises ``EditError`` for what is not seen."""
    text = text.replace("\r\n", "\n").strip()
    if visible(text.replace("\t", "")) != text.replace("\t", ""):
        raise EditError(f"内容里有看不见的字符：{visible(text)[:30]}；请重新输入，不要粘贴")
    return text


def as_data(value: Any) -> Any:
    """``value`` as the reader gives it back: days are texts, tuples are lists.

    Of a mapping of the schema only what is filled in is written.
    """
    if isinstance(value, Value):
        named = (
            (field.alias or name, getattr(value, name)) for name, field in type(value).model_fields.items()
        )
        return {key: as_data(item) for key, item in named if item not in {None, ()}}
    if isinstance(value, Mapping):
        return {key: as_data(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_data(item) for item in value]
    return scalar(value) if isinstance(value, date) else value


def ordered(value: Any, model: type[Value], loc: tuple[Any, ...] = ()) -> Any:
    """``value`` with the keys of each mapping in the order of the schema."""
    if isinstance(value, Mapping):
        here = ranks(model, loc)
        keys = sorted(value, key=lambda key: here.get(key, len(here)))
        return {key: ordered(value[key], model, (*loc, key)) for key in keys}
    return [ordered(item, model, loc) for item in value] if isinstance(value, list) else value


def ranks(model: type[Value], loc: tuple[Any, ...]) -> dict[str, int]:
    """The place of each key of the mapping at ``loc`` in the order of the schema."""
    holder = model_at(model, loc)
    return {key: place for place, key in enumerate(keys_of(holder))} if holder else {}


def _item(value: Any, column: int) -> list[str]:
    if not isinstance(value, Mapping | list) or not value:
        return [f"{' ' * column}- {scalar(value)}"]
    first, *more = block(value, column + STEP)
    return [f"{' ' * column}- {first[column + STEP :]}", *more]
