"""What must never reach Git, found in the cells of a row before anything else is done with it."""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.classified import marks_in
from lianxi.intake.proposal import Refused
from lianxi.intake.sheet import Cell
from lianxi.intake.table import Row, Table
from lianxi.private.found import BANK_CARD, ID_NUMBER, LANDLINE, MOBILE, concealed, found_in
from lianxi.shown import shown
from lianxi.visible import visible

_STOPPED = (ID_NUMBER, BANK_CARD, MOBILE, LANDLINE)
_WIDE = 24


def screened(row: Row, table: Table) -> Iterator[Refused]:
    """A refusal for each cell that cannot be relied on, or holds what must stay out."""
    names = {header.place: header.name for header in table.headers}
    for cell in row.all:
        yield from _of_cell(cell, names.get(cell.column, f"第{cell.column}列"))


def _of_cell(cell: Cell, name: str) -> Iterator[Refused]:
    if cell.fault:
        yield Refused(cell.address, name, safe(cell.text), cell.fault)
        return
    for mark, _ in marks_in(cell.text):
        yield Refused(
            cell.address, name, mark, "有密级或者严禁外传的标志，这样的内容不能入库；请按保密规定办理"
        )
        return
    head = f"{name}："
    for found in found_in(head + cell.text):
        if found.kind in _STOPPED:
            yield Refused(cell.address, name, found.masked, f"有{found.kind}，不能入库；请在表里删去，再导入")
            return
    if visible(cell.text.replace("\t", "")) != cell.text.replace("\t", ""):
        why = "有看不见的字符；请重新输入，不要从网页粘贴"
        yield Refused(cell.address, name, safe(cell.text), why)


def safe(text: str, limit: int = _WIDE) -> str:
    """A text as the preview may show it: on one line, short, nothing private in it whole."""
    return shown(visible(concealed(text)), limit)
