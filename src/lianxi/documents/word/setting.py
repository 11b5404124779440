"""One paragraph set in its place: what of its look depends on its text, and on what stands around it."""

from __future__ import annotations

from dataclasses import dataclass

from lianxi.documents.word.inline import Span, Words, plain
from lianxi.documents.word.measure import em
from lianxi.documents.word.names import unsplit
from lianxi.documents.word.page import UPRIGHT
from lianxi.documents.word.paragraph import TITLES, Kind, Paragraph
from lianxi.documents.word.reading import Table
from lianxi.documents.word.runs import led, paragraph, runs
from lianxi.documents.word.styles import NO_3, PITCH, RED, STYLES, em_twips, line, size, style_id
from lianxi.documents.word.title import title_lines

_MARK_COLUMNS, _MARK_LARGEST = 14, 36
_MARK_DOWN = 1984
"""35 mm in twips: so far stands the 纪要标志 below the upper edge of the text (10.3)."""
_ABOVE_TABLE = 80
_RULE = (
    f'<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="0" w:color="{RED}"/></w:pBdr>{line(120)}'
    f"<w:rPr>{size(1)}</w:rPr>"
)
"""The red line, 4 mm below what stands above it (7.2.7)."""
_APART = {Kind.TITLE, Kind.SUBHEAD, Kind.ANNEXES, Kind.ATTENDANCE, Kind.SIGNATURE, Kind.NOTE}
"""One blank line stands before the first of these (7.3.4, 7.3.5, 10.3)."""
_HEADS = {Kind.LEVEL_1, Kind.LEVEL_2, Kind.SUBHEAD, Kind.TITLE, Kind.SUBTITLE, Kind.ANNEX}
"""These do not stay behind at the foot of a page."""


@dataclass(frozen=True, slots=True)
class Place:
    """What stands before and after a paragraph, how wide the text is, and whether a page begins here."""

    before: Paragraph | Table | None
    after: Paragraph | Table | None
    width: int
    turned: bool = False


def paragraph_xml(block: Paragraph, place: Place) -> str:
    keep = "<w:keepNext/>" if _kept(block, place.after) else ""
    turn = "<w:pageBreakBefore/>" if place.turned else ""
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{place.width - _twips(block, block.inset)}"/></w:tabs>'
    properties = (
        f'<w:pStyle w:val="{style_id(block.kind)}"/>{keep}{turn}{tab if block.right else ""}'
        f"{_spacing(block, place)}{_indent(block)}"
    )
    made = paragraph(_content(block, place.width), properties)
    return made + paragraph("", _RULE) if block.ruled else made


def _twips(block: Paragraph, characters: float) -> int:
    return round(characters * em_twips(STYLES[block.kind].size))


def _indent(block: Paragraph) -> str:
    left, hang, right = (_twips(block, each) for each in (block.left + block.hang, block.hang, block.inset))
    if not (left or right):
        return ""
    hanging = f' w:hanging="{hang}"' if hang else ""
    return f'<w:ind w:left="{left}" w:right="{right}"{hanging}/>'


def _kept(block: Paragraph, after: Paragraph | Table | None) -> bool:
    if isinstance(after, Table) or (after is not None and after.kind is Kind.SIGNATURE):
        return True
    return after is not None and (
        block.kind is Kind.SIGNATURE or (block.kind in _HEADS and (after.kind is not block.kind))
    )


def _spacing(block: Paragraph, place: Place) -> str:
    """Blank lines before it, where there are some; a 纪要标志 has lines of its own height."""
    if block.kind is Kind.MARK:
        points = _mark_size(_mark(block))
        return line(round(points * 26), _MARK_DOWN if place.before is None else 0)
    blank = round(_blank(block, place.before) * PITCH)
    after = _ABOVE_TABLE if isinstance(place.after, Table) else 0
    return line(STYLES[block.kind].pitch, blank, after) if blank or after else ""


def _blank(block: Paragraph, before: Paragraph | Table | None) -> float:
    """The blank lines before it."""
    if before is None:
        return 0
    if isinstance(before, Table):
        return 0.25 if block.kind is Kind.NOTE else 1 if block.kind in _APART else 0.5
    if before.ruled:
        return 2
    if before.kind in {Kind.MARK, Kind.ANNEX}:
        return 1
    if before.kind in TITLES:
        return 0 if block.kind is Kind.SUBTITLE else 1
    return 1 if block.kind in _APART and block.kind is not before.kind else 0


def _content(block: Paragraph, width: int) -> str:
    """The runs of a paragraph, broken by hand where its kind asks for it."""
    columns = int(width / em_twips(STYLES[block.kind].size))
    if block.kind is Kind.MARK:
        lines = _mark(block)
        points = _mark_size(lines)
        smaller = size(points) if points < _MARK_LARGEST else ""
        return runs((Span("\n".join(lines)),), tail=smaller)
    if block.kind in {Kind.TITLE, Kind.SUBHEAD}:
        return runs((Span("\n".join(title_lines(plain(block.words), columns))),))
    words: Words = block.words
    if block.kind is Kind.ATTENDANCE:
        words = unsplit(words, columns - block.left - block.hang, used=-block.hang)
    made = led(words, block.lead, _lead_style(block))
    return made + ("<w:r><w:tab/></w:r>" + runs(block.right) if block.right else "")


def _lead_style(block: Paragraph) -> str | None:
    """The font of a heading within a paragraph: 楷体 after （一）, else 黑体."""
    if block.kind in {Kind.LEVEL_1, Kind.LEVEL_2}:
        return None
    return "Kai" if plain(block.words).startswith(("（", "(")) else "Hei"


def _mark(block: Paragraph) -> list[str]:
    return title_lines(plain(block.words), _MARK_COLUMNS)


def _mark_size(lines: list[str]) -> float:
    """So large that the longest line fills the width, within what is usual."""
    longest = max(map(em, lines))
    return max(NO_3, min(_MARK_LARGEST, int(UPRIGHT.width / 20 / longest)))
