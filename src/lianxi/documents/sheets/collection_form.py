"""诉求收集表 as an empty workbook with lists to choose from, for counties and departments to fill in."""

from __future__ import annotations

from lianxi.documents.sheets.form_columns import form_columns
from lianxi.documents.sheets.workbook import Sheet, Table, Workbook
from lianxi.forms.collection import COLLECTION
from lianxi.membership import listed
from lianxi.situation import Situation

_BLANK = 50
_TITLE = "企业诉求收集表"
_LINES = (
    "填报单位：　　　　　　　　填报日期：　　　　",
    (
        "一行写一件诉求；类别、县区、单位从下拉列表里选，鼠标放在表头上有填写说明。"
        "企业写代称；不写联系人、电话、证件号和账号，有这些内容的行收不进去。"
    ),
)


def collection_form(now: Situation) -> Workbook:
    """The empty form of this conference."""
    lists = {
        "issue_category": now.terms.issue_categories.value,
        "area": tuple(area.name for area in now.mechanism.areas),
        "county": tuple(dict.fromkeys(unit.county for unit in now.mechanism.units if unit.county)),
        "unit": _units(now),
    }
    table = Table(form_columns(COLLECTION, lists), (), blank=_BLANK)
    title = f"{now.mechanism.name}{_TITLE}"
    return Workbook(title, now.today, (Sheet(_TITLE, title, (table,), _LINES, held=2),))


def _units(now: Situation) -> tuple[str, ...]:
    """Those that are there today, who collect first."""
    there = [name for name in now.units if now.is_unit(name, now.today)]
    term = now.terms.collectors
    first = [
        name for each in (term.value if term else ()) for name in listed(now.mechanism, each) if name in there
    ]
    return tuple(dict.fromkeys([*first, *there]))
