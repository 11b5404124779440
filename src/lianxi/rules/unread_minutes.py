"""LX606（错误）：纪要文件读不出来。

抓什么：minutes 文件夹里的纪要是链接、文件夹或者特殊文件，没有权限读，或者大得不像纪要。

为什么：读不出来就无从核对；链接指到别处，核对的就不是仓库里的这一份。这是 lianxi 的记录格式。

怎么改：换成普通文件；误删误改的，从 Git 里取回来。

要人定：原来的文件在哪里，要查。
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.sealed import LIMIT

_WHY = {
    "symlink": "是一个链接",
    "not_a_file": "不是普通文件",
    "too_large": f"超过{LIMIT // 1024}KB",
    "unreadable": "读不了",
}


def word(fault: Fault, entry: Entry) -> Told:
    """As with a record that cannot be read."""
    why, detail = fault.hints["why"], fault.hints["detail"]
    more = f"：{detail}" if why == "unreadable" and detail else ""
    return Told(f"纪要文件{_WHY[why]}{more}", "换成普通文件；误删误改的，从 Git 里取回来")
