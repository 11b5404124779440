"""What a merge changes in meetings: planned, announced, put off, cancelled, held, and what they decided."""

from __future__ import annotations

from collections.abc import Iterator

from lianxi.reports.agenda import item_title
from lianxi.reports.plan.change import Change, Kind
from lianxi.reports.plan.sides import Sides
from lianxi.schema.labels import label_at
from lianxi.schema.meeting import AgendaItem, Meeting
from lianxi.schema.resolution import Resolution
from lianxi.situation import Situation
from lianxi.status.citation import meeting_name
from lianxi.status.meeting import OPEN, issued_on, meeting_status
from lianxi.wording import bare, listed, moment

CALLED = Kind("新增会议", "新增会议{}次")
LOST = Kind("删去会议", "删去会议{}次")
NOTIFIED = Kind("会议通知", "发出{}次会议的通知", alone=True)
PUT_OFF = Kind("改期", "{}次会议改期", alone=True)
CANCELLED = Kind("取消会议", "{}次会议取消", alone=True)
ARRANGED = Kind("会议安排", "会议安排改动{}处", alone=True)
AGENDA = Kind("议程", "会议议程改动{}处", alone=True)
ANSWERED = Kind("回执和材料", "收到回执、汇报材料{}份", alone=True)
HELD = Kind("召开", "{}次会议已召开", alone=True)
DECIDED = Kind("议定事项", "新增议定事项{}项")
REWORDED = Kind("改议定事项", "{}项议定事项改动", alone=True)
UNDECIDED = Kind("删去议定事项", "删去议定事项{}项")
KINDS = (
    *(CALLED, LOST, NOTIFIED, PUT_OFF, CANCELLED, ARRANGED, AGENDA, ANSWERED, HELD),
    *(DECIDED, REWORDED, UNDECIDED),
)
_ARRANGED = ("ends", "place", "venue", "sites", "mode", "chair", "purpose")
_ITEM = (
    *("category", "title", "issue", "about", "presenter", "speaker", "attending", "allotted", "proposed"),
    "judgement",
)


def meeting_changes(sides: Sides) -> Iterator[Change]:
    """What becomes of every meeting, and of what it decided."""
    for was, now in sides.meetings:
        if now is None:
            if was is not None and meeting_status(was) != "取消":
                yield Change(LOST, was.id, meeting_name(was, sides.before))
        else:
            yield from _of_meeting(was, now, sides.after)
    yield from _decisions(sides)


def _of_meeting(was: Meeting | None, now: Meeting, after: Situation) -> Iterator[Change]:
    if was is None:
        yield _called(now, after)
    else:
        yield from _arranged(was, now, after)
    yield from _steps(was, now, after)


def _called(now: Meeting, after: Situation) -> Change:
    when = moment(now.starts) if now.starts else "时间待定"
    where = f"，{now.place}" if now.place else ""
    return Change(CALLED, now.id, f"{meeting_name(now, after)}（{when}{where}）")


def _steps(was: Meeting | None, now: Meeting, after: Situation) -> Iterator[Change]:
    """What has been done that had not been."""
    name = meeting_name(now, after)
    if now.notified_on is not None and (was is None or was.notified_on is None):
        yield Change(NOTIFIED, now.id, f"发出{name}的通知")
    if now.agenda_approval is not None and (was is None or was.agenda_approval is None):
        yield Change(AGENDA, now.id, f"{name}的议程已审定")
    if now.cancelled is not None and (was is None or was.cancelled is None):
        yield Change(CANCELLED, now.id, f"{name}取消")
    if now.held_on is not None and (was is None or was.held_on is None):
        yield Change(HELD, now.id, f"{name}已召开")
    for receipt in now.receipts:
        if was is None or receipt not in was.receipts:
            said = "参会" if receipt.attends else "不能参会"
            yield Change(ANSWERED, now.id, f"{receipt.unit}回执，{said}{name}")
    known = set(_received(was)) if was is not None else set()
    for by, no in _received(now):
        if (by, no) not in known:
            yield Change(ANSWERED, now.id, f"收到{by}给{name}的汇报材料")


def _received(meeting: Meeting) -> list[tuple[str, int]]:
    return [(paper.by, item.no) for item in meeting.agenda for paper in item.papers if paper.received_on]


def _arranged(was: Meeting, now: Meeting, after: Situation) -> Iterator[Change]:
    name = meeting_name(now, after)
    if was.starts != now.starts and now.starts is not None:
        moved = len(now.postponements) > len(was.postponements)
        old = moment(was.starts) if was.starts else "时间待定"
        kind, verb = (PUT_OFF, "改至") if moved else (ARRANGED, "改为")
        yield Change(kind, now.id, f"{name}由{old}{verb}{moment(now.starts)}")
    if meeting_status(was) in OPEN and meeting_status(now) in OPEN:
        keys = [key for key in _ARRANGED if getattr(was, key) != getattr(now, key)]
        if keys and was.starts == now.starts:
            yield Change(ARRANGED, now.id, f"{name}改了{listed(label_at((key,)) for key in keys)}")
    if issued_on(now) is None:
        yield from _agenda(was, now, name, after)


def _agenda(was: Meeting, now: Meeting, name: str, after: Situation) -> Iterator[Change]:
    """Items are known again by their number."""
    known = {item.no: item for item in was.agenda}
    new = [item for item in now.agenda if item.no not in known]
    if new:
        yield Change(AGENDA, now.id, f"{name}的议程增加{_titles(new, after)}")
    for item in now.agenda:
        old = known.pop(item.no, None)
        keys = [key for key in _ITEM if old is not None and getattr(old, key) != getattr(item, key)]
        if keys:
            labels = listed(label_at((key,)) for key in keys)
            yield Change(AGENDA, now.id, f"{name}议程里的{_titles([item], after)}改了{labels}")
    if known:
        yield Change(AGENDA, now.id, f"{name}的议程去掉{_titles(list(known.values()), after)}")


def _titles(items: list[AgendaItem], after: Situation) -> str:
    shown = listed(f"“{bare(item_title(item, after))}”" for item in items[:3])
    return f"{shown}等{len(items)}项" if len(items) > 3 else shown  # noqa: PLR2004 - as many as are shown


def _decisions(sides: Sides) -> Iterator[Change]:
    for was, now in sides.resolutions:
        if was is None and now is not None:
            yield Change(DECIDED, now.id, f"{bare(now.title)}（{now.outcome}）")
        elif now is None and was is not None:
            yield Change(UNDECIDED, was.id, bare(was.title))
        elif was is not None and now is not None and was != now:
            yield Change(REWORDED, now.id, f"议定事项“{bare(now.title)}”改了{_labels(was, now)}")


def _labels(was: Resolution, now: Resolution) -> str:
    keys = (key for key in type(now).model_fields if getattr(was, key) != getattr(now, key))
    return listed(label_at((key,)) for key in keys)
