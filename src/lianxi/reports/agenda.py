"""What is on the agenda of a meeting: the one page that participants get."""

from __future__ import annotations

from dataclasses import dataclass

from lianxi.schema.meeting import SPEECH, AgendaItem, Chair, Meeting, Speaker
from lianxi.situation import Situation
from lianxi.status.citation import meeting_name
from lianxi.status.meeting import PLENARY, in_order
from lianxi.terms import CATEGORIES
from lianxi.wording import moment, numeral, titled

_VERBS = dict(zip(CATEGORIES, ("通报", "研究", "议定", "部署"), strict=True))
UNDECIDED = "待定"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the page; ``heading`` begins with the verb of its category."""

    ordinal: str
    no: int
    category: str
    title: str
    heading: str
    issue: str | None
    presenter: str | None
    attending: tuple[str, ...]
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Page:
    """The 议程."""

    meeting: str
    name: str
    title: str
    time: str
    place: str
    chair: str
    items: tuple[Item, ...]


def page(meeting: Meeting, now: Situation) -> Page:
    """The agenda of ``meeting``, its items in the order of the document's categories."""
    return Page(
        meeting.id,
        meeting_name(meeting, now),
        titled(meeting.title or f"{now.mechanism.name}{meeting_name(meeting, now)}", "议程"),
        moment(meeting.starts) if meeting.starts else UNDECIDED,
        place(meeting),
        "，".join(chair_text(chair) for chair in meeting.chair or ()) or UNDECIDED,
        tuple(_items(meeting, now)),
    )


def place(meeting: Meeting) -> str:
    """The hall, and where the branches of a video meeting sit."""
    hall = meeting.venue or meeting.place or UNDECIDED
    return f"{hall}；{'、'.join(meeting.sites)}设视频分会场" if meeting.sites else hall


def chair_text(holder: Chair | Speaker) -> str:
    """联席会议召集人、梅州市市长示例甲; persons only as the meeting's record names them."""
    post = f"联席会议{holder.post}" if holder.post else ""
    who = f"{holder.title or holder.unit or ''}{holder.person or ''}"
    return "、".join(part for part in (post, who) if part)


def _items(meeting: Meeting, now: Situation) -> list[Item]:
    order = in_order(now, meeting)
    return [
        _item(item, numeral(index + 1), meeting, now, last=index + 1 == len(order))
        for index, item in enumerate(order)
    ]


def _item(item: AgendaItem, ordinal: str, meeting: Meeting, now: Situation, *, last: bool) -> Item:
    title = item_title(item, now)
    if item.category == SPEECH:
        heading = _speech(item, meeting, closing=last) if item.speaker else title
    else:
        verb = _VERBS.get(item.category, "")
        heading = title if title.startswith(verb) else f"{verb}{title}"
    return Item(
        ordinal,
        item.no,
        item.category,
        title,
        heading,
        item.issue,
        item.presenter if item.category != SPEECH else None,
        item.attending,
        item.allotted,
    )


def item_title(item: AgendaItem, now: Situation) -> str:
    """Its own title, else that of its issue, else of what it is about."""
    if item.title:
        return item.title
    if item.issue:
        issue = now.book.issues.get(item.issue)
        return issue.title if issue else f"{item.issue}（该议题记录未能读入）"
    for id_ in item.about:
        record = now.book.tasks.get(id_) or now.book.resolutions.get(id_)
        if record is not None:
            more = f"等{len(item.about)}项" if len(item.about) > 1 else ""
            return f"{record.title}{more}"
    return item.category


def _speech(item: AgendaItem, meeting: Meeting, *, closing: bool) -> str:
    speaker = item.speaker
    assert speaker is not None  # noqa: S101 - asked for only where there is one
    chairs = {(chair.post, chair.unit) for chair in meeting.chair or ()}
    word = "作总结讲话" if closing and (speaker.post, speaker.unit) in chairs else "讲话"
    return f"{chair_text(speaker)}{word}"


def wants_progress(meeting: Meeting, now: Situation) -> bool:
    """Whether 附件1 belongs to it: a plenary, or any meeting that hears a report on progress."""
    first = now.terms.agenda_categories.value[0]
    return meeting.kind == PLENARY or any(item.category == first for item in meeting.agenda)
