"""LX311（错误）：专题工作会议不是按规定的途径召开的。

抓什么：专题工作会议没有写由谁召开（convened_by），或者召开的单位、职务不在规定之列；已经通知或者召开，
没有写受谁委托（delegated_by），或者委托的不是规定的职务；或者按规定不开专题工作会议。

为什么：《通知》三规定，可由召集人委托省工业和信息化厅、梅州市政府分管负责同志，或省工业和信息化厅相关处室、
梅州市政府相关职能部门召开专题工作会议；规定写在 mechanism.yaml 的 special_meeting 里，没有写的不作要求。
有权委托的职务自己召开的，不用再写委托。

怎么改：convened_by 写召开会议的单位，delegated_by 写委托的职务；本来是联席会议的，改 kind。

要人定：由谁召开、受谁委托，要核对。

前提：mechanism.yaml

    rules:
      special_meeting:
        basis: 通知
        clause: 三
        delegated_by:
          post: 召集人
        convened_by:
          - unit: 省厅
            seat: 分管负责同志
          - group: 各县政府

前提：meetings/2026/M-2026-02.yaml

    kind: 专题工作会议
    number: 1
    notified_on: 2026-05-06

错误：meetings/2026/M-2026-02.yaml

    convened_by: 二局
    delegated_by:
      post: 召集人
      unit: 市政府

错误：meetings/2026/M-2026-02.yaml

    convened_by: 东县政府
    delegated_by:
      post: 联络员
      unit: 一局

正确：meetings/2026/M-2026-02.yaml

    convened_by: 东县政府
    delegated_by:
      post: 召集人
      unit: 市政府
"""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.obligations import post_name
from lianxi.rule import Told
from lianxi.schema.base import Post, Signer
from lianxi.schema.mechanism_rules import ConvenedBy
from lianxi.schema.meeting import Meeting
from lianxi.shown import shown
from lianxi.situation import Situation
from lianxi.status.meeting import SPECIAL, meeting_day
from lianxi.status.posts import amiss, choice, is_named, is_one_of, lines, units_of
from lianxi.terms import Term
from lianxi.wording import listed

RECORD = Meeting


def measure(meeting: Meeting, now: Situation) -> Iterator[Told]:
    """A special meeting may be held, is convened by a way that is settled, and on whose word is on record."""
    if meeting.kind != SPECIAL or meeting.cancelled:
        return
    allowed = now.terms.settled("special_meeting", "allowed")
    if allowed is not None and not allowed.value:
        remedy = "核对会议种类，kind 改成联席会议或者联络员会议；规定已经改了的，改 mechanism.yaml"
        yield Told("按规定不开专题工作会议", remedy, ("kind",), basis=allowed.basis)
        return
    delegators = now.terms.settled("special_meeting", "delegated_by")
    by = meeting.convened_by
    if by is not None and by.post and delegators and is_one_of(by, (delegators.value,), now):
        return  # whoever may have it convened may convene it
    routes = now.terms.settled("special_meeting", "convened_by")
    if routes is not None and by is None:
        yield _missing(routes, delegators, meeting, now)
        return
    if routes is not None and by is not None:
        yield from _convening(by, routes, meeting, now)
    if delegators is not None:
        yield from _delegating(delegators, meeting, now)


def _missing(
    routes: Term[tuple[ConvenedBy, ...]], delegators: Term[Post] | None, meeting: Meeting, now: Situation
) -> Told:
    handed = ""
    if delegators is not None and meeting.delegated_by is None:
        handed = f"；再写明受谁委托{choice([delegators.value], now)}：\n"
        handed += lines("delegated_by", [delegators.value], now)
    return Told(
        "专题工作会议没有写由谁召开",
        "本来是别的会议的，改 kind；是专题工作会议的，补上一行 convened_by，"
        f"写其中之一：{_ways(routes.value)}{handed}",
        ("kind",),
        at_key=True,
        basis=routes.basis,
    )


def _convening(
    by: Signer, routes: Term[tuple[ConvenedBy, ...]], meeting: Meeting, now: Situation
) -> Iterator[Told]:
    day = meeting_day(meeting)
    named = (by.post is None or is_named(by, day, now)) and (by.unit is None or now.is_unit(by.unit, day))
    if named and not any(_takes(route, by, now) for route in routes.value):
        unseated = by.unit is not None and by.model_copy(update={"seat": None})
        seat = unseated and any(_takes(route, unseated, now) for route in routes.value)
        who = f"{by.unit or ''}{by.seat or by.post or ''}"
        yield Told(
            f"“{shown(who)}”不在可以召开专题工作会议的单位和职务之列",
            f"改成其中之一：{_ways(routes.value)}",
            ("convened_by", "seat" if seat else "unit" if by.unit else "post"),
            basis=routes.basis,
        )


def _takes(route: ConvenedBy, by: Signer, now: Situation) -> bool:
    """Whether ``by`` convenes by this way; a seat that the record leaves open is taken for granted."""
    if route.post is not None:
        held = Post(post=route.post, unit=route.unit)
        return is_one_of(by, [held], now) if by.post else by.unit in units_of(held, now)
    if route.group is not None:
        return by.unit is not None and now.is_of(by.unit, [route.group])
    if route.unit is not None and (by.unit is None or not now.same_unit(by.unit, route.unit)):
        return False
    return route.seat is None or by.seat is None or route.seat in by.seat or by.seat in route.seat


def _ways(routes: tuple[ConvenedBy, ...]) -> str:
    return listed(_way(route) for route in routes)


def _way(route: ConvenedBy) -> str:
    if route.group is not None:
        return f"{route.group}里的一个单位"
    if route.unit is None:
        return f"post: {route.post}"
    return f"{route.unit}（{route.seat or route.post}）" if route.seat or route.post else route.unit


def _delegating(term: Term[Post], meeting: Meeting, now: Situation) -> Iterator[Told]:
    given = meeting.delegated_by
    remedy = f"{choice([term.value], now)}：\n{lines('delegated_by', [term.value], now)}"
    if given is None:
        if meeting.notified_on or meeting.held_on:
            message = f"专题工作会议没有写受谁委托召开，应当由{post_name(term.value)}委托"
            beside = "convened_by" if meeting.convened_by else "kind"
            yield Told(message, f"补上{remedy}", (beside,), at_key=True, basis=term.basis)
    elif is_named(given, meeting_day(meeting), now) and not is_one_of(given, [term.value], now):
        message = f"委托召开的是“{post_name(given)}”，应当由{post_name(term.value)}委托"
        yield Told(message, f"改成{remedy}", ("delegated_by", amiss(given, [term.value])), basis=term.basis)
