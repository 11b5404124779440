"""LX605（提醒）：印发的纪要没有留摘要。

抓什么：会议记录里写了印发日期，没有摘要（sha256）：纪要是在 lianxi 以外印发的，文件不作核对。
不论有几期，只提醒一次，标在最近的一期上。

为什么：没有摘要，印发以后的改动发现不了。以前的纪要补录进来，就是这样；不影响督办。这是 lianxi 的记录格式。

怎么改：印发稿同按记录生成的一致的，运行 lianxi minutes 会议编号 --reseal 补上摘要；不一致的不用改。

要人定：印发的是不是按记录生成的这一份，要对照原件。

错误：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 2
      signed_by:
        post: 召集人
        unit: 市政府
      signed_on: 2026-02-12
      issued_on: 2026-02-14

正确：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      drafted_on: 2026-02-11
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """It is told once, and never compared."""
    count = fault.hints["count"]
    more = f"（这样的共{count}期）" if count > 1 else ""
    return Told(
        f"纪要在 lianxi 以外印发，没有摘要，改动无从核对{more}",
        f"同印发稿核对，一致的补上摘要：lianxi minutes {fault.value} --reseal；不一致的，留着这条提醒",
    )
