"""A list that was sent out, filled in and sent back → reports, extension requests and completions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from lianxi.acts.complete import completed, stage_completed
from lianxi.acts.extend import asked
from lianxi.acts.report import reported
from lianxi.book import Book
from lianxi.forms.unit_list import ANSWERS, LAST, NEXT_STEP, OBSTACLES, PROGRESS
from lianxi.ids import meant_id
from lianxi.intake import values
from lianxi.intake.above import day_above, made_on, unit_above
from lianxi.intake.listed_then import Then
from lianxi.intake.proposal import CHANGED, NOTHING, RECORDED, REFUSED, Act, Deed, Line
from lianxi.intake.row_reader import Intake, RowReader
from lianxi.intake.screening import safe, screened
from lianxi.intake.table import Table
from lianxi.intake.values import Unread
from lianxi.near import folded
from lianxi.schema.base import EvidenceItem
from lianxi.schema.kinds import RESOLUTION, kind_of
from lianxi.schema.task import Completion, Extension, Report, Task
from lianxi.situation import Situation, situation
from lianxi.status.task import acting_lead
from lianxi.wording import full_date, listed

_TOLD = "这份报告已经记过"
_SOURCE = (PROGRESS, OBSTACLES, NEXT_STEP)


@dataclass(kw_only=True)
class _Back(RowReader):
    """One row that was sent out and has come back."""

    task: Task
    then: Then
    by: str = ""
    day: date | None = None
    dated: bool = False
    deeds: list[Deed] = field(default_factory=list)
    recorded: list[str] = field(default_factory=list)

    def day_in(self, key: str, *, until_today: bool = True) -> date | None:
        """The day in the cell of a key."""
        return self.take(key, lambda cell: values.day(cell, self.reading, until_today=until_today))

    def yes(self, key: str) -> bool | None:
        """是 or 否 in the cell of a key."""
        text = self.row.text(key)
        said = values.yes(text) if text else None
        if text and said is None:
            self.refuse(key, "要填 是 或者 否")
        return said

    def do(self, key: str, what: str, act: Act) -> None:
        """Something that the row says is to be done to the task."""
        header = self.table.header(key)
        self.deeds.append(Deed(self.task.id, what, self.address(key), header.name if header else "", act))


@dataclass(frozen=True)
class _Sheets:
    """What the sheets of one file are read by; ``seen`` is where each unit has spoken of each task."""

    intake: Intake
    seen: dict[tuple[str, str], str] = field(default_factory=dict)

    def then(self, table: Table) -> Situation | None:
        """The records as of the day of the list, where it says which that was."""
        day = made_on(table)
        return situation(self.intake.book, day) if day and day <= self.intake.reading.now.today else None


def answers_in(tables: Iterable[Table], intake: Intake) -> Iterator[Line]:
    """A line for each row."""
    sheets = _Sheets(intake)
    for table in tables:
        then = sheets.then(table)
        reading = replace(intake.reading, year=then.today.year) if then else intake.reading
        for row in table.rows:
            yield _line(RowReader(row, table, reading, intake), then, sheets.seen)


def _line(reader: RowReader, then: Situation | None, seen: dict[tuple[str, str], str]) -> Line:
    row, sheet, book = reader.row, reader.table.sheet.name, reader.intake.book
    title, asked_for = safe(row.text("title") or row.text("id")), row.text("id")
    if kind_of(asked_for) is RESOLUTION and asked_for in book.known:
        told = ("没有任务的议定事项，不用报",)
        return Line(sheet, row.number, NOTHING, title, asked_for, told=told)
    reader.refused += screened(row, reader.table)
    id_ = meant_id(asked_for, book.tasks)
    if id_ is None:
        reader.refuse("id", _unknown(asked_for, book))
    if id_ is None or reader.refused:
        return Line(sheet, row.number, REFUSED, title, refused=tuple(reader.refused))
    task = book.tasks[id_]
    looked = Then(task, reader.reading.now, then)
    if row.text("title") and not looked.title_fits(row.text("title")):
        why = f"编号 {id_} 的任务是“{safe(task.title)}”，对不上；核对是不是编号或者名称被改了"
        reader.refuse("title", why)
        return Line(sheet, row.number, REFUSED, title, id_, refused=tuple(reader.refused))
    back = _Back(row, reader.table, reader.reading, reader.intake, task=task, then=looked)
    back.told += looked.told(row)
    if _answered(back):
        _read(back, seen)
    elif _said(back):
        back.recorded.append(_TOLD)
    return _closed(back, safe(task.title))


def _unknown(id_: str, book: Book) -> str:
    if not id_:
        return "没有写编号，不知道是哪一项任务"
    return "读不出来，运行 lianxi check 看原因" if id_ in book.known else "没有这个编号的任务"


def _answered(back: _Back) -> bool:
    """Whether the unit has written anything; a ledger without a column for it is written over."""
    said = {key for key in ANSWERS if back.row.text(key) and not _is_printed(back, key)}
    changed = back.then.changed_last(back.row)
    if changed is not None and PROGRESS in back.table.keys:
        cell = back.row.cells[LAST]
        back.told.append(
            f"{cell.address} 只供看的“最近一次报告”与记录不一致，没有取；新的进展写在“进展情况”一栏"
        )
    return bool(said) or (changed is not None and PROGRESS not in back.table.keys)


def _is_printed(back: _Back, key: str) -> bool:
    return key in _SOURCE and back.then.says_nothing_new(back.row.text(key))


def _read(back: _Back, seen: dict[tuple[str, str], str]) -> None:
    _take_unit(back)
    _take_day(back)
    if back.refused:
        return
    others = [f"{unit}（{where}）" for (id_, unit), where in seen.items() if id_ == back.task.id]
    if others:
        back.told.append(f"这项任务在这个文件里还有 {listed(others)} 报的")
    seen.setdefault((back.task.id, back.by), back.where)
    _report(back)
    _extension(back)
    _completion(back)


def _take_unit(back: _Back) -> None:
    """Who speaks: as the row, the sheet, the command or the name of the sheet says; else the only lead."""
    now, leads, name = back.reading.now, acting_lead(back.task, back.reading.now), back.table.sheet.name
    said = back.row.text("by") or unit_above(back.table) or back.intake.given.get("by")
    said = said or (name if now.is_unit(name, None) else None) or (leads[0] if len(leads) == 1 else None)
    if said is None:
        back.refuse("by", f"看不出是哪个单位报的（由{listed(leads)}共同牵头）；加 --by 单位")
        return
    try:
        back.by = now.present(values.unit(said, now.today, back.reading))
    except Unread as wrong:
        back.refuse("by", wrong.why, wrong.instead)
        return
    if back.by not in leads and not any(now.is_of(back.by, [unit]) for unit in back.task.support):
        back.refuse("by", f"{back.by}不在这项任务里，现在由{listed(leads)}牵头；变更以前的清单作废，请发新的")


def _take_day(back: _Back) -> None:
    found = back.day_in("date")
    if found is None and not back.refused:
        found = day_above(back.table)
    back.dated = found is not None
    found = found or back.intake.day or back.reading.now.today
    if found > back.reading.now.today:
        back.refuse("date", f"填报日期 {found} 还没有到")
    back.day = found


def _report(back: _Back) -> None:
    key, row = _progress_key(back), back.row
    text, day = row.text(key), back.day
    assert day is not None  # noqa: S101 - _take_day has it
    said = _said(back)
    if any(_is_by(each, back) and each.date == day for each in said):
        back.recorded.append(_TOLD)
    elif text and not (_is_printed(back, key) and not _is_again(back)):
        obstacles, next_step = row.text(OBSTACLES) or None, row.text(NEXT_STEP) or None
        report = Report.model_construct(
            date=day, by=back.by, text=text, obstacles=obstacles, next_step=next_step
        )
        what = f"{back.by}{full_date(day)}的进展报告：{safe(text)}"
        back.do(key, what, lambda task, now: reported(task, now, report))
    elif said:
        back.recorded.append(_TOLD)
    else:
        fresh = [each for each in (OBSTACLES, NEXT_STEP) if row.text(each) and not _is_printed(back, each)]
        if fresh:
            back.refuse(fresh[0], "填了问题或者下一步，没有填新的进展情况；一起填")


def _said(back: _Back) -> list[Report]:
    """The reports that say what stands in the row."""
    text = folded(back.row.text(_progress_key(back)))
    return [each for each in back.task.reports if text and folded(each.text) == text]


def _progress_key(back: _Back) -> str:
    return PROGRESS if PROGRESS in back.table.keys else LAST


def _is_again(back: _Back) -> bool:
    """Whether a unit says the same as before on a later day that it names itself: 按计划推进."""
    last = next((each for each in reversed(back.task.reports) if _is_by(each, back)), None)
    text = folded(back.row.text(_progress_key(back)))
    return (
        back.dated
        and back.day is not None
        and last is not None
        and folded(last.text) == text
        and last.date < back.day
    )


def _is_by(report: Report, back: _Back) -> bool:
    return back.reading.now.present(report.by) == back.by


def _extension(back: _Back) -> None:
    """The request, where 是 is written, or a day with a reason."""
    said, to = back.yes("extend"), back.day_in("new_due", until_today=False)
    reason = back.row.text("reason")
    if said is False and to:
        back.refuse("extend", f"写了“否”，又填了延期至{full_date(to)}；只留一样")
    if back.refused or said is False or not (said or to):
        return
    if to is None:
        back.refuse("new_due", "申请延期要写延期至哪一天")
        return
    stage = _stage(back)
    if any(each.new_due == to and each.milestone == stage for each in back.task.extensions):
        back.recorded.append(f"延至{full_date(to)}的申请已经记过")
        return
    if not reason:
        back.refuse("reason", "申请延期要写理由")
        return
    request = Extension.model_construct(requested_on=back.day, milestone=stage, reason=reason, new_due=to)
    key = "new_due" if back.table.header("new_due") else "extend"
    back.do(key, f"申请延至{full_date(to)}", lambda task, now: asked(task, now, request))


def _stage(back: _Back) -> str | None:
    """The stage that the row speaks of, where the task has stages."""
    titles = [stage.title for stage in back.task.milestones]
    text = back.row.text("stage")
    written = next((title for title in titles if folded(title) == folded(text)), None)
    open_ = [stage.title for stage in back.task.milestones if stage.done_on is None]
    return written or (open_[0] if open_ else None)


def _completion(back: _Back) -> None:
    said, on = back.yes("done"), back.day_in("done_on")
    if said is False and on:
        back.refuse("done", f"写了“否”，又填了办结日期{full_date(on)}；只留一样")
    if back.refused or said is False or not (said or on):
        return
    if said is None and any(each.reported_on == on for each in back.task.completions):
        return
    if said is None:
        back.refuse("done", "填了办结日期，没有填是否办结；办结的填 是")
        return
    day, name = on or back.day, back.row.text("evidence")
    assert day is not None  # noqa: S101 - _take_day has it
    proof = EvidenceItem.model_construct(name=name, kept_by=None) if name else None
    stage = _stage(back)
    if stage is not None:
        _stage_completion(back, stage, day, proof)
        return
    standing = [each for each in back.task.completions if each.returned is None]
    if standing and (on is None or standing[-1].reported_on == on):
        back.recorded.append("办结已经报过")
        return
    completion = Completion.model_construct(reported_on=day, by=back.by, evidence=proof)
    what = f"{back.by}{full_date(day)}报办结" + (f"（佐证材料：{safe(name)}）" if name else "")
    back.do("done", what, lambda task, now: completed(task, now, completion))


def _stage_completion(back: _Back, title: str, day: date, proof: EvidenceItem | None) -> None:
    done = {stage.title: stage.done_on for stage in back.task.milestones}
    if done.get(title) is not None:
        back.recorded.append(f"“{safe(title)}”的完成已经记过")
        return
    what = f"“{safe(title)}”{full_date(day)}完成"
    back.do("done", what, lambda task, now: stage_completed(task, now, title, day, proof))


def _closed(back: _Back, title: str) -> Line:
    status = REFUSED if back.refused else CHANGED if back.deeds else RECORDED if back.recorded else NOTHING
    told = (*back.recorded, *(back.told if back.deeds or back.refused or status == NOTHING else ()))
    extra = [f"{header.name}（{cell.address}）" for header, cell in back.row.extra if cell.text]
    if extra and back.deeds:
        told = (*told, f"不认识的栏没有取：{safe(listed(extra), 60)}")
    return Line(
        back.table.sheet.name,
        back.row.number,
        status,
        title,
        back.task.id,
        told=told,
        refused=tuple(back.refused),
        deeds=tuple(back.deeds),
    )
