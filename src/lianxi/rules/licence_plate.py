"""LX713（提醒）：写了车牌号。

抓什么：记录里（连同注释）有机动车号牌，如“粤M·”后面5位的，新能源车6位的也算。

为什么：车牌号能查到人和行踪，记录用不着它；Git 会保留每一次提交，事后删去也还在历史里。这是 lianxi 的默认
提醒，不是设立文件的规定。

怎么改：删去，写哪个单位的车就够了；用车安排另行告知。

要人定：号牌是谁的、要不要另行留存，要问写的人。

错误：tasks/2026/T-2026-001.yaml

    owner: 局长（车牌粤M·12345）

正确：tasks/2026/T-2026-001.yaml

    owner: 局长
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book, Entry
from lianxi.private.found import LASTING, PLATE, of_kind
from lianxi.rule import Told
from lianxi.terms import DEFAULT


def scan(text: str, entry: Entry, book: Book) -> Iterator[Told]:
    """Every plate, of five signs or six."""
    for found in of_kind(text, PLATE):
        yield Told(
            f"这里写了车牌号“{found.masked}”",
            f"删去，写哪个单位的车就够了；用车安排另行告知。{LASTING}",
            basis=DEFAULT,
            place=found.place,
        )
