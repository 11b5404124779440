"""LX307（提醒）：会议的地点或者方式不在规定之列。

抓什么：联席会议的方式（mode），或者现场会的地点（place），
不在 mechanism.yaml 的 cadence 所列的方式（modes）、地点（places）里。
专题工作会议和联络员会议不受此限；写所辖县（市、区）的不算错。

为什么：《通知》三（二）规定，联席会议可在省工业和信息化厅或梅州市召开现场会，也可采用视频等方式；
没有写 places 或 modes 的，不作要求。

怎么改：改成所列的一种；地点写市名或单位名，具体会场写在 venue。确实另有安排的，可以不改。

要人定：在哪里开、怎么开，要核对。

前提：mechanism.yaml

    rules:
      cadence:
        basis: 通知
        clause: 三（二）
        places:
          - 省厅
          - 示例市
        modes:
          - 现场
          - 视频

错误：meetings/2026/M-2026-02.yaml

    place: 邻市

错误：meetings/2026/M-2026-02.yaml

    mode: 书面

正确：meetings/2026/M-2026-02.yaml

    mode: 现场+视频
    place: 省厅
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.meeting import Meeting
from lianxi.shown import shown
from lianxi.situation import Situation
from lianxi.status.meeting import ONSITE, PLENARY
from lianxi.wording import listed

RECORD = Meeting


def measure(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """A plenary is held where and how it is settled; two ways that are listed may be joined."""
    if meeting.kind != PLENARY or meeting.cancelled:
        return
    modes = now.terms.settled("cadence", "modes")
    if modes is not None and not _is_listed(meeting.mode, modes.value):
        yield Told(
            f"“{meeting.mode}”不是规定的会议方式",
            f"改成其中一种：{listed(modes.value)}",
            ("mode",),
            basis=modes.basis,
        )
    places = now.terms.settled("cadence", "places")
    onsite = meeting.place if meeting.mode in ONSITE else None
    if places is not None and onsite and not _lies_in(onsite, places.value, now):
        yield Told(
            f"“{shown(onsite)}”不是规定的现场会地点",
            f"改成其中一个：{listed(places.value)}；具体会场写在 venue",
            ("place",),
            basis=places.basis,
        )


def _is_listed(mode: str, modes: tuple[str, ...]) -> bool:
    return mode in modes or set(mode.split("+")) <= set(modes)


def _lies_in(place: str, places: tuple[str, ...], now: Situation) -> bool:
    """Whether it is one of the places, or lies in one, as the counties do."""
    counties = (unit.county for unit in now.mechanism.units if unit.county)
    return any(name in place for name in (*places, *counties))
