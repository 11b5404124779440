"""LX544（提醒）：加了放行的注释。

抓什么：合并以后的文件里多出一条 `# lianxi: allow …` 的注释：编码、理由或者所放行的那一项，合并以前没有。

为什么：放行以后，那一处就不再提示。加注释的人和审阅的人应当是两个人，审阅的人要看到。

怎么改：理由站得住的，不用改；站不住的，删掉注释，把提示的问题改好。

要人定：理由站不站得住，由审阅的人定。

错误：issues/2026/I-2026-001.yaml

    # lianxi: allow LX303 计划会前补齐
    key: true

正确：issues/2026/I-2026-001.yaml

    # 计划会前补齐
    key: true
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lianxi.allowance import Allowance, allowances_in
from lianxi.rule import Told

_KEY = re.compile(r"[ -]*([^\s:#-][^:#]*)?")


def reread(was: str, now: str) -> Iterator[Told]:
    """Each comment that the file did not have; one without a reason allows nothing and is told by itself."""
    known = Counter(_known_by(each, was) for each in allowances_in(was).each)
    for each in allowances_in(now).each:
        name = _known_by(each, now)
        if known[name]:
            known[name] -= 1
        elif each.codes and each.reason:
            yield Told(
                f"加了放行 {'、'.join(each.codes)} 的注释，理由是：{each.reason}",
                "理由站得住的，不用改；站不住的，删掉注释，把提示的问题改好",
                place=each.place,
            )


def _known_by(each: Allowance, text: str) -> tuple[tuple[str, ...], str, str]:
    """Its codes, its reason, and the key it speaks of, wherever that stands."""
    lines = text.split("\n")
    line = lines[each.first - 1] if each.first <= len(lines) else ""
    found = _KEY.match(line)
    return each.codes, each.reason, (found[1] or "").strip() if found else ""
