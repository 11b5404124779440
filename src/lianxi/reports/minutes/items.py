"""One item of the agenda as minutes have it: 听取, 认为, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass

from lianxi.reports.agenda import item_title
from lianxi.reports.minutes.decisions import decision_paragraphs
from lianxi.reports.minutes.settled import Settled
from lianxi.schema.meeting import SPEECH, AgendaItem, Meeting
from lianxi.situation import Situation
from lianxi.status.correction import Marks
from lianxi.status.meeting import in_order
from lianxi.wording import numeral, remark_of, sentence

WRITTEN = "书面"
_REPORTED = "通报"


@dataclass(frozen=True, slots=True)
class Item:
    """One numbered part of the minutes; ``decided`` tells whether anything was."""

    ordinal: str
    no: int
    heading: str
    paragraphs: tuple[str, ...]
    decided: bool


def items(meeting: Meeting, anew: list[Settled], now: Situation, marks: Marks) -> tuple[Item, ...]:
    """The items in the order of the agenda; speeches are no business of minutes."""
    order = [item for item in in_order(now, meeting) if item.category != SPEECH]
    paper = _Paper(meeting, anew, now, marks)
    return tuple(paper.item(item, numeral(place)) for place, item in enumerate(order, 1))


@dataclass(frozen=True, slots=True)
class _Paper:
    """What every item of one meeting is told by."""

    meeting: Meeting
    anew: list[Settled]
    now: Situation
    marks: Marks

    def item(self, item: AgendaItem, ordinal: str) -> Item:
        """The item as the minutes have it."""
        entries = self.now.book.resolutions_of_meeting(self.meeting.id)
        decisions = [entry for entry in entries if entry.item == item.no]
        older = [each for each in self.anew if each.item == item.no]
        title = _title(item, [entry.title for entry in decisions], self.now)
        rest, numbered = decision_paragraphs(decisions, older, self.now, self.marks)
        first = _heard(item, title, self.meeting) + spoken("会议认为", item.judgement) + rest
        heading = title if title.startswith("关于") else f"关于{title}"
        heading += self.marks.at(item.issue or "", "title")
        paragraphs = tuple(each for each in (first, *numbered) if each)
        return Item(ordinal, item.no, heading, paragraphs, bool(decisions or older))


def _title(item: AgendaItem, decided: list[str], now: Situation) -> str:
    """That of the item, else of its issue; of the decision where the issue cannot be read."""
    lost = item.issue is not None and item.title is None and item.issue not in now.book.issues
    return decided[0] if lost and decided else item_title(item, now)


def _heard(item: AgendaItem, title: str, meeting: Meeting) -> str:
    if item.presenter is None:
        return ""
    if meeting.mode == WRITTEN:
        return f"会议书面审议了{item.presenter}提交的材料。"
    if _REPORTED in item.category:
        about = title.removesuffix(remark_of(title)).removeprefix("关于").removeprefix(_REPORTED)
        return f"会议听取了{item.presenter}关于{about}的通报。"
    return f"会议听取了{item.presenter}的汇报。"


def spoken(head: str, text: str | None) -> str:
    """会议认为，…。: a text that was written with its 会议… keeps it."""
    if text is None:
        return ""
    said = sentence(text)
    return said if said.startswith("会议") else f"{head}，{said}"
