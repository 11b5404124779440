"""LX328（错误）：没有征求意见，纪要就签发了。

抓什么：本联席会议规定纪要要征求出席单位或者全体成员的意见，联席会议的纪要已经签发、还没有印发，
没有征求意见的记录。已经印发的不再追究；专题工作会议、联络员会议的纪要不查。

为什么：征求意见要在签发之前。《通知》没有规定纪要要不要征求意见；本联席会议的设立文件或者配置有规定的，
按规定查。

怎么改：先征求意见，再签发；征求过的，把日期补上。

要人定：征求过意见没有、在哪一天，要查材料。

前提：mechanism.yaml

    rules:
      minutes:
        basis: 配置
        consent: 出席单位

错误：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      signed_by:
        post: 召集人
        unit: 市政府
      signed_on: 2026-02-12

正确：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      consent:
        asked_on: 2026-02-11
      signed_by:
        post: 召集人
        unit: 市政府
      signed_on: 2026-02-12
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.meeting import Meeting
from lianxi.situation import Situation
from lianxi.status.sign_off import unasked

RECORD = Meeting


def measure(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """Consent is asked before the signature."""
    term = unasked(meeting, now)
    if term is not None and meeting.minutes is not None:
        day = meeting.minutes.drafted_on or meeting.minutes.signed_on
        yield Told(
            f"纪要要征求{term.value}的意见，没有征求就签发了",
            f"征求过的，在 minutes 里补上：\nconsent:\n  asked_on: {day}\n"
            "没有征求的，删去签发日期，征求了再签发",
            ("minutes", "signed_on"),
            basis=term.basis,
        )
