"""A file that came in → what it proposes, by the form of its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lianxi.forms.all import FORMS
from lianxi.forms.collection import COLLECTION
from lianxi.forms.form import Form
from lianxi.forms.unit_list import RAISED, UNIT_LIST
from lianxi.forms.work_table import WORK_TABLE
from lianxi.intake.collection import issues_in
from lianxi.intake.decided import not_issued, tasks_in
from lianxi.intake.proposal import Line, Proposal
from lianxi.intake.remarks import remarks_on, unrecognised
from lianxi.intake.returned import answers_in
from lianxi.intake.row_reader import Intake
from lianxi.intake.sheet import NotReadable, Received
from lianxi.intake.table import Table, table_of
from lianxi.schema.meeting import Meeting
from lianxi.wording import listed

_EXTRA = {
    COLLECTION: "在新增的行里写进备注（notes），不丢",
    WORK_TABLE: "在新增的行里写进备注（notes），不丢",
    UNIT_LIST: "没有取",
}
_SAID = {
    COLLECTION: "诉求收集表要有：企业名称（或县区、类别）、诉求内容",
    UNIT_LIST: "本单位清单要有：编号、进展情况",
    WORK_TABLE: "任务分解表要有：工作任务（或议定事项、具体措施）、牵头单位",
}


def tables_of(received: Received) -> tuple[Table, ...]:
    """The tables in which a form is recognised. Raises ``NotReadable`` where there is none."""
    found = tuple(table for sheet in received.sheets if (table := table_of(sheet)) is not None)
    if not [table for table in found if table.form is not RAISED]:
        raise NotReadable(
            f"没有认出表头，一行也没有读；{'；'.join(_SAID.values())}。"
            "空白表：lianxi export --template 诉求收集表"
        )
    return found


def forms_of(tables: Iterable[Table]) -> tuple[Form, ...]:
    """The forms of all tables, in the order in which they are told apart; what is only to be read is none."""
    found = {table.form for table in tables}
    return tuple(form for form in FORMS if form in found and form is not RAISED)


def proposal(
    received: Received, tables: tuple[Table, ...], intake: Intake, meeting: Meeting | None
) -> Proposal:
    """What the rows of all tables propose; ``meeting`` is the one whose decisions are loaded, if any."""
    lines: list[Line] = []
    for form in forms_of(tables):
        own = [table for table in tables if table.form is form]
        if form is COLLECTION:
            lines += issues_in(own, intake)
        elif form is UNIT_LIST:
            lines += answers_in(own, intake)
        else:
            assert meeting is not None  # noqa: S101 - the command line asks for it
            lines += tasks_in(own, intake, meeting)
    names = listed(form.name for form in forms_of(tables))
    return Proposal(names, tuple(lines), tuple(_remarks(received, tables, meeting)))


def _remarks(received: Received, tables: tuple[Table, ...], meeting: Meeting | None) -> Iterator[str]:
    yield from received.remarks
    noted = sorted(received.noted & {row.number for table in tables for row in table.rows})
    if noted:
        yield f"第{listed(map(str, noted[:12]))}行有批注，没有读；要入库的话，写进单元格"
    for table in tables:
        if table.form is RAISED:
            yield f"工作表“{table.sheet.name}”只供看，没有读"
        else:
            yield from remarks_on(table, _EXTRA[table.form])
    yield from unrecognised(received, tables)
    if meeting is not None and (unissued := not_issued(meeting)):
        yield unissued
