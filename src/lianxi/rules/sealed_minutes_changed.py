"""LX602（错误）：印发的纪要被改动了。

抓什么：纪要已经印发、留了摘要（sha256），minutes 文件夹里的文件同摘要对不上。换行符不同不算。

为什么：印发的纪要是定稿，各单位手里的同这一份必须一字不差；要改只能更正。这是 lianxi 的记录格式。

怎么改：误改的，运行 lianxi minutes 会议编号 --write，或者从 Git 里把文件取回来；确需更正的，在会议记录的
minutes 里写 corrections（更正），把有关记录改过来，再运行 lianxi minutes 会议编号 --reseal，重印稿上会加注。

要人定：是误改还是更正，要查更正有没有经过同意。

前提：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      signed_by:
        post: 召集人
        unit: 市政府
      signed_on: 2026-02-12
      issued_on: 2026-02-13
      sha256: af44288b6f92674ea008ca2766fc54e9f6ef4e40e4e152e8bcb0e4724ce7d3c2

错误：minutes/2026/M-2026-01.md

    第一次会议纪要（改）

正确：minutes/2026/M-2026-01.md

    第一次会议纪要
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told


def word(fault: Fault, entry: Entry) -> Told:
    """The same records give the same bytes; where they have changed, the file as issued lies in Git."""
    return Told(
        "印发的纪要被改动了，同会议记录里的摘要对不上",
        f"误改的，运行 lianxi minutes {fault.value} --write，同摘要相符才写，不相符的从 Git 里取回；"
        f"要更正的，先写 corrections，改好记录，再运行 lianxi minutes {fault.value} --reseal",
    )
