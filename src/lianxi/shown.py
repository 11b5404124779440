"""A value as a message shows it: on one line, short, with nothing that cannot be seen."""

from __future__ import annotations

import re
import sys
from datetime import datetime

_LIMIT = 30
_COMMENT = re.compile(r"(?<!\s)\s+#(?:\s.*)?$")


def shown(value: object, limit: int = _LIMIT) -> str:
    """``value`` as it would be written in a record, shortened to ``limit`` characters."""
    text = " ".join(_written(value).split())
    seen = "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)
    return seen if len(seen) <= limit else seen[: limit - 1] + "…"


def pasted(value: object) -> str:
    """``value`` as it is to be written in a record: on one line and whole."""
    return shown(value, sys.maxsize)


def uncommented(line: str) -> str:
    """A line as it reads without the comment behind it."""
    return _COMMENT.sub("", line)


def _written(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_written(item) for item in value)}]"
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_written(item)}' for key, item in value.items())}}}"
    return str(value)
