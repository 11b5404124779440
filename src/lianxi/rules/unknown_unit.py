"""LX203（错误）：不认识的单位。

抓什么：写的单位不在 mechanism.yaml 的单位里。

为什么：单位写法不一，任务就归不到它的名下，清单和通知也送不到。

怎么改：照提示改成规定的简称；确实是新单位的，先在 mechanism.yaml 的 units 里加上。

要人定：是哪个单位、要不要加进单位表，要核对。

错误：tasks/2026/T-2026-001.yaml

    support:
      - 二居

错误：tasks/2026/T-2026-001.yaml

    lead: 各县政府

正确：tasks/2026/T-2026-001.yaml

    support:
      - 二局
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.near import near, same
from lianxi.rule import Told
from lianxi.schema.labels import named
from lianxi.shown import shown
from lianxi.source.plain import as_text


def word(fault: Fault, entry: Entry) -> Told:
    """Name the unit that was probably meant."""
    key = next((part for part in reversed(fault.loc) if isinstance(part, str)), "")
    if "group" in fault.hints:
        return _one_of(key, fault)
    known = fault.hints["known"]
    sure = None if fault.hints.get("wide") else fault.hints.get("meant") or same(fault.value, known)
    meant = sure or fault.hints.get("meant") or near(fault.value, known)
    if meant:
        return Told(
            f"{named(key)}：不认识单位“{shown(fault.value)}”，是否想写 {meant}？",
            f"确实是别的单位的，先在 mechanism.yaml 的 units 里加上；不是的改成“{meant}”：",
            instead=as_text(sure) if sure else None,
            shows=as_text(meant),
        )
    return Told(
        f"{named(key)}：不认识单位“{shown(fault.value)}”",
        "照 mechanism.yaml 的 units 里的 name 写；没有这个单位的，先在那里加上",
    )


def _one_of(key: str, fault: Fault) -> Told:
    members = fault.hints["group"]
    example = f"，如 {key}: {members[0]}" if members else ""
    return Told(
        f"{named(key)}：“{shown(fault.value)}”是几个单位的统称，不能写在这里",
        f"写明是哪一个单位{example}；统称只能写在 {named('support')}、{named('attending')}里",
    )
