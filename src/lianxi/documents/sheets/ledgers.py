"""The ledgers as workbooks: each alone, or all of them behind a summary."""

from __future__ import annotations

from datetime import date

from lianxi.book import Book
from lianxi.documents.sheets import decision_ledger, handling, issue_ledger, summary, task_ledger
from lianxi.documents.sheets.workbook import Workbook
from lianxi.situation import situation

LEDGERS = {each.NAME: each.sheet for each in (decision_ledger, task_ledger, issue_ledger, handling)}
"""By name, in the order of the workbook of all."""


def ledger(name: str, book: Book, today: date) -> Workbook:
    """The workbook of one."""
    sheet = LEDGERS[name](situation(book, today))
    return Workbook(sheet.title, today, (sheet,))


def all_ledgers(book: Book, today: date) -> Workbook:
    """The workbook of all."""
    now = situation(book, today)
    sheets = (summary.sheet(now), *(sheet(now) for sheet in LEDGERS.values()))
    return Workbook(f"{now.mechanism.name}台账", today, sheets)
