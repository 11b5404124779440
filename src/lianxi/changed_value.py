"""What a value was and has become, as a message says it."""

from __future__ import annotations

from typing import Any

from lianxi.obligations import post_name
from lianxi.schema.base import Duration, Post, Value
from lianxi.shown import shown
from lianxi.status.decision import length_text
from lianxi.wording import listed

NONE = (None, "", ())
"""What stands where nothing is written."""
_LEAD = 8
"""How much of what two texts begin with is shown before they differ."""
_SHORT = 24


def before_and_after(was: Any, now: Any) -> str:
    """由“2026-06-30”改为“2026-07-31”; 原来是“…”，现在没有了; 原来没有，现在写了“…”."""
    if now in NONE:
        return f"原来是“{_written(was)}”，现在没有了"
    if was in NONE:
        return f"原来没有，现在写了“{_written(now)}”"
    old, new = _where_they_differ(_plain(was), _plain(now))
    return f"由“{shown(old)}”改为“{shown(new)}”"


def _where_they_differ(was: Any, now: Any) -> tuple[Any, Any]:
    """Two long texts from shortly before the place where they part."""
    if not isinstance(was, str) or not isinstance(now, str):
        return was, now
    shorter = min(len(was), len(now))
    same = next((at for at in range(shorter) if was[at] != now[at]), shorter)
    start = same - _LEAD
    if max(len(was), len(now)) <= _SHORT or start <= 0:
        return was, now
    return f"…{was[start:]}", f"…{now[start:]}"


def _written(value: Any) -> str:
    return shown(_plain(value))


def _plain(value: Any) -> Any:
    if type(value) is Duration:
        return length_text(value)
    if isinstance(value, Post):
        return post_name(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Value):
        return value.model_dump(by_alias=True, exclude_none=True)
    if isinstance(value, tuple):
        parts = [_plain(item) for item in value]
        return listed(parts) if all(isinstance(part, str) for part in parts) else parts
    return value
