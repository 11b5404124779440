"""LX712（提醒）：写了家庭住址。

抓什么：记录里（连同注释）“住址”“家庭地址”“家住”“现住”后面写了具体的地方。单位的地址、会议的地点不
算。

为什么：住址是个人信息，记录用不着它；Git 会保留每一次提交，事后删去也还在历史里。这是 lianxi 的默认提醒，
不是设立文件的规定。

怎么改：删去；要说明是哪里的，写到县（市、区）或者镇就够了。

要人定：要说明到哪一级，要问写的人。

错误：tasks/2026/T-2026-001.yaml

    owner: 局长（家住东县示例镇示例路3号）

正确：tasks/2026/T-2026-001.yaml

    owner: 局长
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book, Entry
from lianxi.private.found import HOME, LASTING, of_kind
from lianxi.rule import Told
from lianxi.terms import DEFAULT


def scan(text: str, entry: Entry, book: Book) -> Iterator[Told]:
    """Every place that somebody is said to live at."""
    for found in of_kind(text, HOME):
        yield Told(
            f"这里写了住址“{found.masked}”",
            f"删去；要说明是哪里的，写到县（市、区）或者镇就够了。{LASTING}",
            basis=DEFAULT,
            place=found.place,
        )
