"""What of a table is not data or not understood, said so that nothing is lost in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lianxi.intake.screening import safe
from lianxi.intake.sheet import Received, letters
from lianxi.intake.table import Table
from lianxi.wording import listed

_SHOWN = 12


def remarks_on(table: Table, extra_goes: str) -> Iterator[str]:
    """What a person has to know of a table; ``extra_goes`` says where columns not understood go."""
    sheet = table.sheet
    named = f"工作表“{sheet.name}”"
    yield f"{named}：{_span(table)}，按“{table.form.name}”读"
    guessed = [
        f"“{each.name}”（{each.letter}列）读作{each.column.name}"
        for each in table.headers
        if each.guessed and each.column and not each.column.private
    ]
    if guessed:
        yield f"{named}：表头没有照模板写的：{listed(guessed)}；读错了的请改表头"
    private = [
        f"“{each.name}”（{each.letter}列）" for each in table.headers if each.column and each.column.private
    ]
    if private:
        yield f"{named}：联系人一类的栏没有取，不入库：{listed(private)}"
    unknown = [f"“{safe(each.name)}”（{each.letter}列）" for each in table.headers if each.column is None]
    if unknown:
        yield f"{named}：不认识的栏{extra_goes}：{listed(unknown)}"
    if sheet.hidden:
        yield f"{named}是隐藏的，也读了"
    rows = sorted(sheet.hidden_rows & {row.number for row in table.rows})
    if rows:
        why = "筛选或隐藏" if sheet.filtered else "隐藏"
        yield f"{named}：{why}的行也读了：第{_some(map(str, rows))}行"
    columns = sorted(sheet.hidden_columns & {header.place for header in table.headers})
    if columns:
        yield f"{named}：隐藏的列也读了：{_some(map(letters, columns))}列"
    for left in table.left:
        yield f"{named}第{left.row}行是{left.what}，没有取：{safe(left.text)}"


def unrecognised(received: Received, tables: tuple[Table, ...]) -> Iterator[str]:
    """The sheets in which no form is recognised, each with how much it holds."""
    known = {table.sheet.name for table in tables}
    for sheet in received.sheets:
        if sheet.name not in known:
            yield f"工作表“{sheet.name}”没有认出表头，没有读（有内容的{len(sheet.rows)}行）"


def _span(table: Table) -> str:
    numbers = [row.number for row in table.rows]
    return f"第{numbers[0]}行到第{numbers[-1]}行" if numbers else "没有数据行"


def _some(texts: Iterable[str]) -> str:
    known = list(texts)
    return listed(known[:_SHOWN]) + (f"等{len(known)}处，" if len(known) > _SHOWN else "")
