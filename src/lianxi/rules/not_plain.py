"""LX019（错误）：用了记录里不用的 YAML 记号。

抓什么：内容以“&”“*”“!”开头，或者用了“<<”合并键、“?”复合键。这些在 YAML 里是记号，不是文字。

为什么：记号会让一处的内容变成另一处的，看着的和读到的不一样；多半其实是一句以这个字符开头的话。

怎么改：是一句话的，用英文双引号括起来，或者写在“|”下面；真是记号的，把内容照写一遍。

要人定：这个记号本来要说什么，只有写的人知道。

错误：issues/2026/I-2026-003.yaml

    request: *协调组织专场招聘

正确：issues/2026/I-2026-003.yaml

    request: "*协调组织专场招聘"
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.whole_line import holds_text, whole_line

_MEANING = {"&": "锚点", "*": "别名", "!": "标签", "?": "复合键"}


def word(fault: Fault, entry: Entry) -> Told:
    """Say what YAML takes the mark for."""
    mark = str(fault.hints.get("text", fault.value))[:1]
    if fault.value == "<<":
        return Told("记录里不用合并键“<<”", "删去这一行，把要合并的内容一项一项照写出来")
    message = f"这里以“{mark}”开头，YAML 把它当作{_MEANING.get(mark, '记号')}，不是文字"
    if "now" in fault.hints:
        plainly = not str(fault.hints["text"])[1:2].isascii() and holds_text(fault, entry)
        return whole_line(fault, message, "是一句话的，用英文双引号括起来：", safe=plainly)
    if mark in "&*!":
        return Told(
            message,
            f'是一句话的，用英文双引号括起来："{mark}……"；或者在冒号后写“|”，话写在下一行并多缩进两格',
        )
    return Told("这里的键不是一个词", "键只能是一个词，如 title；删去“?”和键上的括号")
