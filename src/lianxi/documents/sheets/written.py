"""What stands in a workbook that was written, cell by cell, as whoever opens it finds it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from lianxi.leak import Piece


def cells(data: bytes) -> Iterator[Piece]:
    """The texts of all cells and notes, the lists that may be chosen from, headers, footers and titles."""
    book = openpyxl.load_workbook(BytesIO(data))
    for name in ("title", "subject", "creator", "keywords", "description", "category"):
        yield Piece(f"文件属性 {name}", str(getattr(book.properties, name) or ""))
    for sheet in book.worksheets:
        where = f"工作表“{sheet.title}”"
        yield Piece(f"{where}的名称", sheet.title)
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    yield Piece(f"{where}{cell.coordinate}", cell.value)
                if cell.comment is not None:
                    yield Piece(f"{where}{cell.coordinate} 的批注", str(cell.comment.text))
        yield from _around(sheet, where)


def _around(sheet: Worksheet, where: str) -> Iterator[Piece]:
    for check in sheet.data_validations.dataValidation:
        texts = (check.formula1, check.prompt, check.error)
        yield Piece(f"{where}{check.sqref} 的下拉和提示", " ".join(text for text in texts if text))
    for edge, label in ((sheet.oddHeader, "页眉"), (sheet.oddFooter, "页脚")):
        if edge is not None:
            for part in (edge.left, edge.center, edge.right):
                yield Piece(f"{where}{label}", part.text or "")
