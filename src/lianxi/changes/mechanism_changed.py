"""LX550（提醒）：联席会议的配置改了。

抓什么：mechanism.yaml 里哪几项同合并以前不一样。

为什么：规则变了，别的记录就按新的规则判。合并以前，其余的改动仍按原来的规则检查，免得一次改动既放宽规则又用它。

怎么改：确实要改的，请审阅的人核对依据（通知、会议纪要或者批件）；不该改的改回去。

要人定：规则该不该改，要看依据。

错误：mechanism.yaml

    rules:
      follow_up:
        basis: 配置
        due_soon: {workdays: 9}

正确：mechanism.yaml

    office:
      host: 一局
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.merge import Merge
from lianxi.rule import Told
from lianxi.schema.labels import named
from lianxi.schema.mechanism import Mechanism

RECORD = Mechanism


def compare(before: Mechanism, after: Mechanism, merge: Merge) -> Iterator[Told]:
    """Every part that differs, told once."""
    keys = [name for name in type(after).model_fields if getattr(before, name) != getattr(after, name)]
    if keys:
        parts = "、".join(named(key) for key in keys)
        yield Told(
            f"联席会议的配置改了：{parts}",
            "请审阅的人核对依据；这次合并里其余的改动，仍按原来的规则检查",
            (keys[0],),
            at_key=True,
        )
