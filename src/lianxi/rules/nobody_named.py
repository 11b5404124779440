"""LX112（错误）：没有写是谁。

抓什么：要写签发、召集的职务或单位的地方，两样都没有写。

为什么：只写“主要负责同志”不知道是哪个单位的，纪要上就不知道由谁签发。

怎么改：补上 post（职务）或 unit（单位）。

要人定：是谁，要查会议材料。

错误：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      signed_by:
        seat: 主要负责同志

正确：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      signed_by:
        unit: 一局
        seat: 主要负责同志
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.schema.labels import named


def word(fault: Fault, entry: Entry) -> Told:
    """Ask for a post or a unit."""
    key = next((part for part in reversed(fault.loc) if isinstance(part, str)), "")
    return Told(
        f"{named(key)}没有写是谁：缺职务，也缺单位",
        f"在 {key} 下面补上一行 post: 召集人，或者 unit: 单位名称",
    )
