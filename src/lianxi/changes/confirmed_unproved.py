"""LX520（错误）：没有佐证材料就销号。

抓什么：这次合并销号（confirmation）的任务，没有报过办结或者最近一次报办结已经退办；
或者报办结没有写佐证材料（evidence）。合并以前的配置定了不用的（closing 的 evidence: false）不查；没有定的，
按 lianxi 的默认设定，销号须有佐证材料。
这里说了，LX420、LX421 不再说。

为什么：销了号就不再催办，没有材料就只凭一句话。规则按合并以前的算，免得一次改动既放宽规则又用它。

怎么改：补上 evidence，写材料名称和存放单位（原件不入库）；没有报办结的先报办结；
拿不出材料的删去 confirmation，退办。

要人定：用什么材料证明办结，只有承办单位知道。

前提：mechanism.yaml

    rules:
      closing:
        basis: 配置
        evidence: true

错误：tasks/2026/T-2026-001.yaml

    completions:
      - reported_on: 2026-04-14
        by: 东县政府
    confirmation:
      date: 2026-04-20
      by:
        post: 联络员
        unit: 一局

正确：tasks/2026/T-2026-001.yaml

    completions:
      - reported_on: 2026-04-14
        by: 东县政府
        evidence: 管网验收记录（示例）
    confirmation:
      date: 2026-04-20
      by:
        post: 联络员
        unit: 一局
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.merge import Merge
from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.status.stage import standing_completion

RECORD = Task
STANDS_FOR = ("LX420", "LX421")


def compare(before: Task, after: Task, merge: Merge) -> Iterator[Told]:
    """What is confirmed with this merge was reported done, and with a proof where one is needed."""
    if before.confirmation is not None or after.confirmation is None:
        return
    completion = standing_completion(after)
    if completion is None:
        back = "最近一次报办结已经退办" if after.completions else "没有报过办结"
        yield Told(
            f"{back}，这次合并销了号",
            f"删去 confirmation（销号），先报办结：\nlianxi complete {after.id} --evidence 材料名称",
            ("confirmation",),
            at_key=True,
        )
        return
    term = merge.head.terms.evidence
    if completion.evidence is None and term.value:
        yield Told(
            f"{completion.by}报办结没有写佐证材料，这次合并销了号",
            "在这次报办结下面补上（name 写材料名称，原件不入库）：\n"
            f"evidence:\n  name: ……\n  kept_by: {completion.by}\n"
            f"拿不出材料的，删去 confirmation（销号），退办：\nlianxi return {after.id} --reason 理由",
            ("confirmation",),
            at_key=True,
            basis=term.basis,
        )
