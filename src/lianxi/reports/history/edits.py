"""Who changed a record when, and which of its keys, read from the contents of its commits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from itertools import zip_longest
from typing import Any

from lianxi.git import Revision
from lianxi.schema.labels import LABELS
from lianxi.shown import shown
from lianxi.source import read

_CHINA = timezone(timedelta(hours=8))
INTERNAL = frozenset({"instructions", "notes"})
"""The keys that no paper speaks of: 批示 and the liaison's notes."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One commit: ``at`` in Chinese time, ``changes`` in the record's own words."""

    at: datetime
    author: str
    commit: str
    subject: str
    changes: tuple[str, ...]


def edits(
    revisions: Iterable[Revision],
    contents: Mapping[str, bytes],
    today: date,
    without: frozenset[str] = frozenset(),
) -> tuple[Edit, ...]:
    """The commits up to ``today``, the oldest first; ``contents`` holds blobs by their ids.

    Of a commit that changed nothing but the keys ``without`` nothing is said.
    """
    read_once = {id_: read(raw).data for id_, raw in contents.items()}
    told = []
    for revision in revisions:
        at = revision.date.astimezone(_CHINA)
        changes = tuple(_changes(revision, read_once, without)) if at.date() <= today else ()
        if changes:
            told.append(Edit(at, revision.author, revision.commit, revision.subject, changes))
    return tuple(reversed(told))


def _changes(revision: Revision, read_once: Mapping[str, Any], without: frozenset[str]) -> Iterator[str]:
    if revision.before is None or revision.after is None:
        yield "新建记录" if revision.before is None else "删去记录"
        return
    if revision.was != revision.path:
        yield f"文件由 {revision.was} 改名"
    was, now = read_once.get(revision.before), read_once.get(revision.after)
    if not isinstance(was, dict) or not isinstance(now, dict):
        side = "改前" if not isinstance(was, dict) else "改后"
        yield f"{side}的内容读不出来，没有逐项比较"
        return
    changed = [key for key in (*now, *(key for key in was if key not in now)) if was.get(key) != now.get(key)]
    if not changed and revision.was == revision.path:
        yield "只动了格式或注释"
    for key in changed:
        if key not in without:
            yield from _change(_label(key), was.get(key), now.get(key))


def _label(key: object) -> str:
    return LABELS.get(key, str(key)) if isinstance(key, str) else shown(key)


def _change(label: str, was: object, now: object) -> Iterator[str]:
    """What became of one key; null and absent are the same."""
    if isinstance(was, list) or isinstance(now, list):
        yield from _list_change(label, was, now)
    elif isinstance(was, dict) and isinstance(now, dict):
        yield f"改{label}（{_differing(was, now)}）"
    elif was is None:
        yield f"填{label}" if isinstance(now, dict) else f"填{label}：{shown(now)}"
    elif now is None:
        yield f"删去{label}"
    elif isinstance(was, dict) or isinstance(now, dict):
        yield f"改{label}"
    else:
        yield f"{label}由“{shown(was)}”改为“{shown(now)}”"


def _list_change(label: str, was: object, now: object) -> Iterator[str]:
    """Which entries were added, which were changed in which keys."""
    before, after = _entries(was), _entries(now)
    if len(after) < len(before):
        yield f"{label}由{len(before)}条减为{len(after)}条"
        return
    for index, (old, new) in enumerate(zip_longest(before, after)):
        if index < len(before) and old != new:
            keys = f"（{_differing(old, new)}）" if isinstance(old, dict) and isinstance(new, dict) else ""
            yield f"改{label}第{index + 1}条{keys}"
    if len(after) > len(before):
        yield f"{label}增{len(after) - len(before)}条"


def _entries(value: object) -> list[Any]:
    """A list; a single value is a list of one, as it is in a record."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _differing(was: dict[Any, Any], now: dict[Any, Any]) -> str:
    keys = dict.fromkeys((*now, *was))
    return "、".join(_label(key) for key in keys if was.get(key) != now.get(key))
