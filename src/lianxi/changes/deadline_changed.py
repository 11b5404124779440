"""LX503（错误）：已交办任务的完成时限改了。

抓什么：任务交办以后，due、due_text 或者阶段的时限同合并以前不一样，没有走延期。纪要更正写明的不算。

为什么：时限以印发的纪要为准。直接改掉，原来答应的日子就没有了，逾期也看不出来。

怎么改：改回原来的时限；确实要延期的，用 lianxi extend 申请，批准以后现行时限自己会变。

要人定：要不要延期、延到哪一天，由牵头单位申请，按规定的职务批准。

错误：tasks/2026/T-2026-001.yaml

    due: 2026-06-20

正确：tasks/2026/T-2026-001.yaml

    extensions:
      - requested_on: 2026-04-14
        reason: 管材到货推迟（示例）
        progress: 管网已铺设八成
        new_due: 2026-05-15
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.changed_value import before_and_after
from lianxi.fault import Loc
from lianxi.merge import Merge
from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.status.task import assignment

RECORD = Task


def compare(before: Task, after: Task, merge: Merge) -> Iterator[Told]:
    """Each deadline stays what it was when the task was assigned."""
    if assignment(before, merge.base) is None:
        return
    for key in ("due", "due_text"):
        was, now = getattr(before, key), getattr(after, key)
        if was != now and not merge.corrects(after.id, key):
            yield _told(key, was, now, after.id, (key,))
    if not merge.corrects(after.id, "milestones"):
        yield from _stages(before, after)


def _stages(before: Task, after: Task) -> Iterator[Told]:
    """A stage is known again by its title."""
    stages = {stage.title: index for index, stage in enumerate(after.milestones)}
    for stage in before.milestones:
        index = stages.pop(stage.title, None)
        if index is None:
            yield _told(f"阶段“{stage.title}”的时限", stage.due, None, after.id, ("milestones",))
        elif after.milestones[index].due != stage.due:
            now = after.milestones[index].due
            yield _told(f"阶段“{stage.title}”的时限", stage.due, now, after.id, ("milestones", index, "due"))
    for title, index in stages.items():
        now = after.milestones[index].due
        yield _told(f"阶段“{title}”的时限", None, now, after.id, ("milestones", index))


def _told(what: str, was: object, now: object, id_: str, loc: Loc) -> Told:
    shown = before_and_after(was, now)
    return Told(
        f"{what} {shown}，没有延期记录",
        f"时限以印发的纪要为准，不能直接改。改回原来的，再申请延期：\n"
        f"lianxi extend {id_} --to 日期 --reason 理由\n"
        "没有命令行的，把延期理由、目前进展、拟完成日期报联席会议办公室代录",
        loc,
        beside=("title",),
    )
