"""What happened to an issue: collected, merged, sorted, consulted, planned, decided on, answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lianxi.obligations import post_name
from lianxi.reports.history.event import Event
from lianxi.reports.history.of_resolution import DECISION, decision_events
from lianxi.schema.base import Post
from lianxi.schema.issue import Consultation, Issue
from lianxi.situation import Situation
from lianxi.status.citation import item_ordinal, meeting_name
from lianxi.status.meeting import LIAISON
from lianxi.wording import flat

COLLECTED, SORTED, MERGED, CONSULTED = "收集", "梳理", "并入", "对接"
PLANNED, INSTRUCTED, LEFT, SETTLED, ANSWERED = "初步解决方案", "批示", "退出", "办结", "反馈"
_REPLIES = {"书面": "书面回复", "电话": "电话回复", "座谈": "座谈时提出"}
_DIVISIONS = "处室"


def issue_events(issue: Issue, now: Situation) -> Iterator[Event]:
    """What its own record and the meetings that had it say, without its tasks."""
    yield from collected(issue)
    yield from sorted_out(issue)
    yield from merged(issue, now)
    yield from consulted(issue, issue.consultations, now)
    yield from planned(issue)
    yield from _instructed(issue)
    yield from decided(issue, now)
    yield from _ended(issue, now)


def collected(issue: Issue) -> Iterator[Event]:
    """Who raised it, and who collected it."""
    by = issue.raised_by
    who = f"，由{issue.collected_by}收集" if issue.collected_by != by else ""
    yield Event(issue.collected_on, issue.id, COLLECTED, "提出", by, who, brief=f"{by}提出")


def sorted_out(issue: Issue) -> Iterator[Event]:
    """That it was sorted; nobody notes by whom."""
    if issue.sorted_on is not None:
        yield Event(issue.sorted_on, issue.id, SORTED, "完成梳理汇总")


def merged(issue: Issue, now: Situation) -> Iterator[Event]:
    """The others that were merged into it."""
    for other in now.book.issues_left_into(issue.id):
        if other.exit is not None and other.exit.as_ == MERGED:
            said = f"反映的“{other.title}”并入本事项：{flat(other.exit.reason)}"
            yield Event(other.exit.date, other.id, MERGED, said, other.raised_by, brief="与同类事项合并")


def consulted(
    issue: Issue, entries: Iterable[Consultation], now: Situation, *, reader: str | None = None
) -> Iterator[Event]:
    """What was asked of divisions and units, and what they answered.

    To a ``reader`` who was asked itself a chain does not spell out its name.
    """
    for entry in entries:
        name = entry.division or entry.unit or ""
        called = called_by(name, now) if name == reader else name
        if entry.asked_on is not None:
            verb = f"去函{'' if name == reader else name}对接" if entry.division else f"征求{name}意见"
            told = f"向{name}去函对接" if entry.division else f"征求{name}意见"
            yield Event(entry.asked_on, issue.id, CONSULTED, told, brief=verb)
        if entry.date is not None:
            yield Event(
                entry.date,
                issue.id,
                CONSULTED,
                f"{reply_verb(entry)}{_opinion(entry)}",
                name,
                brief=f"{called}{'回复' if entry.asked_on else '出具意见'}",
            )


def called_by(name: str, now: Situation) -> str:
    """处室 for a division that is one, to whoever knows which is meant; else its name."""
    unit = now.units.get(now.present(name))
    return _DIVISIONS if unit is not None and unit.kind.endswith(_DIVISIONS) else name


def reply_verb(entry: Consultation) -> str:
    """书面回复, 座谈时提出; 出具意见 of what nobody is known to have asked for."""
    default = "回复" if entry.asked_on else "出具意见"
    return _REPLIES.get(entry.form or "", default)


def _opinion(entry: Consultation) -> str:
    view = f"（{entry.view}）" if entry.view else ""
    return f"{view}：{flat(entry.opinion)}" if entry.opinion else view


def planned(issue: Issue) -> Iterator[Event]:
    """When somebody proposed how to solve it."""
    if issue.plan_on is not None:
        by = issue.plan_by or ""
        yield Event(issue.plan_on, issue.id, PLANNED, "形成初步解决方案", by, brief="形成初步解决方案")


def decided(issue: Issue, now: Situation) -> Iterator[Event]:
    """What the meetings made of it that have had it on their agenda."""
    decisions = now.book.resolutions_of_issue(issue.id)
    for meeting in now.book.meetings_of_issue(issue.id):
        mine = [entry for entry in decisions if entry.meeting == meeting.id]
        if meeting.held_on is not None and not mine:
            name = meeting_name(meeting, now)
            no = next(item.no for item in meeting.agenda if item.issue == issue.id)
            said = f"{name}{item_ordinal(meeting, no, now)}研究"
            brief = "" if meeting.kind == LIAISON else f"{name}研究"
            yield Event(meeting.held_on, meeting.id, DECISION, said, brief=brief)
    for entry in decisions:
        yield from decision_events(entry, now)


def _instructed(issue: Issue) -> Iterator[Event]:
    for entry in issue.instructions:
        by = post_name(Post(post=entry.post, unit=entry.unit))
        yield Event(entry.date, issue.id, INSTRUCTED, f"批示：{flat(entry.text)}", by, internal=True)


def _ended(issue: Issue, now: Situation) -> Iterator[Event]:
    if issue.exit is not None:
        into = now.book.issues.get(issue.exit.into or "")
        where = f"“{into.title}”" if into else issue.exit.to or ""
        said = f"{issue.exit.as_}{where}：{flat(issue.exit.reason)}"
        yield Event(issue.exit.date, issue.id, LEFT, said, brief=issue.exit.as_)
    if issue.settled is not None:
        said = f"直接办结：{flat(issue.settled.text)}"
        yield Event(issue.settled.date, issue.id, SETTLED, said, issue.settled.by, brief="直接办结")
    if issue.feedback is not None:
        words = f"：{flat(issue.feedback.text)}" if issue.feedback.text else ""
        said = f"提出方反馈{issue.feedback.satisfaction}"
        yield Event(issue.feedback.date, issue.id, ANSWERED, said, more=words, brief=said)
