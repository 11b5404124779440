"""Pages: A4 with the margins of GB/T 9704-2012 5.2.1, upright or on its side, and the number at the foot."""

from __future__ import annotations

from dataclasses import dataclass

from lianxi.documents.word.styles import NO_4, SONG, fonts, size

LONG, SHORT = 16838, 11906
"""A4 in twips (5.1)."""
TOP, BOTTOM, LEFT, RIGHT = 2098, 1984, 1588, 1474
"""37, 35, 28 and 26 mm in twips; a page on its side is bound at its top."""
_NUMBER_BELOW = 567
"""Twips from the foot of the text to that of the number's line, whose dashes stand 7 mm below it (7.5)."""
_FURTHER_IN = 280
"""One character of 4号: where the page number stands from the outer edge (7.5)."""
ODD, EVEN = "rIdOdd", "rIdEven"


@dataclass(frozen=True, slots=True)
class Area:
    """Where the text of a page stands: how far from its left edge, and how wide; in twips."""

    left: int
    width: int


UPRIGHT, ASIDE = Area(LEFT, SHORT - LEFT - RIGHT), Area(TOP, LONG - TOP - BOTTOM)


def section(*, aside: bool) -> str:
    """The properties of a section."""
    if aside:
        page = f'<w:pgSz w:w="{LONG}" w:h="{SHORT}" w:orient="landscape"/>'
        margins = _margins(LEFT, BOTTOM, RIGHT, TOP)
    else:
        page, margins = f'<w:pgSz w:w="{SHORT}" w:h="{LONG}"/>', _margins(TOP, RIGHT, BOTTOM, LEFT)
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{ODD}"/>'
        f'<w:footerReference w:type="even" r:id="{EVEN}"/>'
        f'<w:type w:val="nextPage"/>{page}{margins}</w:sectPr>'
    )


def _margins(top: int, right: int, bottom: int, left: int) -> str:
    return (
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="851" '
        f'w:footer="{bottom - _NUMBER_BELOW}" w:gutter="0"/>'
    )


def footer(*, odd: bool) -> str:
    """— 1 — in 4号半角宋体, one character from the right edge on odd pages, from the left on even ones."""
    look = f'<w:rPr>{fonts(SONG, SONG)}<w:spacing w:val="0"/>{size(NO_4)}</w:rPr>'
    indent = f'<w:ind w:{"right" if odd else "left"}="{_FURTHER_IN}"/>'
    field = "".join(
        f"<w:r>{look}{part}</w:r>"
        for part in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    side = "right" if odd else "left"
    properties = f'<w:spacing w:line="280" w:lineRule="exact"/>{indent}<w:jc w:val="{side}"/>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{field}</w:p>"
