"""What to do instead of altering what has been recorded: restore it, and record anew."""

from __future__ import annotations

from datetime import date
from typing import Any

from lianxi.fault import Loc
from lianxi.recorded import Edit
from lianxi.schema.base import Value
from lianxi.schema.task import Extension, Task
from lianxi.situation import Situation
from lianxi.source.plain import as_text
from lianxi.status.task import CANCELLED, CONFIRMED, DONE, task_standing

_LONGEST = 60
_NOTE = "在 notes（联络员备注）的最后记一条说明，写明记的日期：\nnotes:\n  - date: 日期\n    text: 说明"
"""What every record that holds entries takes, whatever has become of it."""
_REPORT = "写进进展报告：\nlianxi report {id} --text 内容"
_IN_HAND = {
    "reports": _REPORT,
    "milestones": _REPORT,
    "extensions": "另申请一次：\nlianxi extend {id}{stage} --to 日期 --reason 理由",
    "reassignments": "另记一条变更：\nlianxi reassign {id} --to 单位 --reason 理由",
}
"""What a task takes beside it until it is confirmed or cancelled."""
_ANSWER = "还没有答复的申请，放回去以后答复：\nlianxi extend {id}{stage} --refuse --why 理由\n再另外申请"


def restored(key: Loc, was: Any) -> str:
    """The line as it stood, where it is a short one."""
    text = str(was) if isinstance(was, str | date | int) and not isinstance(was, bool) else ""
    if not text or "\n" in text.strip() or len(text) > _LONGEST:
        return "改回合并以前的内容"
    return f"改回：\n{key[-1]}: {as_text(text.strip())}"


def recorded_anew(edit: Edit, record: Value, now: Situation) -> str:
    """How what has changed since, or was recorded wrongly, is recorded beside it."""
    way = _IN_HAND.get(str((*edit.at, "")[0]), "")
    if not way or not isinstance(record, Task):
        return _NOTE
    status = task_standing(record, now).status
    if status in {CONFIRMED, CANCELLED}:
        return _NOTE
    stage = ""
    if isinstance(edit.entry, Extension):
        if status == DONE:
            return _NOTE
        stage = f" --milestone {edit.entry.milestone}" if edit.entry.milestone else ""
        way = way if edit.entry.granted or edit.entry.refused_on else _ANSWER
    return way.format(id=record.id, stage=stage)
