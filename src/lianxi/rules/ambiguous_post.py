"""LX209（错误）：没有写是哪个单位的职务。

抓什么：几个单位都有这个职务，只写职务不知道是哪一位。

为什么：批准、签发、销号都要落到一个人；两个召集人里是哪一位，纪要上的话不一样。

怎么改：在 post 下面补上 unit。

要人定：几个单位都有这个职务，说的是哪一个只有写的人知道。

错误：tasks/2026/T-2026-002.yaml

    confirmation:
      date: 2026-04-20
      by: 召集人

正确：tasks/2026/T-2026-002.yaml

    confirmation:
      date: 2026-04-20
      by:
        post: 召集人
        unit: 市政府
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.shown import shown
from lianxi.wording import listed


def word(fault: Fault, entry: Entry) -> Told:
    """Show the post with its unit, ready to paste."""
    units, post = fault.hints["units"], shown(fault.value)
    message = f"“{post}”在{listed(units)}都有，要写明是哪个单位的"
    key = fault.loc[-2] if len(fault.loc) > 1 else 0
    if isinstance(key, str):
        return Told(message, f"改成（单位按实际选）：\n{key}:\n  post: {post}\n  unit: {units[0]}")
    return Told(message, f"在 post 下面补上一行（单位按实际选）：unit: {units[0]}")
