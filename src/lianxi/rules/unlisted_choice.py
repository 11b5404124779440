"""LX114（错误）：类别不在本联席会议的单子里。

抓什么：议题的类型、诉求类别，或者议程的类别，不在本联席会议设定的单子里。

为什么：议题按类别汇总，议程按类别排序；单子以外的类别会落在外面。

怎么改：照提示改成单子里的词；要增加类别，在 mechanism.yaml 的 rules 里加。

要人定：属于哪一类，要看内容。

错误：issues/2026/I-2026-003.yaml

    category: 招工

正确：issues/2026/I-2026-003.yaml

    category: 用工
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.choices import not_chosen
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.schema.labels import named


def word(fault: Fault, entry: Entry) -> Told:
    """Name the choice that was probably meant, or all that may stand here."""
    key = next((part for part in reversed(fault.loc) if isinstance(part, str)), "")
    return not_chosen(fault, f"{named(key)}没有", "从这些里选一个", "可以写")
