"""LX703（提醒）：写了座机号码。

抓什么：记录里（连同注释）有带区号的座机号码，如 0753 开头的。mechanism.yaml 的 office.contact（办公电话）
里写的那个，写在哪里都不算。

为什么：记录会发给各成员单位，议题、纪要还可能公开；个人的座机不该留在里面。Git 会保留每一次提交，事后删去
也还在历史里。这是 lianxi 的默认提醒，不是设立文件的规定。

怎么改：删去号码，写单位、职务就够了。联席会议办公室对外的电话写在 mechanism.yaml 的 office.contact 里。其
他对外公布的办公电话确需留着的，在它那一项的上面加一行注释放行（写在整段话里的，加在那一段的键上面），如
“# lianxi: allow LX703 对外公布的总机”。

要人定：是不是对外公布的办公电话，要问写的人。

错误：tasks/2026/T-2026-001.yaml

    measure: |
      完成供水管网扩建，联系电话 0753-2345678

正确：tasks/2026/T-2026-001.yaml

    # lianxi: allow LX703 供水抢修热线，对外公布（示例）
    measure: |
      完成供水管网扩建，联系电话 0753-2345678

正确：tasks/2026/T-2026-001.yaml

    measure: |
      完成供水管网扩建，由东县政府办公室联系
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book, Entry
from lianxi.private.found import LANDLINE, LASTING, of_kind
from lianxi.rule import Told
from lianxi.terms import DEFAULT


def scan(text: str, entry: Entry, book: Book) -> Iterator[Told]:
    """Every landline but the office's own; without a mechanism nobody knows which that is."""
    if book.mechanism is None:
        return
    office = book.mechanism.office
    own = tuple(each.digits for each in of_kind((office and office.contact) or "", LANDLINE))
    for found in of_kind(text, LANDLINE):
        if not any(found.digits.startswith(each) for each in own):
            yield Told(
                f"这里写了座机号码“{found.masked}”",
                "个人的删去；办公室对外的电话写在 mechanism.yaml 的 office.contact 里；"
                "别的对外公布的办公电话要留着的，在这一项的上面加一行：\n"
                "# lianxi: allow LX703 ……（理由，如 对外公布的总机）\n"
                f"{LASTING}",
                basis=DEFAULT,
                place=found.place,
            )
