"""What the one who chairs says (主持词): opening, each item's call, closing; nothing that no record says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lianxi.reports.agenda import Item, Page
from lianxi.reports.materials import PROPOSED, Sheet
from lianxi.schema.meeting import SPEECH, Meeting
from lianxi.situation import Situation
from lianxi.status.sign_off import writes_minutes
from lianxi.wording import flat, listed, numeral, remark_of, titled

_CLOSING_SPEECH = "作总结讲话"
_REPORT = "通报"


@dataclass(frozen=True, slots=True)
class Script:
    """The words; each ``lines`` of ``items`` begins with the call."""

    title: str
    chair: str
    opening: tuple[str, ...]
    items: tuple[tuple[str, ...], ...]
    closing: tuple[str, ...]


def script(meeting: Meeting, page: Page, sheets: tuple[Sheet, ...], now: Situation) -> Script:
    """The words for ``meeting``, item by item as the agenda has them."""
    whole = meeting.title or f"{now.mechanism.name}{page.name}"
    asked = {
        sheet.ordinal: part.text for sheet in sheets for part in sheet.sections if part.heading == PROPOSED
    }
    last = "会议各项议程进行完毕。"
    minutes = "会议议定事项，以印发的会议纪要为准。" if writes_minutes(meeting, now) else ""
    return Script(
        titled(whole, "主持词"),
        page.chair,
        tuple(_opening(meeting, page, whole.removesuffix(remark_of(whole)))),
        tuple(tuple(_item(item, meeting, asked.get(item.ordinal, ""))) for item in page.items),
        (f"{last}{minutes}现在散会。",),
    )


def _opening(meeting: Meeting, page: Page, name: str) -> Iterator[str]:
    about = f"会议内容是{flat(meeting.purpose)}。" if meeting.purpose else ""
    yield f"现在召开{name}。{about}"
    if meeting.sites:
        hall = f"主会场设在{meeting.venue or meeting.place}，" if meeting.venue or meeting.place else ""
        yield f"会议{hall}{listed(meeting.sites)}设视频分会场。"
    if page.items:
        number = {"二": "两"}.get(ordinal := numeral(len(page.items)), ordinal)
        yield f"会议共有{number}项议程。"


def _item(item: Item, meeting: Meeting, asked: str) -> Iterator[str]:
    minutes = f"（{item.minutes}分钟）" if item.minutes else ""
    yield f"下面进行第{item.ordinal}项，{_call(item, meeting)}{minutes}。"
    others = [unit for unit in item.attending if unit != item.presenter]
    if others:
        yield f"请{listed(others)}发表意见。"
    if asked:
        yield f"提请会议议定：{asked}请各位研究。"


def _call(item: Item, meeting: Meeting) -> str:
    """请××汇报…; whoever chairs does not call upon himself."""
    written = next(entry for entry in meeting.agenda if entry.no == item.no)
    if item.category == SPEECH:
        if written.speaker is None:
            return f"请{written.presenter}发言" if written.presenter else item.heading
        chairs = {(chair.post, chair.unit) for chair in meeting.chair or ()}
        if (written.speaker.post, written.speaker.unit) in chairs:
            return f"由我{_CLOSING_SPEECH if item.heading.endswith(_CLOSING_SPEECH) else '讲话'}"
        return f"请{item.heading}"
    if item.presenter is None:
        return item.heading
    verb = _REPORT if item.heading.startswith(_REPORT) else "汇报"
    return f"请{item.presenter}{verb}{item.title.removeprefix(verb)}"
