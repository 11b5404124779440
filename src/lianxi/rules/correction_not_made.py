"""LX348（错误）：更正没有改到记录里。

抓什么：纪要更正列的 changes，record 或者 field 在记录里找不到，或者那一项现在不是 now 的内容。
同一项更正过几次的，只看最后一次。

为什么：重印的纪要照记录印，再照更正加注。记录没有改，重印出来还是错的；写错了地方，原来印的是什么就说不清了。

怎么改：先把记录改成 now 的内容；field 写那一项的名称，列表里的写位置，如 support、agenda[2].judgement。

要人定：是记录没有改，还是更正写错了，要同批准的更正核对。

错误：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      drafted_on: 2026-02-11
      signed_by: {post: 召集人, unit: 市政府}
      signed_on: 2026-02-12
      issued_on: 2026-02-13
      corrections:
        - date: 2026-02-20
          place: 第一项
          reason: 漏列配合单位（示例）
          approved_by: {post: 召集人, unit: 市政府}
          changes:
            - record: T-2026-001
              field: support
              was: []
              now: [三局]

正确：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      drafted_on: 2026-02-11
      signed_by: {post: 召集人, unit: 市政府}
      signed_on: 2026-02-12
      issued_on: 2026-02-13
      corrections:
        - date: 2026-02-20
          place: 第一项
          reason: 漏列配合单位（示例）
          approved_by: {post: 召集人, unit: 市政府}
          changes:
            - record: T-2026-001
              field: support
              was: []
              now: [二局]
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.book import Book
from lianxi.rule import Told
from lianxi.schema.meeting import Meeting
from lianxi.shown import shown
from lianxi.status.correction import Unmade, corrections_of, not_made

RECORD = Meeting


def judge(meeting: Meeting, book: Book) -> Iterator[Told]:
    """What is listed is made; a record that is not there is told by its name."""
    if corrections_of(meeting):
        yield from (_told(each) for each in not_made(book, meeting) if book.record(each.change.record))


def _told(unmade: Unmade) -> Told:
    change = unmade.change
    loc = ("minutes", "corrections", unmade.correction, "changes", unmade.position)
    if unmade.why:
        return Told(unmade.why, "照 lianxi show 里那条记录的写法，写那一项的名称", (*loc, "field"))
    return Told(
        f"更正说 {change.record} 的 {change.field} 改为“{shown(change.now)}”，记录里还不是",
        "先把那条记录改过来；更正写错了的，改更正",
        (*loc, "now"),
        beside=loc,
    )
