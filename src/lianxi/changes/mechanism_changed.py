"""LX550（提醒）：联席会议的配置改了。

抓什么：mechanism.yaml 里哪几项同合并以前不一样，一项一处。任职的人到期另起一行、
单位改名撤并写了旧名称或者承接单位的，是日常的事，不在内；把记录用着的名称、原有的任职改掉的另有编码。

为什么：规则变了，别的记录就按新的规则判。合并以前，其余的改动仍按原来的规则检查，免得一次改动既放宽规则又用它。

怎么改：确实要改的，请审阅的人核对依据（通知、会议纪要或者批件）；不该改的改回去。以前的记录照当时的规则是对的、
照新的规则报错的，在那一处写 `# lianxi: allow 编码 理由` 放行，理由写明规则哪一天改的。

要人定：规则该不该改，要看依据。

错误：mechanism.yaml

    rules:
      pre_meeting:
        basis: 通知
        clause: 三（一）
        text: |
          与有关处室对接研究，提出初步解决方案后提交联席会议研究（示例）。
        require_plan: true
        require_consultation: true
        configured:
          basis: 配置
          agenda_approval: {post: 召集人}
          material_lead: {workdays: 3}
      content:
        basis: 通知
        clause: 三（三）
        text: |
          通报工作进展情况，协商解决重大问题，议定具体合作事项，研究部署相关工作（示例）。
        categories: [通报工作进展情况, 协商解决重大问题, 议定具体合作事项, 研究部署相关工作]
      follow_up:
        basis: 配置
        stale_after: {days: 30}
        due_soon: {workdays: 9}
      escalation:
        basis: 配置
        steps:
          - {do: 提醒, after: {days: 1}}
          - {do: 督办通知单, after: {days: 10}}

正确：mechanism.yaml

    posts:
      - {post: 召集人, unit: 省厅, rank: 1, incumbents: [{person: 示例丙}]}
      - {post: 召集人, unit: 市政府, rank: 1}
      - {post: 联络员, unit: 一局}
      - {post: 办公室主任, unit: 一局}
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.differing import Difference, differences
from lianxi.merge import Merge
from lianxi.rule import Told
from lianxi.schema.mechanism import Incumbent, Mechanism, Unit
from lianxi.unit_names import names, used_and_lost

RECORD = Mechanism
_LIFE = ("since", "former", "dissolved_on", "successor")
"""What 机构改革 writes in a unit beside its names."""


def compare(before: Mechanism, after: Mechanism, merge: Merge) -> Iterator[Told]:
    """Every key that differs, with what it was and is."""
    known = names(before), names(after) | {*used_and_lost(before, after, merge.base.book)}
    for each in differences(before, after):
        if not _is_daily(each, after, *known):
            yield Told(
                f"联席会议的配置改了：{each.said}",
                "请审阅的人核对依据；这次合并里其余的改动，仍按原来的规则检查",
                each.place,
                at_key=each.at_key,
            )


def _is_daily(each: Difference, after: Mechanism, old: frozenset[str], kept: frozenset[str]) -> bool:
    """Whether it belongs to the life of posts and units, which goes on without new rules.

    ``old`` are the names before; ``kept`` those that stand, and those whose loss is told by itself.
    """
    if each.key == "posts":
        return "incumbents" in each.loc or isinstance(each.now, Incumbent)
    if each.key != "units":
        return False
    if each.now is None:
        return getattr(each.was, "name", None) in kept
    if each.loc[-1] == "name":
        return each.was in kept
    if each.loc[-1] == "full":
        return after.units[int(each.loc[1])].name not in old
    return each.fills and (any(key in _LIFE for key in each.loc) or _is_heir(each.now, after))


def _is_heir(now: object, after: Mechanism) -> bool:
    """A new unit that has taken over from another."""
    heirs = {unit.successor for unit in after.units if unit.successor}
    return isinstance(now, Unit) and now.name in heirs
