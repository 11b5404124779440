"""本单位清单 as a workbook: what the unit is asked about, with columns that it fills in and sends back."""

from __future__ import annotations

from lianxi.documents.sheets.form_columns import form_columns
from lianxi.documents.sheets.workbook import Cell, Sheet, Table, Workbook
from lianxi.forms.form import Form
from lianxi.forms.unit_list import BY, MADE_ON, RAISED, RAISED_SHEET, TASKS_SHEET, UNIT_LIST
from lianxi.reports.unit_list import ListedTask, UnitList
from lianxi.wording import full_date

_HOW = (
    "只填右边各栏：进展情况、存在问题、下一步措施，要延期的填延期各栏，办结的填办结各栏；没有变化的不填。"
    "左边各栏只供看，编号不要改；填好存为 .xlsx 发回。佐证材料只写名称，原件自存；不写电话、证件号和账号。"
)


def unit_form(facts: UnitList) -> Workbook:
    """The list of one unit; a second sheet, to be read only, tells what has become of what it raised."""
    title = f"{facts.conference}{UNIT_LIST.name}"
    head = f"{BY}：{facts.unit}　{MADE_ON}{full_date(facts.today)}，牵头和配合的任务{len(facts.tasks)}项"
    tasks = Table(
        form_columns(UNIT_LIST, {}),
        tuple(_row(UNIT_LIST, number, each) for number, each in enumerate(facts.tasks, 1)),
    )
    sheets = [Sheet(TASKS_SHEET, title, (tasks,), (head, _HOW), held=3, protected=True)]
    if facts.raised:
        rows = tuple(
            (number, each.id, each.title, each.status) for number, each in enumerate(facts.raised, 1)
        )
        raised = Table(form_columns(RAISED, {}), rows)
        line = (
            f"{BY}：{facts.unit}　{MADE_ON}{full_date(facts.today)}，提出的议题{len(rows)}项，只供看，不用填"
        )
        sheets.append(Sheet(RAISED_SHEET, f"{facts.conference}{RAISED_SHEET}", (raised,), (line,), held=3))
    return Workbook(title, facts.today, tuple(sheets))


def _row(form: Form, number: int, task: ListedTask) -> tuple[Cell, ...]:
    """What is known stands in its column; the others are empty."""
    return tuple(
        number if column.key == "no" else getattr(task, column.key, None) or None for column in form.printed
    )
