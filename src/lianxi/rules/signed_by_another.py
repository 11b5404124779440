"""LX330（错误）：纪要的签发人不是规定的人。

抓什么：联席会议纪要的 signed_by 不是 mechanism.yaml 的 sign_off 规定的职务；sign_off 写了单位的，
要是那个单位的。专题工作会议纪要按 special_sign_off 查：写召集单位主要负责同志的，
单位要同 convened_by 一致。写成别的话的 special_sign_off 不查；联络员会议的纪要不查。

为什么：纪要由谁签发，决定它算不算数。《通知》没有规定由谁签发；本联席会议的设立文件或者配置有规定的，
按规定查。

怎么改：照签发稿改；确实由别人签发的，送规定的人重新签发。

要人定：纪要是谁签发的，要查签发稿。

前提：mechanism.yaml

    rules:
      minutes:
        basis: 配置
        sign_off: 召集人
        special_sign_off: 召集单位主要负责同志

错误：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      signed_by:
        post: 办公室主任
        unit: 一局
      signed_on: 2026-02-12
      issued_on: 2026-02-13

错误：meetings/2026/M-2026-03.yaml

    id: M-2026-03
    kind: 专题工作会议
    number: 1
    mode: 现场
    place: 示例市
    starts: 2026-04-01T09:00
    held_on: 2026-04-01
    convened_by: 二局
    delegated_by:
      post: 召集人
      unit: 市政府
    delegated_on: 2026-03-27
    chair:
      unit: 二局
      person: 示例戊
    disclosure: 不予公开
    disclosure_reason: 过程性信息
    minutes:
      issue_no: 2
      signed_by:
        unit: 四局
        seat: 主要负责同志
      signed_on: 2026-04-02
      issued_on: 2026-04-03

正确：meetings/2026/M-2026-01.yaml

    minutes:
      issue_no: 1
      signed_by:
        post: 召集人
        unit: 省厅
      signed_on: 2026-02-12
      issued_on: 2026-02-13
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.rule import Told
from lianxi.schema.base import Signer
from lianxi.schema.meeting import Meeting
from lianxi.situation import Situation
from lianxi.status.meeting import SPECIAL, meeting_day
from lianxi.status.sign_off import may_convene, signer, signer_lines
from lianxi.terms import Term

RECORD = Meeting


def measure(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """Who signs is who is to sign."""
    signed = meeting.minutes.signed_by if meeting.minutes else None
    term = signer(meeting, now) if signed else None
    if signed is None or term is None or not _is_sound(signed, meeting, now):
        return
    key = _odd_key(signed, term.value, meeting, now)
    if key == "unit" and term.value.unit is not None and _chairs(signed.unit, meeting):
        if may_convene(meeting, now):
            yield _convener_in_doubt(signed, term, meeting, now)
    elif key is not None:
        yield Told(
            f"纪要由{_said(signed)}签发，规定由{_said(term.value)}签发",
            f"照签发稿改：\n{signer_lines(term.value, meeting, now)}\n"
            f"确实由别人签发的，送{_said(term.value)}重新签发",
            ("minutes", "signed_by", key),
            basis=term.basis,
            beside=("minutes", "signed_by"),
        )


def _convener_in_doubt(signed: Signer, term: Term[Signer], meeting: Meeting, now: Situation) -> Told:
    return Told(
        f"召集单位写的是{term.value.unit}，主持会议、签发纪要的却是{signed.unit}",
        f"召集单位写错的，改成 convened_by: {signed.unit}；没有写错的，照签发稿改：\n"
        f"{signer_lines(term.value, meeting, now)}",
        ("convened_by", "unit"),
        basis=term.basis,
        beside=("convened_by",),
    )


def _chairs(unit: str | None, meeting: Meeting) -> bool:
    """Whether the signer's unit chaired a special meeting: then it is the convener that is in doubt."""
    return meeting.kind == SPECIAL and any(chair.unit == unit for chair in meeting.chair or ())


def _odd_key(signed: Signer, wanted: Signer, meeting: Meeting, now: Situation) -> str | None:
    """The key under which somebody else is named."""
    if wanted.post is not None and signed.post != wanted.post:
        return "post" if signed.post else "unit"
    if wanted.unit is not None and not _same_unit(signed, wanted, now):
        return "unit" if signed.unit else "post"
    heads = {None, wanted.seat, meeting.convened_by.seat if meeting.convened_by else None}
    return "seat" if wanted.seat is not None and signed.seat not in heads else None


def _same_unit(signed: Signer, wanted: Signer, now: Situation) -> bool:
    """A post alone is that of the only unit that has one."""
    unit = signed.unit
    if unit is None and signed.post is not None:
        unit = next(held.unit for held in now.mechanism.posts if held.post == signed.post)
    return unit is not None and now.present(unit) == now.present(wanted.unit or "")


def _is_sound(signed: Signer, meeting: Meeting, now: Situation) -> bool:
    """Whether it names somebody; a name that names nobody is told by itself."""
    if signed.unit is not None and not now.is_unit(signed.unit, meeting_day(meeting)):
        return False
    held = [post.unit for post in now.mechanism.posts if post.post == signed.post]
    if signed.post is None:
        return True
    if signed.unit is None:
        return len(held) == 1
    return signed.unit in held or any(unit not in now.units for unit in held)


def _said(who: Signer) -> str:
    if who.post is None:
        return f"{who.unit}{who.seat or ''}"
    return f"{who.post}（{who.unit}）" if who.unit else who.post
