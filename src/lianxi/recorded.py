"""What a merge does to what had been recorded: entries are added and answered, and never altered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lianxi.chronology.order import chronicles
from lianxi.entry_edits import Edit, Fate, entry_edits, last_day
from lianxi.merge import Merge
from lianxi.schema.base import Value
from lianxi.schema.days import path_of
from lianxi.schema.kinds import RESOLUTION, kind_of
from lianxi.schema.meeting import Meeting
from lianxi.schema.task import Task
from lianxi.status.meeting import issued_on
from lianxi.status.task import assignment

_HELD = ("held_on",)


def edits(before: Value, after: Value, merge: Merge) -> Iterator[Edit]:
    """Everything that is not to be done, without what a new 更正 names of what minutes print.

    A task that is not yet assigned is freely edited; of issued minutes that are gone the rules on
    minutes speak.
    """
    if isinstance(before, Task) and assignment(before, merge.base) is None:
        return
    ordered = chronicles(type(before))
    for edit in entry_edits(before, after):
        if _is_printed(edit) and merge.corrects(after.id, str(edit.loc[0])):  # type: ignore[attr-defined]
            continue
        if edit.fate is Fate.BACK_DATED and (
            path_of(edit.at[:-1]) not in ordered or _was_concurrent(edit, after, merge)
        ):
            continue
        if edit.loc == ("minutes",) and isinstance(before, Meeting) and issued_on(before):
            continue
        yield edit


def _is_printed(edit: Edit) -> bool:
    """Whether minutes say it, so that a 更正 can: the day of the meeting, what it settled of older tasks."""
    if edit.loc == _HELD:
        return True
    gone = edit.was if edit.fate is Fate.REMOVED and edit.entry is not None and not edit.key else ()
    entries = gone or (edit.entry,)
    return all(kind_of(getattr(entry, "basis", None) or "") is RESOLUTION for entry in entries)


def _was_concurrent(edit: Edit, record: Value, merge: Merge) -> bool:
    """Whether only what others have added since the branch began is later than the new entry."""
    begun = merge.meanwhile.begun
    if begun is None:
        return False
    found: Any = begun.record(record.id)  # type: ignore[attr-defined]
    for step in edit.at[:-1]:
        found = getattr(found, str(step), None)
    return bool(edit.now >= last_day(found or ()))
