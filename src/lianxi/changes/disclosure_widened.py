"""LX543（错误）：公开的范围放宽了，没有写理由。

抓什么：议题或者会议的公开属性由不予公开改为依申请公开、主动公开，或者由依申请公开改为主动公开，
而 disclosure_reason 没有另写（只动标点的不算），这次也没有新加写到“公开”的联络员备注（notes；
写不公开的不算）。收紧不管。

为什么：公开了就收不回来。企业的商业秘密、讨论的过程，公开以前要有人审查过，也要查得到是谁、凭什么放宽的。

怎么改：不该公开的改回去；审查过可以公开的，在 disclosure_reason 里写明凭什么，
或者在 notes 里加一条，写上日期和公开的理由。

要人定：能不能公开，由起草单位按公开审查的程序定。

错误：issues/2026/I-2026-001.yaml

    disclosure: 依申请公开

正确：issues/2026/I-2026-001.yaml

    disclosure: 主动公开
    disclosure_reason: 2026年5月6日公开审查，企业已书面同意公开
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lianxi.changed_value import before_and_after
from lianxi.disclosure import is_wider
from lianxi.merge import Merge
from lianxi.rule import Told
from lianxi.schema.issue import Issue
from lianxi.schema.meeting import Meeting

RECORD = Issue | Meeting
_SPEAKS = re.compile("(?<!不)(?<!不予)(?<!不同意)(?<!不宜)(?<!不得)公开")
"""公开, and not its denial."""


def compare(before: Issue | Meeting, after: Issue | Meeting, merge: Merge) -> Iterator[Told]:
    """Whoever opens what was closed says why."""
    if is_wider(after.disclosure, before.disclosure) and not _reason_given(before, after):
        yield Told(
            f"公开属性{before_and_after(before.disclosure, after.disclosure)}，没有写为什么放宽",
            "改回去；审查过可以公开的，在 disclosure_reason 里写明凭什么，"
            "或者在 notes 里加一条，写上日期和公开的理由",
            ("disclosure",),
        )


def _reason_given(before: Issue | Meeting, after: Issue | Meeting) -> bool:
    """A reason of its own, or a new dated note that speaks for it; the old one was for keeping it closed."""
    reason = _words(after.disclosure_reason)
    if reason and reason != _words(before.disclosure_reason):
        return True
    return any(_SPEAKS.search(note.text) for note in after.notes if note not in before.notes)


def _words(reason: str | None) -> str:
    """Without the marks and blanks between them."""
    return re.sub(r"\W", "", reason or "")
