"""LX701（错误）：没有写公开属性。

抓什么：议题或会议没有 disclosure（公开属性）。

为什么：公开属性由起草的人随文提出，审签的人审定；不写，就没有人审过能不能公开。联席会议的设立文件写的公开
方式只说那份文件自己，不及于议题和纪要；没有写的，lianxi 不替人决定。

怎么改：写 主动公开、依申请公开 或者 不予公开；不主动公开的，另写一行 disclosure_reason（不公开理由）。

要人定：能不能公开，由起草的人提出，审签的人审定。

错误：issues/2026/I-2026-005.yaml

    id: I-2026-005
    title: 示例园区C道路照明问题（示例）
    kind: 经济运行问题
    category: 其他
    raised_by: 东县政府
    collected_by: 一局
    collected_on: 2026-04-28
    situation: |
      园区道路照明不足。
    request: |
      增设路灯。

正确：issues/2026/I-2026-005.yaml

    id: I-2026-005
    title: 示例园区C道路照明问题（示例）
    kind: 经济运行问题
    category: 其他
    raised_by: 东县政府
    collected_by: 一局
    collected_on: 2026-04-28
    situation: |
      园区道路照明不足。
    request: |
      增设路灯。
    disclosure: 主动公开
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.schema.labels import named
from lianxi.wording import listed

_WITHHELD = "disclosure: 不予公开"
_REASON = "disclosure_reason: ……（理由，如 过程性信息）"


def word(fault: Fault, entry: Entry) -> Told:
    """Give the lines to add; a reason that stands there already is not asked for again."""
    lines = _WITHHELD if fault.hints["reasoned"] else f"{_WITHHELD}\n{_REASON}"
    return Told(
        f"缺少 {named('disclosure')}：{listed(fault.hints['listed'])}，要写明是哪一种",
        f"能主动公开的，补上一行 disclosure: 主动公开；不能的，补上（与 id 左对齐）：\n{lines}",
    )
