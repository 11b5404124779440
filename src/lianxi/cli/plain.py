"""What lianxi export gives as data for other programs: all records as JSON, a ledger as CSV."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lianxi.cli.export import Asked


def json(asked: Asked) -> bytes:
    """Every record, with what is derived of it."""
    from lianxi.cli.output import as_json
    from lianxi.reports.dataset import dataset

    return as_json({"today": asked.day, **dataset(asked.book, asked.day)}).encode("utf-8")


def csv(asked: Asked) -> bytes:
    """One ledger, with the columns that it has in a workbook; several tables stand one below the other."""
    from lianxi.documents.sheets.ledgers import ledger
    from lianxi.documents.sheets.task_ledger import NAME
    from lianxi.tabular import as_csv

    (sheet,) = ledger(asked.ledger or NAME, asked.book, asked.day).sheets
    several = len(sheet.tables) > 1
    texts = []
    for table in sheet.tables:
        head = [column.header for column in table.columns]
        rows = chain([head], table.rows) if several else table.rows
        texts.append(as_csv([table.title] if several else head, rows))
    return "\n".join([texts[0], *(text.removeprefix("\ufeff") for text in texts[1:])]).encode("utf-8")
