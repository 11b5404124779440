"""What an invitation says: 会议通知, 改期通知 or 取消通知, for all or for one unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lianxi.reports.agenda import Page, place
from lianxi.reports.invite.invitees import Invitee, Wanted
from lianxi.schema.meeting import Meeting, Postponement
from lianxi.situation import Situation
from lianxi.status.division import shown_name
from lianxi.status.meeting import ONSITE, SPECIAL
from lianxi.wording import flat, full_date, listed, moment, numeral, remark_of, span

CALL, MOVED, OFF = "会议通知", "改期通知", "取消通知"
_MODES = {
    "视频": "视频会议",
    "现场+视频": "现场和视频相结合",
    "书面": "书面征求意见",
}
_EVERYBODY = "各有关单位"


@dataclass(frozen=True, slots=True)
class Point:
    """One numbered point, in one or several lines."""

    ordinal: str
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Invitation:
    """The sheet; ``unit`` is empty where it goes to all."""

    form: str
    unit: str
    title: str
    addressee: str
    opening: str
    points: tuple[Point, ...]
    sender: str
    day: date


def invitation(meeting: Meeting, page: Page, called: Invitee | None, now: Situation) -> Invitation:
    """The sheet of the day: once it was sent, a new time is told as 改期, and a meeting given up as 取消."""
    form = form_of(meeting)
    whole = meeting.title or f"{now.mechanism.name}{page.name}"
    remark = remark_of(whole)
    name = whole.removesuffix(remark)
    title = {CALL: f"关于召开{name}的通知", MOVED: f"关于{name}改期召开的通知", OFF: f"关于取消{name}的通知"}
    points = () if form == OFF else tuple(_points(meeting, page, called, now))
    return Invitation(
        form,
        called.unit if called else "",
        f"{title[form]}{remark}",
        called.name if called else _EVERYBODY,
        _opening(meeting, form, name, now),
        tuple(Point(numeral(place + 1), *point) for place, point in enumerate(points)),
        sender(meeting, now),
        _sent_on(meeting, form) or now.today,
    )


def form_of(meeting: Meeting) -> str:
    """Which sheet it is: a meeting that was put off before anybody knew of it is simply called."""
    if meeting.cancelled is not None:
        return OFF
    move = _last_move(meeting)
    told = meeting.notified_on
    return MOVED if move is not None and told is not None and told <= move.date else CALL


def sender(meeting: Meeting, now: Situation) -> str:
    """Who sends it: the office; for a special meeting the unit that convenes it."""
    office = now.mechanism.office
    return _convener(meeting, now) or f"{now.mechanism.name}{office.name if office else ''}"


def answered_to(meeting: Meeting, now: Situation) -> str:
    """Where replies and papers go: the office with its unit and telephone, or the convening unit."""
    office = now.mechanism.office
    convener = _convener(meeting, now)
    if convener or office is None:
        return convener or now.mechanism.name
    notes = "，".join([listed(now.present(host) for host in office.host), *filter(None, [office.contact])])
    return f"联席会议{office.name}（{notes}）"


def _convener(meeting: Meeting, now: Situation) -> str:
    """The unit that convenes a special meeting, with the authority it belongs to."""
    convener = meeting.convened_by if meeting.kind == SPECIAL else None
    return shown_name(convener.unit, now) if convener is not None and convener.unit else ""


def _last_move(meeting: Meeting) -> Postponement | None:
    return meeting.postponements[-1] if meeting.postponements else None


def _sent_on(meeting: Meeting, form: str) -> date | None:
    move = _last_move(meeting)
    if form == OFF:
        return meeting.cancelled.date if meeting.cancelled else None
    return move.notified_on if form == MOVED and move is not None else meeting.notified_on


def _opening(meeting: Meeting, form: str, name: str, now: Situation) -> str:
    move = _last_move(meeting)
    if form == OFF and meeting.cancelled is not None:
        was = f"原定于{moment(meeting.starts)}召开的" if meeting.starts else "原拟召开的"
        return f"{was}{name}，因{flat(meeting.cancelled.reason)}，现予取消。"
    if form == MOVED and move is not None:
        was, then = moment(move.was), moment(meeting.starts or move.now)
        return f"原定于{was}召开的{name}，因{flat(move.reason)}，改至{then}召开。现将有关事项重新通知如下："
    day = f"定于{moment(meeting.starts)}" if meeting.starts else "近期"
    return f"{_on_whose_word(meeting, now)}{day}召开{name}。现将有关事项通知如下："


def _on_whose_word(meeting: Meeting, now: Situation) -> str:
    """受召集人委托，由市发展改革局: where a special meeting is convened by another."""
    giver = meeting.delegated_by
    delegated = f"受联席会议{giver.post}委托，" if giver is not None else ""
    return f"{delegated}{_convener(meeting, now)}"


def _points(
    meeting: Meeting, page: Page, called: Invitee | None, now: Situation
) -> Iterator[tuple[str, tuple[str, ...]]]:
    if meeting.purpose:
        yield "会议内容", (f"{flat(meeting.purpose)}。",)
    yield "会议时间", (_time(meeting),)
    if meeting.mode != "现场":
        yield "会议方式", (f"{_MODES.get(meeting.mode, meeting.mode)}。",)
    if meeting.mode in ONSITE or meeting.venue or meeting.sites:
        site = f"{called.site}视频分会场" if called and called.site else place(meeting)
        yield "会议地点", (f"{site}。",)
    yield "会议主持", (f"{page.chair}。",)
    yield "会议议程", tuple(_agenda(page))
    yield "参会人员", tuple(_persons(called, now))
    papers = tuple(paper_line(paper) for paper in called.papers) if called else ()
    if papers:
        yield "会议材料", (f"请向{answered_to(meeting, now)}报送：{'；'.join(papers)}。",)
    yield "参会回执", (f"请填写所附回执，报{answered_to(meeting, now)}。",)


def _agenda(page: Page) -> Iterator[str]:
    """The items with their numbers; one alone has none."""
    if len(page.items) <= 1:
        yield f"{page.items[0].heading}。" if page.items else "尚未列入议题。"
    else:
        yield from (f"（{item.ordinal}）{item.heading}" for item in page.items)


def _time(meeting: Meeting) -> str:
    return f"{span(meeting.starts, meeting.ends) if meeting.starts else '另行通知'}。"


def _persons(called: Invitee | None, now: Situation) -> Iterator[str]:
    if called is None:
        yield "见附件《参会单位一览表》。"
    else:
        parts = "、".join(f"{part.item}（{part.role}）" for part in called.parts)
        yield f"{listed(called.seats)}{f'；涉及你单位的议程：{parts}' if parts else ''}。"
    substitutes = now.terms.settled("attendance", "substitutes")
    if substitutes is None:
        yield "因故不能参会的，请在回执中写明原因。"
    elif substitutes.value:
        yield f"因故不能参会的，请在回执中写明原因，可以派员代为出席（{substitutes.basis}）。"
    else:
        yield f"请本人出席，不能派员代替；因故不能参会的，请在回执中写明原因（{substitutes.basis}）。"


def paper_line(paper: Wanted) -> str:
    """第二项汇报材料（2026年9月23日前）."""
    if paper.received_on is not None:
        return f"{paper.item}汇报材料（已收到）"
    doubt = "，暂定" if paper.provisional else ""
    return f"{paper.item}汇报材料{f'（{full_date(paper.due)}前{doubt}）' if paper.due else ''}"
