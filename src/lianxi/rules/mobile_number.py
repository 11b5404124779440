"""LX708（错误）：写了手机号码。

抓什么：记录里（连同注释）有手机号码，分段写的、带 +86 的、用全角数字的也算；手机号做名字的电子邮箱算手机
号码。更长的数字里的一段、金额不算。

为什么：手机号码是个人信息，记录会发给各成员单位，议题、纪要还可能公开。国家机关对履行职责中知悉的个人信息
应当依法保密（数据安全法第三十八条）；Git 会保留每一次提交，事后删去也还在历史里。

怎么改：删去号码，写单位、职务就够了；联系方式另行存放，不放进 Git。单位对外公布的值班手机确需留着的，在它
那一项的上面加一行“# lianxi: allow LX708 理由”。

要人定：号码是谁的、要不要另行留存，要问写的人。

错误：tasks/2026/T-2026-001.yaml

    owner: 局长（13800138000）

正确：tasks/2026/T-2026-001.yaml

    owner: 局长
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book, Entry
from lianxi.private.found import LASTING, MOBILE, of_kind
from lianxi.rule import Told
from lianxi.terms import DEFAULT


def scan(text: str, entry: Entry, book: Book) -> Iterator[Told]:
    """Every number of that form that is not part of a longer one."""
    for found in of_kind(text, MOBILE):
        yield Told(
            f"这里写了手机号码“{found.masked}”",
            f"删去号码，写单位、职务就够了；联系方式另行存放，不放进 Git。{LASTING}",
            basis=DEFAULT,
            place=found.place,
        )
