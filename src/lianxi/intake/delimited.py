"""A text with commas or tabs as one sheet: CSV in UTF-8 or GB18030."""

from __future__ import annotations

import csv
from io import StringIO

from lianxi.intake.limits import COLUMNS, ROWS
from lianxi.intake.sheet import Cell, NotReadable, Received, Sheet

_NAMED = (".csv", ".tsv", ".txt")
_ADVICE = "请用 Excel 或 WPS 打开，“另存为”选“Excel 工作簿（*.xlsx）”，再导入"


def read_delimited(data: bytes, name: str) -> Received:
    """The rows of a CSV file. Raises ``NotReadable`` where it is none."""
    if not name.lower().endswith(_NAMED) or b"\x00" in data:
        raise NotReadable(f"不是表格文件；{_ADVICE}")
    text = _decoded(data)
    first = text.split("\n", 1)[0]
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter="\t" if "\t" in first else ","))
    except csv.Error as error:
        raise NotReadable(f"不合 CSV 的写法；{_ADVICE}") from error
    if sum(map(any, rows)) > ROWS:
        raise NotReadable(f"有{ROWS}行以上；请分成几个文件，再导入")
    cells = {
        (row, column): Cell(row, column, value.strip())
        for row, values in enumerate(rows, 1)
        for column, value in enumerate(values[:COLUMNS], 1)
        if value.strip()
    }
    return Received(name, (Sheet("CSV", cells),))


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotReadable(f"认不出编码（不是 UTF-8，也不是 GB18030）；{_ADVICE}")
