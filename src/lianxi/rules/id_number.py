"""LX707（错误）：写了身份证号。

抓什么：记录里（连同注释）有18位身份证号（校验码、出生日期、地区都对得上的才算，中间有空格、短横，用全角数
字的也算），还有写在“身份证”后面的15位老号码。项目代码、文号、金额不算。

为什么：身份证号是个人信息，记录用不着它。国家机关对履行职责中知悉的个人隐私、个人信息应当依法保密（数据安
全法第三十八条）；Git 会保留每一次提交，事后删去也还在历史里。

怎么改：删去号码，写姓名、职务就够了；确需留存的另行存放，不放进 Git。

要人定：号码是谁的、要不要另行留存，要问写的人。

错误：tasks/2026/T-2026-001.yaml

    measure: |
      完成供水管网扩建（经办人身份证号 11010519491231002X）

正确：tasks/2026/T-2026-001.yaml

    measure: |
      完成供水管网扩建（项目代码 2209-441402-04-01-123456）
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book, Entry
from lianxi.private.found import ID_NUMBER, LASTING, of_kind
from lianxi.rule import Told
from lianxi.terms import DEFAULT


def scan(text: str, entry: Entry, book: Book) -> Iterator[Told]:
    """Every number that can only be one."""
    for found in of_kind(text, ID_NUMBER):
        yield Told(
            f"这里写了身份证号“{found.masked}”",
            f"删去号码，写姓名、职务就够了；确需留存的另行存放，不放进 Git。{LASTING}",
            basis=DEFAULT,
            place=found.place,
        )
