"""LX551（提醒）：文稿的模板改了。

抓什么：记录旁边 templates 文件夹里的模板（别的模板引用的、放在下一层文件夹里的也算），合并以后新增、
改动或者没有了。

为什么：模板决定纪要、议程、督办通知单印成什么样。改了模板，以后印的全变，已经提交的纪要稿也要重新生成。
合并以前，纪要稿仍按原来的模板比。

怎么改：请审阅的人看模板改了什么；合并以后重新生成还没有印发的纪要稿。

要人定：文稿的样式该不该改，由联席会议办公室定。
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.fault import Place
from lianxi.rule import Told


def replaced(was: str | None, now: str | None) -> Iterator[Told]:
    """What has become of one template; ``None`` where it is not there."""
    if was == now:
        return
    said = "新增了一个模板" if was is None else "模板没有了，改用 lianxi 的" if now is None else "模板改了"
    yield Told(
        f"{said}，以后印的文稿跟着变",
        "请审阅的人看改了什么；合并以后重新生成还没有印发的纪要稿",
        place=Place(_first_other_line(was or "", now or ""), 1),
    )


def _first_other_line(was: str, now: str) -> int:
    """Counted from 1; the first where one of the two is empty, the last where one goes on."""
    old, new = was.split("\n"), now.split("\n")
    pairs = enumerate(zip(old, new, strict=False), 1)
    return next((number for number, (one, other) in pairs if one != other), min(len(old), len(new)))
