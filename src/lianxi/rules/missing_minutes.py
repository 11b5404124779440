"""LX603（错误）：印发的纪要，文件不见了。

抓什么：会议记录里留了印发纪要的摘要（sha256），minutes 文件夹里没有这次会议的纪要。

为什么：摘要封的是那个文件；文件没有了，印发的是什么就无从核对。这是 lianxi 的记录格式。

怎么改：从 Git 里取回来；记录没有动过的，重新生成也是同样的字节。

要人定：文件是误删的、改了名的，还是忘了提交，要查。

错误：meetings/2026/M-2026-03.yaml

    id: M-2026-03
    kind: 专题工作会议
    number: 1
    mode: 现场
    place: 示例市
    starts: 2026-04-01T09:00
    held_on: 2026-04-01
    convened_by: 二局
    delegated_by:
      post: 召集人
      unit: 市政府
    delegated_on: 2026-03-27
    chair:
      unit: 二局
      person: 示例戊
    disclosure: 不予公开
    disclosure_reason: 过程性信息
    minutes:
      issue_no: 2
      drafted_on: 2026-04-01
      issued_on: 2026-04-03
      sha256: af44288b6f92674ea008ca2766fc54e9f6ef4e40e4e152e8bcb0e4724ce7d3c2

正确：meetings/2026/M-2026-03.yaml

    id: M-2026-03
    kind: 专题工作会议
    number: 1
    mode: 现场
    place: 示例市
    starts: 2026-04-01T09:00
    held_on: 2026-04-01
    convened_by: 二局
    delegated_by:
      post: 召集人
      unit: 市政府
    delegated_on: 2026-03-27
    chair:
      unit: 二局
      person: 示例戊
    disclosure: 不予公开
    disclosure_reason: 过程性信息
    minutes:
      issue_no: 2
      drafted_on: 2026-04-01
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.sealed import minutes_path


def word(fault: Fault, entry: Entry) -> Told:
    """The same records give the same bytes."""
    return Told(
        f"纪要已经印发、留了摘要，文件 {minutes_path(fault.value)} 却不在",
        f"重新生成，内容同摘要相符才写：lianxi minutes {fault.value} --write；不相符的，从 Git 里取回",
    )
