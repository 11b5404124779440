"""The opening of minutes: when and where, in which way, what for, and who chaired."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from lianxi.reports.agenda import chair_text, page
from lianxi.reports.minutes.attendance import ranked
from lianxi.schema.base import Post
from lianxi.schema.meeting import SPEECH, Attendance, Chair, Meeting
from lianxi.situation import Situation
from lianxi.status.assembly import PRESENT
from lianxi.status.citation import meeting_name
from lianxi.status.meeting import meeting_day
from lianxi.status.posts import is_one_of
from lianxi.wording import flat, full_date, listed, remark_of

_NOON, _EVENING = 12, 18
_WAYS = {"视频": "以视频方式", "现场+视频": "以现场和视频相结合的方式", "书面": "以书面方式"}
_PLACELESS = ("视频", "书面")
_END = "现将会议议定事项纪要如下："


def opening(meeting: Meeting, now: Situation) -> str:
    """The first paragraph, with the chairing formula that fits who was there."""
    chairs, heads = meeting.chair or (), _heads(meeting, now)
    name, when, where = f"{now.mechanism.name}{meeting_name(meeting, now)}", _when(meeting), _where(meeting)
    purpose = _purpose(meeting, now)
    alone = len(chairs) == 1 and all(_is(head, chairs[0]) for head in heads)
    if alone:
        chair = f"{_delegated(meeting, chairs[0])}{chair_text(chairs[0])}"
        return f"{when}，{chair}{where}主持召开{name}{purpose}。{_END}"
    said = "，".join([*_present(meeting, heads), *_chaired(meeting, chairs, heads)])
    return f"{when}，{name}{where}召开{purpose}。{said}{'。' if said else ''}{_END}"


def _when(meeting: Meeting) -> str:
    """2026年4月17日上午; 2026年4月17日至18日 where it went on."""
    day = meeting_day(meeting)
    assert day is not None  # noqa: S101 - it has been held
    starts, ends = meeting.starts, meeting.ends
    if ends is not None and ends.date() > day:
        last = ends.date()
        same = (last.year, last.month) == (day.year, day.month)
        return f"{full_date(day)}至{f'{last.day}日' if same else full_date(last)}"
    return f"{full_date(day)}{_half(starts) if starts and starts.date() == day else ''}"


def _half(start: datetime) -> str:
    if start.hour < _NOON:
        return "上午"
    return "下午" if start.hour < _EVENING else "晚上"


def _where(meeting: Meeting) -> str:
    """以现场和视频相结合的方式在梅州市."""
    way = _WAYS.get(meeting.mode, "")
    place = meeting.place if meeting.mode not in _PLACELESS else None
    return f"{way}在{place}" if place else way


def _purpose(meeting: Meeting, now: Situation) -> str:
    """As it was written; else what stood on the agenda."""
    if meeting.purpose:
        return f"，{flat(meeting.purpose)}"
    lines = (item for item in page(meeting, now).items if item.category != SPEECH)
    said = [item.heading.removesuffix(remark_of(item.heading)) for item in lines]
    return f"，{'，'.join(said)}" if said else ""


def _heads(meeting: Meeting, now: Situation) -> list[Attendance]:
    """Those present who hold a post that chairs: what the rules name, else what the chair holds."""
    term = now.terms.settled("chairing", "by")
    posts: Iterable[Post] = term.value if term else ()
    own = {chair.post for chair in meeting.chair or () if chair.post}
    return [
        row
        for row in ranked(meeting.attendance, now)
        if row.as_ == PRESENT and row.post and (is_one_of(row, posts, now) if posts else row.post in own)
    ]


def _is(head: Attendance, chair: Chair) -> bool:
    if head.person and chair.person:
        return head.person == chair.person
    return (head.post, head.unit) == (chair.post, chair.unit)


def _delegated(meeting: Meeting, chair: Chair) -> str:
    """受联席会议召集人委托，; with the person where the meeting's record names him."""
    by = chair.delegated_by or meeting.delegated_by
    if by is None:
        return ""
    row = next(
        (row for row in meeting.attendance if row.post == by.post and by.unit in {None, row.unit}), None
    )
    return f"受{_titled(row) if row else f'联席会议{by.post}'}委托，"


def _titled(row: Attendance) -> str:
    return f"联席会议{row.post}、{row.title or row.unit}{row.person}"


def _present(meeting: Meeting, heads: list[Attendance]) -> list[str]:
    """联席会议召集人、…甲，联席会议召集人、…乙出席会议并讲话."""
    if not heads:
        return []
    spoke = [row.person for row in heads if _spoke(row, meeting)]
    names = "，".join(_titled(row) for row in heads)
    if len(spoke) == len(heads):
        return [f"{names}出席会议并讲话"]
    return [f"{names}出席会议", *([f"{listed(spoke)}讲话"] if spoke else [])]


def _spoke(row: Attendance, meeting: Meeting) -> bool:
    speakers = [item.speaker for item in meeting.agenda if item.category == SPEECH and item.speaker]
    return any(
        who.person == row.person if who.person else (who.post, who.unit) == (row.post, row.unit)
        for who in speakers
    )


def _chaired(meeting: Meeting, chairs: tuple[Chair, ...], heads: list[Attendance]) -> list[str]:
    """会议由甲主持; by both together where there are two."""
    if not chairs:
        return []
    names = [_short(chair, heads) for chair in chairs]
    together = "共同" if len(chairs) > 1 else ""
    joint = "、" if all(any(_is(head, chair) for head in heads) for chair in chairs) else "，"
    return [f"{_delegated(meeting, chairs[0])}会议由{joint.join(names)}{together}主持"]


def _short(chair: Chair, heads: list[Attendance]) -> str:
    """The bare name of who was named as present just before."""
    named = any(_is(head, chair) for head in heads)
    return chair.person if named and chair.person else chair_text(chair)
