"""How a rule tells of a line that was mistyped as a whole."""

from __future__ import annotations

import re

from lianxi.book import Entry
from lianxi.fault import Fault, Place
from lianxi.rule import Told
from lianxi.schema.shape import name_keys

_DEFINED = frozenset({"id", "name", "county"})
"""What other records call by its name is not any text, though it is a name only there."""
_KEY = re.compile(r"[ ]*(?:-[ ]+)*([A-Za-z_0-9]+):")


def holds_text(fault: Fault, entry: Entry) -> bool:
    """Whether the line has a key under which any text may stand, not only a name."""
    key = _KEY.match(fault.hints.get("line", ""))
    return bool(key and key[1] not in _DEFINED and entry.kind and key[1] not in name_keys(entry.kind.model))


def whole_line(fault: Fault, message: str, remedy: str, *, safe: bool = True) -> Told:
    """Show the line as it is to read; it is mended where the reader is sure of it and it is ``safe``."""
    now, line = fault.hints["now"], fault.hints["line"]
    assert fault.place is not None  # noqa: S101 - the reader knows the line
    over = Place(fault.place.line, 1, len(line))
    sure = safe and fault.hints["sure"]
    return Told(message, remedy, instead=now if sure else None, shows=now, over=over)
