"""What the rules on changes say of an entry that was altered, removed, moved or back-dated."""

from __future__ import annotations

from lianxi.called import entry_name
from lianxi.changed_value import before_and_after
from lianxi.entry_edits import Edit
from lianxi.fault import Loc
from lianxi.keeping import recorded_anew, restored
from lianxi.rule import Told
from lianxi.schema.base import EvidenceItem, Value
from lianxi.schema.labels import label_at
from lianxi.shown import shown
from lianxi.situation import Situation
from lianxi.wording import full_date, listed

_FEW = 3


def altered(edit: Edit, record: Value, now: Situation) -> Told:
    """One that says something else now."""
    what = "的 ".join(_named((*edit.at, *edit.key[: deep + 1])) for deep in range(len(edit.key)))
    entry = f"{entry_name(edit.at, edit.entry)}改了：" if edit.entry is not None else ""
    more = f"，另有{edit.more}处" if edit.more else ""
    return Told(
        f"{entry}{what}{before_and_after(edit.was, edit.now)}{more}",
        f"记下的事不改。{restored(edit.key, edit.was)}\n"
        f"有了变化或者当时记错了的，{recorded_anew(edit, record, now)}",
        edit.loc,
    )


def removed(edit: Edit, record: Value, now: Situation) -> Told:
    """One, or several of a list, that are gone; or a day that is no longer there."""
    return Told(
        f"{_gone(edit)}，现在没有了",
        f"记下的事不删，照合并以前的恢复。当时记错了的，{recorded_anew(edit, record, now)}",
        edit.loc,
        at_key=True,
    )


def _gone(edit: Edit) -> str:
    if edit.entry is None:
        return f"原来有 {_named(edit.key)}“{shown(edit.was)}”"
    if edit.key:
        return f"{entry_name(edit.at, edit.entry)}原来有 {_named(edit.loc)}“{_said(edit.was)}”"
    names = list(dict.fromkeys(entry_name(edit.at, entry) for entry in edit.was[:_FEW]))
    rest = f"等{len(edit.was)}条" if len(edit.was) > len(names) else ""
    return f"原来有{listed(names)}{rest}"


def _said(value: object) -> str:
    return shown(value.name if isinstance(value, EvidenceItem) else value)


def _named(loc: Loc) -> str:
    """to（报到哪里）: the key at a place."""
    keys = tuple(step for step in loc if isinstance(step, str))
    return f"{keys[-1]}（{label_at(keys)}）"


def reordered(edit: Edit) -> Told:
    """One that stands at another place among the others."""
    assert edit.entry is not None  # noqa: S101 - only entries stand in an order
    return Told(
        f"{entry_name(edit.at, edit.entry)}原来是第{edit.was + 1}条，现在是第{edit.now + 1}条",
        "照原来的次序放好，新的加在最后",
        edit.loc,
    )


def back_dated(edit: Edit) -> Told:
    """A new one that is earlier than what was there."""
    assert edit.entry is not None  # noqa: S101 - only entries are added
    return Told(
        f"新加了{entry_name(edit.at, edit.entry)}，早于原有的最后一条（{full_date(edit.was)}）",
        f"日期写错的改成实际的，不早于 {edit.was}；以前的事现在补记的，日期写记入的那一天，"
        "加在最后，正文里说明是哪一天的事；同别人同时记的，不用 git rebase，改用 git merge 合并",
        edit.loc,
    )
