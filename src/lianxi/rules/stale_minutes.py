"""LX601（错误）：纪要稿同记录对不上。

抓什么：还没有印发的纪要，minutes 文件夹里的文件同按现在的记录和模板生成的不一样：
记录改了没有重新生成，或者在文件上手改了。

为什么：纪要由会议、议题、议定事项和任务的记录推出，改在文件上的字下一次生成就没有了；
送出去征求意见的稿子要同记录一致。这是 lianxi 的记录格式。

怎么改：记录是对的，重新生成；文件上改的字是对的，改到记录里（会议认为写在议程的 judgement，会议要求写在
demands，议定意见写在议定事项的 text，任务写在 measure），再重新生成。

要人定：是记录对还是文件上改的字对，要看会议记录。

错误：minutes/2026/M-2026-01.md

    第一次会议纪要

前提：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      drafted_on: 2026-02-11

正确：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      drafted_on: 2026-02-12
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.shown import shown


def word(fault: Fault, entry: Entry) -> Told:
    """Told at the first line that differs."""
    now = shown(fault.hints["now"]) if fault.hints["now"] else ""
    said = f"，按记录应当是“{now}”" if now else "，按记录没有这一行"
    return Told(
        f"纪要稿同记录对不上，从这一行起不一样{said}",
        f"记录是对的，重新生成：lianxi minutes {fault.value} --write；文件上改的字是对的，先改到记录里",
    )
