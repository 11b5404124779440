"""LX706（错误）：带有密级标志，或者标明严禁外传。

抓什么：记录里（连同注释）有密级标志：绝密、机密、秘密后面带“★”，写在“密级：”后面，用括号括着，或者单
独成一项、成一行；还有“内部资料 严禁外传”一类的标志。文章里说到“保守国家秘密”“商业秘密”的，不算。

为什么：涉密的信息不得进入非涉密的系统，这个库会被每个成员单位复制一份，也会留下每一次提交。法律的要求，与
联席会议的设立文件无关。

怎么改：不要提交、不要推送；已经提交的，立即报本单位的保密工作机构和管理员处理。只去掉标志、留着内容，是不
行的。标错了的，去掉标志。

要人定：是不是涉密、怎样处置，由保密工作机构定。

错误：tasks/2026/T-2026-001.yaml

    measure: |
      机密★1年
      完成供水管网扩建

错误：tasks/2026/T-2026-001.yaml

    # 内部资料 严禁外传
    title: 示例园区A供水管网扩建（示例）

正确：tasks/2026/T-2026-001.yaml

    measure: |
      完成供水管网扩建，注意保守国家秘密和企业商业秘密
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book, Entry
from lianxi.classified import marks_in
from lianxi.private.found import LASTING
from lianxi.rule import Told
from lianxi.shown import shown
from lianxi.terms import DEFAULT


def scan(text: str, entry: Entry, book: Book) -> Iterator[Told]:
    """Once for each line that bears a mark."""
    for mark, place in marks_in(text):
        yield Told(
            f"这里有“{shown(mark)}”的标志，带这种标志的材料不得放进这个库",
            "不要提交、不要推送，把整份材料拿出去，报本单位保密工作机构；标错了的，去掉标志。" + LASTING,
            basis=DEFAULT,
            place=place,
        )
