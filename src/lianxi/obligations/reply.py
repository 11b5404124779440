"""反馈: a unit that was reminded or served a 督办通知单 answers by its reply date."""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.obligations import Obligation, late_by, level_by
from lianxi.schema.task import Notice
from lianxi.situation import Situation
from lianxi.status.task import task_standing
from lianxi.wording import short_date

DUTY = "反馈"


def owed(now: Situation) -> Iterator[Obligation]:
    """One for each open task whose last notice has a reply date and no reply."""
    for task in now.book.tasks.values():
        last = task.notices[-1] if task.notices else None
        if last is None or last.reply_by is None or last.replied_on is not None:
            continue
        standing = task_standing(task, now)
        if standing.open:
            yield Obligation(
                DUTY,
                task.id,
                standing.lead[:1],
                task.title,
                notice_name(last),
                level_by(last.reply_by, now),
                last.reply_by,
                late_by(last.reply_by, now),
                detail=f"{short_date(last.date, now.today)}发出，未反馈",
            )


def notice_name(notice: Notice) -> str:
    """督办通知单（第3号); a 提醒 has no number."""
    return f"{notice.form}（第{notice.no}号）" if notice.no else notice.form
