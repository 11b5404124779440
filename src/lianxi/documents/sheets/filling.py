"""What may be filled in where: lists to choose from, days and numbers, and what is said to who errs."""

from __future__ import annotations

from datetime import date
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from lianxi.documents.sheets.limits import fits_in_place, held
from lianxi.documents.sheets.workbook import Column

LISTS = "名单"
"""The hidden sheet of long lists."""
_FIRST, _LAST = date(1900, 1, 1), date(2199, 12, 31)


class Filling:
    """The rules of one workbook. Lists too long for a cell's own rule stand on a sheet, each named."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._sheet: Worksheet | None = None
        self._names: dict[tuple[str, ...], str] = {}

    def rule(self, column: Column) -> dict[str, Any] | None:
        """What Excel lets into the cells of ``column``; ``None`` where anything goes."""
        if column.choices:
            return self._choice(column)
        if not column.open:
            return None
        if column.kind == "day":
            return _asked("date", "日期要写成 2026-09-21 这样") | _between(_FIRST, _LAST)
        if column.kind == "whole":
            return _asked("integer", "这里填整数，如 3") | {"criteria": ">=", "value": 0}
        return None

    def _choice(self, column: Column) -> dict[str, Any]:
        choices = tuple(dict.fromkeys(map(held, column.choices)))
        told = _asked("list", "请从下拉名单里选；单元格右边的箭头点开就是名单")
        if not column.open:  # a ledger says what the records say, be it two units in one cell
            told["error_type"] = "warning"
        return told | {"source": list(choices) if fits_in_place(choices) else f"={self._named(choices)}"}

    def _named(self, choices: tuple[str, ...]) -> str:
        if choices not in self._names:
            place = len(self._names)
            self._names[choices] = name = f"{LISTS}{place + 1}"
            sheet = self._lists()
            for row, choice in enumerate(choices):
                sheet.write_string(row, place, choice)
            self._book.define_name(name, f"={LISTS}!{_column(place)}$1:{_column(place)}${len(choices)}")
        return self._names[choices]

    def _lists(self) -> Worksheet:
        if self._sheet is None:
            self._sheet = self._book.add_worksheet(LISTS)
            self._sheet.hide()
        return self._sheet


def _asked(validate: str, message: str) -> dict[str, Any]:
    return {"validate": validate, "error_title": "填得不对", "error_message": message}


def _between(first: date, last: date) -> dict[str, Any]:
    return {"criteria": "between", "minimum": first, "maximum": last}


def _column(place: int) -> str:
    return str(xl_col_to_name(place, col_abs=True))
