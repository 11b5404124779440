"""本单位清单: what one unit leads, supports and has raised, with columns in which it reports."""

from __future__ import annotations

from lianxi.forms.form import NUMBER, PRIVATE, YES_NO, Column, Form

PROGRESS, OBSTACLES, NEXT_STEP, LAST = "text", "obstacles", "next_step", "last"
TASKS_SHEET, RAISED_SHEET = "任务", "提出的议题"
_OF_LEDGERS = (
    *(
        "会议（期次）",
        "会议",
        "来源",
        "领域",
        "责任人",
        "原定时限",
        "等级",
        "预警",
        "逾期天数",
        "距原定时限逾期天数",
    ),
    *("报办结日期", "已采取措施", "建议"),
)
"""What ledgers print beside: a unit may write its answers into one of them as well."""
BY, MADE_ON = "填报单位", "截至"
"""The words above the table by which a sheet that comes back says whose it is, and of which day."""

UNIT_LIST = Form(
    "本单位清单",
    (
        NUMBER,
        Column("编号", "id", ("任务编号",), protected=True, note="不要改，收回时按它对上", width=11),
        Column(
            "工作任务",
            "title",
            ("任务", "任务名称", "督办事项", "议定事项", "事项", "标题"),
            protected=True,
            width=22,
        ),
        Column("本单位职责", "role", ("职责", "牵头/配合"), protected=True, width=10.5),
        Column("牵头单位", "lead", (), protected=True, width=11),
        Column("配合单位", "support", ("协办单位",), protected=True, width=13),
        Column("阶段", "stage", ("当前阶段",), protected=True, width=11),
        Column("现行时限", "due", ("完成时限", "办理时限", "时限"), is_day=True, protected=True, width=11),
        Column("状态", "status", ("办理状态",), protected=True, width=6),
        Column("最近一次报告", LAST, ("最近进展", "上期进展"), protected=True, width=22),
        Column(
            "进展情况",
            PROGRESS,
            ("本期进展", "工作进展", "进展", "落实情况", "办理情况", "办理进展", "目前进展", "本期进展情况"),
            "(?:本期|本月|目前|最新|工作|办理|落实).{0,4}(?:进展|情况)",
            note="这一次新的进展；没有变化的不填",
            width=26,
        ),
        Column(
            "存在问题",
            OBSTACLES,
            ("存在的问题", "困难和问题", "问题", "存在困难", "存在问题和困难", "卡在哪里"),
            "问题|困难",
            note="没有的不填",
            width=17,
        ),
        Column(
            "下一步措施",
            NEXT_STEP,
            ("下一步", "下一步打算", "下一步工作", "下步措施", "下一步工作措施", "下一步计划"),
            "下一?步",
            width=17,
        ),
        Column(
            "填报日期",
            "date",
            ("报告日期", "日期", "填报时间"),
            "(?:填报|报告).{0,3}(?:日期|时间)",
            is_day=True,
            note="如 2026-05-06；不填的按导入那一天",
            width=10.5,
        ),
        Column(
            "是否申请延期",
            "extend",
            ("申请延期", "是否延期", "延期"),
            values=YES_NO,
            note="申请的填 是",
            width=6,
        ),
        Column(
            "延期至",
            "new_due",
            ("拟延期至", "申请延期至", "延至", "拟完成时限", "延期时限"),
            "延期?至",
            is_day=True,
            note="如 2026-07-15",
            width=10.5,
        ),
        Column(
            "延期理由", "reason", ("延期原因", "申请延期理由", "理由"), "延期.{0,3}(?:理由|原因)", width=15
        ),
        Column(
            "是否办结", "done", ("办结", "是否完成", "完成情况"), values=YES_NO, note="办结的填 是", width=6
        ),
        Column(
            "办结日期",
            "done_on",
            ("完成日期", "办结时间", "完成时间"),
            "(?:办结|完成)(?:日期|时间)",
            is_day=True,
            width=10.5,
        ),
        Column(
            "佐证材料",
            "evidence",
            ("佐证材料名称", "证明材料", "佐证"),
            "佐证",
            note="写材料名称，原件自存",
            width=15,
        ),
        Column("材料存放单位", "kept_by", ("存放单位",), "存放", choices="unit", printed=False),
        *(Column(name, f"ledger {name}", protected=True, printed=False) for name in _OF_LEDGERS),
        Column("填报单位", "by", ("报告单位",), choices="unit", printed=False),
        PRIVATE,
    ),
    (
        frozenset({"id"}),
        frozenset({PROGRESS, OBSTACLES, NEXT_STEP, "extend", "new_due", "done", "done_on", LAST}),
    ),
)
RAISED = Form(
    "提出的议题",
    (
        NUMBER,
        Column("议题编号", "id", protected=True, width=11),
        Column("议题", "title", protected=True, width=22),
        Column("办理状态", "status", protected=True, width=10.5),
    ),
    (frozenset({"id"}), frozenset({"title"}), frozenset({"status"})),
)
"""What the unit has raised: to be read only."""
ANSWERS = (PROGRESS, OBSTACLES, NEXT_STEP, "extend", "new_due", "reason", "done", "done_on", "evidence")
"""The columns that a unit fills in: a row with none of them gives nothing."""
