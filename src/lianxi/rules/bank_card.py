"""LX709（错误）：写了银行卡号。

抓什么：记录里（连同注释）有16到19位、校验得过的卡号，近旁有 账号、账户、卡号、开户、银行卡 这样的话。

为什么：账号用不着写在记录里，泄露出去就可能被冒用；Git 会保留每一次提交，事后删去也还在历史里。这是
lianxi 的默认要求，不是设立文件的规定。

怎么改：删去号码，写开户单位就够了；拨付用的账号另行报送，不放进 Git。

要人定：账号是谁的、要不要另行留存，要问写的人。

错误：tasks/2026/T-2026-001.yaml

    measure: |
      完成供水管网扩建，补助拨付至账号 6222020000000000000

正确：tasks/2026/T-2026-001.yaml

    measure: |
      完成供水管网扩建，补助按财政部门登记的账户拨付
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book, Entry
from lianxi.private.found import BANK_CARD, LASTING, of_kind
from lianxi.rule import Told
from lianxi.terms import DEFAULT


def scan(text: str, entry: Entry, book: Book) -> Iterator[Told]:
    """Every number that is called an account and has the checksum of one."""
    for found in of_kind(text, BANK_CARD):
        yield Told(
            f"这里写了银行卡号“{found.masked}”",
            f"删去号码，写开户单位就够了；账号另行报送，不放进 Git。{LASTING}",
            basis=DEFAULT,
            place=found.place,
        )
