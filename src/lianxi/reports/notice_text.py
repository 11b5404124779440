"""The sentences of a notice: what is late, what was said last, what was done, and the short message."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lianxi.reports.last_word import stuck
from lianxi.reports.office import office_word
from lianxi.reports.steps import act
from lianxi.reports.task_line import level_text
from lianxi.schema.deadline import STANDING
from lianxi.situation import Situation
from lianxi.status.citation import clause_of
from lianxi.status.task import STALE, TaskStanding
from lianxi.wording import bare, flat, full_date, listed, numeral, remark_of, shared_remark, short_date

_COUNTED = {2: "两", 3: "三", 4: "四"}


def sheet_opening(found: TaskStanding, now: Situation) -> str:
    """The first paragraph of a 督办通知单."""
    count = len(found.lead)
    you = "你单位" if count == 1 else f"你们{_COUNTED.get(count, numeral(count))}单位"
    return f"{_late(found, you, now)}{_said(found, now)}{_done(found, now)}现就有关事项通知如下："


def request_opening(found: TaskStanding, now: Situation) -> str:
    """The first paragraph of a 提请函, to an authority that the office looks up to."""
    late = _late(found, "贵单位", now).replace("已逾期", "已超过时限")
    return f"{late}{_said(found, now)}现提请贵单位予以支持："


def convener_opening(found: TaskStanding, now: Situation) -> str:
    """The one paragraph by which a matter is brought before the convener."""
    blocked = stuck(found)
    problem = f"存在问题：{blocked}。" if blocked else ""
    ladder = f"按照催办次序（依据：{now.terms.steps.basis}），" if now.terms.steps.value else ""
    return (
        f"{_late(found, listed(found.lead), now)}{_said(found, now)}{problem}{_done(found, now)}"
        f"{ladder}现提请召集人协调推动。妥否，请批示。"
    )


def _late(found: TaskStanding, who: str, now: Situation) -> str:
    clause, stage = clause_of(found.task, now), found.stage
    leading = "共同牵头" if len(found.lead) > 1 else "牵头"
    head = f"根据{clause}，" if clause else f"根据{office_word(now)}交办，"
    part = f"{_ordinal(found)}“{stage.title}”" if stage and stage.title else ""
    put_off = ""
    if stage and stage.extended and stage.original:
        put_off = f"（原定{full_date(stage.original)}，已延期{stage.extended}次）"
    matter = f"{head}由{who}{leading}的“{bare(found.task.title)}”事项，{part}"
    if found.due is None:
        return f"{matter}{'应当长期坚持' if found.task.due == STANDING else '完成时限待定'}。"
    until = short_date(now.today, found.due)
    late = f"，已逾期{found.late}天" if found.late else ""
    return f"{matter}应于{full_date(found.due)}前{put_off}完成，截至{until}尚未完成{late}。"


def _ordinal(found: TaskStanding) -> str:
    titles = [stage.title for stage in found.task.milestones]
    title = found.stage.title if found.stage else None
    return f"第{numeral(titles.index(title) + 1)}阶段" if title in titles else ""


def _said(found: TaskStanding, now: Situation) -> str:
    """据梅县区政府6月25日报告，…。 A completion that was returned since is told instead."""
    blocked, last = stuck(found), found.last_report
    if blocked.startswith("退办："):
        return f"所报办结材料已退办：{blocked.removeprefix('退办：')}。"
    if last is None:
        return "交办以来没有收到进展报告。"
    return f"据{last.by}{short_date(last.date, now.today)}报告，{flat(last.text)}。"


def _done(found: TaskStanding, now: Situation) -> str:
    """联席会议办公室已于7月2日提醒。 Only what was sent after the deadline, and before today."""
    due = found.due or now.today
    earlier = [entry for entry in found.task.notices if due < entry.date < now.today]
    steps = [f"{short_date(entry.date, now.today)}{act(entry.form)}" for entry in earlier]
    return f"{office_word(now)}已于{listed(steps)}。" if steps else ""


def message(tasks: Sequence[TaskStanding], to: Sequence[str], reply_by: date, now: Situation) -> str:
    """The 提醒短消息 to paste into a chat: one or several tasks of ``to``, in plain text."""
    you = "你单位" if len(to) == 1 else "你们共同"
    said = [_in_short(found, now) for found in tasks]
    if len(said) == 1:
        body = f"{you}牵头的{said[0]}。"
    else:
        body = (
            f"{you}牵头的{len(said)}项任务请抓紧办理："
            + "；".join(f"{number}．{text}" for number, text in enumerate(said, 1))
            + "。"
        )
    asked = f"请于{short_date(reply_by, now.today)}前反馈进展和预计完成时间。如已完成，请报送佐证材料。"
    remark = shared_remark(found.task.title for found in tasks)
    return f"【{office_word(now)}提醒】{listed(to)}：{body}{asked}（{full_date(now.today)}）{remark}"


def _in_short(found: TaskStanding, now: Situation) -> str:
    """“示例企业A项目供电接入”第一阶段（完成接入系统方案审定）时限为6月30日，已逾期2天."""
    stage = found.stage
    part = f"{_ordinal(found)}（{stage.title}）" if stage and stage.title else ""
    if found.task.due == STANDING:
        until = STANDING
    else:
        until = f"时限为{short_date(found.due, now.today)}" if found.due else "时限待定"
    state = level_text(found, now)
    if found.level == STALE:
        state = f"{state}，请抓紧报告"
    title = bare(found.task.title)
    return f"“{title}”{part}{until}{f'，{state}' if state else ''}"


def marked(form: str, title: str, *, draft: bool) -> str:
    """The heading of a paper: 提请函（代拟稿）（示例）."""
    return f"{form}{'（代拟稿）' if draft else ''}{remark_of(title)}"
