"""LX332（提醒）：过了印发的期限，纪要还没有印发。

抓什么：会议召开以后，过了 mechanism.yaml 的 issue_within 规定的日子，纪要还没有印发。联络员会议不查；
专题工作会议，开始起草纪要的，或者规定了由谁签发（special_sign_off）的才查。

为什么：任务从纪要印发起算，迟印一天，各单位就晚动一天；
《通知》三（四）要求“及时向各成员单位通报有关情况”。几天之内印发，《通知》没有规定，
按本联席会议的设立文件或者配置；没有设定的不查。

怎么改：抓紧起草、签发、印发；已经印发的，补上印发日期。

要人定：印发了没有、在哪一天印发的，要核对。

前提：mechanism.yaml

    rules:
      minutes:
        basis: 配置
        issue_within:
          workdays: 5

错误：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      drafted_on: 2026-02-11

正确：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      drafted_on: 2026-02-11
      signed_by:
        post: 召集人
        unit: 市政府
      signed_on: 2026-02-12
      issued_on: 2026-02-13
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.fault import Loc
from lianxi.rule import Told
from lianxi.schema.base import Duration
from lianxi.schema.meeting import Meeting
from lianxi.situation import Situation
from lianxi.status.meeting import issued_on
from lianxi.status.sign_off import signer, signer_lines, unasked, writes_minutes
from lianxi.wording import full_date

RECORD = Meeting


def lapse(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """What was held has its minutes issued in time; what was signed unasked is told by itself."""
    term = now.terms.settled("minutes", "issue_within")
    if term is None or meeting.held_on is None or meeting.cancelled or issued_on(meeting):
        return
    by = now.workdays.after(meeting.held_on, term.value)
    if by.day >= now.today or not writes_minutes(meeting, now) or unasked(meeting, now):
        return
    yield Told(
        f"会议{full_date(meeting.held_on)}召开，纪要要在会后{_said(term.value)}内，也就是{full_date(by.day)}"
        f"{'（暂定）' if by.provisional else ''}以前印发，到现在还没有印发",
        _remedy(meeting, now),
        _loc(meeting),
        at_key=meeting.minutes is not None,
        basis=term.basis,
        beside=("minutes",),
    )


def _said(length: Duration) -> str:
    if length.workdays:
        return f"{length.workdays}个工作日"
    return f"{length.days}日" if length.days else f"{length.months}个月"


def _remedy(meeting: Meeting, now: Situation) -> str:
    """The lines that are still missing, as they are to be filled in once it is issued."""
    minutes, term, lines = meeting.minutes, signer(meeting, now), []
    if term and (minutes is None or minutes.signed_by is None):
        lines.append(signer_lines(term.value, meeting, now))
    if term and (minutes is None or minutes.signed_on is None):
        lines.append(f"signed_on: {now.today}")
    lines.append(f"issued_on: {now.today}")
    return "抓紧起草、签发、印发；已经印发的，照原件在 minutes 里补上：\n" + "\n".join(lines)


def _loc(meeting: Meeting) -> Loc:
    minutes = meeting.minutes
    if minutes is None:
        return ("held_on",)
    return ("minutes", "issued_on")
