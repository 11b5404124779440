"""What lianxi export gives as Excel workbooks: the ledgers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lianxi.cli.extra import needing

if TYPE_CHECKING:
    from lianxi.cli.export import Asked
    from lianxi.documents.sheets.workbook import Workbook


def tasks(asked: Asked) -> bytes:
    """督办台账."""
    from lianxi.documents.sheets.task_ledger import task_ledger

    return as_file(task_ledger(asked.book, asked.day))


def as_file(workbook: Workbook) -> bytes:
    """The bytes of the workbook; a refusal where the library that writes it is missing."""
    with needing("office", "导出 Excel 表"):
        from lianxi.documents.sheets.writing import xlsx
    return xlsx(workbook)
