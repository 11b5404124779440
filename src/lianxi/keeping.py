"""What to do instead of altering what has been recorded: restore it, and record anew."""

from __future__ import annotations

from datetime import date
from typing import Any

from lianxi.entry_edits import Edit
from lianxi.fault import Loc
from lianxi.schema.base import Value
from lianxi.schema.task import Extension, Task
from lianxi.situation import Situation
from lianxi.source.plain import as_text
from lianxi.status.task import CANCELLED, CONFIRMED, acting_lead, task_standing

_LONGEST = 60
_NOTE = "在 notes（联络员备注）的最后记一条说明，写明记的日期：\nnotes:\n  - date: 日期\n    text: 说明"
"""What every record that holds entries takes, whatever has become of it."""
_REPORT = "写进进展报告：\nlianxi report {id}{by} --text 内容"
_IN_HAND = {
    "reports": _REPORT,
    "milestones": _REPORT,
    "extensions": "放回去以后答复（还没有答复），再另外申请：\nlianxi extend {id}{stage} --refuse --why 理由",
    "reassignments": "另记一条变更：\nlianxi reassign {id} --to 单位 --reason 理由",
}
"""What a task takes beside it until it is confirmed or cancelled, by what was altered."""


def restored(key: Loc, was: Any) -> str:
    """The line as it stood, where it is a short one."""
    text = str(was) if isinstance(was, str | date | int) and not isinstance(was, bool) else ""
    if not text or "\n" in text.strip() or len(text) > _LONGEST:
        return "改回合并以前的内容"
    return f"改回：\n{key[-1]}: {as_text(text.strip())}"


def recorded_anew(edit: Edit, record: Value, now: Situation) -> str:
    """How what has changed since, or was recorded wrongly, is recorded beside it."""
    way = _IN_HAND.get(str(edit.loc[0]))
    if way is None or not isinstance(record, Task) or not _is_in_hand(record, now):
        return _NOTE
    stage = ""
    if isinstance(edit.entry, Extension):
        if edit.entry.granted or edit.entry.refused_on is not None:
            return _NOTE
        stage = f" --milestone {edit.entry.milestone}" if edit.entry.milestone else ""
    by = " --by 单位" if len(acting_lead(record, now)) > 1 else ""
    return way.format(id=record.id, stage=stage, by=by)


def _is_in_hand(task: Task, now: Situation) -> bool:
    return task_standing(task, now).status not in {CONFIRMED, CANCELLED}
