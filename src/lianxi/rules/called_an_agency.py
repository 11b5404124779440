"""LX317（提醒）：把联席会议叫成了议事协调机构。

抓什么：联席会议的名称，或者联席会议的会议名称，把它叫成领导小组、委员会或者指挥部。只看名称所指的是不是联席会议自己，
单位、小组的名称不算。

为什么：《通知》三规定，联席会议制度不纳入议事协调机构管理；领导小组、委员会、指挥部是议事协调机构的名称。
mechanism.yaml 的 rules 写了 coordinating_body: false 的才提醒。

怎么改：改用联席会议的名称。

要人定：名称以设立联席会议的文件为准。

前提：mechanism.yaml

    rules:
      nature:
        basis: 通知
        clause: 三
      coordinating_body: false

错误：meetings/2026/M-2026-02.yaml

    title: 示例产业共建领导小组第二次会议（示例）

正确：meetings/2026/M-2026-02.yaml

    title: 示例产业共建联席会议第二次会议（示例）
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.mechanism import Mechanism
from lianxi.schema.meeting import Meeting
from lianxi.shown import shown
from lianxi.situation import Situation
from lianxi.status.meeting import PLENARY
from lianxi.wording import remark_of

RECORD = Mechanism | Meeting

_BODIES = "领导小组|委员会|指挥部"
_NAME = re.compile(rf"(?P<name>.*(?P<body>{_BODIES}))(?P<rest>)")
_TITLE = re.compile(
    rf"(?P<name>.*(?P<body>{_BODIES}))(?P<rest>(?:[0-9〇一二三四五六七八九]{{4}}年)?(?:第[^第]+次)?(?:全体|工作)?会议)"
)


def measure(record: Mechanism | Meeting, now: Situation) -> Iterator[Told]:
    """The name ends with it, or the title has it right before 第N次会议."""
    term = now.terms.nature("coordinating_body")
    if term is None or term.value:
        return
    key, title = ("name", record.name) if isinstance(record, Mechanism) else ("title", record.title)
    if title is None or (isinstance(record, Meeting) and record.kind != PLENARY):
        return
    remark = remark_of(title)
    found = (_NAME if isinstance(record, Mechanism) else _TITLE).fullmatch(title.removesuffix(remark))
    if found and not any(found["name"].endswith((unit.name, unit.full)) for unit in now.mechanism.units):
        yield Told(
            f"“{shown(title)}”把联席会议叫成了“{found['body']}”，按规定它不是议事协调机构",
            f"改成 {key}: {_own(found, now)}{found['rest']}{remark}",
            (key,),
            basis=term.basis,
        )


def _own(found: re.Match[str], now: Situation) -> str:
    """The conference's own name, where that is none of these; else 联席会议 in the place of the word."""
    name = now.mechanism.name
    name = name.removesuffix(remark_of(name))
    return f"{found['name'].removesuffix(found['body'])}联席会议" if _NAME.fullmatch(name) else name
