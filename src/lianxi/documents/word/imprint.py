"""The 版记 at the very foot of a paper's last page, as a table that stands apart from the text (7.4).

It is bound to the foot of the page, not to the text: it neither covers text nor moves up where some is
taken out. Where the last page has no room left, it stands on one more.
"""

from __future__ import annotations

from lianxi.documents.word.page import Area
from lianxi.documents.word.paragraph import Imprint, Paragraph
from lianxi.documents.word.runs import paragraph, runs

_CHARACTER = 280
"""4号 in twips: text stands that far from both edges (7.4.2, 7.4.3)."""
_THICK, _THIN = 8, 6
"""Eighths of a point: 0.35 mm for the first and the last line, 0.25 mm between them (7.4.1)."""


def imprint_xml(imprint: Imprint, area: Area) -> str:
    width = area.width
    above = "".join(_row(_line(each, width), width) for each in imprint.above)
    to = "".join(_line(each, width) for each in imprint.to)
    rows = _row(to, width, top=_THICK) if to else ""
    issued = _row(_line(imprint.issued, width), width, top=_THIN if to else _THICK, bottom=_THICK)
    return (
        "<w:tbl><w:tblPr>"
        '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:topFromText="0" w:bottomFromText="0" '
        f'w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="{area.left}" w:tblpYSpec="bottom"/>'
        '<w:tblOverlap w:val="never"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>{above}{rows}{issued}</w:tbl>'
    )


def _row(content: str, width: int, *, top: int = 0, bottom: int = 0) -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{thick}" w:space="0" w:color="000000"/>'
        for side, thick in (("top", top), ("bottom", bottom))
        if thick
    )
    borders = f"<w:tcBorders>{lines}</w:tcBorders>" if lines else ""
    return (
        "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>"
        f'<w:tcW w:w="{width}" w:type="dxa"/>{borders}</w:tcPr>{content}</w:tc></w:tr>'
    )


def _line(line: Paragraph, width: int) -> str:
    hang = round(line.hang * _CHARACTER)
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{width - _CHARACTER}"/></w:tabs>' if line.right else ""
    indent = f'<w:ind w:left="{_CHARACTER + hang}" w:right="{_CHARACTER}" w:hanging="{hang}"/>'
    content = runs(line.words) + ("<w:r><w:tab/></w:r>" + runs(line.right) if line.right else "")
    return paragraph(content, f'<w:pStyle w:val="Imprint"/>{tab}{indent}')
