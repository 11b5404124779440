"""LX503（错误）：已交办任务的完成时限改了。

抓什么：任务交办以后，due、due_text、report_every（多久报告一次）或者各阶段的名称、时限、先后同合并以前不一样，没有走延期。
换一种写法也算，哪怕算出来是同一天：时限照印发的纪要写，“印发后10个工作日”不改写成日期。纪要更正写明的不算。
阶段的完成日期、佐证材料照填，复查日期（review_on）照改。

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
from lianxi.entry_edits import known_again
from lianxi.fault import Loc
from lianxi.merge import Merge
from lianxi.rule import Told
from lianxi.schema.labels import label_at, named
from lianxi.schema.task import Task
from lianxi.status.task import assignment
from lianxi.wording import listed

RECORD = Task
_STAGE = ("title", "due", "due_text")


def compare(before: Task, after: Task, merge: Merge) -> Iterator[Told]:
    """Each deadline stays what it was when the task was assigned."""
    if assignment(before, merge.base) is None:
        return
    for key in ("due", "due_text", "report_every"):
        was, now = getattr(before, key), getattr(after, key)
        if was != now and not merge.corrects(after.id, key):
            yield _told(f"{named(key)}{before_and_after(was, now)}", before, (key,))
    if not merge.corrects(after.id, "milestones"):
        yield from _stages(before, after)


def _stages(before: Task, after: Task) -> Iterator[Told]:
    """What is written of a stage beside its being done, and the order of the stages."""
    found = known_again(before.milestones, after.milestones)
    for old, new in found.again:
        was, now = before.milestones[old], after.milestones[new]
        key = next((key for key in _STAGE if getattr(was, key) != getattr(now, key)), None)
        if key is None:
            continue
        shown = before_and_after(getattr(was, key), getattr(now, key))
        name = f"阶段“{was.title}”的{label_at(('milestones', key))}"
        yield _told(f"{name}{shown}", before, ("milestones", new, key), stage=was.title)
    if found.removed:
        lost = [before.milestones[old] for old in found.removed]
        gone = listed(f"“{stage.title}”（{stage.due}）" for stage in lost)
        what = f"原来有阶段{gone}，现在没有了"
        yield _told(what, before, ("milestones",), stage=lost[0].title, at_key=True)
    for new in found.new:
        stage = after.milestones[new]
        yield _told(f"原来没有阶段“{stage.title}”（{stage.due}）", before, ("milestones", new))
    for old, new in found.moved[:1]:
        yield Told(
            f"阶段“{after.milestones[new].title}”原来是第{old + 1}个，现在是第{new + 1}个",
            "照原来的次序放好",
            ("milestones", new),
        )


def _told(what: str, task: Task, loc: Loc, *, stage: str = "阶段名称", at_key: bool = False) -> Told:
    which = f" --milestone {stage}" if task.milestones else ""
    return Told(
        f"{what}，没有延期记录",
        f"时限以印发的纪要为准，不能直接改。改回原来的，再申请延期：\n"
        f"lianxi extend {task.id}{which} --to 日期 --reason 理由\n"
        "没有命令行的，把延期理由、目前进展、拟完成日期报联席会议办公室代录",
        loc,
        at_key=at_key,
    )
