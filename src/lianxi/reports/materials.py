"""What a meeting must know of each item it is to decide (附件2 议题材料)."""

from __future__ import annotations

from dataclasses import dataclass

from lianxi.reports.agenda import item_title
from lianxi.schema.issue import Consultation, Issue
from lianxi.schema.meeting import SPEECH, AgendaItem, Meeting
from lianxi.situation import Situation
from lianxi.status.decision import proposed_text
from lianxi.status.issue import IssueStanding, issue_standing
from lianxi.status.meeting import LIAISON, in_order
from lianxi.wording import flat, numeral, sentence, short_date

PROPOSED = "提请会议议定事项"


@dataclass(frozen=True, slots=True)
class Section:
    """One numbered part of a sheet."""

    ordinal: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The material of one item."""

    ordinal: str
    issue: str | None
    title: str
    sections: tuple[Section, ...]


def materials(meeting: Meeting, now: Situation) -> tuple[Sheet, ...]:
    """A sheet for each item that rests on an issue or asks for a decision."""
    sheets = []
    for index, item in enumerate(in_order(now, meeting)):
        issue = now.book.issues.get(item.issue or "")
        if item.category == SPEECH or (issue is None and not item.proposed):
            continue
        parts = _parts(issue, item, meeting, now)
        sections = (Section(numeral(n + 1), heading, text) for n, (heading, text) in enumerate(parts))
        sheets.append(Sheet(numeral(index + 1), item.issue, item_title(item, now), tuple(sections)))
    return tuple(sheets)


def _parts(issue: Issue | None, item: AgendaItem, meeting: Meeting, now: Situation) -> list[tuple[str, str]]:
    parts: list[tuple[str, str]] = []
    if issue is not None:
        found = issue_standing(issue, now)
        parts.append(("基本情况", _situation(found, meeting, now)))
        parts.append(("请求事项", sentence(issue.request)))
        said = since_deferral(found)
        divisions = [entry for entry in said if entry.division]
        parts.append((f"{_parent(divisions, now)}有关处室意见", _opinions(divisions, now)))
        parts.append(("有关单位意见", _opinions([entry for entry in said if entry.unit], now)))
        parts.append(("初步解决方案", sentence(issue.plan) if issue.plan else "尚未提出。"))
    parts.append((PROPOSED, _proposed(item, meeting)))
    return [(heading, text) for heading, text in parts if text]


def _situation(found: IssueStanding, meeting: Meeting, now: Situation) -> str:
    issue = found.issue
    text = sentence(issue.situation)
    text += f"{short_date(issue.collected_on, now.today)}由{issue.raised_by}提出。"
    for other in now.book.issues.values():
        if other.exit is not None and other.exit.as_ == "并入" and other.exit.into == issue.id:
            text += f"{other.raised_by}另反映“{other.title}”，已合并研究。"
    times = len(found.discussed) + 1
    if times > 1 and meeting.kind != LIAISON and "次上会" not in issue.situation:
        text += f"本次为第{times}次上会。"
    return text


def since_deferral(found: IssueStanding) -> list[Consultation]:
    """The answers that count: after a 暂缓, only those that came later."""
    since = found.deferred_at.held_on if found.deferred_at else None
    answered = [entry for entry in found.issue.consultations if entry.date]
    return [entry for entry in answered if since is None or (entry.date and entry.date > since)]


def _parent(divisions: list[Consultation], now: Situation) -> str:
    """The authority all these divisions belong to, where it is one."""
    named = {entry.division for entry in divisions}
    parents = {unit.parent for unit in now.mechanism.units if unit.name in named}
    return (parents.pop() or "") if len(parents) == 1 else ""


def _opinions(entries: list[Consultation], now: Situation) -> str:
    return "".join(_opinion(entry, now) for entry in entries)


def _opinion(entry: Consultation, now: Situation) -> str:
    when = short_date(entry.date, now.today) if entry.date else ""
    notes = "，".join(part for part in (when, entry.form or "") if part)
    said = entry.opinion or entry.view or "已答复"
    view = f"（{entry.view}）" if entry.opinion and entry.view not in {None, "同意"} else ""
    return f"{entry.division or entry.unit}（{notes}）：{flat(said)}{view}。"


def _proposed(item: AgendaItem, meeting: Meeting) -> str:
    year = meeting.starts.year if meeting.starts else None
    asked = (proposed_text(entry, year) for entry in item.proposed)
    texts = [f"{text}。" for text in asked if text]
    if len(texts) <= 1:
        return "".join(texts)
    return "".join(f"（{numeral(index + 1)}）{text}" for index, text in enumerate(texts))
