"""LX710（提醒）：写了电子邮箱。

抓什么：记录里（连同注释）有电子邮箱。手机号做名字的算手机号码（LX708）。

为什么：多半是个人的联系方式，记录用不着它；Git 会保留每一次提交，事后删去也还在历史里。这是 lianxi 的默认
提醒，不是设立文件的规定。

怎么改：删去，写单位、职务就够了。单位对外公布的邮箱确需留着的，在它那一项的上面加一行“# lianxi: allow
LX710 理由”。

要人定：是个人的还是单位对外公布的，要问写的人。

错误：tasks/2026/T-2026-001.yaml

    owner: 局长（example@example.com）

正确：tasks/2026/T-2026-001.yaml

    owner: 局长
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book, Entry
from lianxi.private.found import EMAIL, LASTING, of_kind
from lianxi.rule import Told
from lianxi.terms import DEFAULT


def scan(text: str, entry: Entry, book: Book) -> Iterator[Told]:
    """Every address."""
    for found in of_kind(text, EMAIL):
        yield Told(
            f"这里写了电子邮箱“{found.masked}”",
            "个人的删去；单位对外公布的要留着的，在这一项的上面加一行 # lianxi: allow LX710 ……（理由）。"
            f"{LASTING}",
            basis=DEFAULT,
            place=found.place,
        )
