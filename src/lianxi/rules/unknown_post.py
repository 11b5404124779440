"""LX208（错误）：不认识的职务。

抓什么：写的职务不在 mechanism.yaml 的职务（posts）里。

为什么：审批、签发、销号按职务认定；不认识的职务不知道是谁。

怎么改：照提示改成规定的职务；这里写职务，不写人名和行政职务。

要人定：是哪个职务，要核对。

错误：tasks/2026/T-2026-002.yaml

    confirmation:
      date: 2026-04-20
      by:
        post: 联络人
        unit: 一局

正确：tasks/2026/T-2026-002.yaml

    confirmation:
      date: 2026-04-20
      by:
        post: 联络员
        unit: 一局
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.near import near, same
from lianxi.rule import Told
from lianxi.schema.labels import named
from lianxi.shown import shown
from lianxi.source.plain import as_text
from lianxi.wording import listed


def word(fault: Fault, entry: Entry) -> Told:
    """Name the post that was probably meant."""
    key = next((part for part in reversed(fault.loc) if isinstance(part, str)), "")
    known = fault.hints["known"]
    sure = None if fault.hints.get("wide") else same(fault.value, known)
    meant = sure or near(fault.value, known)
    if meant:
        return Told(
            f"{named(key)}：不认识职务“{shown(fault.value)}”，是否想写 {meant}？",
            f"改成“{meant}”：",
            instead=as_text(sure) if sure else None,
            shows=as_text(meant),
        )
    return Told(
        f"{named(key)}：不认识职务“{shown(fault.value)}”",
        f"写 mechanism.yaml 的 posts 里的职务：{listed(known)}"
        if known
        else "先在 mechanism.yaml 的 posts 里写上这个职务",
    )
