"""诉求台账: every issue in the columns of the collection form, and what has become of it."""

from __future__ import annotations

from typing import get_args

from lianxi.documents.sheets.vocabulary import areas, counties, head, task_levels, units
from lianxi.documents.sheets.workbook import Cell, Column, Sheet, Table
from lianxi.reports.issue_ledger import APPEAL, Row, issue_ledger
from lianxi.schema.issue import Disclosure
from lianxi.situation import Situation
from lianxi.status.issue import STATUSES

NAME = "诉求台账"
_SATISFACTION = ("满意", "基本满意", "不满意")


def sheet(now: Situation) -> Sheet:
    """All kinds of issues, told apart by 类型, so that none is missing."""
    found = list(issue_ledger(now))
    appeals = sum(1 for row in found if row.kind == APPEAL)
    rows = tuple(_cells(number, row) for number, row in enumerate(found, 1))
    told = head(f"共{len(rows)}件" + (f"，其中{APPEAL}{appeals}件" if appeals else "") + "。", now)
    return Sheet(NAME, f"{now.mechanism.name}{NAME}", (Table(_columns(now), rows),), told, held=2)


def _columns(now: Situation) -> tuple[Column, ...]:
    levels = task_levels(now)
    return (
        Column("序号", 4, "whole"),
        Column("编号", 11, centred=True),
        Column("类型", 6.5, choices=now.terms.issue_kinds.value, centred=True),
        Column("企业名称", 8),
        Column(f"所在{now.mechanism.place_label}", 6.5, choices=counties(now), centred=True),
        Column("所属行业（产业链）", 6.5, centred=True),
        Column("工作领域", 5, choices=areas(now), centred=True),
        Column("诉求类别", 5, choices=now.terms.issue_categories.value, centred=True),
        Column("诉求内容", 28),
        Column("企业建议", 11),
        Column("收集单位", 8, choices=units(now)),
        Column("收集日期", 10.5, "day"),
        Column("初步解决方案", 17),
        Column("建议牵头单位", 7, choices=units(now)),
        Column("需省级协调事项", 10),
        Column("办理时限", 10.5, "day"),
        Column("办理情况", 20),
        Column("企业反馈", 5, choices=_SATISFACTION, centred=True),
        Column("公开属性", 5, choices=get_args(Disclosure), centred=True),
        Column("状态", 5, choices=STATUSES, centred=True),
        Column("预警", 5, choices=tuple(level.word for level in levels), levels=levels, centred=True),
        Column("上会", 8),
    )


def _cells(number: int, row: Row) -> tuple[Cell, ...]:
    return (
        number,
        row.id,
        row.kind,
        row.enterprise,
        row.county,
        row.industry,
        row.area,
        row.category,
        row.content,
        row.proposal,
        row.collected_by,
        row.collected_on,
        row.plan,
        row.suggested_lead,
        row.province,
        row.due,
        row.handling,
        row.satisfaction,
        row.disclosure,
        row.status,
        row.level,
        row.meetings,
    )
