"""LX032（错误）：合并冲突没有解决。

抓什么：文件里还有合并时 Git 留下的 <<<<<<<、=======、>>>>>>> 这几行，或者其中的一行。

为什么：两边写的混在一起，文件读不下去；随手删去一边，那一边记的就丢了。

怎么改：两个人各加了进展报告等条目的，两边都留，按日期先后排好，lianxi fmt 能改。
两边改了同一处的，留对的一边，再删去那几行。两边各建了一条记录、编号相同的，先退回合并以前，
用 lianxi renumber 改自己这一条的编号，提交，再用 git merge 合并；用 git rebase，又会在同一处冲突。

要人定：两边写的哪一边作数，还是两边都留，要看内容。

错误：tasks/2026/T-2026-001.yaml

    reports:
      - date: 2026-04-10
        by: 东县政府
        text: |
          管网已铺设八成。
    <<<<<<< HEAD
      - date: 2026-04-13
        by: 东县政府
        text: |
          甲段铺设完成。
    =======
      - date: 2026-04-12
        by: 东县政府
        text: |
          乙段铺设完成。
    >>>>>>> 同事的分支
        next_step: 通水试压

正确：tasks/2026/T-2026-001.yaml

    reports:
      - date: 2026-04-10
        by: 东县政府
        text: |
          管网已铺设八成。
      - date: 2026-04-12
        by: 东县政府
        text: |
          乙段铺设完成。
        next_step: 通水试压
      - date: 2026-04-13
        by: 东县政府
        text: |
          甲段铺设完成。
        next_step: 通水试压
"""

from __future__ import annotations

from lianxi.book import Entry
from lianxi.fault import Fault
from lianxi.rule import Told
from lianxi.shown import shown


def word(fault: Fault, entry: Entry) -> Told:
    """Keep both sides where both have only added; else say what there is to decide."""
    message = _message(fault)
    if "now" in fault.hints:
        remedy = "两边都只是加了条目，两边都留，按日期先后排好："
        return Told(message, remedy, instead=fault.hints["now"], over=fault.hints["rows"])
    if fault.hints.get("titles"):
        return _two_records(message, fault, entry)
    if not fault.hints["hunks"]:
        return Told(message, "冲突的内容已经定了的，删去这一行；没有定的，对照两边的分支补全")
    return Told(
        message,
        "两边各加了一条的，两条都留，各自补全，按日期先后排；改了同一处的，留对的一边。"
        "然后删去 <<<<<<<、=======、>>>>>>> 这几行",
    )


def _message(fault: Fault) -> str:
    assert fault.place is not None  # noqa: S101 - the reader knows the line
    first, last, hunks = fault.place.line, fault.hints["last"], fault.hints["hunks"]
    if not hunks:
        return f"合并冲突留下的“{shown(fault.value)}”还在"
    more = f"，后面还有{hunks - 1}处" if hunks > 1 else ""
    return f"第{first}行到第{last}行有合并冲突，两边写的都在{more}"


def _two_records(message: str, fault: Fault, entry: Entry) -> Told:
    """Two files of one name, or a title that both have changed."""
    one, other = map(shown, fault.hints["titles"])
    return Told(
        f"{message}：一边是“{one}”，一边是“{other}”",
        f"两件事用了同一个编号的，先退回合并以前（git merge --abort，变基的用 git rebase --abort），"
        f"运行 lianxi renumber {entry.id} 给自己这一条换编号，提交，再用 git merge origin/main 合并"
        "（不用 git rebase，又会在这里冲突）；是同一件事的，留对的一边，删去几行记号",
    )
