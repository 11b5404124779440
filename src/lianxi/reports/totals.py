"""How many tasks the meetings gave, and how they stand by unit, meeting or area."""

from __future__ import annotations

from dataclasses import dataclass

from lianxi.reports.dimension import grouped
from lianxi.reports.progress import meetings_text
from lianxi.reports.tally import Tally, tally
from lianxi.situation import Situation
from lianxi.status.task import TaskStanding, meeting_of

TOTAL = "合计"


@dataclass(frozen=True, slots=True)
class Count:
    """The figures of one line of a table."""

    name: str
    counts: Tally


def counts(tasks: list[TaskStanding], by: str, now: Situation) -> tuple[Count, ...]:
    """One line a group, with the total; each task is counted once. Nothing where there are no tasks."""
    lines = [Count(name, tally(members)) for name, members in grouped(tasks, by, now).items()]
    return (*lines, Count(TOTAL, tally(tasks))) if lines else ()


def given_text(tasks: list[TaskStanding], now: Situation) -> str:
    """联席会议第一次、第二次会议和1次专题工作会议共分解任务14项, and what was given without a meeting."""
    sources = [meeting_of(found.task, now) for found in tasks]
    meetings = {meeting.id: meeting for meeting in sources if meeting}
    direct = sum(1 for meeting in sources if meeting is None)
    if not meetings:
        return f"不经会议直接交办任务{direct}项"
    in_order = sorted(meetings.values(), key=lambda meeting: (str(meeting.held_on), meeting.id))
    together = "共" if len(meetings) > 1 else ""
    text = f"{meetings_text(in_order, now)}{together}分解任务{len(tasks) - direct}项"
    return f"{text}，另不经会议直接交办{direct}项，合计{len(tasks)}项" if direct else text
