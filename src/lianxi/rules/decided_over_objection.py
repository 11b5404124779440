"""LX321（错误）：有单位不同意，还作了决定。

抓什么：本联席会议规定协商一致才能议定，议定事项的 objections 记着有单位不同意，结果却写成议定、同意、
原则同意、审议通过或者原则通过。规定由出席的单位协商一致的，到会名单上没有出席的单位不算；
不参加联席会议的单位不算。

为什么：协商一致是指没有单位不同意。《通知》没有规定怎样议决；本联席会议的设立文件或者配置有规定的，
按规定查。

怎么改：没有协商一致的，按规定报请上级审定，或者暂缓；会上已经协商一致的，不写 objections，
它只记议决时仍然不同意的单位。

要人定：议决时是不是还有单位不同意，要核对会议记录。

前提：mechanism.yaml

    rules:
      decision:
        basis: 配置
        type: 协商一致
        deadlock_to: 省政府

错误：resolutions/2026/R-2026-001.yaml

    objections:
      - unit: 西县政府
        text: 水源在本县，供水量要另行商定

正确：resolutions/2026/R-2026-001.yaml

    outcome: 报请上级审定
    objections:
      - unit: 西县政府
        text: 水源在本县，供水量要另行商定
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.meeting import Meeting
from lianxi.schema.resolution import DECIDED, Resolution
from lianxi.situation import Situation
from lianxi.status.assembly import PRESENT
from lianxi.status.decision import deferral_lines
from lianxi.status.meeting import PLENARY
from lianxi.wording import listed

RECORD = Resolution
CONSENSUS = "协商一致"
PRESENT_ONLY = ("出席单位", "出席的有关成员")


def measure(resolution: Resolution, now: Situation) -> Iterator[Told]:
    """What needs consensus is not decided while somebody objects."""
    if not resolution.objections or resolution.outcome not in DECIDED:
        return
    term = now.terms.settled("decision", "type")
    meeting = now.book.meetings.get(resolution.meeting)
    if term is None or term.value != CONSENSUS or meeting is None or meeting.kind != PLENARY:
        return
    against = [
        objection.unit for objection in resolution.objections if _has_a_say(objection.unit, meeting, now)
    ]
    if against:
        yield Told(
            f"{listed(against)}不同意，没有协商一致，结果却写“{resolution.outcome}”",
            f"{_upward(now)}outcome: 暂缓\n{deferral_lines(resolution, now.book)}\n"
            "会上已经协商一致的，删去 objections 和它下面的几行",
            ("outcome",),
            basis=term.basis,
        )


def _upward(now: Situation) -> str:
    """Where the conference has settled who decides instead."""
    higher = now.terms.settled("decision", "deadlock_to")
    return f"报{higher.value}定的，改成 outcome: 报请上级审定；暂缓的，改成：\n" if higher else "改成：\n"


def _has_a_say(unit: str, meeting: Meeting, now: Situation) -> bool:
    """Whether it is one of those who are to agree."""
    if now.taking_part and unit not in now.taking_part:
        return False
    among = now.terms.settled("decision", "among")
    if among is None or among.value not in PRESENT_ONLY or not meeting.attendance:
        return True
    came = {now.present(row.unit) for row in meeting.attendance if row.as_ == PRESENT}
    return now.present(unit) in came
