"""LX107（错误）：写了单子以外的词。

抓什么：只能从几个词里选一个的地方，写了别的词。

为什么：这些词决定会议、议题、任务走哪一步，印什么话；换一个说法就认不出来。

怎么改：照提示改成单子里的词。

要人定：是哪一个，要看本来的意思。

错误：resolutions/2026/R-2026-001.yaml

    outcome: 议订

正确：resolutions/2026/R-2026-001.yaml

    outcome: 议定
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.choices import not_chosen
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.schema.labels import named


def word(fault: Fault, entry: Entry) -> Told:
    """Name the word that was probably meant, or all that may stand here."""
    key = next((part for part in reversed(fault.loc) if isinstance(part, str)), "")
    return not_chosen(fault, f"{named(key)}没有", "从这些词里选一个", "只能写")
