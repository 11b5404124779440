"""LX711（提醒）：写了QQ号或微信号。

抓什么：记录里（连同注释）“QQ”后面跟着号码，或者“微信号”“微信：”后面跟着账号。只说微信群、微信公众号
的不算。

为什么：这是个人的联系方式，记录用不着它；Git 会保留每一次提交，事后删去也还在历史里。这是 lianxi 的默认提
醒，不是设立文件的规定。

怎么改：删去，写单位、职务就够了；工作群的号码另行告知。

要人定：号码是谁的、要不要另行留存，要问写的人。

错误：tasks/2026/T-2026-001.yaml

    owner: 局长（微信号 example_01）

正确：tasks/2026/T-2026-001.yaml

    owner: 局长
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book, Entry
from lianxi.private.found import CHAT_ACCOUNT, LASTING, of_kind
from lianxi.rule import Told
from lianxi.terms import DEFAULT


def scan(text: str, entry: Entry, book: Book) -> Iterator[Told]:
    """Every account that is called one."""
    for found in of_kind(text, CHAT_ACCOUNT):
        yield Told(
            f"这里写了QQ号或微信号“{found.masked}”",
            f"删去，写单位、职务就够了；工作群的号码另行告知。{LASTING}",
            basis=DEFAULT,
            place=found.place,
        )
