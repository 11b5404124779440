"""LX346（提醒）：用了没有依据的催办形式。

抓什么：催办用了约谈、通报批评、移交督查、会上通报或者提请召集人，
而本联席会议的催办次序（escalation 的 steps）里没有这一步，
抄录在 mechanism.yaml 里的条文也没有提到它。提醒、督办通知单、提请函随时可以用。

为什么：约谈、通报批评一类是对单位的处置，没有依据就没有权限。《通知》没有规定的，lianxi 默认不用。

怎么改：形式写错的改过来；本联席会议定了可以用的，写进 mechanism.yaml 的 escalation；确有批示而只用这一次的，
在这一行后面写放行的注释和理由。

要人定：用没用过、凭什么用，要核对。

错误：tasks/2026/T-2026-001.yaml

    notices:
      - date: 2026-04-16
        form: 提醒
        reply_by: 2026-04-20
      - date: 2026-05-06
        form: 约谈

正确：tasks/2026/T-2026-001.yaml

    notices:
      - date: 2026-04-16
        form: 提醒
        reply_by: 2026-04-20
      - no: 1
        date: 2026-05-06
        form: 督办通知单
        reply_by: 2026-05-08
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.obligations.chasing import REMINDER, REQUEST, SHEET
from lianxi.rule import Told
from lianxi.schema.mechanism_rules import Said
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.terms import DEFAULT
from lianxi.wording import listed

RECORD = Task
_ALWAYS = (REMINDER, SHEET, REQUEST)


def measure(task: Task, now: Situation) -> Iterator[Told]:
    """Beyond asking and urging, only what the ladder or a clause has."""
    for index, notice in enumerate(task.notices):
        if notice.form in _ALWAYS:
            continue
        term = now.terms.settled("escalation", "steps")
        steps = [step.do for step in term.value] if term else []
        if notice.form in steps or _is_in_a_clause(notice.form, now):
            continue
        known = f"的催办次序是{listed(steps)}" if steps else "没有定过催办次序"
        yield Told(
            f"催办用了“{notice.form}”，本联席会议{known}，条文里也没有",
            f"写错的改成 form: {REMINDER}（或者{SHEET}、{REQUEST}）；定了可以用的，"
            "在 mechanism.yaml 的 escalation（催办次序）里加上这一步：\n"
            f"- do: {notice.form}\n  after:\n    days: 10",
            ("notices", index, "form"),
            basis=term.basis if term else DEFAULT,
        )


def _is_in_a_clause(form: str, now: Situation) -> bool:
    rules = now.mechanism.rules
    blocks = (getattr(rules, name) for name in type(rules).model_fields)
    said = [block for block in (*blocks, *rules.others) if isinstance(block, Said)]
    return any(block.text is not None and form in block.text for block in said)
