"""LX420（错误）：报办结没有写佐证材料。

抓什么：本联席会议定了报办结须有佐证材料（closing 的 evidence: true），而这一次报办结没有写 evidence。
已经退办的不查。

为什么：没有材料，确认的人没有东西可看，销号就成了只凭一句话。《通知》没有规定，这是本联席会议的配置。

怎么改：补上 evidence，写材料名称和存放单位（原件不入库）。拿不出材料的退办，写 returned。

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

正确：tasks/2026/T-2026-001.yaml

    completions:
      - reported_on: 2026-04-14
        by: 东县政府
        evidence:
          name: 管网验收记录（示例）
          kept_by: 东县政府
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.task import Task
from lianxi.situation import Situation

RECORD = Task


def measure(task: Task, now: Situation) -> Iterator[Told]:
    """What is reported done, and not sent back, comes with a proof."""
    for index, completion in enumerate(task.completions):
        if completion.evidence is not None or completion.returned is not None:
            continue
        term = now.terms.settled("closing", "evidence")
        if term is not None and term.value:
            yield Told(
                f"{completion.by}报办结，没有写佐证材料",
                "在这次报办结下面补上（name 写材料名称，原件不入库）：\n"
                f"evidence:\n  name: ……\n  kept_by: {completion.by}",
                ("completions", index, "reported_on"),
                at_key=True,
                basis=term.basis,
            )
