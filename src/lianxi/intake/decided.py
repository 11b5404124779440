"""任务分解表 and ledgers of past years → decisions and tasks of one meeting, for the first load."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from lianxi.intake import values
from lianxi.intake.above import day_above, made_on
from lianxi.intake.proposal import NEW, RECORDED, REFUSED, Draft, Line
from lianxi.intake.row_reader import Intake, RowReader
from lianxi.intake.screening import safe, screened
from lianxi.intake.table import Table
from lianxi.near import folded
from lianxi.numerals import number_in
from lianxi.reports.agenda import item_title
from lianxi.reports.resolving import SETTLED, report_interval, short_title
from lianxi.schema.base import EvidenceItem, Note
from lianxi.schema.deadline import STANDING
from lianxi.schema.kinds import RESOLUTION, TASK
from lianxi.schema.meeting import SPEECH, AgendaItem, Meeting
from lianxi.schema.resolution import DECIDED
from lianxi.schema.task import Completion, Report
from lianxi.situation import Situation
from lianxi.status.meeting import issued_on
from lianxi.wording import flat, remark_of

_DONE = re.compile(r"已?(?:办结|完成|销号)|是")
_BOTH = re.compile(r"由?(.+?)(?:牵头|负责)[，,；;。]?\s*(.+?)(?:配合|协办|参与)[。]?")
_LONGEST = 60
_NONE = ("/", "-", "—", "无")
_NOTED = (("session", "会议"), ("status", "状态"), ("id", "原编号"))
"""What has no field of its own."""


@dataclass
class _Load:
    """The meeting whose decisions are loaded; ``drafted`` are its new decisions by item and title."""

    meeting: Meeting
    intake: Intake
    drafted: dict[tuple[int, str], Draft] = field(default_factory=dict)
    seen: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def items(self) -> list[AgendaItem]:
        """The items that decide something."""
        return [each for each in self.meeting.agenda if each.category != SPEECH]

    @property
    def year(self) -> int:
        """The year it was held in, by which its decisions are numbered."""
        return (self.meeting.held_on or self.intake.reading.now.today).year


def tasks_in(tables: Iterable[Table], intake: Intake, meeting: Meeting) -> Iterator[Line]:
    """A line for each row."""
    load = _Load(meeting, intake)
    reading = replace(intake.reading, year=load.year)
    for table in tables:
        for row in table.rows:
            yield _line(RowReader(row, table, reading, intake), load)


def _line(reader: RowReader, load: _Load) -> Line:
    row, sheet, item = reader.row, reader.table.sheet.name, None
    reader.refused += screened(row, reader.table)
    if not reader.refused:
        item = _item(reader, load)
        _read(reader, load)
    named = reader.values.get("title") or row.text("title") or row.text("decision") or row.text("measure")
    title = safe(named)
    if reader.refused or item is None:
        return Line(sheet, row.number, REFUSED, title, refused=tuple(reader.refused))
    known = _known(reader, load)
    if known is not None:
        return Line(sheet, row.number, RECORDED, title, known)
    key = (folded(reader.values["title"]), folded(reader.values["measure"]))
    if key in load.seen:
        told = (f"同这个文件{load.seen[key]}是同一项任务，只收一次",)
        return Line(sheet, row.number, RECORDED, title, told=told)
    load.seen[key] = reader.where
    draft = _draft(reader, load, item)
    return Line(sheet, row.number, NEW, title, told=tuple(reader.told), draft=draft)


def _item(reader: RowReader, load: _Load) -> AgendaItem | None:
    """The item of the agenda that a row belongs to: by its number, its title, or because there is but one."""
    now, items = reader.reading.now, load.items
    said = reader.row.text("item")
    given = load.intake.given.get("item")
    number = number_in(said) if said else int(given) if given else None
    if number is not None:
        found = next((each for each in items if each.no == number), None)
        if found is None:
            reader.refuse("item", f"{load.meeting.id} 的议程没有第{number}项；议程：{_agenda(items, now)}")
        return found
    text = folded(reader.row.text("decision"))
    titled = [each for each in items if text and _is_about(text, folded(item_title(each, now)))]
    if len(titled) == 1:
        return titled[0]
    if len(items) == 1:
        return items[0]
    if not items:
        reader.refuse(
            "item", f"{load.meeting.id} 的记录没有议程，不知道是哪一项议题；先在会议记录里写 agenda"
        )
    else:
        reader.refuse(
            "item",
            f"不知道是哪一项议题：表里加“议题序号”一栏，或者加 --item 序号；议程：{_agenda(items, now)}",
        )
    return None


def _is_about(text: str, title: str) -> bool:
    bare = title.removesuffix(folded(remark_of(title)))
    return text == title or bare in text or text in title


def _agenda(items: list[AgendaItem], now: Situation) -> str:
    return "；".join(f"{each.no} {safe(item_title(each, now))}" for each in items[:8])


def _read(reader: RowReader, load: _Load) -> None:
    row, read = reader.row, reader.values
    lead, support = _units(reader, load.meeting.held_on)
    due = reader.take("due", lambda cell: values.due(cell, reader.reading))
    if not row.text("due"):
        reader.refuse("due", "没有写完成时限；长期的写 长期坚持")
    if reader.refused or lead is None or due is None:
        return
    _name(reader)
    read["lead"] = lead[0] if len(lead) == 1 else lead
    helping = [each for each in support if each not in lead]
    if helping:
        read["support"] = helping
    for key in ("result", "leader", "owner"):
        if row.text(key):
            read[key] = flat(row.text(key))
    read |= due
    if due["due"] == STANDING:
        read["report_every"] = report_interval(reader.reading.now)
        reader.told.append("长期坚持的，多久报告一次先按约定或者每季度，不合适的请改")
    _history(reader, lead[0])


def _units(reader: RowReader, on: date | None) -> tuple[list[str] | None, list[str]]:
    """Who leads and who helps, in two cells or in one: 由市甲局牵头，市乙局配合."""
    row, reading = reader.row, reader.reading
    lead, support = row.text("lead"), row.text("support")
    both = _BOTH.fullmatch(lead) if not support else None
    if both:
        lead, support = both[1], both[2]
    if not lead:
        reader.refuse("lead", "没有写牵头单位")
    leads = reader.take("lead", lambda _: values.units(lead, on, reading))
    if not support or support in _NONE:
        return leads, []
    key = "lead" if both else "support"
    return leads, reader.take(key, lambda _: values.units(support, on, reading, group=True)) or []


def _name(reader: RowReader) -> None:
    """Title and measure; a name too long for a title stays before the measure, so that nothing is lost."""
    row, read = reader.row, reader.values
    measure = flat(row.text("measure") or row.text("title") or row.text("decision"))
    named = row.text("title") or (row.text("decision") if row.text("measure") else "")
    name = flat(named) if named else measure
    read["title"] = name if named and len(name) <= _LONGEST else short_title(name, "")
    read["measure"] = measure if read["title"] == name or name == measure else f"{name}：{measure}"


def _history(reader: RowReader, lead: str) -> None:
    """What a ledger tells of the years since: the last report, and when it was done."""
    row, read = reader.row, reader.values
    on = reader.take("date", lambda cell: values.day(cell, reader.reading))
    on = on or made_on(reader.table) or day_above(reader.table) or reader.intake.day
    done_on = reader.take("done_on", lambda cell: values.day(cell, reader.reading))
    day, progress = on or done_on, row.text("progress")
    if progress and day is None:
        reader.refuse("progress", "有进展情况，没有日期；表里加“填报日期”一栏，或者加 --date 日期")
    elif progress and day is not None:
        rest = [row.text(key) or None for key in ("obstacles", "next_step")]
        report = Report.model_construct(
            date=day, by=lead, text=progress, obstacles=rest[0], next_step=rest[1]
        )
        read["reports"] = [report]
    if done_on is not None:
        name = row.text("evidence")
        proof = EvidenceItem.model_construct(name=name, kept_by=None) if name else None
        read["completions"] = [Completion.model_construct(reported_on=done_on, by=lead, evidence=proof)]
        reader.told.append("办结了的还要销号：lianxi confirm 编号")
    elif _DONE.match(row.text("status")):
        state = safe(row.text("status"))
        reader.told.append(f"状态是“{state}”，没有办结日期，记在备注里；办结的用 lianxi complete 补报")


def _known(reader: RowReader, load: _Load) -> str | None:
    """The task of this meeting that has the same title or measure."""
    title, measure = folded(reader.values["title"]), folded(reader.values["measure"])
    for decision in load.intake.book.resolutions_of_meeting(load.meeting.id):
        for task in load.intake.book.tasks_of_resolution(decision.id):
            if folded(task.title) == title or folded(flat(task.measure)) == measure:
                return task.id
    return None


def _draft(reader: RowReader, load: _Load, item: AgendaItem) -> Draft:
    """The task, with its decision before it where that is not recorded."""
    row, now = reader.row, reader.reading.now
    decided = row.text("decision")
    has_own = bool(decided and row.text("title"))
    title = flat(decided) if has_own and len(decided) <= _LONGEST else item_title(item, now)
    _note(reader, "" if not has_own or title == flat(decided) else decided)
    recorded = [
        each for each in load.intake.book.resolutions_of_meeting(load.meeting.id) if each.item == item.no
    ]
    recorded = [each for each in recorded if each.outcome in DECIDED]
    same = [each for each in recorded if folded(each.title) == folded(title)] or recorded[:1]
    if same:
        return Draft(TASK, load.year, {"resolution": same[0].id, **reader.values}, reader.addresses)
    key = (item.no, folded(title))
    if key not in load.drafted:
        decision = {"meeting": load.meeting.id, "item": item.no, "title": title, "outcome": SETTLED}
        if item.issue:
            decision["issues"] = [item.issue]
        load.drafted[key] = Draft(RESOLUTION, load.year, decision, {"title": reader.address("decision")})
    return Draft(TASK, load.year, reader.values, reader.addresses, load.drafted[key], "resolution")


def _note(reader: RowReader, decided: str) -> None:
    row = reader.row
    parts = [f"议定事项：{decided}"] if decided else []
    parts += [f"{name}：{row.text(key)}" for key, name in _NOTED if row.text(key)]
    if not row.text("progress"):
        loose = (("obstacles", "存在问题"), ("next_step", "下一步措施"))
        parts += [f"{name}：{row.text(key)}" for key, name in loose if row.text(key)]
    if row.text("evidence") and "completions" not in reader.values:
        parts.append(f"佐证材料：{row.text('evidence')}")
    text = "\n".join([*parts, *reader.extras, reader.origin])
    reader.values["notes"] = [Note.model_construct(date=reader.reading.now.today, text=text)]


def not_issued(meeting: Meeting) -> str:
    """What has to be known where tasks are not in force before their minutes are issued."""
    if issued_on(meeting) is not None:
        return ""
    return f"{meeting.id} 的纪要没有印发日期，任务算未交办；印发过的，在会议记录的 minutes 里写 issued_on"
