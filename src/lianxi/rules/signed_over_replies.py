"""LX327（错误）：有意见没有处理，纪要就签发了。

抓什么：征求意见的纪要已经签发或者印发，有的单位在这之前答复“不同意”，后来没有改为同意，
也没有采纳它的意见；或者答复“修改意见”，没有写采纳不采纳。

为什么：征求意见就是要在签发之前把分歧解决。《通知》没有规定纪要要不要征求意见；
本联席会议的设立文件或者配置有规定的，按规定查，写不征求的不查。

怎么改：不同意的，协商一致以后补记它同意的答复；修改意见，写明采纳没有（adopted）。

要人定：意见是怎么处理的，要查征求意见的材料。

前提：mechanism.yaml

    rules:
      minutes:
        basis: 配置
        consent: 出席单位

错误：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      consent:
        asked_on: 2026-02-10
        replies:
          - unit: 市政府
            date: 2026-02-11
            view: 不同意
      signed_by:
        post: 召集人
        unit: 市政府
      signed_on: 2026-02-12
      issued_on: 2026-02-13

错误：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      consent:
        asked_on: 2026-02-10
        replies:
          - unit: 市政府
            date: 2026-02-11
            view: 修改意见
            text: 第一项补充完成时限
            adopted: null
      signed_by:
        post: 召集人
        unit: 市政府
      signed_on: 2026-02-12
      issued_on: 2026-02-13

正确：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      consent:
        asked_on: 2026-02-10
        replies:
          - unit: 市政府
            date: 2026-02-11
            view: 不同意
          - unit: 市政府
            date: 2026-02-12
            view: 同意
      signed_by:
        post: 召集人
        unit: 市政府
      signed_on: 2026-02-12
      issued_on: 2026-02-13
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.meeting import ConsentReply, Meeting
from lianxi.situation import Situation
from lianxi.status.consent import AMENDED, unsettled
from lianxi.status.sign_off import NOBODY, signed_or_issued

RECORD = Meeting


def measure(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """Every reply that came before the signature is settled."""
    signed = signed_or_issued(meeting)
    if signed is None or meeting.minutes is None or meeting.minutes.consent is None:
        return
    term = now.terms.settled("minutes", "consent")
    if term is None or term.value == NOBODY:
        return
    for index, reply in unsettled(meeting.minutes.consent.replies, signed):
        message, remedy = _told(reply)
        place = ("minutes", "consent", "replies", index)
        key = "adopted" if reply.view == AMENDED else "view"
        yield Told(message, remedy, (*place, key), basis=term.basis, beside=(*place, "view"))


def _told(reply: ConsentReply) -> tuple[str, str]:
    if reply.view == AMENDED:
        return (
            f"{reply.unit}提了修改意见，没有写采纳没有，纪要就签发了",
            "写明：adopted: true（采纳），或者 adopted: false（没有采纳）",
        )
    again = f"  - unit: {reply.unit}\n    date: {reply.date}\n    view: 同意"
    return (
        f"{reply.unit}不同意，纪要就签发了",
        f"协商以后同意的，在 replies 里补记一条：\n{again}\n照它的意见改了的，在这一条里写 adopted: true",
    )
