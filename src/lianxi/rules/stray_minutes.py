"""LX604（错误）：纪要文件没有对应的会议。

抓什么：minutes 文件夹里的 .md 文件，名称不是 minutes/年份/会议编号.md，或者没有这次会议，
或者会议还没有召开、已经取消。

为什么：纪要由会议的记录推出；没有会议记录的纪要无从核对，别人也不知道它是哪次会议的。这是 lianxi 的记录格式。

怎么改：名称写错的改名；会议记录漏了的补上；不要的删去。

要人定：这份文件是哪次会议的，要看内容。

错误：minutes/2026/M-2026-09.md

    第九次会议纪要

正确：meetings/2026/M-2026-01.yaml

    number: 1
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.sealed import minutes_path


def word(fault: Fault, entry: Entry) -> Told:
    """A name that is none, a meeting that is none, or one that was not held."""
    if fault.value is None:
        pattern = minutes_path("M-2026-01")
        return Told("纪要文件的名称对不上任何会议", f"改名，要像 {pattern} 这样；不是纪要的，移到别处")
    if entry.id == fault.value:
        return Told(
            f"会议 {fault.value} 没有召开，却有纪要文件",
            "开过了的，在会议记录里填 held_on（召开日期）；没有开的，删去这个文件",
        )
    return Told(
        f"没有会议 {fault.value}，却有它的纪要文件",
        f"编号写错的，把文件改名；会议记录漏了的，补上再运行 lianxi minutes {fault.value} --write",
    )
