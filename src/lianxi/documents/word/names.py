"""A list of persons broken between them, so that no name is divided.

The joiner U+2060 would be the other way. Word shows it as a box where the font has no glyph for it, and a
name with it inside is found by no search; a break that is put in by hand does neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lianxi.documents.word.inline import Span, Words
from lianxi.documents.word.measure import em

_ENTRY = re.compile(r"[^，；]+[，；]?|[，；]")
_SHORT = 12
"""An entry up to this wide is kept whole; a longer one only its end, where the name is."""
_NAME = re.compile(
    r"(?<=[局厅处委办府会司院校心团联部室站区行所队A-Z])[^\W\d_]{2,4}(?=[，；（]|$)|.{4}(?=[，；（]|$)"
)


def unsplit(words: Words, columns: float, used: float) -> Words:
    """``words`` with breaks where a line would else end within a short entry or a name.

    ``used`` characters of the first line are taken.
    """
    made = []
    for span in words:
        text = ""
        for entry in _ENTRY.findall(span.text):
            for piece in _pieces(entry):
                wide = em(piece)
                if used + wide > columns and used > 0 and wide <= columns:
                    text, used = f"{text}\n", 0
                text += piece
                used = used + wide if wide <= columns else (used + wide) % columns
        made.append(Span(text, span.strong))
    return tuple(made)


def _pieces(entry: str) -> Iterator[str]:
    """What may be put on the next line: an entry, or each character of a long one before the name in it."""
    name = _NAME.search(entry) if em(entry) > _SHORT else None
    at = name.start() if name else 0
    yield from entry[:at]
    yield entry[at:]
