"""What a meeting decided on one item, in sentences: 会议议定, 会议原则同意, 暂缓, 会议明确."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lianxi.reports.minutes.clauses import clause
from lianxi.reports.minutes.settled import Settled, sentence_of
from lianxi.schema.resolution import Deferred, Resolution, Votes
from lianxi.schema.task import Task
from lianxi.situation import Situation
from lianxi.status.citation import item_ordinal, meeting_name
from lianxi.status.correction import Marks
from lianxi.wording import flat, full_date, listed, numeral, remark_of

DECIDED, DEFERRED, REFUSED, UPWARD, HEARD = "议定", "暂缓", "不同意", "报请上级审定", "通报"
_VERBS = {"同意": "同意", "原则同意": "原则同意", "审议通过": "审议通过", "原则通过": "审议并原则通过"}
"""The outcomes that approve a matter as it was submitted, as the meeting says them."""
_SAID = (*_VERBS.values(), "原则通过", "通过", "不同意", "不予", "批准", "决定", "明确", "议定", "审议")
"""What a text may begin with that reads on after 会议."""
_TASK_FIELDS = ("lead", "support", "measure", "due", "due_text", "milestones")
_TEXT_FIELDS = ("title", "text", "outcome", "deferred", "votes", "supersedes")


@dataclass(frozen=True, slots=True)
class _Said:
    """What one decision says beside its tasks, without its full stop; ``joins`` a single task."""

    text: str
    mark: str
    joins: bool


def decision_paragraphs(
    decisions: list[Resolution], anew: list[Settled], now: Situation, marks: Marks
) -> tuple[str, list[str]]:
    """What follows in the item's paragraph, and the numbered paragraphs below it."""
    tasks = [task for entry in decisions for task in now.book.tasks_of_resolution(entry.id)]
    said = [each for entry in decisions if (each := _statement(entry, now, marks)) is not None]
    sentences = list(_old(anew, marks))
    if len(tasks) == 1:
        sentences += _with_task(said, tasks[0], decisions, marks)
        return "".join(sentences), []
    sentences += [f"{each.text}。{each.mark}" for each in said]
    sentences += _superseded(decisions, now)
    if not tasks:
        return "".join(sentences), []
    sentences.append(f"{_subject(decisions)}议定：")
    return "".join(sentences), [
        f"（{numeral(number)}）{clause(task)}。{marks.at(task.id, *_TASK_FIELDS)}"
        for number, task in enumerate(tasks, 1)
    ]


def _with_task(said: list[_Said], task: Task, decisions: list[Resolution], marks: Marks) -> Iterator[str]:
    """One task is no list: 会议议定，由…; 会议原则同意…，由…."""
    mark = marks.at(task.id, *_TASK_FIELDS)
    joined = said[-1] if said and said[-1].joins else None
    yield from (f"{each.text}。{each.mark}" for each in said if each is not joined)
    if joined is not None:
        yield f"{joined.text}，{clause(task)}。{joined.mark or mark}"
    else:
        yield f"{_subject(decisions)}议定，{clause(task)}。{mark}"


def _statement(entry: Resolution, now: Situation, marks: Marks) -> _Said | None:
    text, meeting = flat(entry.text) if entry.text else "", _voting(entry.votes)
    mark = marks.at(entry.id, *_TEXT_FIELDS)
    if entry.outcome == DEFERRED:
        return _Said(f"{meeting}议定，{_put_off(text, entry.deferred)}", mark, joins=False)
    if text.startswith("会议"):
        return _Said(text, mark, joins=True)
    if text.startswith(_SAID):
        return _Said(f"{meeting}{text}", mark, joins=True)
    title = entry.title.removesuffix(remark_of(entry.title))
    if entry.outcome in _VERBS:
        more = f"，{text}" if text else ""
        return _Said(f"{meeting}{_VERBS[entry.outcome]}{title}{more}", mark, joins=True)
    if entry.outcome == UPWARD and not text:
        return _Said(f"{meeting}议定，该事项按程序报{_authority(now)}审定", mark, joins=True)
    if entry.outcome == REFUSED and not text:
        return _Said(f"{meeting}不同意{title}", mark, joins=True)
    if not text:
        return None
    return _Said(f"{meeting}{'明确' if entry.outcome == HEARD else '议定'}，{text}", mark, joins=True)


def _put_off(text: str, deferred: Deferred | None) -> str:
    """该事项暂缓研究，由…补充…，条件成熟后再提交联席会议研究."""
    first = text or "该事项暂缓研究"
    if deferred is None:
        return first
    units = deferred.unit + (f"会同{listed(deferred.support)}" if deferred.support else "")
    by = f"于{full_date(deferred.bring_back_by)}前" if deferred.bring_back_by else ""
    return f"{first}，由{units}{flat(deferred.condition)}，条件成熟后{by}再提交联席会议研究"


def _voting(votes: Votes | None) -> str:
    """会议, and where there was a vote, how it went."""
    if votes is None:
        return "会议"
    return f"会议经表决（赞成{votes.for_}票、反对{votes.against}票、弃权{votes.abstain}票）"


def _subject(decisions: list[Resolution]) -> str:
    """Who decides the tasks: told with the vote where nothing else is said of it."""
    voted = [
        entry.votes for entry in decisions if entry.votes and entry.outcome == DECIDED and not entry.text
    ]
    return _voting(voted[0]) if len(voted) == 1 else "会议"


def _authority(now: Situation) -> str:
    named = now.terms.settled("decision", "deadlock_to")
    return str(named.value) if named else "上级"


def _old(anew: list[Settled], marks: Marks) -> Iterator[str]:
    if anew:
        mark = "".join(marks.at(each.task.id, "reassignments", "extensions", "title") for each in anew)
        yield f"会议明确，{'；'.join(sentence_of(each) for each in anew)}。{mark}"


def _superseded(decisions: list[Resolution], now: Situation) -> Iterator[str]:
    """第一次会议纪要（第1期）第二项相应内容以本纪要为准."""
    for entry in decisions:
        old = now.book.resolutions.get(entry.supersedes or "")
        meeting = now.book.meetings.get(old.meeting) if old else None
        if old is not None and meeting is not None:
            issue = f"（第{meeting.minutes.issue_no}期）" if meeting.minutes else ""
            where = f"{meeting_name(meeting, now)}纪要{issue}{item_ordinal(meeting, old.item, now)}"
            yield f"{where}相应内容以本纪要为准。"
