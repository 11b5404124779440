"""LX705（提醒）：主动公开的记录里写了企业的经营情况。

抓什么：disclosure 写 主动公开 的议题或会议，内容里有 产能、报价、客户、配方、工艺参数、融资额、负债、停产、
裁员、诉讼这样的话；批示和联络员备注从不公开，不算，注释也不算。一项内容只提醒一次，标在第一个词上。

为什么：这些多半是企业的商业秘密，企业诉求里最常见。政府信息公开条例第十五条：涉及商业秘密，公开会对第三方
合法权益造成损害的，不得公开；第三方同意公开的除外。设立文件没有规定，这是 lianxi 的默认提醒。

怎么改：改成不涉及经营情况的说法；或者改成不予公开，理由写 涉及企业商业秘密。企业同意公开的，或者这个词在
这里不是说哪一家企业的，在它那一项的上面加一行“# lianxi: allow LX705 理由”。

要人定：是不是商业秘密，企业同不同意公开，要问企业。

错误：issues/2026/I-2026-004.yaml

    situation: |
      园区污水处理审批进度慢，示例企业A面临停产。
    disclosure: 主动公开

正确：issues/2026/I-2026-004.yaml

    situation: |
      园区污水处理审批进度慢，影响企业经营。
    disclosure: 主动公开

正确：issues/2026/I-2026-004.yaml

    situation: |
      园区污水处理审批进度慢，示例企业A面临停产。
    disclosure: 不予公开
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lianxi.book import Book, Entry
from lianxi.rule import Told
from lianxi.schema.issue import PUBLIC, Issue
from lianxi.schema.meeting import Meeting
from lianxi.source import Lines
from lianxi.terms import DEFAULT

# 生产能力, 申报价格, 分配方案, 仲裁员 hold such a word without meaning it; 落后产能 is the economy's.
_TERMS = re.compile(
    "(?<!去)(?<!落后)(?<!过剩)产能(?!过剩|力(?!争)|否|够|耗|源|效)|报价(?![格款值])|客户(?![端籍])"
    "|(?<![分匹装搭支])配方(?![案式法面向便针位程])|工艺参数|融资额(?!外)|负债(?!务)|停产|(?<![总仲])裁员|诉讼"
)
_INTERNAL = frozenset({"instructions", "notes"})
_REMEDY = """\
改成不涉及经营情况的说法；不能改的，把公开属性改成下面这样；企业同意公开的，在这一项的上面加一行 \
# lianxi: allow LX705 企业同意公开
disclosure: 不予公开
disclosure_reason: 涉及企业商业秘密"""


def scan(text: str, entry: Entry, book: Book) -> Iterator[Told]:
    """Once for each text in which such words stand, at the first of them."""
    record = entry.record
    if not isinstance(record, Issue | Meeting) or record.disclosure != PUBLIC or not _TERMS.search(text):
        return
    lines = Lines(text.encode())
    for loc, start, end in lines.texts():
        found = list(_TERMS.finditer(text, start, end)) if loc[0] not in _INTERNAL else []
        if found:
            terms = "".join(f"“{term}”" for term in dict.fromkeys(term[0] for term in found))
            yield Told(
                f"这条{record.kind}要主动公开，里面写了{terms}，可能是企业的商业秘密",
                _REMEDY,
                basis=DEFAULT,
                place=lines.at(found[0].start(), found[0].end()),
            )
