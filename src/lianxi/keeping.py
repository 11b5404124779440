"""What to do instead of altering what has been recorded: restore it, and record anew."""

from __future__ import annotations

from datetime import date
from typing import Any

from lianxi.fault import Loc
from lianxi.schema.labels import named
from lianxi.source.plain import as_text

_LONGEST = 60
_COMMANDS = {
    "reports": "lianxi report {id} --text 内容",
    "extensions": "lianxi extend {id} --to 日期 --reason 理由",
    "completions": "lianxi complete {id} --evidence 材料名称",
    "returned": "lianxi return {id} --reason 理由",
    "reassignments": "lianxi reassign {id} --to 单位 --reason 理由",
    "notices": "lianxi notice {id} --write",
}


def restored(key: Loc, was: Any) -> str:
    """The line as it stood, where it is a short one."""
    text = str(was) if isinstance(was, str | date | int) and not isinstance(was, bool) else ""
    if not text or "\n" in text.strip() or len(text) > _LONGEST:
        return "改回合并以前的内容"
    return f"改回：\n{key[-1]}: {as_text(text.strip())}"


def recorded_anew(at: Loc, id_: str) -> str:
    """How another entry of this kind is recorded."""
    keys = [str(step) for step in at if isinstance(step, str)]
    command = next((_COMMANDS[key] for key in reversed(keys) if key in _COMMANDS), None)
    if command is not None:
        return f"另记一条：\n{command.format(id=id_)}"
    if keys and keys[-1] != at[-1]:
        return f"在 {named(keys[-1])}下面另加一条"
    return "在 notes（联络员备注）里另加一条说明"
