"""LX020（错误）：内容的开头要加引号，或者括号、引号没有配对。

抓什么：内容以 [ { " ' % @ ` | > 等字符开头，YAML 把它当作记号；或者开了括号、引号没有关。

为什么：从这里起，后面的内容都会被读进这个括号或引号里。

怎么改：用英文双引号把整句括起来，或者在冒号后写“|”，话写在下一行；列表的括号要配对。

要人定：括号、引号到哪里为止，要看这句话本来怎么说。

错误：issues/2026/I-2026-003.yaml

    request: [急] 协调组织专场招聘

正确：issues/2026/I-2026-003.yaml

    request: "[急] 协调组织专场招聘"
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.shown import shown, uncommented
from lianxi.whole_line import holds_text, whole_line

_PAIRS = {"[": "]", "{": "}", '"': '"', "'": "'"}
_PLAINLY = frozenset("[{%@`\"'>")
"""A text may well begin so; what begins with “|” may be a long text whose first line slipped up."""


def word(fault: Fault, entry: Entry) -> Told:
    """Show the text in quotes, and the bracket that is not closed."""
    text = uncommented(str(fault.hints.get("text", fault.value)))
    mark = text[:1]
    closing = _PAIRS.get(mark)
    alone = closing is not None and text.count(closing) - (closing == mark) == 0
    if "end" in fault.hints:
        message = f"“{shown(text)}”结尾的 {text[-1:]} 没有配对"
        remedy = "多打的删去；要引号的，写中文的引号；整句要括起来的写成"
    elif alone:
        message = f"“{shown(text)}”开头的 {mark} 没有配对"
        remedy = f"如果 {mark} 是文字的一部分，就改成中文的引号或括号；不是的，在这一行补上 {closing}"
    else:
        message, remedy = f"“{shown(text)}”以 {mark} 开头，会被当作记号", "用英文引号把整句括起来"
    if "now" not in fault.hints:
        return Told(message, remedy)
    return whole_line(
        fault, message, f"{remedy}：", safe=not alone and mark in _PLAINLY and holds_text(fault, entry)
    )
