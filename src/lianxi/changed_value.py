"""What a value was and has become, as a message says it."""

from __future__ import annotations

from typing import Any

from lianxi.schema.base import Value
from lianxi.shown import shown

_NONE = (None, "", ())


def before_and_after(was: Any, now: Any) -> str:
    """由“2026-06-30”改为“2026-07-31”; 原来是“…”，现在没有了; 原来没有，现在写了“…”."""
    if now in _NONE:
        return f"原来是“{_written(was)}”，现在没有了"
    if was in _NONE:
        return f"原来没有，现在写了“{_written(now)}”"
    return f"由“{_written(was)}”改为“{_written(now)}”"


def _written(value: Any) -> str:
    return shown(_plain(value))


def _plain(value: Any) -> Any:
    if isinstance(value, Value):
        return value.model_dump(by_alias=True, exclude_none=True)
    return [_plain(item) for item in value] if isinstance(value, tuple) else value
