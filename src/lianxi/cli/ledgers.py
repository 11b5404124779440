"""What lianxi export gives as Excel workbooks: the ledgers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lianxi.cli.extra import needing

if TYPE_CHECKING:
    from lianxi.cli.export import Asked
    from lianxi.documents.sheets.workbook import Workbook


def every(asked: Asked) -> bytes:
    """All of them, behind a summary."""
    from lianxi.documents.sheets.ledgers import all_ledgers

    return as_file(all_ledgers(asked.book, asked.day))


def one(asked: Asked) -> bytes:
    """The one asked for."""
    from lianxi.documents.sheets.ledgers import ledger

    return as_file(ledger(asked.what, asked.book, asked.day))


def as_file(workbook: Workbook) -> bytes:
    """The bytes of the workbook; a refusal where the library that writes it is missing."""
    with needing("office", "导出 Excel 表"):
        from lianxi.documents.sheets.writing import xlsx
    return xlsx(workbook)
