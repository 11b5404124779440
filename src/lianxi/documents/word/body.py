"""document.xml: the sheets of a paper as paragraphs, tables and sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from lianxi.documents.word.imprint import imprint_xml
from lianxi.documents.word.page import ASIDE, UPRIGHT, Area, section
from lianxi.documents.word.paragraph import TITLES, Paragraph, Sheet
from lianxi.documents.word.reading import Table
from lianxi.documents.word.runs import paragraph
from lianxi.documents.word.setting import Place, paragraph_xml
from lianxi.documents.word.styles import PITCH, line, size
from lianxi.documents.word.tables import set_anyhow, set_upright, table_xml

_TINY = f"{line(14)}<w:rPr>{size(1)}</w:rPr>"
"""Of a paragraph that only holds something: less high than what 22 lines leave of a page."""


def body(sheets: Sequence[Sheet]) -> str:
    """The body; sheets with a table that is too wide for them lie on their side, in sections of their own."""
    groups = [(aside, list(group)) for aside, group in groupby(sheets, _lies_aside)] or [(False, [])]
    made = "".join(_section(group, aside=aside, last=group is groups[-1][1]) for aside, group in groups)
    return f"<w:body>{made}</w:body>"


def _lies_aside(sheet: Sheet) -> bool:
    tables = (block for block in sheet.blocks if isinstance(block, Table))
    return any(set_upright(table, UPRIGHT.width) is None for table in tables)


def _section(sheets: Sequence[Sheet], *, aside: bool, last: bool) -> str:
    area = ASIDE if aside else UPRIGHT
    pieces = [piece for index, sheet in enumerate(sheets) for piece in _sheet(sheet, area, turned=index > 0)]
    if not pieces or pieces[-1].endswith("</w:tbl>"):
        pieces.append(paragraph("", _TINY))
    if last:
        return "".join(pieces) + section(aside=aside)
    head, _, tail = pieces[-1].partition("</w:pPr>")
    return "".join(pieces[:-1]) + f"{head}{section(aside=aside)}</w:pPr>{tail}"


def _sheet(sheet: Sheet, area: Area, *, turned: bool) -> Iterator[str]:
    """The pieces of a sheet, a paragraph or a table each; ``turned`` where a page has to be turned first."""
    blocks = sheet.blocks
    if turned and not (blocks and isinstance(blocks[0], Paragraph)):
        yield paragraph("", f"<w:pageBreakBefore/>{_TINY}")
        turned = False
    for index, block in enumerate(blocks):
        before = blocks[index - 1] if index else None
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        if isinstance(block, Table):
            yield from _before_table(before)
            yield table_xml(set_upright(block, area.width) or set_anyhow(block, area.width))
        else:
            yield paragraph_xml(block, Place(before, after, area.width, turned=turned and not index))
    if sheet.imprint:
        if blocks and isinstance(blocks[-1], Table):
            yield paragraph("", _TINY)
        yield imprint_xml(sheet.imprint, area)
        yield paragraph("", _TINY)


def _before_table(before: Paragraph | Table | None) -> Iterator[str]:
    """A blank line under a title, half of one between two tables: without it Word makes one of them."""
    if isinstance(before, Table):
        yield paragraph("", line(PITCH // 2))
    elif before is not None and before.kind in TITLES:
        yield paragraph("", "<w:keepNext/>")
