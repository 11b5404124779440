"""The id that a slip of the pen was meant to be: I-2026-2, i2026-002 and Ⅰ-2026-002 are I-2026-002."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

_ID = re.compile(r"([A-Z1|])\s*[-–—_－.]*\s*([0-9]{4})\s*[-–—_－.]*\s*0*([0-9]{1,9})")
_AROUND = "“”‘’\"' ,，、;；。"
_LIKE_I = frozenset("L1|")


def meant_id(written: object, known: Iterable[str]) -> str | None:
    """The known id that differs from ``written`` only in padding, case, dashes or the look of its letter."""
    plain = _plain(str(written))
    found = [id_ for id_ in known if plain is not None and _plain(id_) == plain]
    return found[0] if len(found) == 1 else None


def _plain(id_: str) -> tuple[str, str, str] | None:
    found = _ID.fullmatch(normalize("NFKC", id_).strip(_AROUND).upper())
    if found is None:
        return None
    return "I" if found[1] in _LIKE_I else found[1], found[2], found[3]
