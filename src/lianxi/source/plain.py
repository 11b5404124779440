"""What a text without quotes means in a record, and how a text is written so that it stays one."""

from __future__ import annotations

import re
from typing import Any

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_DIGITS = 3500
"""Python prints no integer of more than 4,300 digits; 3,500 in base 16 are 4,215."""
_INT = re.compile(r"[-+]?[0-9]+\Z")
_BASED = re.compile(r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_ODD_FLOAT = re.compile(r"[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z")
_MARKS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_INNER = re.compile(r":(?:\s|\Z)|\s#|[\n\t]|\A\s|\s\Z|\A(?:---|\.\.\.)")
_LETTER = re.compile(r"-[^\s-]|\?[^\s]|:[^\s]")


def resolve(text: str) -> Any:
    """A plain scalar by YAML 1.2's core schema; a date stays text, the schema judges it."""
    if text in _NULL:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if _INT.match(text):
        return int(text) if len(text) < _DIGITS else text
    if _BASED.match(text):
        return int(text, 0) if len(text) < _DIGITS else text
    if _FLOAT.match(text):
        return float(text)
    if _ODD_FLOAT.match(text):
        return float(text.lower().replace(".", ""))
    return text


def as_text(text: str) -> str:
    """``text`` as it is to be written, in quotes only where it would be read as something else."""
    return text if _is_plain_text(text) else quoted(text)


def quoted(text: str) -> str:
    """``text`` in quotes."""
    return f'"{text}"' if not {'"', "\\"} & set(text) else "'" + text.replace("'", "''") + "'"


def _is_plain_text(text: str) -> bool:
    if not isinstance(resolve(text), str) or _INNER.search(text):
        return False
    return text[0] not in _MARKS or _LETTER.match(text) is not None
