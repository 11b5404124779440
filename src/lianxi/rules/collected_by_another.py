"""LX301（错误）：收集单位不是负责收集的单位。

抓什么：议题的收集单位（collected_by），不是本联席会议规定负责收集的单位。

为什么：谁负责收集，由设立联席会议的文件规定（《通知》三（一）：会议前由市、县工信主管部门收集）；
规定写在 mechanism.yaml 的 collection 里，或者在单位后面写 collector: true。都没有写的，不作要求。

怎么改：collected_by 写负责收集的单位；提出问题的单位写在 raised_by。

要人定：实际由哪个单位收集，要核对。

前提：mechanism.yaml

    rules:
      collection:
        basis: 通知
        clause: 三（一）
        collectors:
          - 一局

错误：issues/2026/I-2026-003.yaml

    collected_by: 二局

正确：issues/2026/I-2026-003.yaml

    collected_by: 一局
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.issue import Issue
from lianxi.shown import shown
from lianxi.situation import Situation
from lianxi.wording import listed

RECORD = Issue


def measure(issue: Issue, now: Situation) -> Iterator[Told]:
    """Who collected it is one of those who collect."""
    term = now.terms.collectors
    name = issue.collected_by
    if term is None or name in term.value or not now.is_unit(name, issue.collected_on):
        return
    if not now.is_of(name, term.value):
        yield Told(
            f"“{shown(name)}”不是负责收集议题的单位",
            f"改成负责收集的一个单位：{listed(term.value)}；由别的单位提出的，提出单位写在 raised_by",
            ("collected_by",),
            basis=term.basis,
        )
