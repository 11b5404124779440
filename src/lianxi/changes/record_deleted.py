"""LX501（错误）：删去了记录。

抓什么：合并以前有的记录（议题、会议、议定事项、任务，放假安排和联席会议的配置也在内），合并以后没有了。
改了编号的见 LX502；文件放错位置或者名字不对的，照 LX014、LX015 说，不在这里重复。

为什么：记录删了，别的记录引用它就落空，办过的事也没有了依据。事情不办了也是一个结果，要记下来。

怎么改：恢复这个文件。不办了的写明怎么了结：议题写 exit（退出），任务写 cancelled（撤销，要有批准人），
会议写 cancelled（取消）；议定事项由以后的会议另行议定，写 supersedes。

要人定：这件事怎样了结，要由联席会议办公室定。

错误：issues/2026/I-2026-003.yaml

    （没有这个文件）

正确：issues/2026/I-2026-003.yaml

    exit:
      as: 撤回
      date: 2026-05-06
      reason: 企业已自行招到工人（示例）
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.called import kind_title, record_title
from lianxi.merge import Merge
from lianxi.rule import Told
from lianxi.schema.calendar import Calendar
from lianxi.schema.issue import Issue
from lianxi.schema.mechanism import Mechanism
from lianxi.schema.meeting import Meeting
from lianxi.schema.resolution import Resolution
from lianxi.schema.task import Task

RECORD = Issue | Meeting | Resolution | Task | Calendar | Mechanism
_INSTEAD = {
    Issue: "不再研究的，写 exit（退出）：\nexit:\n  as: 撤回\n  date: 日期\n  reason: 理由",
    Meeting: "不开了的，写 cancelled（取消）：\ncancelled:\n  date: 日期\n  reason: 理由",
    Resolution: "决定有变的，由以后的会议另行议定，在新的议定事项里写 supersedes",
    Task: "不再办的，写 cancelled（撤销）：\ncancelled:\n  date: 日期\n  reason: 理由\n"
    "  approved_by: 批准人的职务",
    Calendar: "公布的放假安排有调整的，在原来的文件里改，source 写调整的那个通知",
    Mechanism: "规则有变的，在原来的文件里改",
}


def lost(record: Issue | Meeting | Resolution | Task | Calendar | Mechanism, merge: Merge) -> Iterator[Told]:
    """Told in the file that is gone."""
    title = record_title(record)
    shown = f"“{title}”" if title else ""
    yield Told(
        f"{kind_title(record)}{shown}的记录删去了",
        f"恢复这个文件。{_INSTEAD[type(record)]}",
        ("year",) if isinstance(record, Calendar) else ("id",),
    )
